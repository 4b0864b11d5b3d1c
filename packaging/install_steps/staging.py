"""Installs beside the place first and then moves: there is the former hipmap or the new one, never half."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from pathlib import Path

from setup_steps.carried_pip import pip_program
from setup_steps.obstacle import Obstacle, from_os_error
from setup_steps.pip_complaints import explain

from install_steps.installed_files import write_list
from install_steps.launchers import write_launcher
from install_steps.place import MARK
from install_steps.replacing import put_in_place, stage_of

_KEPT_PROGRAMS = ("python", "Python")
_BESIDE = ("NOTICES.txt", "sbom.cdx.json", "integrate.sh", "own_files.sh", "uninstall.sh")


def install(wheelhouse: Path, target: Path, held: int) -> None:
    """Puts a whole hipmap at `target`, or leaves everything as it was; `held` keeps others away meanwhile."""
    stage = stage_of(target)
    try:
        _fill(stage, wheelhouse, held)
        write_launcher(stage)
        _must_start(stage)
        write_list(stage)
        put_in_place(stage, target)
    except OSError as error:
        raise from_os_error(error, f"installing in {target.parent}") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def python_within(folder: Path) -> Path:
    """The interpreter of an installed hipmap."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def _fill(stage: Path, wheelhouse: Path, held: int) -> None:
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
    code, said, _ = _carried_out(command, held)
    if code != 0:
        raise Obstacle(explain(said, from_wheelhouse=str(wheelhouse)) + " Nothing was changed.")
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
    code, said, complaint = _carried_out([str(python_within(stage)), "-I", "-m", "hipmap", "--version"])
    if code != 0:
        last = (complaint.strip().splitlines() or ["it said nothing"])[-1]
        raise Obstacle(f"the installed program does not start ({last}). Nothing was changed.")
    (stage / MARK).write_text(said.split()[-1] + "\n", encoding="utf-8")


def _carried_out(command: list[str], held: int | None = None) -> tuple[int, str, str]:
    """Runs a program to its end, and ends it where this one is stopped; with a lock it has but one output."""
    with subprocess.Popen(
        command, env=_own_variables(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if held is None else subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace",
        # Should this process be killed, pip still writes; the next one must wait for it.
        pass_fds=() if os.name == "nt" or held is None else (held,),
    ) as running:  # fmt: skip
        try:
            said, complaint = running.communicate()
        except BaseException:
            running.kill()
            running.wait()
            raise
    return running.returncode, said, complaint or ""
