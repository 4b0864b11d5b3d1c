"""Makes records of a large clinic.

python -m tests.benchmarks.records_data FOLDER --patients 10000 --visits 50000
"""

import argparse
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

from hipmap.model.case import Case
from hipmap.model.records import Identity, Step
from hipmap.storage.knowledge_files import load_knowledge
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.patients import insert_patient
from hipmap.storage.records.surroundings import Argon2Cost, Surroundings, this_machine
from hipmap.storage.records.vault import Change, Vault
from hipmap.storage.records.visits import insert_step, insert_visit
from tests.benchmarks.bench_cases import consultations

OWNER, PASSPHRASE = "owner", "four plain words here"
NAMES = (
    "Anna",
    "Jörg",
    "Łukasz",
    "Müge",
    "Søren",
    "Zoë",
    "Ali",
    "Eva",
    "Ivan",
    "Noor",
    "Ömer",
    "Chloé",
    "Ada",
)
ENDINGS = ("son", "mann", "ova", "oğlu", "ski", "etti", "ez", "sen", "akis", "yan")
WORDS = (
    "groin", "pain", "stairs", "limp", "night", "stiff", "walking", "sitting", "back", "leg", "buttock",
    "running", "fall", "swelling", "better", "worse", "sport", "lifting", "shoes", "driving", "bed",
    "morning", "evening", "physiotherapy", "letter", "scan", "injection", "review",
)  # fmt: skip
AT_ONCE = 500


def cheap() -> Surroundings:
    return replace(this_machine(), cost=Argon2Cost(8, 1, 1))


def make_records(folder: Path, patients: int, visits: int, seed: int = 1) -> Vault:
    """Gives open records with so many patients and visits, written many at once."""
    chance = random.Random(seed)
    create_vault(folder, OWNER, PASSPHRASE, cheap())[0].lock()
    vault = open_vault(folder, OWNER, PASSPHRASE, cheap())
    cases = consultations(load_knowledge(), 200)
    for first in range(0, patients, AT_ONCE):
        with vault.changing() as change:
            for number in range(first, min(first + AT_ONCE, patients)):
                uid = chance.randbytes(16).hex()
                row = insert_patient(change, uid, _identity(number, chance))
                change.log("patient_imported", uid, "patient")
                count = visits * (number + 1) // patients - visits * number // patients
                for _ in range(count):
                    _visit(change, row, cases[chance.randrange(len(cases))], chance)
    return vault


def _visit(change: Change, row: int, case: Case, chance: random.Random) -> None:
    note = " ".join(chance.choices(WORDS, k=12))
    day = f"20{chance.randrange(15, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    uid = chance.randbytes(16).hex()
    visit = insert_visit(change, row, uid, day, note, case)
    insert_step(change, visit, Step(step=1, at=change.at, user=OWNER, note=note, case=case))
    change.log("visit_imported", uid, "visit")


def _identity(number: int, chance: random.Random) -> Identity:
    name = f"{chance.choice(NAMES)} {chance.choice(NAMES)}{chance.choice(ENDINGS)}"
    born = f"19{chance.randrange(30, 99)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    tags = tuple(chance.sample(("hip", "back", "study", "recall"), chance.randrange(3)))
    return Identity(number=f"P-{number:05}", name=name, born=born, notes="", tags=tags)


def main() -> int:
    """Makes the records and tells how long it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--patients", type=int, default=10_000)
    parser.add_argument("--visits", type=int, default=50_000)
    asked = parser.parse_args()
    began = time.perf_counter()
    vault = make_records(asked.folder, asked.patients, asked.visits)
    size = vault.path.stat().st_size / 1e6
    vault.lock()
    took = time.perf_counter() - began
    print(f"{asked.patients} patients, {asked.visits} visits: {size:.0f} MB in {took:.0f} s")
    print(f"opens with --user {OWNER} and the passphrase: {PASSPHRASE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
