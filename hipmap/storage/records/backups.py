"""Backups: each a folder that opens like the records themselves, checked before it counts as made."""

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import Literal

from hipmap.storage.records.audit_anchor import read_anchor
from hipmap.storage.records.audit_chain import audit_key, broken_at, seal_at
from hipmap.storage.records.backup_policy import Keep, to_drop
from hipmap.storage.records.database import (
    RECORDS,
    Connection,
    connect,
    damage,
    must_look_encrypted,
    translated,
)
from hipmap.storage.records.durable_files import sync_folder
from hipmap.storage.records.problems import Damaged, NotSaved, VaultProblem
from hipmap.storage.records.sentences import Sentence
from hipmap.storage.records.set_aside import ASIDE, BEFORE_RESTORE, copy_records, remove_copy
from hipmap.storage.records.vault import Vault

_NAME = re.compile(r"hipmap-(\d{8}T\d{6})Z(-[0-9a-f]{6})?")
_STAMP = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Contents:
    """What a backup holds."""

    patients: int
    visits: int
    last_day: str | None
    last_change: str | None
    entries: int


def make_backup(vault: Vault, into: Path) -> Path:
    """Gives the folder of a new backup, which was opened and read through before it got its name."""
    must_be_outside(vault.folder, into)
    name = (
        f"hipmap-{vault.around.now().astimezone(UTC).strftime(_STAMP)}Z-{vault.around.random_bytes(3).hex()}"
    )
    making = into / f".{name}.new"
    try:
        into.mkdir(parents=True, exist_ok=True)
        making.mkdir(mode=0o700)
        copy_records(vault.connection, vault.data_key, vault.folder, making)
        inspected(making, vault.data_key)
        making.rename(into / name)
        sync_folder(into)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        raise NotSaved("backup_not_made", into.name, why=str(error.strerror)) from error
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    vault.looked("backup_made", name)
    return into / name


def must_be_outside(records: Path, into: Path) -> None:
    """Refuses the folder of the records for its own backups, also below it and by way of a link."""
    own, place = records.resolve(), into.resolve()
    if own in (place, *place.parents):
        raise VaultProblem("backup_inside", into.name)


def inspected(folder: Path, data_key: bytes) -> Contents:
    """Reads a backup through without changing it; Damaged says what is wrong with it."""
    path = folder / RECORDS
    must_look_encrypted(path)
    connection = connect(path, data_key, read_only=True)
    try:
        with translated(path):
            wrong = damage(connection, path) or _chain_problem(connection, folder, data_key)
            if wrong is not None:
                raise Damaged("backup_not_whole", folder.name, why=wrong)
            return _contents(connection)
    finally:
        connection.close()


def backups_in(folder: Path) -> dict[datetime, Path]:
    """Gives the backups of a folder by when they were made, as their names say."""
    found = {}
    for path in sorted(folder.glob("hipmap-*")) if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match and path.is_dir() and not path.is_symlink():
            found[datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)] = path
    return found


def drop_old_backups(folder: Path, keep: Keep) -> tuple[Path, ...]:
    """Removes the backups that no rule keeps, and only what a backup consists of."""
    made = backups_in(folder)
    dropped = tuple(made[when] for when in sorted(to_drop(made, keep)))
    for path in dropped:
        remove_copy(path)
    return dropped


def copies_with(
    vault: Vault, kind: Literal["patient", "visit"], uid: str, folders: tuple[Path, ...]
) -> tuple[Path, ...]:
    """Gives the backups, and the copies laid aside, that hold a patient or visit, or that cannot be read."""
    candidates = [path for folder in folders for path in backups_in(folder).values()]
    candidates += sorted((vault.folder / ASIDE).glob("*"))
    candidates += sorted(vault.folder.parent.glob(f"{escape(vault.folder.name)}{BEFORE_RESTORE}*"))
    return tuple(path for path in candidates if _may_hold(path, vault.data_key, kind, uid))


def _chain_problem(connection: Connection, folder: Path, data_key: bytes) -> Sentence | None:
    key = audit_key(data_key)
    broken = broken_at(connection, key)
    if broken is not None:
        return broken.what
    head = read_anchor(folder, key).head
    reached = head is None or seal_at(connection, head.count) == head.seal
    return None if reached else Sentence("anchor_not_reached")


def _contents(connection: Connection) -> Contents:
    return Contents(
        *connection.execute(
            "SELECT (SELECT count(*) FROM patient), (SELECT count(*) FROM visit), "
            "(SELECT max(day) FROM visit), (SELECT max(changed) FROM visit), (SELECT count(*) FROM audit)"
        ).fetchone()
    )


def _may_hold(folder: Path, data_key: bytes, kind: Literal["patient", "visit"], uid: str) -> bool:
    try:
        connection = connect(folder / RECORDS, data_key, read_only=True)
    except VaultProblem:
        return True
    try:
        with translated(folder / RECORDS):
            return bool(connection.execute(f"SELECT 1 FROM {kind} WHERE uid = ?", (uid,)).fetchone())
    except VaultProblem:
        return True
    finally:
        connection.close()
