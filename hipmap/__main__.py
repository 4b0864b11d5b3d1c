"""Runs hipmap as `python -m hipmap`."""

import os
import sys
from pathlib import Path

from hipmap.command_line import main


def give_streams() -> None:
    """Started from the desktop of Windows a program has no streams; what it prints then goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (to the end)


if __name__ == "__main__":
    give_streams()
    sys.exit(main())
