"""The folder of the program for Windows, with a list of all that lies in it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from release_steps import notices
from release_steps.archives import paths_within
from release_steps.build_environment import site_packages_of_build
from release_steps.frozen import shorten_records, size_of
from release_steps.parts import all_parts
from release_steps.release import Release
from release_steps.sums import sums_text
from release_steps.wheelhouse import PLATFORMS, gather_wheels
from release_steps.within_python import found_in
from setup_steps.obstacle import FailedStep

from windows.check_copy import FILES, differences
from windows.pinned_python import SERIES, PinnedPython, unpack_python
from windows.starters import write_icon, write_starters
from windows.version_number import number_of
from windows.wheels import unpack_wheels

LARGEST = 260_000_000
"""Bytes that the program may take on a disk before Python compiles it there."""
PLATFORM = PLATFORMS["windows_amd64"]


def lay_out(tree: Path, python: PinnedPython, release: Release) -> Path:
    """Lays the whole program into an empty folder."""
    unpack_python(python, tree)
    with tempfile.TemporaryDirectory(dir=tree.parent) as scratch:
        gather_wheels(Path(scratch), release, PLATFORM, (SERIES,))
        unpack_wheels(Path(scratch) / "wheels", tree / "site")
    shorten_records(tree / "site")
    write_icon(tree / "hipmap.ico", release)
    write_starters(tree, tree / "hipmap.ico", release)
    shutil.copyfile(Path(__file__).with_name("check_copy.py"), tree / "check_copy.py")
    (tree / "VERSION").write_text(release.version + "\n", encoding="utf-8", newline="\n")
    (tree / "NUMBER").write_text(str(number_of(release.version)), encoding="ascii")
    within = found_in(tree, python.version)
    parts = all_parts(site_packages_of_build(), frozen=True, system="windows", python=within)
    notices.write_listed(tree, parts, release, f"hipmap-{release.version}-windows-x64 folder")
    seal(tree, release.epoch)
    size = size_of(tree)
    if size > LARGEST:
        raise FailedStep(f"the program takes {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f} MB.")
    return tree


def seal(tree: Path, epoch: int) -> None:
    """Lists every file with its SHA-256, by which a copy is checked where it lies; one time for all."""
    paths = [path for path in paths_within(tree) if path.is_file()]
    if odd := [path.name for path in paths if not path.name.isascii()]:
        # The uninstaller reads the list in the code page of its Windows.
        raise FailedStep(f"the name {odd[0]} has signs that the uninstaller cannot read.")
    (tree / FILES).write_text(sums_text(tree, paths), encoding="utf-8", newline="\n")
    for path in [*paths_within(tree), tree]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (epoch, epoch))
    if wrong := list(differences(tree)):
        raise FailedStep(f"the folder is not what its list says: {wrong[0]}.")
