"""What every artefact of a release bears: version, time, names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass

from setup_steps.layout import ROOT
from setup_steps.obstacle import FailedStep, Obstacle

NAME = "hipmap"
SUMMARY = "Body map and reasoning aid for pain around the hip"
DEBIAN_MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
# 1980-01-01, the earliest that a zip can hold: for a copy of the sources without a history.
_NO_TIME = 315532800


@dataclass(frozen=True)
class Release:
    """The version that is made, and the one time that all its files bear."""

    version: str
    epoch: int
    machine: str = "x86_64"

    @property
    def label(self) -> str:
        """The start of the name of an artefact for this system: hipmap-1.0.0-linux-x86_64."""
        return f"{NAME}-{self.version}-linux-{self.machine}"


def version_of_sources() -> str:
    """The version that the program tells of itself."""
    text = (ROOT / "hipmap" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise Obstacle("hipmap/__init__.py names no version.")
    return found[1]


def epoch_of_sources() -> int:
    """SOURCE_DATE_EPOCH if it is set, else the time of the last commit, else 1980."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told:
        if not told.isdigit():
            raise Obstacle(f"SOURCE_DATE_EPOCH is {told!r}; it must be a number of seconds.")
        return max(int(told), _NO_TIME)
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        return _NO_TIME
    done = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
    )
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip().isdigit() else _NO_TIME


def this_release() -> Release:
    """The release that these sources make on this machine."""
    return Release(
        version_of_sources(), epoch_of_sources(), os.uname().machine if hasattr(os, "uname") else ""
    )


def build_variables(release: Release) -> dict[str, str]:
    """Variables under which the tools write the same bytes each time."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    return {**kept, "SOURCE_DATE_EPOCH": str(release.epoch), "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip


def run_tool(command: list[str], release: Release, what: str, **more: str) -> str:
    """Runs a tool of the build; its words show only where it fails."""
    done = subprocess.run(
        command, cwd=ROOT, env={**build_variables(release), **more}, capture_output=True, text=True,
        errors="replace", check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise FailedStep(f"{what} did not succeed:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout
