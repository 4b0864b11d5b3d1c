"""The form in which hipmap keeps its settings: an older one is renewed, a newer one is left as it is.

Beside the settings stands a mark with the number of their form. Before anything is renewed, a whole copy
of what is there is laid aside under a name that says that the renewal is not finished; the mark is written
after all settings, and then the copy gets its lasting name. Whatever stops it, the next start begins again
from that copy, never from settings of which some are renewed already.
"""

import errno
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, count
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
_RENEWING = "renewing-form-"
_BEGUN = re.compile(rf"{_RENEWING}(\d{{1,6}})")
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
    if max(found, begun := _begun(folder)) > newest:
        raise FolderRefused(
            f"{folder}: these settings were written by a newer hipmap (form {max(found, begun)}; this one "
            f"reads up to {newest}); nothing was changed: use the newer hipmap, or install it again"
        )
    try:
        if found == newest and not begun:
            _must_be_writable(folder)
            return ""
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            if (found := _form_of(folder)) < newest:
                _renew(folder, found, steps)
            _finish(folder, newest)
    except OSError as error:
        return _not_kept(folder, found, newest, error)
    return ""


def _must_be_writable(folder: Path) -> None:
    # Qt says nothing when it cannot write settings, as on a stick that is locked.
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, "it can only be read")


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


def _begun(folder: Path) -> int:
    """Gives the form of a renewal that something stopped before its end; 0 where there is none."""
    with suppress(OSError):
        found = (_BEGUN.fullmatch(entry.name) for entry in os.scandir(folder))
        return max((int(one[1]) for one in found if one is not None), default=0)
    return 0


def _renew(folder: Path, found: int, steps: Sequence[Step]) -> None:
    from hipmap.storage.whole_file import replace_file  # hardly a start needs it

    copy = folder / f"{_RENEWING}{steps[-1].form}"
    # A copy that is there is of a renewal that was stopped: what lies in the folder may be half renewed.
    before = _settings_in(copy if copy.is_dir() else folder)
    files = dict(before)
    for step in steps:
        if step.form > found:
            files |= step.change(files)
    if before and not copy.is_dir():
        _lay_aside(copy, before)
    there = _settings_in(folder)
    changed = {name: content for name, content in files.items() if there.get(name) != content}
    try:
        for name, content in changed.items():
            replace_file(folder / name, content)
        mark = f'format = {steps[-1].form}\nhipmap = "{hipmap.__version__}"\n'
        replace_file(folder / MARK, mark.encode())
    except OSError:
        for name in changed.keys() & before.keys():
            replace_file(folder / name, before[name])
        _finish(folder, steps[-1].form)  # all is as it was: nothing is left to be done again
        raise


def _settings_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob(_SETTINGS)) if path.is_file()}


def _lay_aside(place: Path, files: Files) -> None:
    """Makes a copy that is either whole or not there."""
    from hipmap.storage.whole_file import replace_file

    parts = place.with_name(f".{place.name}.parts")
    parts.mkdir(exist_ok=True)
    for left in parts.iterdir():
        left.unlink()
    for name, content in files.items():
        replace_file(parts / name, content)
    parts.rename(place)


def _finish(folder: Path, form: int) -> None:
    """Gives the copy its lasting name, beside those of earlier renewals, none of which is replaced."""
    copy = folder / f"{_RENEWING}{form}"
    if not copy.is_dir():
        return
    names = chain([f"before-form-{form}"], (f"before-form-{form}-{again}" for again in count(2)))
    copy.rename(next(folder / name for name in names if not (folder / name).exists()))


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
