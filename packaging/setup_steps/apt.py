"""Debian's and Ubuntu's packages: installed where this runs as root, else named in the exact command."""

from __future__ import annotations

import os
import shutil
import subprocess

from setup_steps.obstacle import Obstacle

# Another program may hold apt's lock for a while on a machine that has just started.
WAIT_FOR_LOCK = "DPkg::Lock::Timeout=120"


def is_here() -> bool:
    """Whether this system has apt."""
    return shutil.which("apt-get") is not None and shutil.which("apt-cache") is not None


def is_root() -> bool:
    """Whether this process may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def knows(package: str) -> bool:
    """Whether this system's lists have a package of exactly this name."""
    shown = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return shown.returncode == 0 and bool(shown.stdout)


def ensure_lists() -> None:
    """Fetches the package lists, as root; a fresh machine or image has none or old ones."""
    if is_root() and _apt_get(["update"]) != 0:
        raise Obstacle(
            "apt-get update did not succeed (its words are above). Check the network and "
            "/etc/apt, then give the same command again."
        )


def install_or_tell(packages: list[str]) -> None:
    """Installs the packages as root; for anyone else, stops with the command to give."""
    if not is_root():
        raise Obstacle(f"these packages are missing; give this command, then the same one again:\n\n  "
                       f"{command_for(packages)}\n")  # fmt: skip
    print(f"Installing by apt: {' '.join(packages)}.", flush=True)
    if _apt_get(["install", "--yes", "--no-install-recommends", *packages]) != 0:
        raise Obstacle(f"apt could not install {' '.join(packages)} (its words are above).")


def command_for(packages: list[str]) -> str:
    """What a person types to install them."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _apt_get(arguments: list[str]) -> int:
    """Runs apt-get quietly without ever asking; its output shows only when it fails."""
    done = subprocess.run(
        ["apt-get", "-q", "-o", WAIT_FOR_LOCK, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"},
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout, flush=True)
    return done.returncode
