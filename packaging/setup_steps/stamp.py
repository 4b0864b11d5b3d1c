"""The mark of a finished environment, by which the next call knows that nothing is left to do."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from setup_steps.layout import python_of

STAMP_NAME = "hipmap-setup.json"


@dataclass(frozen=True)
class Stamp:
    """What an environment was made from. A moved checkout or another Python makes it void."""

    lock: str
    python: str
    checkout: str
    group: str

    def serves(self, wanted: Stamp) -> bool:
        """Whether an environment with this stamp does for what is wanted: the checks' holds all of run's."""
        return self.same_base(wanted) and (self.group == wanted.group or self.extends(wanted))

    def same_base(self, other: Stamp) -> bool:
        """Whether both come from the same lock, Python and checkout."""
        return (self.lock, self.python, self.checkout) == (other.lock, other.python, other.checkout)

    def extends(self, other: Stamp) -> bool:
        """Whether this group holds everything of the other and more."""
        return (self.group, other.group) == ("test", "run")


def python_identity() -> str:
    """Which Python this is: an environment made by another one is made anew."""
    return f"{platform.python_version()} {platform.machine()} {sys.base_prefix}"


def read_stamp(venv: Path) -> Stamp | None:
    """The stamp of an environment, or None where it is missing, damaged or half made."""
    if not python_of(venv).exists():
        return None
    try:
        return Stamp(**json.loads((venv / STAMP_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(venv: Path, stamp: Stamp) -> None:
    """Marks the environment as finished: always the last thing done to it."""
    (venv / STAMP_NAME).write_text(json.dumps(asdict(stamp), indent=1) + "\n", encoding="utf-8")


def remove_stamp(venv: Path) -> None:
    """Marks the environment as unfinished: always the first thing done to it."""
    (venv / STAMP_NAME).unlink(missing_ok=True)
