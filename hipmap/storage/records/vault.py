"""Open records: reads, and changes that are on the disk before anyone is told that they are saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hipmap.model.records import RecordsUse, User
from hipmap.storage.records.audit_anchor import write_anchor
from hipmap.storage.records.audit_chain import Told, append, audit_key
from hipmap.storage.records.database import RECORDS, Connection, connect, translated
from hipmap.storage.records.object_digests import digest_key, sealed_state
from hipmap.storage.records.problems import Damaged, Locked, NotSaved, ReadOnly
from hipmap.storage.records.rights import RIGHTS, Right, must_allow
from hipmap.storage.records.sentences import Sentence
from hipmap.storage.records.surroundings import Surroundings
from hipmap.storage.records.write_lock import Owner, WriteLock


@dataclass
class Change:
    """One change while it is made: its statements, and what the audit will say of it."""

    connection: Connection
    at: str
    user: str
    key: bytes
    told: list[Told] = field(default_factory=list)

    def execute(self, statement: str, *values: Any) -> Any:
        return self.connection.execute(statement, values)

    def log(self, action: str, subject: str, kind: str = "") -> None:
        """Tells the audit: an action, and the id of what it was done to; the kind of what was changed."""
        self.told.append(Told(action, subject, kind))

    def sealed(self) -> list[Told]:
        """Gives what the audit will say, with a digest of each changed thing as it now is."""
        return [
            replace(one, digest=sealed_state(self.connection, self.key, one.kind, one.subject))
            if one.kind
            else one
            for one in self.told
        ]


@dataclass(frozen=True)
class ReadOnlyBecause:
    """Why this window may only read, and who writes, where that is known."""

    why: Sentence
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
    # The disk failed under the connection, which may not recover although the disk does.
    is_worn: bool = False
    use: RecordsUse = "clinic"


class Vault:
    """The records of one folder, open for one user."""

    def __init__(
        self, folder: Path, around: Surroundings, session: Session, notes: tuple[Sentence, ...]
    ) -> None:
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
            raise Locked("locked")
        return self._session

    @property
    def connection(self) -> Connection:
        """Gives the connection, a new one after the disk failed under the old one."""
        session = self.session
        if session.is_worn:
            self._must_be_the_same_file()
            session.connection.close()
            session.connection = connect(self.path, self.data_key, read_only=session.silent)
            session.is_worn = False
        return session.connection

    @property
    def user(self) -> User:
        return self.session.user

    @property
    def use(self) -> RecordsUse:
        """Whose records these are: of a clinic's patients, or of a person at home."""
        return self.session.use

    @property
    def read_only(self) -> ReadOnlyBecause | None:
        return self.session.read_only

    @property
    def is_locked(self) -> bool:
        return self._session is None

    @property
    def data_key(self) -> bytes:
        return bytes(self.session.data_key)

    def has(self, right: Right) -> bool:
        """Whether this user's role allows it."""
        return right in RIGHTS[self.user.role]

    def must_have(self, right: Right) -> None:
        """Refuses what this user's role does not allow."""
        must_allow(self.user.role, right)

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Reads all at once, so that no lock stays on the file."""
        with self._reaching() as connection:
            found: list[tuple[Any, ...]] = connection.execute(statement, values).fetchall()
        return found

    @contextmanager
    def changing(self) -> Iterator[Change]:
        """Makes one change; when this ends without a problem it is on the disk, else nothing changed."""
        if self.read_only is not None:
            raise ReadOnly.of(self.read_only.why)
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
    def _reaching(self) -> Iterator[Connection]:
        connection = self.connection
        try:
            with translated(self.path):
                yield connection
        except (NotSaved, Damaged, ReadOnly):
            if self._session is not None:
                self._session.is_worn = True
            raise

    @contextmanager
    def _transaction(self) -> Iterator[Change]:
        session = self.session
        self._must_be_the_same_file()
        key = audit_key(self.data_key)
        with self._reaching() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                change = Change(connection, self.around.moment(), session.user.name, digest_key(key))
                yield change
                head = append(connection, key, change.at, change.user, change.sealed())
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        try:
            write_anchor(self.folder, key, head)
        except OSError:
            return  # the change is saved; an anchor that lags is still true

    def _must_be_the_same_file(self) -> None:
        if (now := _identity(self.path)) == self._file:
            return
        raise NotSaved("file_gone" if now is None else "file_replaced", RECORDS)

    def _must_still_write(self) -> None:
        row = self.session.connection.execute("SELECT value FROM vault WHERE key = 'writer'").fetchone()
        if row is None or row[0] != self.session.writer:
            raise NotSaved("other_writer")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
