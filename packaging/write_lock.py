"""Writes both locks from pyproject.toml (for developers; needs `uv`, or its path in $UV).

    python3 packaging/write_lock.py            keeps every version that still fits
    python3 packaging/write_lock.py --upgrade  takes the newest versions that fit

requirements.lock covers every system and Python at once, names no address of any package index, and
keeps what the program needs apart from what only its checks need, so that one file serves
`bootstrap.py run`, `bootstrap.py test` and the checks without Qt. packaging/requirements-build.lock holds,
in the same form, the tools that `build.py` makes a release with.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from setup_steps.lock import RUN_HEADING, TEST_HEADING, Requirement, read_requirements

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
BUILD_LOCK = ROOT / "packaging" / "requirements-build.lock"
OLDEST_PYTHON = "3.11"
HEADER = """\
# Every package with the SHA-256 of each of its files, for all systems and Python versions.
# Written from pyproject.toml by: python3 packaging/write_lock.py  (do not edit by hand)
# It is whole, so nothing is added to it. Installed by packaging/bootstrap.py; also usable as:
#     pip install --no-deps --require-hashes -r requirements.lock
"""
BUILD_HEADER = """\
# The tools that make a release, with the SHA-256 of each of their files, for all systems.
# Written from pyproject.toml by: python3 packaging/write_lock.py  (do not edit by hand)
# Installed by packaging/build.py, together with what hipmap needs to run.

"""


def resolved(groups: list[str], folder: Path, *, upgrade: bool) -> list[Requirement]:
    """Asks uv for the hashed requirements; the present lock steers the versions unless upgrading."""
    return _asked([*_of_groups(groups), "pyproject.toml"], LOCK, folder, upgrade=upgrade)


def build_tools(locked: list[Requirement], folder: Path, *, upgrade: bool) -> list[Requirement]:
    """The tools of a release alone; of a package that hipmap's own lock holds, the same version."""
    pins = folder / "pins.txt"
    pins.write_text("".join(f"{one.name}=={one.version}\n" for one in locked))
    return _asked([*_of_groups(["build"]), "--constraint", str(pins)], BUILD_LOCK, folder, upgrade=upgrade)


def _of_groups(groups: list[str]) -> list[str]:
    return [argument for group in groups for argument in ("--group", group)]


def _asked(what: list[str], present: Path, folder: Path, *, upgrade: bool) -> list[Requirement]:
    output = folder / "resolved.txt"
    output.write_text(present.read_text() if present.exists() and not upgrade else "")
    command = [os.environ.get("UV", "uv"), "pip", "compile", "--quiet", "--universal"]
    command += ["--python-version", OLDEST_PYTHON, "--generate-hashes", "--no-annotate", "--no-header"]
    command += ["--output-file", str(output), *what]
    subprocess.run(command, cwd=ROOT, check=True)
    return read_requirements(output.read_text())


def lock_text(run: list[Requirement], everything: list[Requirement]) -> str:
    """The lock file: first what the program needs, then what only the checks need."""
    needed = {requirement.name for requirement in run}
    parts = [HEADER, "\n", RUN_HEADING, "\n"]
    parts += [requirement.text for requirement in everything if requirement.name in needed]
    parts += ["\n", TEST_HEADING, "\n"]
    parts += [requirement.text for requirement in everything if requirement.name not in needed]
    return "".join(parts)


def main() -> int:
    """Resolves what to run, what to check and what to build with, and writes the locks."""
    upgrade = "--upgrade" in sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        everything = resolved(["test"], Path(folder), upgrade=upgrade)
        run = resolved([], Path(folder), upgrade=upgrade)
        tools = build_tools(everything, Path(folder), upgrade=upgrade)
    LOCK.write_text(lock_text(run, everything), encoding="utf-8", newline="\n")
    text = BUILD_HEADER + "".join(one.text for one in tools)
    BUILD_LOCK.write_text(text, encoding="utf-8", newline="\n")
    print(f"{LOCK.name}: {len(run)} packages to run, {len(everything)} with the checks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
