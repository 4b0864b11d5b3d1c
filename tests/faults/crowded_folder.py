"""Several programs open the same records again and again, as workstations on one share do; some are killed.

python -m tests.faults.run_faults --crowds 30 --seed 1
"""

import random
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.patients import add_patient, find_patients, look_at_patient
from hipmap.storage.records.problems import NotSaved, TooSoon
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.faults.writing_child import here
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, case, identity, small_vault

ROOT = Path(__file__).parents[2]
STATIONS, SECONDS = 4, 1.5


@dataclass
class Crowds:
    """What came of them."""

    crowds: int = 0
    wrote: int = 0
    only_looked: int = 0
    killed: int = 0
    lost: int = 0
    unreadable: int = 0
    crashed: int = 0


def crowd(folder: Path, rounds: int, seed: int) -> Crowds:
    """Gives what was lost while so many crowds worked on the same records."""
    chance, done = random.Random(seed), Crowds()
    small = small_vault(folder / "clinic")
    vault = SmallVault(small.folder, here(), small.clock).open()
    patient = add_patient(vault, identity()).uid
    visit = begin_visit(vault, patient, "2026-03-01", case()).uid
    vault.lock()
    for number in range(rounds):
        told = _at_work(small.folder, [patient, visit, str(number)], chance, done)
        vault = SmallVault(small.folder, here(), small.clock).open()
        notes = {note for (note,) in vault.rows("SELECT note FROM step")}
        saved = [line.split()[1] for line in told if line.startswith("saved ")]
        done.crowds += 1
        done.wrote += len(saved)
        done.only_looked += told.count("looked")
        done.lost += sum(note not in notes for note in saved)
        done.unreadable += bool(vault.read_only) + bool(problems_of(vault))
        vault.lock()
    return done


def _at_work(folder: Path, what: list[str], chance: random.Random, done: Crowds) -> list[str]:
    command = [sys.executable, "-m", "tests.faults.crowded_folder", str(folder), *what]
    stations = [
        subprocess.Popen(
            [*command, str(at)], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for at in range(STATIONS)
    ]
    time.sleep(SECONDS + chance.random())
    for station in stations[: chance.randrange(STATIONS + 1)]:
        station.kill()
        done.killed += 1
    told = []
    for station in stations:
        out, error = station.communicate()
        done.crashed += bool(error)
        sys.stderr.write(error)
        # A line without its end was not told whole.
        told += out.split("\n")[:-1]
    return told


def main() -> None:
    """Opens, writes if it may and looks if not, closes, and begins again."""
    folder, patient, visit, number, station = Path(sys.argv[1]), *sys.argv[2:]
    around = replace(here(), host=f"desk-{station}")
    end, count = time.monotonic() + SECONDS * 2, 0
    while time.monotonic() < end:
        try:
            vault = open_vault(folder, OWNER, PASSPHRASE, around)
        except (TooSoon, NotSaved):
            continue  # others try the passphrase at the same moment, or write
        try:
            if vault.read_only is None:
                count += 1
                note = f"{number}-{station}-{count}"
                save_visit(vault, visit, case(), note)
                sys.stdout.write(f"saved {note}\n")
            else:
                look_at_patient(vault, patient)
                find_patients(vault, "jorg")
                sys.stdout.write("looked\n")
        except NotSaved:
            pass  # it is told, and tried again
        sys.stdout.flush()
        vault.lock()


if __name__ == "__main__":
    main()
