"""A version as one number, so that the installer can tell a newer one from an older one."""

from __future__ import annotations

import re

from setup_steps.obstacle import Obstacle

_FORM = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:(a|b|rc)(\d+)|\.dev(\d+))?")
# Room for 15 of each kind before the finished version, which is the highest.
_STAGES = {"dev": 0, "a": 16, "b": 32, "rc": 48}
_FINISHED = 63
_LARGEST = (63, 1023, 1023, 14)


def number_of(version: str) -> int:
    """MAJOR.MINOR.PATCH with a, b, rc or .dev and a number: 32 bits, larger for a later version."""
    major, minor, patch, stage = _parts(version)
    return major << 26 | minor << 16 | patch << 6 | stage


def four_numbers(version: str) -> str:
    """The form that Windows shows for a program: 1.2.0.63."""
    return ".".join(str(part) for part in _parts(version))


def _parts(version: str) -> tuple[int, int, int, int]:
    found = _FORM.fullmatch(version)
    if found is None:
        raise Obstacle(f"the version {version!r} has a form that the installer cannot compare.")
    major, minor, patch = (int(found[place]) for place in (1, 2, 3))
    kind = found[4] or ("dev" if found[6] else "")
    within = int(found[5] or found[6] or 0)
    if any(part > most for part, most in zip((major, minor, patch, within), _LARGEST, strict=True)):
        raise Obstacle(f"the version {version!r} is too large for the installer to compare.")
    return major, minor, patch, _STAGES[kind] + within if kind else _FINISHED
