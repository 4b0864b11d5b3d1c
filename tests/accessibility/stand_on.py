"""Puts the real window on a screen of tests/screens/screen_table.py and lets it run, to be read from outside.

python -m tests.accessibility.stand_on "home question"
"""

import sys

from PySide6.QtWidgets import QApplication

from tests.screens.screen_table import screens
from tests.screens.stage import Looks, stage

# Said to whoever waits for the screen.
STANDS = "stands\n"


def main(name: str) -> int:
    """Runs until it is ended from outside."""
    with stage() as on:
        on.clear()
        on.wear(Looks())
        next(screen for screen in screens() if screen.name == name).reach(on)
        sys.stdout.write(STANDS)
        sys.stdout.flush()
        return QApplication.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
