"""Cuts the power at every kind of moment: replays what a writer gave to the disk, and what it waited for.

    python -m tests.faults.power_cuts --cuts 500 --seed 1

Needs Linux and `strace`, which tells each write and each wait for the disk. What was not waited for may be on
the disk, or not, or torn; then the records must open whole, with every change that was acknowledged before.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit
from tests.faults.killed_writers import ROOT
from tests.faults.writing_child import here, open_after
from tests.storage.records.small_vaults import SmallVault, case, identity, small_vault

SAVES = 40
_SECTOR = 512
_CALLS = "pwrite64,write,ftruncate,fsync,fdatasync,lseek"
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(\d+<([^>]*)>(?:, (.*))?\) += (\d+)")
_DATA = re.compile(r'"((?:\\x[0-9a-f]{2})*)", \d+(?:, (\d+))?')


@dataclass
class Disk:
    """The files as they surely are, and what was written to each since it was last waited for."""

    sure: dict[str, bytearray]
    open_ends: dict[str, list[tuple[int, bytes | None]]] = field(default_factory=dict)

    def write(self, name: str, at: int, content: bytes | None) -> None:
        """Takes bytes at a place, or the end of the file there for None."""
        self.open_ends.setdefault(name, []).append((at, content))

    def wait(self, name: str) -> None:
        for at, content in self.open_ends.pop(name, []):
            _put(self.sure.setdefault(name, bytearray()), at, content)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Gives the files as they may be found: each write that was not waited for is there, not, or torn."""
        found = {name: bytearray(content) for name, content in self.sure.items()}
        for name, writes in self.open_ends.items():
            likely = chance.choice((0.0, 0.3, 0.7, 1.0))
            for at, content in writes:
                if chance.random() < likely:
                    _put(found.setdefault(name, bytearray()), at, _torn(content, chance))
        return {name: bytes(content) for name, content in found.items()}


def traced(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """Gives the files of new records, and what a writer to them told the system."""
    small = small_vault(folder / "clinic")
    vault = small.open()
    begin_visit(vault, add_patient(vault, identity()).uid, "2026-03-01", case())
    vault.lock()
    base = {path.name: path.read_bytes() for path in small.folder.iterdir()}
    log = folder / "log"
    command = ["strace", "-f", "-y", "-xx", "-s", "300000", "-e", f"trace={_CALLS}", "-o", str(log)]
    command += [sys.executable, "-m", "tests.faults.power_cuts", "--write", str(small.folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return base, log.read_text(encoding="ascii").splitlines()


def cut_power(folder: Path, cuts: int, seed: int) -> tuple[int, int]:
    """Gives how many cuts lost an acknowledged change, and how many left records that are not whole."""
    base, lines = traced(folder)
    lost = broken = 0
    for number in range(cuts):
        chance = random.Random(f"{seed} {number}")
        disk, acknowledged = _replayed(base, lines[: chance.randrange(len(lines))])
        there, whole = _opened(folder / "after", disk.after_a_cut(chance))
        lost += there < acknowledged
        broken += not whole
    return lost, broken


def _replayed(base: dict[str, bytes], lines: list[str]) -> tuple[Disk, int]:
    """Gives the disk after these calls, and the last edit that was acknowledged in them."""
    disk = Disk({name: bytearray(content) for name, content in base.items()})
    acknowledged, places = 0, dict[str, int]()
    for line in lines:
        if (call := _CALL.match(line)) is None:
            continue
        what, path, rest, result = call.groups()
        name = _plain_name(path)
        data = _DATA.match(rest or "")
        if what == "lseek":
            places[name] = int(result)
        elif data is None:
            _settle(disk, what, name, rest)
        elif (content := bytes.fromhex(data[1].replace("\\x", ""))).startswith(b"saved "):
            acknowledged = int(content.split()[1])
        elif name in disk.sure:
            disk.write(name, int(data[2]) if data[2] else places.get(name, 0), content)
    return disk, acknowledged


def _settle(disk: Disk, what: str, name: str, rest: str | None) -> None:
    if what in ("fsync", "fdatasync"):
        disk.wait(name)
    elif what == "ftruncate" and rest is not None:
        disk.write(name, int(rest), None)


def _torn(content: bytes | None, chance: random.Random) -> bytes | None:
    if content is None or chance.random() < 0.8:
        return content
    return content[: chance.randrange(len(content) + 1) // _SECTOR * _SECTOR]


def _opened(folder: Path, files: dict[str, bytes]) -> tuple[int, bool]:
    """Gives the last edit that is there, and whether all is whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    small = SmallVault(folder, here(), None)  # type: ignore[arg-type]
    try:
        vault = small.open()
        problems = [problem for problem in problems_of(vault) if not problem.startswith("anchor.bin")]
        note = str(vault.rows("SELECT note FROM visit")[0][0])
    except VaultProblem:
        return 0, False
    vault.lock()
    return int(note.split()[1]) if note else 0, not problems


def _plain_name(path: str) -> str:
    told = bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path
    return Path(told).name


def _put(content: bytearray, at: int, given: bytes | None) -> None:
    if given is None:
        content[at:] = bytes(max(0, at - len(content)))
        del content[at:]
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(given)] = given


def _write(folder: Path) -> None:
    vault, _ = open_after(folder, 0)
    uid = str(vault.rows("SELECT uid FROM visit")[0][0])
    for number in range(1, SAVES + 1):
        save_visit(vault, uid, case(), f"edit {number} " + "x" * (number * 397 % 9000))
        sys.stdout.write(f"saved {number}\n")
        sys.stdout.flush()


def main() -> int:
    """Exit code 1 if anything was lost or is not whole."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="be the writer")
    asked = parser.parse_args()
    if asked.write is not None:
        _write(asked.write)
        return 0
    if shutil.which("strace") is None:
        sys.stderr.write("power_cuts needs strace; install it\n")
        return 2
    with tempfile.TemporaryDirectory() as made:
        lost, broken = cut_power(Path(made), asked.cuts, asked.seed)
    sys.stdout.write(f"power cuts: {asked.cuts}, with a change lost: {lost}, not whole: {broken}\n")
    return 1 if lost or broken else 0


if __name__ == "__main__":
    sys.exit(main())
