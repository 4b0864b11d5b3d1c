"""Makes an environment from the hashed lock, or finds that it is already made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from setup_steps import lock
from setup_steps.carried_pip import PIP_WHEEL, pip_program
from setup_steps.checkout_link import link_checkout
from setup_steps.layout import LOCK, ON_WINDOWS, ROOT, WHEELHOUSES, python_of, shown
from setup_steps.obstacle import Obstacle, from_os_error
from setup_steps.pip_complaints import explain
from setup_steps.stamp import Stamp, python_identity, read_stamp, remove_stamp, write_stamp

# Settings of a person's own pip or Python that would put the packages elsewhere.
MISLEADING_VARIABLES = (
    "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_ROOT", "PIP_TARGET", "PIP_USER", "PIP_PYTHON",
    "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__",
)  # fmt: skip


def ensure_environment(folder: Path, group: str) -> bool:
    """Leaves a finished environment of this group in the folder; False where it was one already."""
    text = _lock_text()
    return ensure_installed(folder, group, lock.digest(text), lock.requirements_of(group, text))


def ensure_installed(folder: Path, group: str, digest: str, requirements: list[lock.Requirement]) -> bool:
    """Leaves an environment with these packages, which a lock of this digest names; False if it was there."""
    wanted = Stamp(digest, python_identity(), str(ROOT), group)
    present = read_stamp(folder)
    if present and present.serves(wanted):
        return False
    pip = pip_program()  # verified before anything is taken away
    try:
        if present and wanted.same_base(present):
            remove_stamp(folder)
        else:
            _make_empty(folder)
        _install(folder, group, requirements, pip)
        link_checkout(folder)
        write_stamp(folder, wanted)
    except OSError as error:
        raise from_os_error(error, f"setting up {shown(folder)}") from error
    return True


def _lock_text() -> str:
    try:
        return LOCK.read_text(encoding="utf-8")
    except OSError as error:
        raise Obstacle(
            f"{shown(LOCK)} cannot be read ({error.strerror}). Is this the whole of hipmap?"
        ) from error


def _make_empty(folder: Path) -> None:
    """A new environment without pip; one that is half made, moved or of another Python goes first."""
    if folder.is_symlink() or folder.exists():
        if not (folder / "pyvenv.cfg").exists() and any(folder.iterdir()):
            raise Obstacle(
                f"{shown(folder)} is there but is no Python environment. Move it away and try again."
            )
        if ON_WINDOWS and Path(sys.prefix).resolve() == folder.resolve():
            raise Obstacle(
                f"{shown(folder)} must be made anew: start this script by `py -3`, not from within it."
            )
        print(f"Removing {shown(folder)}: it is unfinished or was made for something else.", flush=True)
        remove_stamp(folder)
        shutil.rmtree(folder)
    print(f"Making {shown(folder)} with Python {sys.version.split()[0]}.", flush=True)
    # Never with pip: a bare Debian python3 cannot (no ensurepip), and one road is enough.
    venv.EnvBuilder(symlinks=not ON_WINDOWS, with_pip=False).create(folder)


def _install(folder: Path, group: str, wanted: list[lock.Requirement], pip: Path) -> None:
    picked = folder / f"requirements-{group}.txt"
    picked.write_text("".join(one.text for one in wanted), encoding="utf-8")
    wheelhouse = find_wheelhouse(WHEELHOUSES)
    source = f"from {shown(wheelhouse)}" if wheelhouse else "from the package index"
    print(f"Installing {len(wanted)} packages {source}, each checked by its hash.", flush=True)
    command = pip_command(python_of(folder), pip, picked, wheelhouse)
    status, output = _pip(command)
    if status != 0:
        raise Obstacle(explain(output, from_wheelhouse=shown(wheelhouse) if wheelhouse else None))


def pip_command(python: Path, pip: Path, requirements: Path, wheelhouse: Path | None) -> list[str]:
    """The installation: the lock and no more, by hash, not built from source, only in the environment."""
    command = [str(python), str(pip), "install", "--require-hashes", "--no-deps"]
    command += ["--only-binary", ":all:", "--no-user", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off"]
    if wheelhouse:
        command += ["--no-index", "--find-links", str(wheelhouse)]
    return [*command, "--requirement", str(requirements)]


def find_wheelhouse(folders: tuple[Path, ...]) -> Path | None:
    """The first folder that holds wheels besides pip's own."""
    for folder in folders:
        if any(wheel.name != PIP_WHEEL for wheel in folder.glob("*.whl")):
            return folder
    return None


def clean_variables() -> dict[str, str]:
    """This process's variables without those that would mislead pip or Python."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING_VARIABLES}


def _pip(command: list[str]) -> tuple[int, str]:
    """Runs pip, shows which package it is at, and keeps all it said for the explanation."""
    said: list[str] = []
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env={**clean_variables(), "PYTHONUTF8": "1", "LC_MESSAGES": "C"},
    ) as process:
        for line in process.stdout or ():
            said.append(line)
            if line.startswith(("Collecting ", "Installing collected")):
                print(f"  {line.rstrip().split(' (from')[0]}", flush=True)
    return process.returncode, "".join(said)
