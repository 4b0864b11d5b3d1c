"""The encrypted database: opened with the right settings, and told apart from every other file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sqlcipher3 import dbapi2

from hipmap.storage.records.durable_files import must_be_plain
from hipmap.storage.records.problems import Damaged, NotSaved, NoVault, ReadOnly, VaultProblem
from hipmap.storage.records.sentences import Sentence

RECORDS = "records.db"
# sqlcipher3 brings no types.
Connection = Any
_PLAIN_SQLITE = b"SQLite format 3\0"
_SMALLEST = 4096
_WAIT_SECONDS = 5.0
_ALWAYS = (
    "cipher_compatibility = 4",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "mmap_size = 0",
)
_WRITING = (
    # No write-ahead log: it needs memory that the computers of a network share do not have in common.
    # TRUNCATE with FULL waits for the disk after the journal is emptied, which is the moment of commit;
    # DELETE with FULL does not, so that a power cut could take back a change that was acknowledged.
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "secure_delete = ON",
)
_READ_ERRORS = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}


def must_look_encrypted(path: Path) -> None:
    """Refuses what is no database of records before a key is tried on it."""
    must_be_plain(path)
    journal = path.with_name(f"{path.name}-journal")
    unfinished = journal.is_symlink() or journal.exists()
    if unfinished:
        must_be_plain(journal)
        unfinished = journal.stat().st_size > 0
    with path.open("rb") as file:
        begin = file.read(len(_PLAIN_SQLITE))
    size = path.stat().st_size
    if not size:
        raise Damaged("file_empty", path.name)
    if begin == _PLAIN_SQLITE:
        raise NoVault("other_program", path.name)
    # A power cut can tear the last page of a change, which the journal then takes back.
    if not unfinished and (size < _SMALLEST or size % _SMALLEST):
        raise Damaged("file_cut", path.name)


def connect(path: Path, data_key: bytes, *, read_only: bool = False) -> Connection:
    """Opens the file with the key; whether it fits shows at the first reading."""
    mode = "ro" if read_only else "rw"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    with translated(path):
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=False
        )
        try:
            # Without this SQLCipher tells of every failure on the terminal.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
            for setting in (*_ALWAYS, *(() if read_only else _WRITING)):
                connection.execute(f"PRAGMA {setting}").fetchall()
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns the errors of the database and of the disk into sentences."""
    try:
        yield
    except dbapi2.Error as error:
        _tell(error, path)
    except MemoryError as error:
        # So SQLite tells of a page that SQLCipher could not open, and of memory that is really at its end.
        raise Damaged("damaged", path.name) from error
    except OSError as error:
        raise NotSaved("unreachable", path.name, why=str(error.strerror)) from error


def _tell(error: Exception, path: Path) -> NoReturn:
    name = str(getattr(error, "sqlite_errorname", ""))
    raise _problem(name, error, path) from error


def _problem(name: str, error: Exception, path: Path) -> VaultProblem:
    base = "_".join(name.split("_")[:2])
    if base in _READ_ERRORS:
        return Damaged("damaged_or_other_key", path.name)
    # The page of a long text was replaced by another whose seal is good, an older one.
    if "decode to UTF-8" in str(error):
        return Damaged("damaged", path.name)
    # A backup tells of a full disk in words alone.
    if base == "SQLITE_FULL" or "disk is full" in str(error):
        return NotSaved("disk_full", path.name)
    if base in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return NotSaved("busy", path.name)
    if base == "SQLITE_READONLY":
        return ReadOnly("read_only_medium", path.name)
    if base in ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_NOLFS"):
        return NotSaved("no_answer", path.name)
    if base == "SQLITE_CONSTRAINT":
        return NotSaved("not_fitting", path.name, why=str(error))
    return NotSaved("not_done", path.name, why=name or type(error).__name__)


def give_back_free_pages(path: Path, data_key: bytes) -> bool:
    """Makes the file smaller by the pages that hold nothing; False where it met a damaged page.

    What cannot be given back now is given back at the next opening.
    """
    for write_anew in (False, True):
        try:
            _give_back(path, data_key, write_anew=write_anew)
        except Damaged:
            continue
        except VaultProblem:
            pass  # another computer writes just now, or the disk does not answer
        return True
    return False


def _give_back(path: Path, data_key: bytes, *, write_anew: bool) -> None:
    """Uses a connection of its own: after a damaged page a connection calls everything damaged.

    To give back a page that lists free ones, the first of its list is read, and a power cut may have torn
    that one. A new value is put into free pages unread, which writes them anew.
    """
    connection = connect(path, data_key)
    try:
        with translated(path):
            if write_anew:
                size = connection.execute("PRAGMA freelist_count").fetchone()[0] * _SMALLEST
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO salt VALUES ('room', zeroblob(?))", (size,))
                connection.execute("DELETE FROM salt WHERE object = 'room'")
                connection.execute("COMMIT")
            connection.execute("PRAGMA incremental_vacuum").fetchall()
    finally:
        connection.close()


def damage(connection: Connection, path: Path) -> Sentence | None:
    """Reads the whole file: every page's seal, then the structure; gives what is wrong, or None."""
    try:
        seals = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if seals:
            return Sentence("places_damaged", count=len(seals), first=str(seals[0][0]))
        structure = connection.execute("PRAGMA integrity_check").fetchall()
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except dbapi2.Error as error:
        return _problem(str(getattr(error, "sqlite_errorname", "")), error, path).said
    except MemoryError:
        return Sentence("damaged")
    if structure != [("ok",)]:
        return Sentence("structure_damaged", why=str(structure[0][0]))
    return Sentence("rows_loose", count=len(loose)) if loose else None
