"""How a new hipmap takes the place of a former one: one at a time, and never half of it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from setup_steps.obstacle import Obstacle, from_os_error

from install_steps.installed_files import carry_over, is_hipmaps
from install_steps.signals import let_nothing_stop

# linux/run.sh uses the same names, so that each makes good what the other left.


def stage_of(target: Path) -> Path:
    """Where the new one is made, beside its place."""
    return target.with_name(f".{target.name}.hipmap-new")


def _former_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.hipmap-former")


@contextmanager
def alone_at(target: Path) -> Iterator[int]:
    """Holds a lock beside the target, which the system lets go of whatever ends this process."""
    missing = [folder for folder in target.parents if not folder.exists()]
    lock = target.with_name(f".{target.name}.hipmap-lock")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("ab")
    except OSError as error:
        raise from_os_error(error, f"installing in {target.parent}") from error
    try:
        with file:
            if not (_is_held(file.fileno()) and _is_still(lock, file.fileno())):
                raise Obstacle(
                    f"another installation in {target} is at work. Wait for its end, and try again."
                )
            try:
                yield file.fileno()
            finally:
                if os.name != "nt":  # there, an open file cannot be taken away
                    lock.unlink(missing_ok=True)
    finally:
        with suppress(OSError):
            if os.name == "nt":
                lock.unlink(missing_ok=True)
            for folder in missing:
                folder.rmdir()  # where nothing came to lie in it


def _is_held(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return sys.platform != "win32"  # a disk that knows no locks; Windows says so of a held one
    return True


def _is_still(lock: Path, file: int) -> bool:
    """Whether the name still is that of the held file: one who has just ended takes it away."""
    try:
        return os.name == "nt" or lock.stat().st_ino == os.fstat(file).st_ino
    except OSError:
        return False


def make_good(target: Path) -> None:
    """Takes away what a killed installation left, and brings the former hipmap back where there is none."""
    stage, former = stage_of(target), _former_of(target)
    try:
        if stage.exists():
            shutil.rmtree(stage)
        if former.exists() and not is_hipmaps(former):
            if any(former.iterdir()):
                raise Obstacle(f"{former} is in the way. Move it elsewhere.")
            former.rmdir()
        if former.exists() and not target.exists():
            former.rename(target)
        elif former.exists():
            carry_over(former, target)
    except OSError as error:
        raise from_os_error(error, "clearing away what a stopped installation left") from error


def put_in_place(stage: Path, target: Path) -> None:
    """Moves the former hipmap aside and the new one in; what was not hipmap's stays in the folder."""
    former = _former_of(target)
    let_nothing_stop()
    try:
        if target.exists():
            target.rename(former)
        stage.rename(target)
    except OSError as error:
        if former.exists() and not target.exists():
            former.rename(target)
        if sys.platform == "win32" and isinstance(error, PermissionError):
            raise Obstacle(
                f"{target} is in use. Close hipmap, then try again. Nothing was changed."
            ) from error
        raise
    if former.exists():
        _settle(former, target)


def _settle(former: Path, target: Path) -> None:
    try:
        if is_hipmaps(former):
            carry_over(former, target)
        else:
            former.rmdir()  # the folder was there, and empty
    except OSError as error:
        raise Obstacle(
            f"hipmap is now in {target}, but what else lay there is still in {former} and could not be moved "
            f"({error.strerror}). Move it back by hand, or ask its owner and install again."
        ) from error
