"""Which libraries Qt's window expects of a Linux system and does not find."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_ABSENT = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_PROGRAMS = ("PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/QtWidgets.abi3.so")
_TO_INSTALL = """\
On Debian and Ubuntu: sudo apt install libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"""


def what_qt_lacks(target: Path) -> str:
    """What to install beside hipmap; nothing where all is there."""
    if not sys.platform.startswith("linux"):
        return ""
    programs = [
        str(path) for name in _PROGRAMS for path in target.glob(f"lib/python3.*/site-packages/{name}")
    ]
    absent = sorted(set(_ABSENT.findall(_told_of(programs)))) if programs else []
    if not absent:
        return ""
    return (
        f"hipmap is installed, but its window needs what this system lacks: {' '.join(absent)}\n{_TO_INSTALL}"
    )


def _told_of(programs: list[str]) -> str:
    try:
        return subprocess.run(["ldd", *programs], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""  # a system without it
