"""The encrypted database: opened with the right settings, and told apart from every other file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sqlcipher3 import dbapi2

from hipmap.storage.complaints import refusal
from hipmap.storage.records.durable_files import must_be_plain
from hipmap.storage.records.problems import Damaged, NotSaved, NoVault, ReadOnly, VaultProblem

RECORDS = "records.db"
# sqlcipher3 brings no types.
Connection = Any
_PLAIN_SQLITE = b"SQLite format 3\0"
_SMALLEST = 4096
_RESTORE = "put back the folder from a backup (`hipmap records restore`)"
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
        raise Damaged(str(refusal(path.name, f"this file is empty; {_RESTORE}")))
    if begin == _PLAIN_SQLITE:
        raise NoVault(
            str(refusal(path.name, "this is a database of another program; name a folder made by hipmap"))
        )
    # A power cut can tear the last page of a change, which the journal then takes back.
    if not unfinished and (size < _SMALLEST or size % _SMALLEST):
        raise Damaged(str(refusal(path.name, f"this file is cut or something was added to it; {_RESTORE}")))


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
        # So SQLCipher tells of some pages whose seal is broken.
        raise Damaged(str(refusal(path.name, f"the records are damaged; {_RESTORE}"))) from error
    except OSError as error:
        raise NotSaved(
            str(refusal(path.name, f"the records cannot be reached ({error.strerror}); {_KEEP_OPEN}"))
        ) from error


_KEEP_OPEN = "keep this window open, mend that, and save again"


def _tell(error: Exception, path: Path) -> NoReturn:
    name = str(getattr(error, "sqlite_errorname", ""))
    raise _problem(name, error, path) from error


def _problem(name: str, error: Exception, path: Path) -> VaultProblem:
    def say(kind: type[VaultProblem], text: str) -> VaultProblem:
        return kind(str(refusal(path.name, text)))

    base = "_".join(name.split("_")[:2])
    if base in _READ_ERRORS:
        return say(Damaged, f"the records are damaged or belong to another key file; {_RESTORE}")
    # A backup tells of a full disk in words alone.
    if base == "SQLITE_FULL" or "disk is full" in str(error):
        return say(NotSaved, f"the disk is full: the change is not saved; {_KEEP_OPEN}")
    if base in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return say(NotSaved, "another computer is writing just now: the change is not saved; save again")
    if base == "SQLITE_READONLY":
        return say(ReadOnly, "the records can only be read here; copy the folder to where you may write")
    if base in ("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_NOLFS"):
        return say(NotSaved, f"the disk or the network share does not answer; {_KEEP_OPEN}")
    if base == "SQLITE_CONSTRAINT":
        return say(NotSaved, f"this does not fit the records ({error}); correct it")
    return say(NotSaved, f"the records could not do it ({name or type(error).__name__}); {_KEEP_OPEN}")


def damage(connection: Connection, path: Path) -> str | None:
    """Reads the whole file: every page's seal, then the structure; gives what is wrong, or None."""
    try:
        seals = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if seals:
            return f"{len(seals)} places are damaged, the first: {seals[0][0]}"
        structure = connection.execute("PRAGMA integrity_check").fetchall()
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except dbapi2.Error as error:
        return str(_problem(str(getattr(error, "sqlite_errorname", "")), error, path))
    if structure != [("ok",)]:
        return f"the structure is damaged: {structure[0][0]}"
    return f"{len(loose)} rows belong to nothing" if loose else None
