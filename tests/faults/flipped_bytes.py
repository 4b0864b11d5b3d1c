"""Flips, cuts, adds and overwrites bytes anywhere in the files of the records; each must be noticed."""

import random
from dataclasses import dataclass
from pathlib import Path

from hipmap.storage.records.attachments import add_attachment
from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.storage.records.small_vaults import SmallVault, case, identity, small_vault

# Most of the tries go to the database, which is most of the bytes.
FILES = ("records.db",) * 7 + ("keys.json", "keys-copy.json", "anchor.bin")
WAYS = ("flip", "flip", "flip", "cut", "add", "overwrite", "zero")


@dataclass
class Flips:
    """What came of the tries."""

    tries: int = 0
    refused: int = 0
    found: int = 0
    silent: int = 0
    silent_ones: tuple[str, ...] = ()


def flip_bytes(folder: Path, tries: int, seed: int) -> Flips:
    """Gives how many changed files were refused at opening, found by the proof, or taken silently."""
    chance, done = random.Random(seed), Flips()
    small = _filled(folder / "clinic")
    good = {path.name: path.read_bytes() for path in small.folder.iterdir()}
    for _ in range(tries):
        for path in small.folder.iterdir():
            if path.name not in good:
                path.unlink()
        for name, content in good.items():
            (small.folder / name).write_bytes(content)
        name, way = chance.choice(FILES), chance.choice(WAYS)
        spoilt, at = _spoilt(good[name], way, chance)
        (small.folder / name).write_bytes(spoilt)
        done.tries += 1
        _try(small, done, f"{name} {way} at {at}")
    return done


def _try(small: SmallVault, done: Flips, what: str) -> None:
    try:
        vault = small.open()
    except VaultProblem:
        done.refused += 1
        return
    problems = problems_of(vault)
    vault.lock()
    if problems:
        done.found += 1
    else:
        done.silent += 1
        done.silent_ones = (*done.silent_ones, what)


def _spoilt(content: bytes, way: str, chance: random.Random) -> tuple[bytes, int]:
    at = chance.randrange(len(content))
    while True:
        if way == "flip":
            changed = content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
        elif way == "cut":
            changed = content[: at if chance.random() < 0.7 else at // 4096 * 4096]
        elif way == "add":
            changed = content + chance.randbytes(chance.choice((1, 40, 4096, 8192)))
        else:
            length = min(chance.choice((1, 16, 4096)), len(content) - at)
            put = bytes(length) if way == "zero" else chance.randbytes(length)
            changed = content[:at] + put + content[at + length :]
        if changed != content:
            return changed, at
        at = chance.randrange(len(content))


def _filled(folder: Path) -> SmallVault:
    small = small_vault(folder)
    vault = small.open()
    for number in range(3):
        patient = add_patient(vault, identity(f"N-{number}"))
        visit = begin_visit(vault, patient.uid, "2026-03-01", case(), "one")
        save_visit(vault, visit.uid, case(answers={"limp": "no"}), "two" * 500)
        add_attachment(vault, patient.uid, "x.pdf", "2026-03-01", bytes(20_000))
    vault.lock()
    for name in ("records.db-journal", "attempts.json", "writer.lock"):
        (folder / name).unlink(missing_ok=True)
    return small
