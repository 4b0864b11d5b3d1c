"""Deletes a patient for good, and says which copies still hold what was deleted."""

from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.backups import copies_with
from hipmap.storage.records.database import give_back_free_pages
from hipmap.storage.records.patients import forget_words, row_of
from hipmap.storage.records.vault import Vault

_WITH_IT = ("visit", "score", "attachment")


@dataclass(frozen=True)
class Deleted:
    """What still holds the patient: copies that were found; others may exist where nobody looked."""

    still_in: tuple[Path, ...]


def delete_patient(vault: Vault, uid: str, backups: tuple[Path, ...]) -> Deleted:
    """Overwrites everything of a patient; `backups` are the folders in which copies are looked for."""
    vault.must_have("delete")
    row = row_of(vault, uid)
    with vault.changing() as change:
        forget_words(change, row)
        # Until it is written anew, the index only marks words as gone.
        change.execute("INSERT INTO words (words) VALUES ('optimize')")
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
    return Deleted(copies_with(vault, uid, backups))
