"""Stores records as this version of hipmap writes them, for every later version to open.

    python -m tests.storage.records.store_records

Run once, when a new migration is made; what was stored for a released version is never made anew.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from hipmap.storage.records.attachments import add_attachment
from hipmap.storage.records.migrations import MIGRATIONS
from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.set_aside import PARTS
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.storage.records.small_vaults import case, identity, small_vault

STORED = Path(__file__).with_name("stored")


def main() -> None:
    """Writes one patient with one of everything."""
    into = STORED / f"version_{MIGRATIONS[-1].version}"
    with tempfile.TemporaryDirectory() as made:
        small = small_vault(Path(made) / "clinic")
        vault = small.open()
        patient = add_patient(vault, identity(tags=("hip",)))
        visit = begin_visit(vault, patient.uid, "2026-03-01", case(), "one")
        save_visit(vault, visit.uid, case(answers={"limp": "no"}), "two")
        add_score(vault, patient.uid, "psfs", 4.5, "2026-03-01")
        add_attachment(vault, patient.uid, "letter.pdf", "2026-03-01", bytes(range(256)))
        vault.lock()
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        for name in PARTS:
            if (small.folder / name).exists() and (small.folder / name).stat().st_size:
                shutil.copyfile(small.folder / name, into / name)
    sys.stdout.write(f"{into.name}: stored\n")


if __name__ == "__main__":
    main()
