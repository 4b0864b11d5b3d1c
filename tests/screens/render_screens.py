"""Photographs the screens of the real window into a folder, with a page that shows them all side by side.

    python -m tests.screens.render_screens build/screens [--only NAME]

Every screen in the looks of EVERY, the chief ones in those of CHIEF too, and in FINE as on a 4K screen.
"""

import argparse
import html
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtGui import QImage

from tests.screens.png_file import write_png
from tests.screens.screen_table import Screen, screens
from tests.screens.stage import Looks, Stage, qt_messages, stage

EVERY = (Looks(), Looks("dark"), Looks("high_contrast"), Looks(language="x_pseudo"), Looks(language="x_rtl"))
CHIEF = (
    Looks(size=(1280, 720)),
    Looks(size=(1920, 1080)),
    Looks(percent=200),
    Looks("dark", (1920, 1080), 200),
    Looks("high_contrast_dark"),
    Looks("dark", language="x_rtl"),
)
FINE = (Looks(size=(1920, 1080)), Looks("dark", (1920, 1080)))
# Two pixels to one; Qt takes it once, when a process starts.
FINE_FACTOR = 2

STYLE = """<style>body { font: 15px sans-serif; margin: 24px; background: #eef1f4; color: #18222c; }
a { display: inline-block; width: 400px; margin: 0 16px 16px 0; color: inherit; vertical-align: top; }
img { width: 100%; box-shadow: 0 1px 4px #0005; }</style>"""

Plan = Sequence[tuple[Looks, list[Screen]]]
# One process each, so that every processor has work.
PARTS = ("english", "other", "fine")


def plan(part: str, only: str = "") -> Plan:
    """Gives which screens are seen in which look, such that little changes from one look to the next."""
    chosen = [screen for screen in screens() if only in screen.name]
    chief = [screen for screen in chosen if screen.chief]
    if part == "fine":
        return [(looks, chief) for looks in FINE]
    found = [(looks, chosen) for looks in EVERY] + [(looks, chief) for looks in CHIEF]
    found = [one for one in found if (one[0].language == "en") == (part == "english")]
    return sorted(found, key=lambda one: (one[0].language, one[0].theme, one[0].percent))


def photograph(on: Stage, screen: Screen, looks: Looks) -> QImage:
    """Goes to a screen and gives its picture; nothing is left standing before the window."""
    on.clear()
    on.wear(looks)
    screen.reach(on)
    image = on.picture()
    on.clear()
    return image


def render(folder: Path, planned: Plan, note: str = "") -> list[Path]:
    """Photographs what is planned; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    with qt_messages() as heard, stage() as on:
        for looks, chosen in planned:
            # To put a look on all that a desk holds costs more than to make the desk anew.
            on.go_to("start")
            for screen in chosen:
                file = folder / f"{screen.name}--{looks}{note}.png".replace(" ", "_").replace("%", "")
                write_png(photograph(on, screen, looks), file)
                files.append(file)
    if heard:
        raise SystemExit(f"Qt complained: {sorted(set(heard))}")
    return files


def write_page(folder: Path) -> int:
    """Writes the page of all pictures of a folder; gives how many there are."""
    files = sorted(folder.glob("*--*.png"))
    parts = ["<!doctype html><meta charset='utf-8'><title>hipmap: screens</title>", STYLE]
    for screen, of_screen in groupby(files, key=lambda file: file.stem.partition("--")[0]):
        parts.append(f"<h2>{html.escape(screen.replace('_', ' '))}</h2>")
        for file in of_screen:
            name, looks = html.escape(file.name), html.escape(file.stem.partition("--")[2].replace("_", " "))
            parts.append(f"<a href='{name}'><img src='{name}' loading='lazy' alt=''><br>{looks}</a>")
    (folder / "index.html").write_text("\n".join(parts), encoding="utf-8")
    return len(files)


def main(arguments: Sequence[str]) -> int:
    """Photographs everything, in one process for each part."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="screens with these words in their name")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.part:
        render(asked.folder, plan(asked.part, asked.only), f" {FINE_FACTOR}x" if asked.part == "fine" else "")
        return 0
    began = time.monotonic()
    for old in asked.folder.glob("*--*.png"):
        old.unlink()
    running = [_start(part, arguments) for part in PARTS]
    failed = [part for part, process in zip(PARTS, running, strict=True) if process.wait() != 0]
    count = write_page(asked.folder)
    print(f"{count} pictures in {time.monotonic() - began:.0f} s: {asked.folder / 'index.html'}")
    return 1 if failed or not count else 0


def _start(part: str, arguments: Sequence[str]) -> "subprocess.Popen[bytes]":
    factor = {"QT_SCALE_FACTOR": str(FINE_FACTOR)} if part == "fine" else {}
    command = [sys.executable, "-m", "tests.screens.render_screens", *arguments, "--part", part]
    return subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **factor})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
