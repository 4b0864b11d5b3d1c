"""Kills a writer at random moments and looks whether all that it acknowledged is there."""

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.backups import backups_in, inspected
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from tests.faults.writing_child import CANARY, open_after
from tests.storage.records.small_vaults import small_vault

ROOT = Path(__file__).parents[2]
_LONGEST_LIFE = 0.4


@dataclass
class Kills:
    """What came of the killing."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    readable_words: int = 0


def kill_writers(folder: Path, rounds: int, seed: int) -> Kills:
    """Gives what was lost over so many kills of a writer to the same records."""
    chance, done = random.Random(seed), Kills()
    clinic, temporary = folder / "clinic", folder / "temporary"
    temporary.mkdir()
    small_vault(clinic)
    number = 0
    for _ in range(rounds):
        told = _killed(clinic, temporary, number, chance)
        number = max([number, *(int(line.split()[1]) for line in told if line.startswith("passphrase"))])
        done.kills += 1
        done.acknowledged += len(told)
        # Before anything is mended: what the dead writer left on the disk.
        done.readable_words += len(files_with(folder, CANARY))
        # Opens by none but the last passphrase that was acknowledged, or the one after it.
        vault, number = open_after(clinic, number)
        done.unreadable += bool(problems_of(vault))
        done.lost += sum(not _is_there(vault, clinic, line.split()) for line in told)
        for path in backups_in(folder / "backups").values():
            inspected(path, vault.data_key)
        vault.lock()
        done.readable_words += len(files_with(folder, CANARY))
        for path in backups_in(folder / "backups").values():
            for part in path.iterdir():
                part.unlink()
            path.rmdir()
    return done


def files_with(folder: Path, word: str) -> list[Path]:
    """Gives the files in which a word can be read."""
    wanted = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and any(one in path.read_bytes() for one in wanted):
            found.append(path)
    return found


def _killed(clinic: Path, temporary: Path, number: int, chance: random.Random) -> list[str]:
    command = [sys.executable, "-m", "tests.faults.writing_child", str(clinic)]
    command += [str(chance.getrandbits(32)), str(number)]
    environment = {**os.environ, "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
    child = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        time.sleep(chance.random() * _LONGEST_LIFE)
        child.kill()
        told = first + child.stdout.read()
        error = child.stderr.read()
    assert not error, error
    # A line without its end was not told whole.
    return [line for line in told.split("\n")[:-1] if line]


def _is_there(vault: Vault, clinic: Path, told: list[str]) -> bool:
    kind, *rest = told
    if kind == "step":
        uid, step, end = rest
        rows = vault.rows(
            "SELECT s.note FROM step s JOIN visit v ON v.id = s.visit WHERE v.uid = ? AND s.step = ?",
            uid, int(step),
        )  # fmt: skip
        return len(rows) == 1 and str(rows[0][0]).endswith(end)
    if kind == "score":
        return bool(vault.rows("SELECT 1 FROM score WHERE uid = ?", rest[0]))
    return kind == "passphrase" or (clinic.parent / "backups" / rest[0]).is_dir()
