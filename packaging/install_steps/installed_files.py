"""Which files of a folder are hipmap's own: a list in it says so; all else is somebody's."""

from __future__ import annotations

import os
from pathlib import Path

LIST = ".hipmap-installed"
"""The list's name; its first line tells a folder of hipmap from anyone else's."""

_MARK = "hipmap: the files of this installed program, one a line"
_LEFT = "hipmap was removed from here; what is left is not its own"
_CACHE = "__pycache__"


def write_list(folder: Path) -> None:
    """Lists every file of a new hipmap, in the folder that is to hold it; folders without a file go."""
    for inside, _, _ in os.walk(folder, topdown=False):
        if inside != str(folder) and not any(Path(inside).iterdir()):
            Path(inside).rmdir()
    names = sorted(path.relative_to(folder).as_posix() for path in _files(folder))
    odd = next((name for name in names if "\n" in name or "\r" in name), None)
    if odd is not None:
        raise ValueError(f"a list of one name a line cannot hold {odd!r}")
    text = "".join(f"{line}\n" for line in (_MARK, *sorted({*names, LIST} - {LIST})))
    (folder / LIST).write_text(text, encoding="utf-8", newline="\n")


def is_hipmaps(folder: Path) -> bool:
    """Whether hipmap was installed there, or removed from there with something else left."""
    return not folder.is_symlink() and _lines(folder)[:1] in ([_MARK], [_LEFT])


def carry_over(former: Path, target: Path) -> None:
    """Deletes a former hipmap; what in its folder is not its own goes to the folder of the new one."""
    _delete_own(former, _lines(former)[1:])
    _merge(former, target, but=LIST)
    (former / LIST).unlink(missing_ok=True)
    former.rmdir()


def _files(folder: Path) -> list[Path]:
    """All but folders; a link is one, wherever it leads."""
    found = []
    for inside, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(inside) / name).is_symlink()]
        found += [Path(inside) / name for name in (*names, *links)]
    return found


def _lines(folder: Path) -> list[str]:
    try:
        return (folder / LIST).read_text(encoding="utf-8").split("\n")[:-1]
    except (OSError, UnicodeError):
        return []


def _delete_own(folder: Path, names: list[str]) -> None:
    own = [name for name in names if _stays_inside(name)]
    for name in own:
        path = folder / name
        if path.is_symlink() or path.is_file():
            path.unlink()
    above = {parent for name in own for parent in (folder / name).parents if folder in parent.parents}
    for one in sorted(above, key=lambda path: len(path.parts), reverse=True):  # what lies deeper goes first
        if _is_folder(one):
            _delete_where_empty(one)


def _delete_where_empty(folder: Path) -> None:
    if folder.name == _CACHE:  # what Python keeps of modules that it has read
        for path in folder.iterdir():
            if path.is_file():
                path.unlink()
    if not any(folder.iterdir()):
        folder.rmdir()


def _stays_inside(name: str) -> bool:
    parts = name.split("/")
    return all(part not in ("", ".", "..") and ":" not in part and "\\" not in part for part in parts)


def _merge(folder: Path, target: Path, but: str = "") -> None:
    """Moves all of a folder; where the other holds the same name, what is moved is kept beside it."""
    for one in sorted(folder.iterdir()):
        to = target / one.name
        if one.name == but:
            continue
        if _is_folder(one) and _is_folder(to):
            _merge(one, to)
            one.rmdir()
            continue
        while to.exists() or to.is_symlink():
            to = to.with_name(f"{to.name}.kept")
        one.rename(to)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
