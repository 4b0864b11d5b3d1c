"""Version 1: patients, visits with every step of their editing, scores, attachments, users, audit, search."""

from hipmap.storage.records.migrations.migration import Migration

_TABLES = (
    "CREATE TABLE vault (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE user (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL CHECK (role IN ('clinician', 'assistant')), slot TEXT NOT NULL) STRICT""",
    """CREATE TABLE patient (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, born TEXT, notes TEXT NOT NULL, archived INTEGER NOT NULL DEFAULT 0,
        made TEXT NOT NULL, changed TEXT NOT NULL) STRICT""",
    """CREATE TABLE tag (
        patient INTEGER NOT NULL REFERENCES patient ON DELETE CASCADE, word TEXT NOT NULL,
        PRIMARY KEY (patient, word)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE visit (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
        patient INTEGER NOT NULL REFERENCES patient ON DELETE CASCADE,
        day TEXT NOT NULL, note TEXT NOT NULL, content TEXT NOT NULL, step INTEGER NOT NULL,
        made TEXT NOT NULL, changed TEXT NOT NULL) STRICT""",
    "CREATE INDEX visit_of ON visit (patient, day)",
    """CREATE TABLE step (
        visit INTEGER NOT NULL REFERENCES visit ON DELETE CASCADE, step INTEGER NOT NULL,
        at TEXT NOT NULL, user TEXT NOT NULL, note TEXT NOT NULL, content TEXT NOT NULL,
        seal BLOB NOT NULL, PRIMARY KEY (visit, step)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE score (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
        patient INTEGER NOT NULL REFERENCES patient ON DELETE CASCADE,
        measure TEXT NOT NULL, value REAL NOT NULL, day TEXT NOT NULL) STRICT""",
    "CREATE INDEX score_of ON score (patient, day)",
    """CREATE TABLE attachment (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
        patient INTEGER NOT NULL REFERENCES patient ON DELETE CASCADE,
        name TEXT NOT NULL, day TEXT NOT NULL, digest TEXT NOT NULL, content BLOB NOT NULL) STRICT""",
    "CREATE INDEX attachment_of ON attachment (patient, day)",
)

# One row for a patient's own words and one for the note of each visit, so that an edit writes little anew.
# The upper half of a row's number is the patient, the lower the visit; the words are folded before.
_SEARCH = (
    """CREATE VIRTUAL TABLE words USING fts5 (
        name, number, tags, notes, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')""",
)

# An entry of something that changed says what kind it is, with a digest of what it is now; the salt of the
# digest lies apart, so that it goes with what is deleted.
_AUDIT = (
    """CREATE TABLE audit (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL,
        object TEXT NOT NULL, kind TEXT NOT NULL, digest BLOB NOT NULL, hash BLOB NOT NULL) STRICT""",
    "CREATE TABLE salt (object TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
        BEGIN SELECT RAISE (ABORT, 'the audit is never changed'); END""",
    """CREATE TRIGGER audit_stays BEFORE DELETE ON audit
        BEGIN SELECT RAISE (ABORT, 'the audit is never cut'); END""",
    """CREATE TRIGGER audit_grows BEFORE INSERT ON audit
        WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
        BEGIN SELECT RAISE (ABORT, 'the audit grows at its end'); END""",
)

MIGRATION = Migration(
    version=1,
    why="the first version",
    statements=(*_TABLES, *_SEARCH, *_AUDIT, "PRAGMA application_id = 1751740525"),
)
