"""Readable copies of letters for other programs: in a private folder, and taken away when asked.

Nothing else of the records is ever written without encryption. A folder that a crash left behind is taken
away when records are next opened: it is known by its name, and its lock belongs to no running program.
"""

import os
import shutil
import tempfile
from pathlib import Path

_PREFIX = "hipmap-copy-"
_READ_ONLY, _OWN = 0o400, 0o600

# What shows a page or a picture. A program, a script or a page with scripts is never started from here.
_PAGES = (".pdf", ".txt", ".rtf", ".odt", ".docx")
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".gif", ".webp")


def can_be_shown(name: str) -> bool:
    """Whether a file of this name is a page or a picture, which another program may be asked to show."""
    return Path(name).suffix.lower() in _PAGES + _PICTURES


def put_copy(name: str, content: bytes) -> Path:
    """Writes a copy that only this user can read, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    path = folder / name
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _OWN)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    path.chmod(_READ_ONLY)
    return path


def folders_left() -> list[Path]:
    """Gives the folders of copies that stand in the temporary folder, and belong to this user."""
    found = []
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        own = not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
        if own and folder.is_dir() and not folder.is_symlink():
            found.append(folder)
    return found


def wipe_folder(folder: Path) -> bool:
    """Overwrites what is in a folder of copies and takes it away; False where a program still holds it."""
    for path in folder.glob("*"):
        if path.is_symlink() or not path.is_file():
            continue
        try:
            path.chmod(_OWN)
            with path.open("r+b") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()
        except OSError:
            return False
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
