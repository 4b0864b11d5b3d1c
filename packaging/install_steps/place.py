"""Where hipmap is installed: the usual folders, and what must hold of one before anything is written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from setup_steps.obstacle import Obstacle

from install_steps.installed_files import is_hipmaps

MARK = "VERSION"
"""A file that tells which hipmap a folder holds."""


def target_of(chosen: Path | None) -> Path:
    """The chosen folder, or the usual one of this person (for root: of the machine)."""
    if chosen is not None:
        return Path(os.path.abspath(chosen))  # noqa: PTH100  # resolve() would follow links
    if hasattr(os, "geteuid") and os.geteuid() == 0 and sys.platform != "darwin":
        return Path("/opt/hipmap")
    home = home_folder()
    local = os.environ.get("LOCALAPPDATA") or (str(home / "AppData" / "Local") if home else "")
    if sys.platform == "win32" and local:
        return Path(local) / "Programs" / "hipmap"
    if home is None:
        raise Obstacle("this user has no home folder (HOME is not set). Name a folder by --target.")
    if sys.platform == "darwin":
        return home / "Applications" / "hipmap"
    return home / ".local" / "opt" / "hipmap"


def home_folder() -> Path | None:
    """This person's folder; None for one, as of a service, who has none."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def must_be_writable(target: Path) -> None:
    """Refuses a place in which nothing can be made; before anything else is tried there."""
    if target == Path(target.anchor):
        raise Obstacle("--target must be a folder of its own.")
    if {"\n", "\r"} & set(str(target)):
        raise Obstacle("the name of a folder for hipmap must not hold a line break.")
    above = existing_above(target)
    if not os.access(above, os.W_OK | os.X_OK):
        raise Obstacle(
            f"no right to write in {above}. Name another folder by --target, or ask whoever looks after "
            "this machine."
        )


def must_fit(target: Path, wheelhouse: Path, version: str) -> None:
    """Refuses a place that is someone else's, holds a newer hipmap, is not writable, too small, or in use."""
    must_be_writable(target)
    if _is_anothers(target):
        raise Obstacle(
            f"{target} is there and is not hipmap's: no installed hipmap has left its mark in it. "
            "Name another folder by --target."
        )
    must_not_be_newer(target, version)
    above = existing_above(target)
    needed, free = needed_bytes(wheelhouse), shutil.disk_usage(above).free
    if free < needed:
        raise Obstacle(
            f"too little room in {above}: {needed // 2**20 + 1} MB are needed, {free // 2**20} MB are free."
        )
    running = who_runs(target)
    if running:
        raise Obstacle(f"hipmap is running from {target} (process {running}). Close it, then try again.")


def _is_anothers(target: Path) -> bool:
    if target.is_symlink() or not target.exists() or is_hipmaps(target):
        return target.is_symlink()
    return not target.is_dir() or any(target.iterdir())


def must_not_be_newer(target: Path, version: str) -> None:
    """Refuses to put an older hipmap in the place of a newer one, whose records it could not open."""
    try:
        present = (target / MARK).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        return
    if order_of(present) > order_of(version):
        raise Obstacle(
            f"{target} holds hipmap {present}, which is newer than {version}; an older one cannot open "
            "records that it has opened. To go back all the same, remove that hipmap first; records stay."
        )


def order_of(version: str) -> tuple[tuple[int, ...], int, int]:
    """How versions are ordered: what comes before a release (1.0.0rc1) before it, another form first."""
    found = re.fullmatch(r"(\d+(?:\.\d+)*)(?:(\.dev|a|b|rc)(\d+))?", version)
    if found is None:
        return (), 0, 0
    stage = (".dev", "a", "b", "rc", None).index(found[2])
    return tuple(int(number) for number in found[1].split(".")), stage, int(found[3] or 0)


def existing_above(target: Path) -> Path:
    """The nearest folder above that is there."""
    return next(folder for folder in target.parents if folder.is_dir())


def needed_bytes(wheelhouse: Path) -> int:
    """What the unpacked wheels take, and a sixth more for what Python compiles of them."""
    size = 0
    for wheel in (wheelhouse / "wheels").glob("[!.]*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            size += sum(entry.file_size for entry in archive.infolist())
    return size * 7 // 6


def who_runs(target: Path, system: str = sys.platform) -> str:
    """The number of a process that runs from this folder, or nothing; Windows tells when it is moved."""
    if system.startswith("linux"):
        return _who_maps(os.fsencode(target) + b"/")
    if system == "darwin":
        told = subprocess.run(
            ["ps", "-axo", "pid=,command="], capture_output=True, text=True, check=False
        ).stdout
        return next((line.split()[0] for line in told.splitlines() if f" {target}/" in line), "")
    return ""


def _who_maps(prefix: bytes) -> str:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if b" " + prefix in (process / "maps").read_bytes():
                return process.name
        except OSError:
            continue  # another person's, or one that just ended
    return ""
