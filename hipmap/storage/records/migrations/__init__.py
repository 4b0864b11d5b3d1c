"""One module for each version of the database, with what it changes and why, in their order."""

from hipmap.storage.records.migrations import to_1
from hipmap.storage.records.migrations.migration import Migration

MIGRATIONS: tuple[Migration, ...] = (to_1.MIGRATION,)
