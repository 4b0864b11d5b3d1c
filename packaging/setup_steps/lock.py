"""Reads requirements.lock and picks the part of it that one environment needs."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

RUN_HEADING = "# --- what hipmap needs to run ---"
TEST_HEADING = "# --- what only its checks need ---"

# The three sets that can be installed. `core` proves that everything but the window works
# where Qt is not installed.
GROUPS = ("run", "test", "core")
QT_PACKAGES = frozenset({"pyside6-essentials", "shiboken6", "pytest-qt"})

_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[^\s;\\]+)")


@dataclass(frozen=True)
class Requirement:
    """One pinned package: its name in normal form, its version, and its lines in the lock."""

    name: str
    version: str
    text: str
    only_for_checks: bool = False


def normal_name(name: str) -> str:
    """The spelling under which package indexes hold equal names equal."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_requirements(text: str) -> list[Requirement]:
    """All requirements of a lock file in their order; a line that is none of its forms is an error."""
    found: list[Requirement] = []
    only_for_checks = False
    for block in _logical_lines(text):
        stripped = block.strip()
        if stripped == TEST_HEADING:
            only_for_checks = True
        if not stripped or stripped.startswith("#"):
            continue
        match = _PINNED.match(stripped)
        if match is None or "--hash=sha256:" not in stripped:
            message = f"requirements.lock: not a pinned, hashed requirement: {stripped.splitlines()[0]!r}"
            raise ValueError(message)
        name = normal_name(match["name"])
        found.append(Requirement(name, match["version"], block, only_for_checks))
    return found


def requirements_of(group: str, text: str) -> list[Requirement]:
    """The requirements that the environment of this group holds."""
    if group not in GROUPS:
        raise ValueError(f"no such group: {group}")
    everything = read_requirements(text)
    if group == "run":
        return [one for one in everything if not one.only_for_checks]
    if group == "core":
        return [one for one in everything if one.name not in QT_PACKAGES]
    return everything


def digest(text: str) -> str:
    """The SHA-256 of the lock, by which an environment knows whether it is still the right one."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _logical_lines(text: str) -> list[str]:
    """Joins each requirement with its hash lines, which a backslash announces."""
    blocks: list[str] = []
    current = ""
    for line in text.splitlines(keepends=True):
        current += line
        if not line.rstrip().endswith("\\"):
            blocks.append(current)
            current = ""
    return [*blocks, current] if current else blocks
