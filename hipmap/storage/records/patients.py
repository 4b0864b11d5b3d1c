"""The patients of the records: add, change, tag, archive, find."""

from typing import Any

from hipmap.model.records import Identity, Patient
from hipmap.storage.records.folded_words import folded, search_queries
from hipmap.storage.records.problems import NotAllowed, NotFound
from hipmap.storage.records.vault import Change, Vault

_UID_BYTES = 16
_MOST_FOUND = 50
_COLUMNS = "uid, number, name, born, notes, archived, made, changed"


def new_uid(vault: Vault) -> str:
    return vault.around.random_bytes(_UID_BYTES).hex()


def add_patient(vault: Vault, identity: Identity) -> Patient:
    """Writes down a new patient; the own number must be new."""
    uid = new_uid(vault)
    with vault.changing() as change:
        insert_patient(change, uid, identity)
        change.log("patient_added", uid, "patient")
    return patient_of(vault, uid)


def insert_patient(change: Change, uid: str, identity: Identity) -> int:
    """Writes a patient within a change; gives the number of the row."""
    _must_be_new_number(change, identity.number, uid)
    row = change.execute(
        f"INSERT INTO patient ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, 0, ?, ?)",
        uid, identity.number, identity.name, identity.born, identity.notes, change.at, change.at,
    ).lastrowid  # fmt: skip
    _write_tags(change, row, identity)
    index_patient(change, row)
    return int(row)


def change_patient(vault: Vault, uid: str, identity: Identity) -> Patient:
    """Writes what is known of a patient anew."""
    row = row_of(vault, uid)
    with vault.changing() as change:
        _must_be_new_number(change, identity.number, uid)
        change.execute(
            "UPDATE patient SET number = ?, name = ?, born = ?, notes = ?, changed = ? WHERE id = ?",
            identity.number, identity.name, identity.born, identity.notes, change.at, row,
        )  # fmt: skip
        change.execute("DELETE FROM tag WHERE patient = ?", row)
        _write_tags(change, row, identity)
        index_patient(change, row)
        change.log("patient_changed", uid, "patient")
    return patient_of(vault, uid)


def archive_patient(vault: Vault, uid: str, *, archived: bool) -> None:
    """Takes a patient out of the usual lists, or back into them."""
    row = row_of(vault, uid)
    with vault.changing() as change:
        change.execute("UPDATE patient SET archived = ? WHERE id = ?", int(archived), row)
        change.log("patient_archived" if archived else "patient_brought_back", uid, "patient")


def patient_of(vault: Vault, uid: str) -> Patient:
    """Gives a patient without telling the audit; `look_at_patient` is for when a person looks."""
    found = _patients(vault, vault.rows(f"SELECT id, {_COLUMNS} FROM patient WHERE uid = ?", uid))
    if not found:
        raise NotFound("patient_gone")
    return found[0]


def look_at_patient(vault: Vault, uid: str) -> Patient:
    """Gives a patient and tells the audit that somebody looked."""
    found = patient_of(vault, uid)
    vault.looked("patient_seen", uid)
    return found


def tags_in_use(vault: Vault) -> tuple[str, ...]:
    """Gives every tag that some patient has."""
    return tuple(word for (word,) in vault.rows("SELECT DISTINCT word FROM tag ORDER BY word"))


def find_patients(
    vault: Vault, text: str = "", *, archived: bool = False, tag: str = "", most: int = _MOST_FOUND
) -> tuple[Patient, ...]:
    """Gives the patients with whom every word begins one of name, number, tags or notes; the latest first.

    With `tag` only those who have it.
    """
    queries = search_queries(text)
    if text.strip() and not queries:
        return ()
    begun = "AND p.id IN (SELECT rowid >> 32 FROM words WHERE words MATCH ?) " * len(queries)
    tagged = "AND EXISTS (SELECT 1 FROM tag WHERE patient = p.id AND word = ?) " if tag else ""
    columns = ", ".join(f"p.{name}" for name in _COLUMNS.split(", "))
    rows = vault.rows(
        f"SELECT p.id, {columns} FROM patient p WHERE p.archived = ? {begun}{tagged}"
        "ORDER BY p.changed DESC LIMIT ?",
        int(archived), *queries, *([tag] if tag else []), most,
    )  # fmt: skip
    return _patients(vault, rows)


def row_of(vault: Vault, uid: str) -> int:
    rows = vault.rows("SELECT id FROM patient WHERE uid = ?", uid)
    if not rows:
        raise NotFound("patient_gone")
    return int(rows[0][0])


def index_patient(change: Change, row: int) -> None:
    """Brings the search of a patient's own words up to date."""
    name, number, notes = change.execute(
        "SELECT name, number, notes FROM patient WHERE id = ?", row
    ).fetchone()
    tags = change.execute("SELECT word FROM tag WHERE patient = ? ORDER BY word", row).fetchall()
    change.execute(
        "INSERT OR REPLACE INTO words (rowid, name, number, tags, notes) VALUES (?, ?, ?, ?, ?)",
        row << 32, folded(name), folded(number), folded(" ".join(word for (word,) in tags)), folded(notes),
    )  # fmt: skip


def index_visit(change: Change, patient: int, visit: int, note: str) -> None:
    """Brings the search of a visit's note up to date."""
    change.execute(
        "INSERT OR REPLACE INTO words (rowid, name, number, tags, notes) VALUES (?, '', '', '', ?)",
        patient << 32 | visit, folded(note),
    )  # fmt: skip


def forget_words(change: Change, patient: int) -> None:
    """Takes a patient and all visits out of the search."""
    change.execute("DELETE FROM words WHERE rowid BETWEEN ? AND ?", patient << 32, (patient + 1 << 32) - 1)


def forget_note(change: Change, patient: int, visit: int) -> None:
    """Takes the note of one visit out of the search."""
    change.execute("DELETE FROM words WHERE rowid = ?", patient << 32 | visit)


def _write_tags(change: Change, row: int, identity: Identity) -> None:
    for word in dict.fromkeys(identity.tags):
        change.execute("INSERT INTO tag VALUES (?, ?)", row, word)


def _must_be_new_number(change: Change, number: str, uid: str) -> None:
    taken = change.execute("SELECT 1 FROM patient WHERE number = ? AND uid <> ?", number, uid).fetchone()
    if taken:
        raise NotAllowed("number_taken", "number", number=number)


def _patients(vault: Vault, rows: list[tuple[Any, ...]]) -> tuple[Patient, ...]:
    found = []
    for row, uid, number, name, born, notes, archived, made, changed in rows:
        tags = tuple(word for (word,) in vault.rows("SELECT word FROM tag WHERE patient = ?", row))
        identity = Identity(number=number, name=name, born=born, notes=notes, tags=tags)
        found.append(Patient(uid=uid, identity=identity, archived=bool(archived), made=made, changed=changed))
    return tuple(found)
