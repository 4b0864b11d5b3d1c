"""The form in which hipmap keeps its settings: an older one is renewed, a newer one is left as it is.

Beside the settings stands a mark with the number of their form. Before anything is renewed, a copy of what is
there is laid aside; the mark is written last, so that whatever stops it, the next start does it again.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import hipmap
from hipmap.model.problems import BadInput, refusal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARK = "format.toml"
_LOCK = ".format.lock"
_SETTINGS = "*.ini"
_LARGEST_MARK = 1000
_SAID = re.compile(rb"format = (\d{1,6})\r?\n")
_AGAIN = "nothing was changed; mend that, and start hipmap again"

Files = Mapping[str, bytes]


class FolderRefused(BadInput):
    """The settings are of a newer hipmap, or cannot be renewed; nothing was changed."""


@dataclass(frozen=True)
class Step:
    """Brings the files to a form; it is given all of them and gives those that change."""

    form: int
    change: Callable[[Files], Files]


# Before the first mark the settings had the same form.
STEPS: tuple[Step, ...] = (Step(1, lambda _files: {}),)


def made_ready(folder: Path, steps: Sequence[Step] = STEPS) -> str:
    """Renews the settings where that is due; gives why they cannot be kept, or nothing.

    FolderRefused where a newer hipmap wrote them, or where they cannot be renewed.
    """
    newest = steps[-1].form
    found = _form_of(folder)
    if found > newest:
        raise FolderRefused(
            f"{folder}: these settings were written by a newer hipmap (form {found}; this one reads up to "
            f"{newest}); nothing was changed: use the newer hipmap, or install it again"
        )
    try:
        if found == newest:
            return ""
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            if (found := _form_of(folder)) < newest:
                _renew(folder, found, steps)
    except OSError as error:
        return _not_kept(folder, found, newest, error)
    return ""


def _form_of(folder: Path) -> int:
    """Gives the form that the mark says; 0 where there is no mark yet."""
    try:
        with (folder / MARK).open("rb") as file:
            found = _SAID.match(file.read(_LARGEST_MARK))
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as error:
        raise FolderRefused(str(refusal(str(folder / MARK), f"{error.strerror}; {_AGAIN}"))) from error
    if found is None:
        raise FolderRefused(
            f"{folder / MARK}: this file does not say of which form the settings are; nothing was changed: "
            "delete it if no newer hipmap was ever used here"
        )
    return int(found[1])


def _renew(folder: Path, found: int, steps: Sequence[Step]) -> None:
    from hipmap.storage.whole_file import replace_file  # hardly a start needs it

    before = {path.name: path.read_bytes() for path in sorted(folder.glob(_SETTINGS)) if path.is_file()}
    files = dict(before)
    for step in steps:
        if step.form > found:
            files |= step.change(files)
    if before:
        _lay_aside(folder / f"before-form-{steps[-1].form}", before)
    changed = {name: content for name, content in files.items() if before.get(name) != content}
    try:
        for name, content in changed.items():
            replace_file(folder / name, content)
        mark = f'format = {steps[-1].form}\nhipmap = "{hipmap.__version__}"\n'
        replace_file(folder / MARK, mark.encode())
    except OSError:
        for name in changed.keys() & before.keys():
            replace_file(folder / name, before[name])
        raise


def _lay_aside(place: Path, files: Files) -> None:
    from hipmap.storage.whole_file import replace_file

    place.mkdir(exist_ok=True)
    for name, content in files.items():
        replace_file(place / name, content)


def _not_kept(folder: Path, found: int, newest: int, error: OSError) -> str:
    """Without settings hipmap works; with those of an older form that it cannot renew it would not."""
    why = error.strerror or str(error)
    if any(folder.glob(_SETTINGS)) and max(found, 1) < newest:
        raise FolderRefused(
            f"{folder}: the settings are of an older hipmap and cannot be renewed ({why}); {_AGAIN}"
        ) from error
    return f"{folder}: settings cannot be kept here ({why}); give the right to write, or make room"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two that start together must not renew the same files."""
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise FolderRefused(
                f"{folder}: another hipmap is renewing the settings now; start this one again in a moment"
            ) from error
        yield
    finally:
        os.close(handle)
