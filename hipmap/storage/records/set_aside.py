"""Copies the records whole: for a backup, and before something is done to them that cannot be undone."""

import os
import re
import shutil
from pathlib import Path

from hipmap.storage.records.attempts import ATTEMPTS
from hipmap.storage.records.audit_anchor import ANCHOR, write_fresh_anchor
from hipmap.storage.records.audit_chain import audit_key, head_of
from hipmap.storage.records.database import RECORDS, Connection, connect, translated
from hipmap.storage.records.durable_files import sync_folder
from hipmap.storage.records.key_file import KEYS, KEYS_COPY
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.write_lock import WRITER

ASIDE = "aside"
# Records that a restore moved out of the way stand beside the present ones.
BEFORE_RESTORE = ".before-restore-"
# What a vault consists of; the journal is there only after a crash.
PARTS = (RECORDS, f"{RECORDS}-journal", KEYS, KEYS_COPY, ANCHOR)
_KEPT = 2
_NAME = re.compile(r"version-(\d+)-(\d{8}T\d{6}Z-[0-9a-f]{6})")


def set_aside(
    folder: Path, connection: Connection, data_key: bytes, version: int, around: Surroundings
) -> Path:
    """Keeps the records as they were in a version before they are brought to the next."""
    when = around.now().strftime("%Y%m%dT%H%M%SZ")
    into = folder / ASIDE / f"version-{version}-{when}-{around.random_bytes(3).hex()}"
    into.mkdir(parents=True)
    into.chmod(0o700)
    copy_records(connection, data_key, folder, into)
    return into


def drop_older_asides(folder: Path, kept: int = _KEPT) -> None:
    """Removes all but the latest copies that were set aside, and only what a copy consists of."""
    found = []
    for path in (folder / ASIDE).glob("version-*"):
        match = _NAME.fullmatch(path.name)
        if match and path.is_dir() and not path.is_symlink():
            found.append((int(match[1]), match[2], path))
    for _, _, path in sorted(found)[:-kept]:
        remove_copy(path)


def copy_records(connection: Connection, data_key: bytes, folder: Path, into: Path) -> None:
    """Copies open records into an empty folder; what others write meanwhile comes in whole or not at all.

    The database copies itself: were its file read from beside, closing that file would give back, on some
    systems, every lock that this program holds on it.
    """
    path = into / RECORDS
    path.touch(mode=0o600)
    target = connect(path, data_key)
    try:
        with translated(path):
            connection.backup(target)
            head = head_of(target)
    finally:
        target.close()
    for name in (KEYS, KEYS_COPY):
        if (folder / name).exists():
            _copy(folder / name, into / name)
    write_fresh_anchor(into, audit_key(data_key), head)
    sync_folder(into)


def remove_copy(path: Path) -> None:
    """Removes a copy of records; a folder with something else in it stays, with that."""
    for part in (*PARTS, WRITER, ATTEMPTS):
        (path / part).unlink(missing_ok=True)
    if not any(path.iterdir()):
        path.rmdir()


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target, follow_symlinks=False)
    target.chmod(0o600)
    handle = os.open(target, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
