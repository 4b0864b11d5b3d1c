"""One writer at a time: a lock that the system gives back when its owner dies, and a note who holds it.

The lock is the system's own on an open file, which network shares pass on; the note says who and when,
sealed, so that no name stands on the disk. A note that was left behind tells of a crash.
"""

import errno
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hipmap.storage.records.durable_files import must_be_plain
from hipmap.storage.records.passphrase_key import NONCE_BYTES, derived, sealed, unsealed
from hipmap.storage.records.surroundings import Surroundings

if os.name == "nt":
    import msvcrt
else:
    import fcntl

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
WRITER = "writer.lock"
_MOST = 4096
# What a lock that another one holds is told by.
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
# Windows keeps others from reading what is locked, so a place behind the note is locked.
_LOCKED_BYTE = 1 << 30


@dataclass(frozen=True)
class Owner:
    """Who writes, where and since when."""

    user: str
    host: str
    process: int
    since: str

    def told(self) -> dict[str, str]:
        """Gives what a person is told."""
        return {"user": self.user, "host": self.host, "since": self.since}


class WriteLock:
    """The lock while it is held."""

    def __init__(self, handle: int, left_behind: Owner | None) -> None:
        self._handle: int | None = handle
        self.left_behind = left_behind

    def release(self) -> None:
        """Takes the note away and gives the lock back."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        try:
            os.ftruncate(handle, 0)
        except OSError:
            pass  # the share is gone; the note then looks like that of a crash, which harms nothing
        finally:
            os.close(handle)


def take(folder: Path, data_key: bytes, user: str, around: Surroundings) -> WriteLock | Owner | None:
    """Gives the lock, or who holds it; None where that cannot be told or the folder knows no locks."""
    path = folder / WRITER
    if path.is_symlink() or path.exists():
        must_be_plain(path)
    try:
        handle = os.open(path, _FLAGS, 0o600)
    except OSError:
        return None
    try:
        _lock(handle)
    except OSError as error:
        os.close(handle)
        # A folder that knows no locks at all may hold a note of old; then nobody can tell who writes.
        return holder(folder, data_key) if error.errno in _HELD else None
    # By the same handle: to close another one would give back the lock on some network shares.
    before = _read_note(handle, data_key)
    try:
        _write_note(handle, data_key, Owner(user, around.host, around.process, around.moment()), around)
    except OSError:
        os.close(handle)
        return None
    return WriteLock(handle, before)


def is_free(folder: Path) -> bool:
    """Tells whether nobody writes any more; for a window that holds no lock of its own."""
    try:
        handle = os.open(folder / WRITER, _FLAGS & ~os.O_CREAT)
    except OSError:
        return False
    try:
        _lock(handle)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


def holder(folder: Path, data_key: bytes) -> Owner | None:
    """Reads the note of another window."""
    try:
        handle = os.open(folder / WRITER, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    try:
        return _read_note(handle, data_key)
    finally:
        os.close(handle)


def _read_note(handle: int, data_key: bytes) -> Owner | None:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        box = os.read(handle, _MOST)
        note = unsealed(derived(data_key, "writer 1"), box, b"hipmap writer 1")
        body: Any = json.loads(note) if note else None
        return Owner(**body) if body else None
    except (OSError, ValueError, TypeError):
        return None


def _write_note(handle: int, data_key: bytes, owner: Owner, around: Surroundings) -> None:
    note = json.dumps(owner.__dict__).encode()
    box = sealed(derived(data_key, "writer 1"), around.random_bytes(NONCE_BYTES), note, b"hipmap writer 1")
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, box)


def _lock(handle: int) -> None:
    if os.name == "nt":
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
