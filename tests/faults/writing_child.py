"""Writes to records without end and tells each change on its output once it was acknowledged.

    python -m tests.faults.writing_child FOLDER SEED PASSPHRASE-NUMBER

Its parent kills it at a random moment.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from hipmap.storage.records.backups import make_backup
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.problems import WrongPassphrase
from hipmap.storage.records.scores import add_score
from hipmap.storage.records.surroundings import Surroundings, this_machine
from hipmap.storage.records.users import change_passphrase
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.storage.records.small_vaults import CHEAP, OWNER, PASSPHRASE, case, identity

CANARY = "xylophonecanary"


def here() -> Surroundings:
    return replace(this_machine(), cost=CHEAP)


def passphrase_of(number: int) -> str:
    """Gives the passphrase after so many changes."""
    return PASSPHRASE if number == 0 else f"plain words, number {number}"


def open_after(folder: Path, number: int) -> tuple[Vault, int]:
    """Opens by the last passphrase that was acknowledged, or by the one that was just being given."""
    try:
        return open_vault(folder, OWNER, passphrase_of(number), here()), number
    except WrongPassphrase:
        return open_vault(folder, OWNER, passphrase_of(number + 1), here()), number + 1


def acknowledge(*told: object) -> None:
    sys.stdout.write(" ".join(str(one) for one in told) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Changes records as fast as it can."""
    folder, chance = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
    number = int(sys.argv[3])
    vault, _ = open_after(folder, number)
    patient = add_patient(vault, identity(f"N-{vault.around.random_bytes(6).hex()}", f"{CANARY} name"))
    visit = begin_visit(vault, patient.uid, "2026-03-01", case(), f"{CANARY} begun")
    acknowledge("step", visit.uid, 1, "begun")
    while True:
        what = chance.random()
        if what < 0.8:
            note = f"{CANARY} {chance.randbytes(chance.choice((3, 30, 3000, 20000))).hex()}"
            step = save_visit(vault, visit.uid, case(answers={"limp": chance.choice(("yes", "no"))}), note)
            acknowledge("step", visit.uid, step, note.split()[-1][-20:])
        elif what < 0.9:
            acknowledge("score", add_score(vault, patient.uid, "psfs", chance.random(), "2026-03-01").uid)
        elif what < 0.95:
            visit = begin_visit(vault, patient.uid, "2026-03-02", case(), f"{CANARY} begun")
            acknowledge("step", visit.uid, 1, "begun")
        elif what < 0.98:
            change_passphrase(vault, passphrase_of(number), passphrase_of(number + 1))
            number += 1
            acknowledge("passphrase", number)
        else:
            acknowledge("backup", make_backup(vault, folder.parent / "backups").name)


if __name__ == "__main__":
    main()
