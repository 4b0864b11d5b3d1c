"""Where things are in a checkout and in its environments."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
CORE_VENV = ROOT / ".venv-core"
BUILD = ROOT / "build"
SCREENS = BUILD / "screens"
CARRIED_WHEELS = ROOT / "packaging" / "wheels"
# A wheelhouse may lie beside pip's own wheel or in the top folder.
WHEELHOUSES = (CARRIED_WHEELS, ROOT / "wheels")
EXAMPLE_CASE = ROOT / "assets" / "examples" / "hip_joint.json"

ON_WINDOWS = os.name == "nt"


def programs_of(venv: Path) -> Path:
    """The folder of an environment that holds its programs."""
    return venv / ("Scripts" if ON_WINDOWS else "bin")


def program_of(venv: Path, name: str) -> Path:
    """One program of an environment."""
    return programs_of(venv) / (f"{name}.exe" if ON_WINDOWS else name)


def python_of(venv: Path) -> Path:
    """The interpreter of an environment."""
    return program_of(venv, "python")


def shown(path: Path) -> str:
    """A path as a person standing in the checkout would write it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
