"""Where a policy lies, and who could change it there.

The places are fixed: nothing that a user can set, as a variable of the environment, leads elsewhere.
"""

import os
import stat
import sys
from pathlib import Path

FILE_NAME = "policy.toml"
_UNIX = Path("/etc/hipmap")
_MAC = Path("/Library/Application Support/hipmap")
_PROGRAM_DATA = "{62AB5D82-FDC1-4DC3-A9DD-070D1D495D97}"


def policy_places() -> tuple[Path, ...]:
    """Gives where a policy may lie; the first that is there holds."""
    beside = tuple(folder / FILE_NAME for folder in program_folders())
    return (system_folder() / FILE_NAME, *beside)


def system_folder() -> Path:
    """Gives the folder for which an administrator's rights are needed."""
    if sys.platform == "win32":
        return _known_folder(_PROGRAM_DATA) / "hipmap"
    return _MAC if sys.platform == "darwin" else _UNIX


def program_folders() -> tuple[Path, ...]:
    """Gives the folder of a program that brings its own Python, and the one above; none for a checkout."""
    own = Path(sys.executable).parent
    is_embedded = sys.platform == "win32" and any(own.glob("python*._pth"))
    brings_python = bool(getattr(sys, "frozen", False)) or is_embedded
    return (own, own.parent) if brings_python else ()


def who_could_change(path: Path) -> tuple[str, ...]:
    """Says why somebody other than an administrator could change a policy; nothing where nobody can."""
    if sys.platform == "win32":
        return _asked_of_windows(path)
    return tuple(
        f"{one} can be written by {who}"
        for one in (path, *path.resolve().parents)
        if (who := _writers(one.stat()))
    )


def _writers(found: os.stat_result) -> str:
    if stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX:
        return ""  # in a folder as /tmp, only who owns a file takes it away
    if found.st_mode & stat.S_IWOTH:
        return "everybody"
    if found.st_mode & stat.S_IWGRP and found.st_gid != 0:
        return f"the group {found.st_gid}"
    return f"the user {found.st_uid}" if found.st_uid != 0 else ""


def _asked_of_windows(path: Path) -> tuple[str, ...]:
    """Windows is asked for the right itself: whoever runs this without an administrator's rights."""
    import ctypes

    is_administrator = bool(ctypes.windll.shell32.IsUserAnAdmin())  # type: ignore[attr-defined,unused-ignore]
    if is_administrator:
        return ()
    try:
        with path.open("r+b"):
            return (f"{path} can be written by this user",)
    except OSError:
        return ()


def _known_folder(identity: str) -> Path:
    """Asks Windows for a folder; a variable of the environment could be set by the user."""
    import ctypes
    from uuid import UUID

    found = ctypes.c_wchar_p()
    wanted = ctypes.create_string_buffer(UUID(identity).bytes_le)
    shell, ole = ctypes.windll.shell32, ctypes.windll.ole32  # type: ignore[attr-defined,unused-ignore]
    if shell.SHGetKnownFolderPath(wanted, 0, None, ctypes.byref(found)) != 0 or not found.value:
        return Path("C:\\ProgramData")
    folder = Path(found.value)
    ole.CoTaskMemFree(found)
    return folder
