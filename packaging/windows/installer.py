"""setup.exe for Windows, made by NSIS out of the program's folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from release_steps.release import NAME, Release, run_tool
from setup_steps.layout import ROOT

from windows.pinned_python import PinnedPython
from windows.starters import must_have, write_side_picture
from windows.version_number import four_numbers, number_of

SCRIPT = Path(__file__).with_name("hipmap.nsi")
# The new program beside the old one, what Python compiles of it, and some air.
_ROOM = 1.6


def label(release: Release, python: PinnedPython) -> str:
    """The start of the name of an artefact; a rehearsal says that it is one."""
    rehearsal = "" if python.use == "release" else "-rehearsal"
    return f"{NAME}-{release.version}-windows-x64{rehearsal}"


def write_installer(tree: Path, folder: Path, release: Release, python: PinnedPython) -> Path:
    """Writes hipmap-VERSION-windows-x64-setup.exe."""
    target = folder / f"{label(release, python)}-setup.exe"
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        licence = Path(scratch) / "LICENSE.txt"
        licence.write_bytes(b"\xef\xbb\xbf" + (ROOT / "LICENSE").read_bytes())
        side = Path(scratch) / "side.bmp"
        write_side_picture(side, release)
        for path in (licence, side):
            os.utime(path, (release.epoch, release.epoch))
        values = {**definitions(tree, target, licence, release), "SIDE": str(side)}
        command = [must_have("makensis", "nsis"), "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
        command += [f"-D{name}={value}" for name, value in values.items()]
        run_tool([*command, str(SCRIPT)], release, "makensis")
    return target


def definitions(tree: Path, target: Path, licence: Path, release: Release) -> dict[str, str]:
    """What the script is told."""
    held = sum(-(-path.stat().st_size // 4096) * 4 for path in tree.rglob("*") if path.is_file())
    return {
        "VERSION": release.version,
        "NUMBER": str(number_of(release.version)),
        "NUMBERS": four_numbers(release.version),
        "TREE": str(tree),
        "MIB": str(int(held * _ROOM / 1024) + 1),
        "OUT": str(target),
        "ICON": str(tree / "hipmap.ico"),
        "LICENCE": str(licence),
    }
