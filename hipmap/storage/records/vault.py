"""Open records: reads, and changes that are on the disk before anyone is told that they are saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hipmap.model.records import Role, User
from hipmap.storage.records.audit_anchor import write_anchor
from hipmap.storage.records.audit_chain import append, audit_key
from hipmap.storage.records.database import RECORDS, Connection, translated
from hipmap.storage.records.problems import Locked, NotAllowed, NotSaved, ReadOnly
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.write_lock import Owner, WriteLock


@dataclass
class Change:
    """One change while it is made: its statements, and what the audit will say of it."""

    connection: Connection
    at: str
    user: str
    told: list[tuple[str, str]] = field(default_factory=list)

    def execute(self, statement: str, *values: Any) -> Any:
        return self.connection.execute(statement, values)

    def log(self, action: str, subject: str) -> None:
        """Tells the audit: an action, and the id of what it was done to."""
        self.told.append((action, subject))


@dataclass(frozen=True)
class ReadOnlyBecause:
    """Why this window may only read, and who writes, where that is known."""

    why: str
    owner: Owner | None = None


@dataclass
class Session:
    """What an open vault holds in memory and gives up when it is locked."""

    data_key: bytearray
    connection: Connection
    user: User
    write_lock: WriteLock | None
    writer: str
    read_only: ReadOnlyBecause | None
    # The medium takes nothing, so that looking cannot be written down either.
    silent: bool = False


class Vault:
    """The records of one folder, open for one user."""

    def __init__(self, folder: Path, around: Surroundings, session: Session, notes: tuple[str, ...]) -> None:
        self.folder = folder
        self.around = around
        self.notes = notes
        # Opening makes a damaged anchor anew; who proves the records must still hear of it.
        self.anchor_was_whole = True
        self._session: Session | None = session
        self._file = _identity(self.path)

    @property
    def path(self) -> Path:
        return self.folder / RECORDS

    @property
    def session(self) -> Session:
        """What is in memory; Locked after lock()."""
        if self._session is None:
            raise Locked("the records are locked; give the passphrase to open them again")
        return self._session

    @property
    def user(self) -> User:
        return self.session.user

    @property
    def read_only(self) -> ReadOnlyBecause | None:
        return self.session.read_only

    @property
    def is_locked(self) -> bool:
        return self._session is None

    @property
    def data_key(self) -> bytes:
        return bytes(self.session.data_key)

    def must_be(self, role: Role, what: str) -> None:
        """Refuses what this user's role does not allow."""
        if self.user.role != role:
            raise NotAllowed(f"only a {role} may {what}; ask one to do it")

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Reads all at once, so that no lock stays on the file."""
        with translated(self.path):
            found: list[tuple[Any, ...]] = self.session.connection.execute(statement, values).fetchall()
        return found

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """Makes one change; when this ends without a problem it is on the disk, else nothing changed."""
        if self.read_only is not None:
            raise ReadOnly(self.read_only.why)
        with self._transaction() as change:
            self._must_still_write()
            yield change

    def looked(self, action: str, subject: str) -> None:
        """Writes down that something was looked at, also in a window that may only read."""
        if self.session.silent:
            return
        with self._transaction() as change:
            change.log(action, subject)

    def lock(self) -> None:
        """Drops the keys and closes the file; nothing can be read or written after this."""
        session, self._session = self._session, None
        if session is None:
            return
        session.data_key[:] = bytes(len(session.data_key))
        session.connection.close()
        if session.write_lock is not None:
            session.write_lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[Change]:
        session = self.session
        self._must_be_the_same_file()
        key = audit_key(self.data_key)
        with translated(self.path):
            session.connection.execute("BEGIN IMMEDIATE")
            try:
                change = Change(session.connection, self.around.moment(), session.user.name)
                yield change
                head = append(session.connection, key, change.at, change.user, change.told)
                session.connection.execute("COMMIT")
            except BaseException:
                if session.connection.in_transaction:
                    session.connection.execute("ROLLBACK")
                raise
        try:
            write_anchor(self.folder, key, head)
        except OSError:
            return  # the change is saved; an anchor that lags is still true

    def _must_be_the_same_file(self) -> None:
        if (now := _identity(self.path)) == self._file:
            return
        what = "gone" if now is None else "replaced by another file"
        raise NotSaved(
            f"{RECORDS}: the file of the records is {what} since this window opened it; nothing was written: "
            "put it back and save again, or open the records anew"
        )

    def _must_still_write(self) -> None:
        row = self.session.connection.execute("SELECT value FROM vault WHERE key = 'writer'").fetchone()
        if row is None or row[0] != self.session.writer:
            raise NotSaved(
                "another computer has begun to write to these records; nothing was written: "
                "open the records anew and enter this change again"
            )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
