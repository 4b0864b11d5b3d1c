"""Backups: each a folder that opens like the records themselves, checked before it counts as made."""

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

from hipmap.storage.complaints import refusal
from hipmap.storage.records.attempts import ATTEMPTS
from hipmap.storage.records.audit_anchor import read_anchor, write_fresh_anchor
from hipmap.storage.records.audit_chain import audit_key, broken_at, head_of, seal_at
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
from hipmap.storage.records.key_file import KEYS, KEYS_COPY
from hipmap.storage.records.problems import Damaged, NotSaved, VaultProblem
from hipmap.storage.records.set_aside import ASIDE, BEFORE_RESTORE, PARTS
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.write_lock import WRITER

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
    name = (
        f"hipmap-{vault.around.now().astimezone(UTC).strftime(_STAMP)}Z-{vault.around.random_bytes(3).hex()}"
    )
    making = into / f".{name}.new"
    try:
        into.mkdir(parents=True, exist_ok=True)
        making.mkdir(mode=0o700)
        _copy(vault, making)
        inspected(making, vault.data_key)
        making.rename(into / name)
        sync_folder(into)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        raise NotSaved(
            str(refusal(into.name, f"the backup is not made ({error.strerror}); choose another place"))
        ) from error
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    vault.looked("backup_made", name)
    return into / name


def inspected(folder: Path, data_key: bytes) -> Contents:
    """Reads a backup through without changing it; Damaged says what is wrong with it."""
    path = folder / RECORDS
    must_look_encrypted(path)
    connection = connect(path, data_key, read_only=True)
    try:
        with translated(path):
            wrong = damage(connection, path) or _chain_problem(connection, folder, data_key)
            if wrong is not None:
                raise Damaged(
                    str(refusal(folder.name, f"this backup is not whole ({wrong}); use another one"))
                )
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
        for part in (*PARTS, WRITER, ATTEMPTS):
            (path / part).unlink(missing_ok=True)
        if not any(path.iterdir()):
            path.rmdir()
    return dropped


def copies_with(vault: Vault, patient: str, folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Gives the backups, and the copies laid aside, that hold a patient, or that cannot be read."""
    candidates = [path for folder in folders for path in backups_in(folder).values()]
    candidates += sorted((vault.folder / ASIDE).glob("*"))
    candidates += sorted(vault.folder.parent.glob(f"{escape(vault.folder.name)}{BEFORE_RESTORE}*"))
    return tuple(path for path in candidates if _may_hold(path, vault.data_key, patient))


def _copy(vault: Vault, making: Path) -> None:
    path = making / RECORDS
    path.touch(mode=0o600)
    target = connect(path, vault.data_key)
    try:
        with translated(path):
            vault.session.connection.backup(target)
            head = head_of(target)
    finally:
        target.close()
    for name in (KEYS, KEYS_COPY):
        if (vault.folder / name).exists():
            shutil.copyfile(vault.folder / name, making / name, follow_symlinks=False)
    write_fresh_anchor(making, audit_key(vault.data_key), head)
    sync_folder(making)


def _chain_problem(connection: Connection, folder: Path, data_key: bytes) -> str | None:
    key = audit_key(data_key)
    broken = broken_at(connection, key)
    if broken is not None:
        return broken.what
    head = read_anchor(folder, key).head
    reached = head is None or seal_at(connection, head.count) == head.seal
    return None if reached else "the audit does not reach its anchor"


def _contents(connection: Connection) -> Contents:
    return Contents(
        *connection.execute(
            "SELECT (SELECT count(*) FROM patient), (SELECT count(*) FROM visit), "
            "(SELECT max(day) FROM visit), (SELECT max(changed) FROM visit), (SELECT count(*) FROM audit)"
        ).fetchone()
    )


def _may_hold(folder: Path, data_key: bytes, patient: str) -> bool:
    try:
        connection = connect(folder / RECORDS, data_key, read_only=True)
    except VaultProblem:
        return True
    try:
        with translated(folder / RECORDS):
            return bool(connection.execute("SELECT 1 FROM patient WHERE uid = ?", (patient,)).fetchone())
    except VaultProblem:
        return True
    finally:
        connection.close()
