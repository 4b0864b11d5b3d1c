"""Installs beside the place first and then moves: there is the former hipmap or the new one, never half."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from setup_steps.carried_pip import pip_program
from setup_steps.obstacle import Obstacle, from_os_error
from setup_steps.pip_complaints import explain

from install_steps.launchers import write_launcher
from install_steps.place import MARK

_KEPT_PROGRAMS = ("python", "Python")
_BESIDE = ("NOTICES.txt", "sbom.cdx.json", "integrate.sh", "uninstall.sh")


def install(wheelhouse: Path, target: Path) -> None:
    """Puts a whole hipmap at `target`, or leaves everything as it was."""
    stage = target.with_name(f".{target.name}-new-{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _fill(stage, wheelhouse)
        write_launcher(stage)
        _must_start(stage)
        _put_in_place(stage, target)
    except OSError as error:
        raise from_os_error(error, f"installing in {target.parent}") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def python_within(folder: Path) -> Path:
    """The interpreter of an installed hipmap."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def _fill(stage: Path, wheelhouse: Path) -> None:
    venv.EnvBuilder(symlinks=os.name != "nt", with_pip=False).create(stage)
    pip = pip_program(wheelhouse / "wheels")
    command = [str(python_within(stage)), str(pip), "install", "--no-index", "--require-hashes", "--no-deps"]
    command += [
        "--find-links",
        str(wheelhouse / "wheels"),
        "--only-binary",
        ":all:",
        "--no-input",
        "--no-cache-dir",
    ]
    command += [
        "--disable-pip-version-check",
        "--progress-bar",
        "off",
        "-r",
        str(wheelhouse / "requirements.txt"),
    ]
    done = subprocess.run(
        command, env=_own_variables(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise Obstacle(explain(done.stdout, from_wheelhouse=str(wheelhouse)) + " Nothing was changed.")
    for program in python_within(stage).parent.iterdir():
        # They name the folder in which they were made, which is about to be moved; hipmap needs none of them.
        if not program.name.startswith(_KEPT_PROGRAMS):
            program.unlink()
    for name in _BESIDE:
        if (wheelhouse / name).is_file():
            shutil.copyfile(wheelhouse / name, stage / name)
    if (wheelhouse / "share").is_dir():
        # Manual pages of packages, which are none of a person's menu.
        shutil.rmtree(stage / "share", ignore_errors=True)
        shutil.copytree(wheelhouse / "share", stage / "share", copy_function=shutil.copyfile)


def _own_variables() -> dict[str, str]:
    """Without a person's settings for Python and pip, which would take the packages elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1", "LC_MESSAGES": "C"}


def _must_start(stage: Path) -> None:
    done = subprocess.run(
        [str(python_within(stage)), "-I", "-m", "hipmap", "--version"],
        env=_own_variables(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise Obstacle(f"the installed program does not start ({last}). Nothing was changed.")
    (stage / MARK).write_text(done.stdout.split()[-1] + "\n", encoding="utf-8")


def _put_in_place(stage: Path, target: Path) -> None:
    former = target.with_name(f".{target.name}-former-{os.getpid()}")
    try:
        if target.exists():
            target.rename(former)
        stage.rename(target)
    except OSError as error:
        if former.exists() and not target.exists():
            former.rename(target)
        if sys.platform == "win32" and isinstance(error, PermissionError):
            raise Obstacle(
                f"{target} is in use. Close hipmap, then try again. Nothing was changed."
            ) from error
        raise
    shutil.rmtree(former, ignore_errors=True)
