"""`run`: starts hipmap, and where there is no display shows what works without one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from setup_steps.environment import clean_variables, ensure_environment
from setup_steps.layout import BUILD, EXAMPLE_CASE, ON_WINDOWS, ROOT, VENV, python_of, shown
from setup_steps.system_libraries import OFFSCREEN, ensure_libraries, libraries_for, prove_qt_loads

# What hipmap does without Qt, so that no graphics library is asked for.
WITHOUT_QT = frozenset({"assess", "vocabulary", "knowledge", "--help", "-h", "--version"})
PICTURE = BUILD / "hipmap-window.png"


def run(arguments: list[str]) -> int:
    """Sets up what hipmap needs and starts it with these arguments."""
    is_new = ensure_environment(VENV, "run")
    if not arguments and not has_display(sys.platform, os.environ):
        return _show_without_display()
    if not arguments or arguments[0] not in WITHOUT_QT:
        ensure_libraries(libraries_for(os.environ))
        if is_new:
            prove_qt_loads(python_of(VENV))
    command = [str(python_of(VENV)), "-m", "hipmap", *arguments]
    if not ON_WINDOWS:  # there, exec would detach from the console
        os.execve(command[0], command, clean_variables())
    return subprocess.run(command, env=clean_variables(), check=False).returncode


def has_display(system: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can open: only on Linux may there be no display; a chosen Qt platform counts."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not system.startswith("linux") or any(variables.get(name) for name in names)


def _show_without_display() -> int:
    """The example case as text, then the real window drawn into a file."""
    print(
        "This machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can\n"
        "open. Here is the example case as text, and then the window itself as a picture.",
        flush=True,
    )
    status = _show(["assess", "--format", "text", shown(EXAMPLE_CASE)])
    if status != 0:
        return status
    ensure_libraries(OFFSCREEN)
    BUILD.mkdir(exist_ok=True)
    status = _show(["--picture", shown(PICTURE), shown(EXAMPLE_CASE)])
    if status == 0:
        print(f"The window, as it opens where there is a display: {PICTURE}", flush=True)
    return status


def _show(arguments: list[str]) -> int:
    """Runs hipmap offscreen under the line that a person would type."""
    print(f"\n$ hipmap {' '.join(arguments)}", flush=True)
    variables = {**clean_variables(), "QT_QPA_PLATFORM": "offscreen"}
    command = [str(python_of(VENV)), "-m", "hipmap", *arguments]
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode
