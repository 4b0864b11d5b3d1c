"""Brings a database to the version of this hipmap, after laying a copy of it aside."""

from collections.abc import Callable, Sequence
from pathlib import Path

from hipmap.storage.records.database import RECORDS, Connection, translated
from hipmap.storage.records.migrations import MIGRATIONS
from hipmap.storage.records.migrations.migration import Migration
from hipmap.storage.records.problems import NewerFormat


def version_of(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def must_not_be_newer(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Refuses a database that a newer hipmap wrote."""
    if version_of(connection) > migrations[-1].version:
        raise NewerFormat("newer_records", RECORDS)


def is_due(connection: Connection, migrations: Sequence[Migration] = MIGRATIONS) -> bool:
    return version_of(connection) < migrations[-1].version


def migrate(
    connection: Connection,
    path: Path,
    copy_first: Callable[[int], object],
    migrations: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Takes every step that is missing, each in one transaction; `copy_first` is given the old version."""
    before = version_of(connection)
    if before and is_due(connection, migrations):
        copy_first(before)
    for migration in migrations:
        if migration.version > before:
            _step(connection, path, migration)


def _step(connection: Connection, path: Path, migration: Migration) -> None:
    with translated(path):
        connection.execute("BEGIN EXCLUSIVE")
        try:
            for statement in migration.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {migration.version}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
