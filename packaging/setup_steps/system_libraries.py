"""The shared libraries that wheels expect of a Linux system: which are missing, which package holds them.

The wheel of Qt brings its own libraries but not those of the graphics stack; each of the first
six is needed merely to import QtWidgets.
"""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from setup_steps import apt
from setup_steps.environment import clean_variables
from setup_steps.obstacle import Obstacle

# Library -> Debian and Ubuntu packages that hold it, newest name first: Debian 13 and
# Ubuntu 24.04 renamed one for 64-bit time ("t64").
OFFSCREEN: dict[str, tuple[str, ...]] = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
}
X11: dict[str, tuple[str, ...]] = {
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
}
WAYLAND: dict[str, tuple[str, ...]] = {
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
}
# The checks open no window, but pyagrum, which only they use, is built on OpenMP.
FOR_CHECKS: dict[str, tuple[str, ...]] = {**OFFSCREEN, "libgomp.so.1": ("libgomp1",)}

_MISSING = re.compile(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object file")


def libraries_for(variables: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What a window needs with these environment variables: a chosen Qt platform, X11, Wayland or none."""
    needed = dict(OFFSCREEN)
    if variables.get("QT_QPA_PLATFORM"):
        return needed
    if variables.get("DISPLAY"):
        needed |= X11
    elif variables.get("WAYLAND_DISPLAY"):
        needed |= WAYLAND
    return needed


def missing(libraries: Iterable[str], loads: Callable[[str], bool] | None = None) -> list[str]:
    """Those that this system's loader does not find."""
    can_load = loads or _loads
    return [library for library in libraries if not can_load(library)]


def packages_for(
    absent: Iterable[str], libraries: Mapping[str, tuple[str, ...]], exists: Callable[[str], bool]
) -> list[str]:
    """The packages that hold the absent libraries, under the name that this system knows.

    Where it knows none (its lists were never fetched), the older name: newer systems still answer to it.
    """
    chosen = []
    for library in absent:
        names = libraries[library]
        chosen.append(next((name for name in names if exists(name)), names[-1]))
    return chosen


def ensure_libraries(libraries: Mapping[str, tuple[str, ...]], need: str = "Qt needs") -> None:
    """Installs what is missing by apt where that is possible; otherwise says what to install.

    `need` is how a sentence begins that tells what needs them.
    """
    if not sys.platform.startswith("linux"):
        return
    absent = missing(libraries)
    if not absent:
        return
    print(f"{need} libraries that this system lacks: {', '.join(absent)}.", flush=True)
    if not apt.is_here():
        raise Obstacle(
            f"{need} {', '.join(absent)}. Install the packages of your system that hold these files "
            "and give the same command again."
        )
    apt.ensure_lists()
    apt.install_or_tell(packages_for(absent, libraries, apt.knows))
    still_absent = missing(absent)
    if still_absent:
        raise Obstacle(f"apt installed the packages, but these libraries are still missing: {still_absent}.")


def prove_qt_loads(python: Path) -> None:
    """Imports Qt's widgets in the environment, which also finds libraries that no list foresaw."""
    done = subprocess.run(
        [str(python), "-c", "import PySide6.QtWidgets, PySide6.QtSvg, PySide6.QtPrintSupport"],
        capture_output=True,
        text=True,
        env=clean_variables(),
        check=False,
    )
    if done.returncode != 0:
        raise Obstacle(explain_import_failure(done.stderr))


def explain_import_failure(traceback: str) -> str:
    """One sentence for a Qt that does not load."""
    match = _MISSING.search(traceback)
    if match:
        return f"Qt needs {match[1]}, which this system lacks. Install the package that holds it."
    lines = [line for line in traceback.splitlines() if line.strip()] or ["no message"]
    return f"Qt does not load: {lines[-1].strip()}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
