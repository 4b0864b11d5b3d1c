"""The archive for Windows that runs from a stick and keeps its data beside itself."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from release_steps import frozen, notices, sbom
from release_steps.archives import write_zip
from release_steps.portable import MARK
from release_steps.release import NAME, Release

from windows.installer import label
from windows.pinned_python import PinnedPython

_SOURCES = Path(__file__).parent


def write_carried_copy(tree: Path, folder: Path, release: Release, python: PinnedPython) -> Path:
    """Writes hipmap-VERSION-windows-x64-portable.zip."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        laid = Path(scratch)
        lay_out(tree, laid, release)
        target = folder / f"{label(release, python)}-portable.zip"
        return write_zip(laid, target, release.epoch, f"{NAME}-{release.version}/")


def lay_out(tree: Path, laid: Path, release: Release) -> None:
    """Lays the files as they lie on the stick: the program, and above it what starts it and the mark."""
    frozen.copied(tree, laid / "program")
    for name in ("hipmap.exe", "hipmap-console.exe", notices.FILE_NAME, sbom.FILE_NAME):
        shutil.copyfile(tree / name, laid / name)
    (laid / MARK).write_bytes(
        b"While this file is here, hipmap keeps settings and records in the folder hipmap-data beside it.\r\n"
    )
    text = (_SOURCES / "portable.txt").read_text(encoding="utf-8").replace("@VERSION@", release.version)
    (laid / "READ_ME.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8"))
