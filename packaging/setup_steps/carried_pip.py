"""The pip that hipmap carries, since a bare Debian python3 has none and no ensurepip either."""

from __future__ import annotations

import hashlib
from pathlib import Path

from setup_steps.layout import CARRIED_WHEELS, shown
from setup_steps.obstacle import Obstacle

PIP_WHEEL = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"


def pip_program(folder: Path = CARRIED_WHEELS) -> Path:
    """The path to give to Python in order to run pip straight from its wheel, once that is verified."""
    wheel = folder / PIP_WHEEL
    mend = f"Get it again: git checkout -- {shown(wheel)}"
    try:
        content = wheel.read_bytes()
    except OSError as error:
        raise Obstacle(f"pip's wheel cannot be read: {shown(wheel)} ({error.strerror}). {mend}") from error
    if hashlib.sha256(content).hexdigest() != PIP_SHA256:
        raise Obstacle(f"pip's wheel is damaged: {shown(wheel)} is not the file that hipmap carries. {mend}")
    return wheel / "pip"
