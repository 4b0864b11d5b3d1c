"""Which libraries the Python holds that a copy of hipmap brings: asked of it, or read in its files."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

_ASKED = """\
import _decimal, json, platform, pyexpat, zlib
print(json.dumps({
    "python": platform.python_version(),
    "expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
    "mpdecimal": _decimal.__libmpdec_version__,
    "zlib": zlib.ZLIB_RUNTIME_VERSION,
}))
"""
# Where they tell their version in the Python for Windows.
_TOLD = {
    "expat": ("pyexpat.pyd", rb"expat_(\d+\.\d+\.\d+)"),
    "mpdecimal": ("_decimal.pyd", rb"mpdecimal-(\d+\.\d+\.\d+)"),
    "zlib": ("python3*.dll", rb"\x00(1\.\d+\.\d+(?:\.\d+)?)\x00"),
}


def of_running() -> dict[str, str]:
    """The versions within the Python that runs this."""
    return told_by(Path(sys.executable))


def told_by(python: Path) -> dict[str, str]:
    """The versions within a Python that can be started; a frozen program takes its modules from there."""
    done = subprocess.run([str(python), "-I", "-c", _ASKED], capture_output=True, text=True, check=True)
    told: dict[str, str] = json.loads(done.stdout)
    return told


def found_in(folder: Path, version: str) -> dict[str, str]:
    """The versions that a Python for Windows tells in its files; nothing for one that is not told plainly."""
    told = {"python": version}
    for name, (files, pattern) in _TOLD.items():
        content = b"".join(path.read_bytes() for path in sorted(folder.glob(files)))
        seen = set(re.findall(pattern, content))
        told[name] = seen.pop().decode() if len(seen) == 1 else ""
    return told
