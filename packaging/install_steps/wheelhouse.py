"""The folder of wheels: whether it is whole, and whether it is for this machine."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from setup_steps.obstacle import Obstacle
from setup_steps.platform_floor import Machine, complaint, this_machine

SUMS = "SHA256SUMS"
_AGAIN = "Copy or unpack it again; it must hold all that its archive holds."
_NAMES = {"linux": "Linux", "win32": "Windows", "darwin": "macOS"}


@dataclass(frozen=True)
class About:
    """What a wheelhouse is for."""

    version: str
    system: str
    machine: str
    pythons: tuple[str, ...]


def read_about(wheelhouse: Path) -> About:
    """Reads wheelhouse.json."""
    path = wheelhouse / "wheelhouse.json"
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return About(
            str(told["version"]), str(told["system"]), str(told["machine"]), tuple(map(str, told["pythons"]))
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Obstacle(f"{path} cannot be read. {_AGAIN}") from error


def must_be_whole(wheelhouse: Path) -> int:
    """Compares every file with SHA256SUMS, and gives their number."""
    listed = _listed(wheelhouse / SUMS)
    for name, digest in listed.items():
        path = wheelhouse / name
        if not path.is_file():
            raise Obstacle(f"{name} is missing from {wheelhouse}. {_AGAIN}")
        with path.open("rb") as content:
            if hashlib.file_digest(content, "sha256").hexdigest() != digest:
                raise Obstacle(
                    f"{name} is damaged or was changed: its SHA-256 is not the one listed. {_AGAIN}"
                )
    names = [path.name for path in sorted((wheelhouse / "wheels").glob("*"))]
    strangers = [name for name in names if f"wheels/{name}" not in listed and not _is_of_macos(name)]
    if strangers:
        raise Obstacle(f"wheels/{strangers[0]} does not belong to this folder: {SUMS} does not list it.")
    return len(listed)


def _is_of_macos(name: str) -> bool:
    """What macOS leaves on a stick beside each file; pip takes none of it for a wheel."""
    return name.startswith("._") or name == ".DS_Store"


def _listed(sums: Path) -> dict[str, str]:
    try:
        lines = sums.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise Obstacle(f"{sums} cannot be read. {_AGAIN}") from error
    pairs = [line.partition("  ") for line in lines if line]
    if not pairs or any(len(digest) != 64 or not name or ".." in name for digest, _, name in pairs):
        raise Obstacle(f"{sums} is damaged. {_AGAIN}")
    return {name: digest for digest, _, name in pairs}


def must_suit_this_machine(
    about: About, machine: Machine | None = None, python: tuple[int, int] | None = None
) -> None:
    """Refuses a machine below hipmap's floor, and a wheelhouse for another system or Python."""
    present = machine or this_machine()
    reason = complaint(present)
    if reason:
        raise Obstacle(reason)
    if (present.system, present.processor) != (about.system, about.machine):
        wanted = f"{_NAMES.get(about.system, about.system)} on {about.machine}"
        raise Obstacle(
            f"this folder is for {wanted}; this is {_NAMES.get(present.system, present.system)} on "
            f"{present.processor}. Take the folder for this one."
        )
    running = ".".join(str(number) for number in python or sys.version_info[:2])
    if running not in about.pythons:
        raise Obstacle(
            f"this folder is for Python {', '.join(about.pythons)}; this is Python {running} "
            f"({sys.executable}). Start install.py with one of those."
        )
