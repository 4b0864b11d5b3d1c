"""Opens records: by a user's passphrase, or by the printed recovery key."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from hipmap.model.records import RecordsUse, Role, User
from hipmap.storage.records.attempts import RECOVERY, begin_attempt, succeeded
from hipmap.storage.records.audit_anchor import read_anchor, write_fresh_anchor
from hipmap.storage.records.audit_chain import audit_key, head_of, seal_at
from hipmap.storage.records.database import (
    RECORDS,
    Connection,
    connect,
    give_back_free_pages,
    must_look_encrypted,
    translated,
)
from hipmap.storage.records.key_file import KEYS, KEYS_COPY, KeyFile, read_key_file
from hipmap.storage.records.key_slots import Opened, opened_by_passphrase, opened_by_recovery
from hipmap.storage.records.migrating import is_due, migrate, must_not_be_newer
from hipmap.storage.records.migrations import MIGRATIONS
from hipmap.storage.records.migrations.migration import Migration
from hipmap.storage.records.passphrase_key import is_as_strong_as_asked, name_key
from hipmap.storage.records.problems import (
    Damaged,
    NotFound,
    NoVault,
    OlderCopy,
    ReadOnly,
    VaultProblem,
    WrongPassphrase,
)
from hipmap.storage.records.rights import must_allow
from hipmap.storage.records.sentences import Sentence
from hipmap.storage.records.set_aside import drop_older_asides, set_aside
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.vault import ReadOnlyBecause, Session, Vault
from hipmap.storage.records.write_lock import Owner, WriteLock, take

_TOKEN_BYTES = 16


def open_vault(
    folder: Path, name: str, passphrase: str, around: Surroundings, *, accept_older: bool = False
) -> Vault:
    """Opens the records for a user; a second window may only read, and says who writes."""
    with translated(folder / RECORDS):
        must_be_vault(folder)
        begin_attempt(folder, name, around)
        opened, notes = unlocked(folder, lambda keys: opened_by_passphrase(keys, name, passphrase))
        succeeded(folder, name, around)
        if not is_as_strong_as_asked(passphrase):
            notes = (*notes, Sentence("passphrase_of_before"))
        return opened_vault(folder, opened, around, notes=notes, accept_older=accept_older)


def unlocked_by_recovery(folder: Path, letters: str, around: Surroundings) -> Opened:
    """Gives the data key by the printed letters."""
    with translated(folder / RECORDS):
        must_be_vault(folder)
        begin_attempt(folder, RECOVERY, around)
        opened, _ = unlocked(folder, lambda keys: opened_by_recovery(keys, letters))
        succeeded(folder, RECOVERY, around)
        return opened


def must_be_vault(folder: Path) -> None:
    """Refuses what is no folder of records, before any key is tried."""
    name = folder.name or str(folder)
    if folder.is_symlink():
        raise NoVault("link", name)
    if not folder.is_dir():
        raise NoVault("no_folder", name)
    if not (folder / RECORDS).exists():
        raise NoVault("no_records", name, file=RECORDS)
    must_look_encrypted(folder / RECORDS)


def unlocked(folder: Path, key_of: Callable[[KeyFile], Opened]) -> tuple[Opened, tuple[Sentence, ...]]:
    """Opens by the key file, or by its copy where the first is damaged or gone; says which was bad."""
    problems: list[VaultProblem] = []
    for name in (KEYS, KEYS_COPY):
        try:
            keys = read_key_file(folder / name)
            opened = key_of(keys)
        except FileNotFoundError:
            problems.append(NoVault("keys_missing", name))
            continue
        except VaultProblem as problem:
            problems.append(problem)
            continue
        if keys.is_signed_by(opened.data_key):
            return opened, tuple(problem.said for problem in problems)
        problems.append(Damaged("keys_changed", name))
    wrong = [problem for problem in problems if isinstance(problem, WrongPassphrase)]
    raise (wrong or problems)[0]


def opened_vault(
    folder: Path,
    opened: Opened,
    around: Surroundings,
    *,
    notes: tuple[Sentence, ...] = (),
    accept_older: bool = False,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Vault:
    """Opens the database with a data key and begins the session of the slot's user."""
    who = user_of(folder, opened)
    if accept_older:
        must_allow(who.role, "accept_older")
    got = take(folder, opened.data_key, who.name, around)
    lock = got if isinstance(got, WriteLock) else None
    connection = connect(folder / RECORDS, opened.data_key, read_only=got is None)
    try:
        must_not_be_newer(connection, migrations)
        _bring_up_to_date(
            folder, connection, opened.data_key, migrations, writes=lock is not None, around=around
        )
        if not accept_older:
            _must_reach_the_anchor(folder, connection, opened.data_key)
        session = Session(bytearray(opened.data_key), connection, who, lock, "", _why_only_reading(got))
        session.silent = got is None
        session.use = _use_of(folder, connection)
        vault = Vault(folder, around, session, (*notes, *_left_behind(lock)))
        _begin(vault, session, accept_older=accept_older)
    except BaseException:
        connection.close()
        if lock is not None:
            lock.release()
        raise
    return vault


def slot_of(folder: Path, data_key: bytes, name: str) -> str:
    """Gives the slot of a user whom the records know."""
    row = _user_where(folder, data_key, "name_key", name_key(name))
    if row is None:
        raise NotFound("user_unknown", "user", name=name)
    return str(row[2])


def user_of(folder: Path, opened: Opened) -> User:
    """A key file of yesterday must not let in whom the records no longer know."""
    row = _user_where(folder, opened.data_key, "slot", opened.slot)
    if row is None:
        raise WrongPassphrase("passphrase_retired")
    return User(name=row[0], role=row[1])


def role_of(folder: Path, data_key: bytes, name: str) -> Role | None:
    """Gives the role of somebody whom the records may know."""
    row = _user_where(folder, data_key, "name_key", name_key(name))
    return None if row is None else User(name=row[0], role=row[1]).role


def _user_where(folder: Path, data_key: bytes, column: str, value: str) -> Any:
    path = folder / RECORDS
    # A change that a crash left half done is taken back by the first that may write.
    connection = connect(path, data_key, read_only=not _is_writable(path))
    try:
        with translated(path):
            return connection.execute(
                f"SELECT name, role, slot FROM user WHERE {column} = ?", (value,)
            ).fetchone()
    finally:
        connection.close()


def _use_of(folder: Path, connection: Connection) -> RecordsUse:
    with translated(folder / RECORDS):
        row = connection.execute("SELECT value FROM vault WHERE key = 'use'").fetchone()
    return "own" if row == ("own",) else "clinic"


def _is_writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _bring_up_to_date(
    folder: Path,
    connection: Connection,
    data_key: bytes,
    migrations: Sequence[Migration],
    *,
    writes: bool,
    around: Surroundings,
) -> None:
    if not is_due(connection, migrations):
        return
    if not writes:
        raise ReadOnly("older_records")
    copy = partial(set_aside, folder, connection, data_key, around=around)
    migrate(connection, folder / RECORDS, copy, migrations)
    drop_older_asides(folder)


def _must_reach_the_anchor(folder: Path, connection: Connection, data_key: bytes) -> None:
    head = read_anchor(folder, audit_key(data_key)).head
    if head is None:
        return
    with translated(folder / RECORDS):
        seal, last = seal_at(connection, head.count), head_of(connection).count
    if seal != head.seal:
        raise OlderCopy("older_copy", RECORDS, reached=head.count, last=last)


def _why_only_reading(got: WriteLock | Owner | None) -> ReadOnlyBecause | None:
    if isinstance(got, WriteLock):
        return None
    if got is None:
        return ReadOnlyBecause(Sentence("read_only_place"))
    return ReadOnlyBecause(Sentence("read_only_now", **got.told()), got)


def _left_behind(lock: WriteLock | None) -> tuple[Sentence, ...]:
    if lock is None or lock.left_behind is None:
        return ()
    return (Sentence("not_closed", **lock.left_behind.told()),)


def _sweep(folder: Path) -> None:
    """Takes away what a crash left of a key file that was just being written."""
    for name in (KEYS, KEYS_COPY):
        for left in folder.glob(f".{name}.*.new"):
            left.unlink(missing_ok=True)


def _begin(vault: Vault, session: Session, *, accept_older: bool) -> None:
    """Takes the pen, and tells the audit who opened."""
    key = audit_key(vault.data_key)
    anchor = read_anchor(vault.folder, key)
    vault.anchor_was_whole = anchor.whole
    if session.write_lock is not None:
        _sweep(vault.folder)
        # A power cut can tear free pages, which no journal keeps; they would fail every proof and backup.
        if not give_back_free_pages(vault.path, vault.data_key):
            vault.notes = (*vault.notes, Sentence("partly_damaged", RECORDS))
        session.writer = vault.around.random_bytes(_TOKEN_BYTES).hex()
        with translated(vault.path):
            session.connection.execute("INSERT OR REPLACE INTO vault VALUES ('writer', ?)", (session.writer,))
    if accept_older:
        vault.looked("older_state_accepted", "")
    if anchor.head is None and session.write_lock is not None:
        vault.looked("anchor_missing", "")
    vault.looked("opened", "")
    if session.write_lock is not None and (accept_older or not anchor.whole):
        with translated(vault.path):
            write_fresh_anchor(vault.folder, key, head_of(session.connection))
