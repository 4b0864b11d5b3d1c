"""Puts a backup back: shown first, never over the present records without keeping those."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.attempts import begin_attempt, succeeded
from hipmap.storage.records.backups import Contents, inspected
from hipmap.storage.records.database import RECORDS, translated
from hipmap.storage.records.founding import must_be_governed
from hipmap.storage.records.key_slots import Opened, opened_by_passphrase
from hipmap.storage.records.opening import must_be_vault, opened_vault, role_of, unlocked, user_of
from hipmap.storage.records.problems import NotSaved, NoVault, VaultProblem
from hipmap.storage.records.rights import must_allow
from hipmap.storage.records.set_aside import BEFORE_RESTORE, PARTS
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.write_lock import WriteLock, take


@dataclass(frozen=True)
class Preview:
    """What a backup would bring back, with the key that opened it."""

    backup: Path
    contents: Contents
    opened: Opened


@dataclass(frozen=True)
class Restored:
    """Where the records are now, and where those that stood there were put."""

    folder: Path
    kept: Path | None


def preview_restore(backup: Path, name: str, passphrase: str, around: Surroundings) -> Preview:
    """Opens a backup and reads it through; changes nothing but the count of wrong passphrases."""
    with translated(backup / RECORDS):
        must_be_vault(backup)
        begin_attempt(backup, name, around)
        opened, _ = unlocked(backup, lambda keys: opened_by_passphrase(keys, name, passphrase))
        succeeded(backup, name, around)
        return Preview(backup, inspected(backup, opened.data_key), opened)


def restore(preview: Preview, into: Path, around: Surroundings) -> Restored:
    """Puts the backup where the records are to be; what stood there is moved aside, whole."""
    must_be_restorable(into)
    _must_be_allowed(preview, into)
    stamp = f"{around.now().strftime('%Y%m%dT%H%M%SZ')}-{around.random_bytes(3).hex()}"
    making = into.with_name(f".{into.name}.{stamp}.new")
    kept = into.with_name(f"{into.name}{BEFORE_RESTORE}{stamp}") if _stands(into) else None
    try:
        making.mkdir(mode=0o700)
        for part in PARTS:
            if (preview.backup / part).exists():
                shutil.copyfile(preview.backup / part, making / part, follow_symlinks=False)
                (making / part).chmod(0o600)
        inspected(making, preview.opened.data_key)
        if kept is not None:
            _must_be_free(into, preview.opened.data_key, around)
        _swap(making, into, kept)
    except OSError as error:
        raise NotSaved("not_restored", into.name, why=str(error.strerror)) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    vault = opened_vault(into, preview.opened, around)
    vault.looked("restored", preview.backup.name)
    vault.lock()
    return Restored(into, kept)


def must_be_restorable(into: Path) -> None:
    """Refuses what is no records; where none stand yet, the place must be one for new ones."""
    if not _stands(into):
        must_be_governed(into)


def _must_be_allowed(preview: Preview, into: Path) -> None:
    """Neither the backup nor the records of now, as far as they can be read, may know an assistant only."""
    who = user_of(preview.backup, preview.opened)
    must_allow(who.role, "restore")
    if (into / RECORDS).exists():
        try:
            now = role_of(into, preview.opened.data_key, who.name)
        except (VaultProblem, OSError):
            return  # damaged ones are what a backup is for
        if now is not None:
            must_allow(now, "restore")


def _stands(into: Path) -> bool:
    if into.is_symlink():
        raise NoVault("link", into.name)
    if into.exists() and not (into / RECORDS).exists():
        raise NoVault("no_records_stand", into.name)
    return into.exists()


def _must_be_free(into: Path, data_key: bytes, around: Surroundings) -> None:
    got = take(into, data_key, "restore", around)
    if not isinstance(got, WriteLock):
        raise VaultProblem("records_open", into.name)
    got.release()


def _swap(making: Path, into: Path, kept: Path | None) -> None:
    if kept is not None:
        into.rename(kept)
    try:
        making.rename(into)
    except OSError:
        if kept is not None:
            kept.rename(into)
        raise
