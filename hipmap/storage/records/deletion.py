"""Deletes a patient for good, and says which copies still hold what was deleted."""

from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.backups import copies_with
from hipmap.storage.records.database import translated
from hipmap.storage.records.patients import forget_words, row_of
from hipmap.storage.records.vault import Vault


@dataclass(frozen=True)
class Deleted:
    """What still holds the patient: copies that were found; others may exist where nobody looked."""

    still_in: tuple[Path, ...]


def delete_patient(vault: Vault, uid: str, backups: tuple[Path, ...]) -> Deleted:
    """Overwrites everything of a patient; `backups` are the folders in which copies are looked for."""
    vault.must_be("clinician", "delete for good")
    row = row_of(vault, uid)
    with vault.changing() as change:
        forget_words(change, row)
        # Until it is written anew, the index only marks words as gone.
        change.execute("INSERT INTO words (words) VALUES ('optimize')")
        # Visits, steps, scores, attachments and tags go with the patient.
        change.execute("DELETE FROM patient WHERE id = ?", row)
        change.log("patient_deleted", uid)
    with translated(vault.path):
        vault.session.connection.execute("PRAGMA incremental_vacuum").fetchall()
    return Deleted(copies_with(vault, uid, backups))
