"""Where hipmap is installed: the usual folders, and what must hold of one before anything is written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from setup_steps.obstacle import Obstacle

MARK = "VERSION"
"""A file that tells a folder of hipmap from anyone else's."""


def target_of(chosen: Path | None) -> Path:
    """The chosen folder, or the usual one of this person (for root: of the machine)."""
    if chosen is not None:
        return Path(os.path.abspath(chosen))  # noqa: PTH100  # resolve() would follow links
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(local) / "Programs" / "hipmap"
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/opt/hipmap")
    if sys.platform == "darwin":
        return Path.home() / "Applications" / "hipmap"
    return Path.home() / ".local" / "opt" / "hipmap"


def must_fit(target: Path, wheelhouse: Path) -> None:
    """Refuses a place that is someone else's, not writable, too small, or in use."""
    if target == Path(target.anchor):
        raise Obstacle("--target must be a folder of its own.")
    if _is_anothers(target):
        raise Obstacle(f"{target} is there and is not hipmap's. Name another folder by --target.")
    above = existing_above(target)
    if not os.access(above, os.W_OK | os.X_OK):
        raise Obstacle(
            f"no right to write in {above}. Name another folder by --target, or ask whoever looks after "
            "this machine."
        )
    needed, free = needed_bytes(wheelhouse), shutil.disk_usage(above).free
    if free < needed:
        raise Obstacle(
            f"too little room in {above}: {needed // 2**20 + 1} MB are needed, {free // 2**20} MB are free."
        )
    running = who_runs(target)
    if running:
        raise Obstacle(f"hipmap is running from {target} (process {running}). Close it, then try again.")


def _is_anothers(target: Path) -> bool:
    if target.is_symlink() or not target.exists() or (target / MARK).is_file():
        return target.is_symlink()
    return not target.is_dir() or any(target.iterdir())


def existing_above(target: Path) -> Path:
    """The nearest folder above that is there."""
    return next(folder for folder in target.parents if folder.is_dir())


def needed_bytes(wheelhouse: Path) -> int:
    """What the unpacked wheels take, and a sixth more for what Python compiles of them."""
    size = 0
    for wheel in (wheelhouse / "wheels").glob("*.whl"):
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
