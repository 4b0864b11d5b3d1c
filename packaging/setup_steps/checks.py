"""`test`: every check in its order, the same on a developer's machine and in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from setup_steps import apt
from setup_steps.environment import clean_variables, ensure_environment
from setup_steps.layout import CORE_VENV, ROOT, SCREENS, VENV, program_of, programs_of, python_of, shown
from setup_steps.obstacle import FailedStep, Obstacle
from setup_steps.system_libraries import FOR_CHECKS, ensure_libraries, prove_qt_loads

# What must hold where Qt is not installed: everything but the window.
CORE_TESTS = tuple(
    f"tests/{name}"
    for name in ("model", "reasoning", "storage", "exchange", "command_line", "vignettes", "fuzzing")
)
YAML_FOLDERS = ("assets", ".ci")
NO_TESTS_COLLECTED = 5


@dataclass(frozen=True)
class Step:
    """One check: its name, its command, and the environment whose programs it finds first."""

    name: str
    command: list[str]
    venv: Path = VENV


def run_all() -> int:
    """Prepares both environments, then stops at the first step that does not pass."""
    ensure_environment(VENV, "test")
    ensure_libraries(FOR_CHECKS, "The checks need")
    ensure_test_programs(wanted_programs((ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    prove_qt_loads(python_of(VENV))
    ensure_environment(CORE_VENV, "core")
    steps = all_steps(ROOT)
    for number, step in enumerate(steps, start=1):
        print(f"\n=== step {number} of {len(steps)}: {step.name}", flush=True)
        judge(step.name, _run(step))
    # Nothing is printed after this: the last line of all is pytest's own count.
    return 0


def all_steps(root: Path) -> list[Step]:
    """The checks, cheapest first; the last two are pytest's."""
    yaml_folders = [folder for folder in YAML_FOLDERS if (root / folder).is_dir()]
    steps = [
        Step("ruff check", [str(program_of(VENV, "ruff")), "check", "."]),
        Step("ruff format", [str(program_of(VENV, "ruff")), "format", "--check", "."]),
        Step("mypy", [str(program_of(VENV, "mypy"))]),
        Step("import layers", [str(program_of(VENV, "lint-imports"))]),
        Step("yamllint", [str(program_of(VENV, "yamllint")), "--strict", *yaml_folders]),
    ]
    if (root / "tests" / "screens").is_dir():
        # Kept for whoever wants to look: build/ is git's to ignore and CI's to keep.
        command = [str(python_of(VENV)), "-m", "tests.screens.render_screens", shown(SCREENS)]
        steps.append(Step("screens", command))
    steps.append(Step("tests", [str(python_of(VENV)), "-m", "pytest"]))
    core = [folder for folder in CORE_TESTS if (root / folder).is_dir()]
    if core:
        steps.append(Step("tests without Qt", [str(python_of(CORE_VENV)), "-m", "pytest", *core], CORE_VENV))
    return steps


def judge(name: str, status: int) -> None:
    """Raises for a step that did not pass."""
    if name.startswith("tests") and status == NO_TESTS_COLLECTED:
        raise FailedStep(f"step '{name}': no test was collected, which counts as a failure.")
    if status != 0:
        raise FailedStep(f"step '{name}' did not pass (exit code {status}); see its output above.")


def wanted_programs(pyproject: str) -> dict[str, str]:
    """The programs that tests call, each with the Debian package that holds it."""
    tool = tomllib.loads(pyproject).get("tool", {})
    return {str(key): str(value) for key, value in tool.get("hipmap", {}).get("test-programs", {}).items()}


def ensure_test_programs(programs: dict[str, str]) -> None:
    """Installs missing ones by apt where that is possible; otherwise says what to install."""
    # What they prove is of Linux (strace); elsewhere the tests that call them say why they are left out.
    absent = [program for program in programs if shutil.which(program) is None]
    if not absent or not sys.platform.startswith("linux"):
        return
    if not apt.is_here():
        raise Obstacle(f"the checks call {', '.join(absent)}; install these programs and try again.")
    apt.ensure_lists()
    apt.install_or_tell(sorted({programs[program] for program in absent}))


def _run(step: Step) -> int:
    variables = {**clean_variables(), "QT_QPA_PLATFORM": "offscreen", "VIRTUAL_ENV": str(step.venv)}
    variables["PATH"] = os.pathsep.join([str(programs_of(step.venv)), variables.get("PATH", os.defpath)])
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS", "HYPOTHESIS_PROFILE"):
        variables.pop(name, None)
    try:
        return subprocess.run(
            step.command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, check=False
        ).returncode
    except OSError as error:
        raise FailedStep(f"step '{step.name}' could not start: {error}.") from error
