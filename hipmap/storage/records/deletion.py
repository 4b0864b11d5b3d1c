"""Deletes a patient or a visit for good, and says which copies still hold what was deleted."""

from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.backups import copies_with
from hipmap.storage.records.database import give_back_free_pages
from hipmap.storage.records.patients import forget_note, forget_words, row_of
from hipmap.storage.records.problems import NotFound
from hipmap.storage.records.vault import Change, Vault

_WITH_IT = ("visit", "score", "attachment")


@dataclass(frozen=True)
class Deleted:
    """What still holds it: copies that were found; others may exist where nobody looked."""

    still_in: tuple[Path, ...]


def delete_patient(vault: Vault, uid: str, backups: tuple[Path, ...]) -> Deleted:
    """Overwrites everything of a patient; `backups` are the folders in which copies are looked for."""
    vault.must_have("delete")
    row = row_of(vault, uid)
    with vault.changing() as change:
        forget_words(change, row)
        _write_index_anew(change)
        with_it = [
            (kind, one)
            for kind in _WITH_IT
            for one in change.execute(f"SELECT uid FROM {kind} WHERE patient = ?", row)
        ]
        # Visits, steps, scores, attachments and tags go with the patient.
        change.execute("DELETE FROM patient WHERE id = ?", row)
        change.log("patient_deleted", uid, "patient")
        for kind, (one,) in with_it:
            change.log(f"{kind}_removed", one, kind)
    # What was deleted is overwritten by now; its pages only still take up room.
    give_back_free_pages(vault.path, vault.data_key)
    return Deleted(copies_with(vault, "patient", uid, backups))


def delete_visit(vault: Vault, uid: str, backups: tuple[Path, ...]) -> Deleted:
    """Overwrites a visit with every step of its editing; its patient stays."""
    vault.must_have("delete")
    with vault.changing() as change:
        found = change.execute("SELECT id, patient FROM visit WHERE uid = ?", uid).fetchone()
        if found is None:
            raise NotFound("visit_gone")
        visit, patient = found
        forget_note(change, patient, visit)
        _write_index_anew(change)
        # The steps go with the visit.
        change.execute("DELETE FROM visit WHERE id = ?", visit)
        change.log("visit_deleted", uid, "visit")
    give_back_free_pages(vault.path, vault.data_key)
    return Deleted(copies_with(vault, "visit", uid, backups))


def _write_index_anew(change: Change) -> None:
    """Until this, the index of the search only marks words as gone."""
    change.execute("INSERT INTO words (words) VALUES ('optimize')")
