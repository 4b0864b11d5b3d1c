"""Measures every screen in every theme, on its pixels and its geometry: what is too faint, small or nameless,
and what no key comes to.

python -m tests.screens.read_screens [--only NAME]
"""

import argparse
import os
import sys

from hipmap.desktop.design_tokens import THEMES
from tests.screens.measured import Findings, findings_on, not_reached
from tests.screens.screen_table import screens
from tests.screens.stage import Looks, Stage, stage


def main() -> int:
    """Prints the findings; exit code 1 if there are any."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    only = parser.parse_args().only
    whole = Findings()
    with stage() as on:
        for theme in THEMES:
            for screen in screens():
                if only in screen.name:
                    found = findings_on(on, screen, Looks(theme))
                    whole.add(found)
                    for line in found.lines():
                        print(f"{theme}, {screen.name}: {line}", flush=True)
        left = _walk(on, only)
    print(whole.summary())
    print(f"{left} things to press or fill that no key comes to")
    return 1 if whole.lines() or left else 0


def _walk(on: Stage, only: str) -> int:
    """Walks through every screen by keyboard, in one look; gives how much was left out."""
    on.wear(Looks())
    count = 0
    for screen in screens():
        if only in screen.name:
            left = not_reached(on, screen)
            count += len(left)
            for one in left:
                print(f"{screen.name}: not reached by keyboard, {one}", flush=True)
    return count


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
