"""Lets a disk or network share fail in the middle of writing, for a while or for good; tells what is lost.

    python -m tests.faults.run_faults --outages 100 --seed 1

Needs Linux and `strace`, which answers the program's calls to the system with errors.
"""

import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.saving import VisitSaver
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, visit_of
from tests.faults.writing_child import here
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, case, identity, small_vault

ROOT = Path(__file__).parents[2]
SAVES, TRIES = 25, 60
# A share that is gone, one that was mounted anew, a full disk, a medium that turned read-only, no more quota.
ERRORS = ("EIO", "ESTALE", "ENOSPC", "EROFS", "EDQUOT")
CALLS = ("pwrite64", "fdatasync,fsync", "ftruncate", "pwrite64,fdatasync,fsync,ftruncate", "pread64", "all")
_ALL = "pwrite64,pread64,fdatasync,fsync,ftruncate,openat,newfstatat,lseek"


@dataclass
class Outages:
    """What came of them."""

    outages: int = 0
    acknowledged: int = 0
    refused: int = 0
    lost: int = 0
    unreadable: int = 0
    crashed: int = 0
    # Not saving again although the disk did.
    stuck: int = 0


def fail_disks(folder: Path, rounds: int, seed: int) -> Outages:
    """Gives what was lost over so many outages under a writer to the same records."""
    chance, done = random.Random(seed), Outages()
    small = small_vault(folder / "clinic")
    small = SmallVault(small.folder, here(), small.clock)
    vault = small.open()
    visit = begin_visit(vault, add_patient(vault, identity()).uid, "2026-03-01", case()).uid
    vault.lock()
    for number in range(rounds):
        told = _written_while_failing(small.folder, visit, number, chance, done)
        done.outages += 1
        acknowledged = [line.split()[1] for line in told if line.startswith("saved ")]
        done.acknowledged += len(acknowledged)
        done.refused += sum(line.startswith("refused") for line in told)
        try:
            vault = small.open()
        except VaultProblem:
            done.unreadable += 1
            return done
        problems = [one for one in problems_of(vault) if not one.startswith("anchor.bin")]
        done.unreadable += bool(problems)
        notes = {note for (note,) in vault.rows("SELECT note FROM step")}
        done.lost += sum(note not in notes for note in acknowledged)
        vault.lock()
    return done


def _written_while_failing(
    folder: Path, visit: str, number: int, chance: random.Random, done: Outages
) -> list[str]:
    calls, error = chance.choice(CALLS), chance.choice(ERRORS)
    first = chance.randrange(1, 250)
    when = f"{first}+" if chance.random() < 0.3 else f"{first}..{first + chance.choice((0, 1, 3, 12, 40))}"
    # Only calls on files of the records fail: not those of Python itself.
    names = [folder / name for name in ("records.db", "records.db-journal", "anchor.bin", "writer.lock")]
    with tempfile.TemporaryDirectory() as kept:
        command = ["strace", "-f", "-o", os.devnull, *(f"-P{name}" for name in (folder, *names))]
        command += ["-e", f"inject={_ALL if calls == 'all' else calls}:error={error}:when={when}"]
        command += [sys.executable, "-m", "tests.faults.failing_disk", str(folder), visit, str(number)]
        ran = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "TMPDIR": kept}, capture_output=True, text=True, check=False
        )
    if ran.returncode or ran.stderr:
        done.crashed += 1
        sys.stderr.write(f"{calls} {error} {when}: {ran.returncode} {ran.stderr}\n")
    told = ran.stdout.splitlines()
    done.stuck += ".." in when and bool(told) and told[-1].startswith("refused: ")
    return told


def main() -> None:
    """Saves, and tries again what was refused, as the window does; tells each thing that came of it."""
    folder, visit, number = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    try:
        vault = open_vault(folder, OWNER, PASSPHRASE, here())
        saver = VisitSaver(vault, visit_of(vault, visit))
    except VaultProblem as problem:
        sys.stdout.write(f"refused at opening: {problem}\n")
        return
    for save in range(SAVES):
        note = f"{number}-{save}-{'x' * (save * 397 % 9000)}"
        for attempt in range(TRIES):
            try:
                saver.save(case(), note) if attempt == 0 else saver.try_again()
            except VaultProblem as problem:
                sys.stdout.write(f"refused: {problem}\n")
                continue
            sys.stdout.write(f"saved {note}\n")
            break
    vault.lock()


if __name__ == "__main__":
    main()
