"""Which systems hipmap runs on: the floor that the wheels of Qt for Python set."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass

from setup_steps.obstacle import Obstacle

# From the wheel tags of PySide6-Essentials 6.11.3.
GLIBC_FLOOR = {"x86_64": (2, 34), "aarch64": (2, 39)}
MACOS_FLOOR = (13, 0)
WINDOWS_FLOOR_BUILD = 17763
MACHINE_NAMES = {"amd64": "x86_64", "x64": "x86_64", "arm64": "aarch64"}


@dataclass(frozen=True)
class Machine:
    """What must be known of a machine: version is that of glibc, of macOS, or the Windows build."""

    system: str
    processor: str
    version: tuple[int, ...]
    bits: int = 64


def complaint(machine: Machine) -> str | None:
    """Why hipmap cannot run on this machine, or None."""
    if machine.bits != 64:
        return "hipmap needs a 64-bit Python; this one has 32 bits. Install the 64-bit Python."
    if machine.processor not in GLIBC_FLOOR:
        return f"hipmap runs on x86-64 and ARM64 processors; this one is {machine.processor or 'unknown'}."
    check = {"linux": _linux, "darwin": _macos, "win32": _windows}.get(machine.system)
    if check is None:
        return f"hipmap runs on Linux, macOS and Windows; this system is {machine.system}."
    return check(machine)


def _linux(machine: Machine) -> str | None:
    floor = GLIBC_FLOOR[machine.processor]
    if not machine.version:
        return (
            "hipmap needs a Linux with the GNU C library (glibc); this one has another (musl, for example)."
        )
    if machine.version < floor:
        where = "Debian 12, Ubuntu 22.04" if machine.processor == "x86_64" else "Debian 13, Ubuntu 24.04"
        return (
            f"hipmap needs glibc {_dotted(floor)} or newer on {machine.processor} ({where} or newer); "
            f"this machine has {_dotted(machine.version)}."
        )
    return None


def _macos(machine: Machine) -> str | None:
    if machine.version < MACOS_FLOOR:
        return f"hipmap needs macOS {MACOS_FLOOR[0]} or newer; this is macOS {_dotted(machine.version)}."
    return None


def _windows(machine: Machine) -> str | None:
    if machine.version < (WINDOWS_FLOOR_BUILD,):
        return (
            f"hipmap needs Windows 10 version 1809 (build {WINDOWS_FLOOR_BUILD}) or newer; "
            f"this is build {_dotted(machine.version)}."
        )
    return None


def this_machine() -> Machine:
    """The machine on which this runs."""
    processor = platform.machine().lower()
    return Machine(
        system="linux" if sys.platform.startswith("linux") else sys.platform,
        processor=MACHINE_NAMES.get(processor, processor),
        version=_version(),
        bits=64 if sys.maxsize > 2**32 else 32,
    )


def require_this_machine() -> None:
    """Stops with a sentence where hipmap cannot run."""
    reason = complaint(this_machine())
    if reason:
        raise Obstacle(reason)


def _version() -> tuple[int, ...]:
    if sys.platform == "win32":
        return (sys.getwindowsversion().build,)
    if sys.platform == "darwin":
        return numbers_in(platform.mac_ver()[0])
    try:
        return numbers_in((os.confstr("CS_GNU_LIBC_VERSION") or "").removeprefix("glibc "))
    except (ValueError, OSError):  # not a GNU C library
        return ()


def numbers_in(dotted: str) -> tuple[int, ...]:
    """A dotted version as numbers; an empty or odd one as ()."""
    parts = dotted.strip().split(".")
    return tuple(int(part) for part in parts) if all(part.isdigit() for part in parts) else ()


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
