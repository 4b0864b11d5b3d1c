"""The one-folder program for Linux: frozen by PyInstaller, trimmed, with its notices."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from setup_steps.layout import ROOT
from setup_steps.obstacle import FailedStep

from release_steps.build_environment import site_packages_of_build, tool
from release_steps.icu_data import trim_icu_data
from release_steps.notices import write_notices
from release_steps.release import NAME, Release, run_tool

SPECIFICATION = ROOT / "packaging" / "hipmap.spec"
INSIDE = "_internal"
QT_LIBRARIES = "PySide6/Qt/lib"
KEEPER = "hipmap-keeper"
LARGEST = 210_000_000
"""Bytes that the program may take on a disk, with what writes letters."""


def freeze(folder: Path, release: Release) -> Path:
    """Makes the program in `folder`/hipmap, checks that it runs, and gives that folder."""
    made = folder / NAME
    with tempfile.TemporaryDirectory() as scratch:
        command = [str(tool("pyinstaller")), "--clean", "--noconfirm", "--log-level", "WARN"]
        command += ["--distpath", str(folder), "--workpath", scratch, str(SPECIFICATION)]
        run_tool(command, release, "PyInstaller", PYINSTALLER_CONFIG_DIR=str(Path(scratch) / "cache"))
    # Links for the loader, which finds the libraries without them; a stick cannot hold links.
    for path in made.rglob("*"):
        if path.is_symlink():
            path.unlink()
    shorten_records(made / INSIDE)
    trim_icu_data(made / INSIDE / QT_LIBRARIES, release)
    keep_knowledge(made)
    write_notices(made, site_packages_of_build(), release, f"{release.label} folder", frozen=True)
    (made / "VERSION").write_text(release.version + "\n", encoding="utf-8")
    make_readable(made)
    size = size_of(made)
    if size > LARGEST:
        raise FailedStep(f"the program takes {size / 1e6:.0f} MB, more than {LARGEST / 1e6:.0f} MB.")
    return made


def keep_knowledge(made: Path) -> None:
    """Has the program read its knowledge once, so that it lies ready for every start."""
    example = ROOT / "assets" / "examples" / "hip_joint.json"
    for name in (KEEPER, NAME):
        with tempfile.TemporaryDirectory() as home:
            variables = {"PATH": os.defpath, "HOME": home, "LC_ALL": "C.UTF-8"}
            command = [str(made / name), "assess", str(example)]
            done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise FailedStep(f"the frozen program does not run: {done.stderr.strip()}")
    (made / KEEPER).unlink()
    if not list((made / INSIDE).rglob("*.pickle")):
        raise FailedStep("the frozen program kept no knowledge.")


def shorten_records(inside: Path) -> None:
    """Leaves in each package's list of files those that are here: what describes it, and its licence."""
    for record in inside.glob("*.dist-info/RECORD"):
        lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if (inside / line.split(",")[0]).is_file()]
        record.write_text("".join(kept), encoding="utf-8", newline="\n")


def make_readable(folder: Path) -> None:
    """Gives every file the rights that it has in an artefact, whatever the umask was."""
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() or path == folder / NAME else 0o644)


def size_of(folder: Path) -> int:
    """The bytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def copied(program: Path, target: Path) -> Path:
    """The program at another place, as files that share their content where the disk allows it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copytree(program, target, copy_function=os.link)
    except OSError:  # another disk, or one without hard links
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(program, target)
    return target
