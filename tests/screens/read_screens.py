"""Measures every screen in every theme, on its pixels and its geometry: what is too faint, small or nameless.

python -m tests.screens.read_screens [--only NAME]
"""

import argparse
import os
import sys

from hipmap.desktop.design_tokens import THEMES
from tests.screens.measured import Findings, findings_on
from tests.screens.screen_table import screens
from tests.screens.stage import Looks, stage


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
    print(whole.summary())
    return 1 if whole.lines() else 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
