"""What a folder of programs asks of the system it runs on: shared libraries, and how new the C library is."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from setup_steps.obstacle import FailedStep

# Library -> Debian and Ubuntu package; two were renamed for 64-bit time, either will do.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2t64 | libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
_C_LIBRARY = re.compile(r"(ld-linux.*|lib(c|dl|m|pthread|rt|util))\.so\.\d+")
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")
# Plugins that are tried and passed over where their libraries are missing: a native Wayland window (else X11
# shows it) and printers.
_OPTIONAL = ("wayland", "printsupport", "libQt6Wayland")


def programs_in(folder: Path) -> list[Path]:
    """Every file of a folder that the system's loader may load."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as content:
                if content.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def needed_by(program: Path) -> list[str]:
    """The libraries that a program names."""
    done = subprocess.run(["objdump", "-p", str(program)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise FailedStep(f"objdump cannot read {program.name}: {done.stderr.strip()}")
    return _NEEDED.findall(done.stdout)


def debian_needs(needed: dict[str, list[str]], shipped: set[str]) -> tuple[list[str], list[str]]:
    """The packages that must be there and those that should, for programs and the libraries each names."""
    must: set[str] = set()
    should: set[str] = set()
    for program, libraries in needed.items():
        for library in libraries:
            if library in shipped or _C_LIBRARY.fullmatch(library):
                continue
            if library not in PACKAGES:
                raise FailedStep(f"{program} needs {library}; name its package in {__name__}.")
            (should if any(word in program for word in _OPTIONAL) else must).add(PACKAGES[library])
    return sorted(must), sorted(should - must)


def needs_of(folder: Path) -> tuple[list[str], list[str]]:
    """The packages for all programs of a folder; the C library comes first."""
    programs = programs_in(folder)
    needed = {str(path.relative_to(folder)): needed_by(path) for path in programs}
    must, should = debian_needs(needed, {path.name for path in programs})
    return [f"libc6 (>= 2.{newest_glibc(programs)})", *must], should


def newest_glibc(programs: list[Path]) -> int:
    """The second number of the newest version of the C library that one of them names."""
    return max((int(number) for path in programs for number in _GLIBC.findall(path.read_bytes())), default=0)
