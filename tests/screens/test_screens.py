"""The screens can be photographed: each shows something, in its size, in its theme, with no complaint."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from hipmap.desktop.design_tokens import THEMES, ThemeName
from tests.screens.contrast import pixels_of
from tests.screens.png_file import write_png
from tests.screens.render_screens import EVERY, PARTS, photograph, plan
from tests.screens.screen_table import screens
from tests.screens.stage import Looks, Stage

# The others are photographed by render_screens, which the gate runs: it fails where one cannot be reached.
SOME = {"consultation two sides", "sheet how to test", "reasons steps", "map card of a mark", "home movement"}

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_names_differ_and_every_screen_is_seen_in_every_theme_and_language() -> None:
    names = [screen.name for screen in screens()]
    assert len(set(names)) == len(names)
    planned = {(looks, one.name) for part in PARTS for looks, some in plan(part) for one in some}
    assert {(looks, name) for looks in EVERY for name in names} <= planned
    assert {looks.theme for looks, _ in planned} == set(THEMES)


def test_screens_show_something(stage: Stage) -> None:
    chosen = [screen for screen in screens() if screen.name in SOME]
    assert len(chosen) == len(SOME)
    for screen in chosen:
        image = photograph(stage, screen, Looks())
        pixels = pixels_of(image).reshape(-1, 3)[::7]
        colours, counts = np.unique(pixels, axis=0, return_counts=True)
        assert image.width() >= 1000, screen.name
        assert len(colours) > 20, screen.name
        assert counts.max() < 0.985 * len(pixels), screen.name


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    drawn = QImage(7, 3, QImage.Format.Format_RGB32)
    for at in range(21):
        drawn.setPixelColor(at % 7, at // 7, QColor.fromHsv(at * 17, 255 - at, 40 + at * 10))
    write_png(drawn, tmp_path / "drawn.png")
    assert QImage(str(tmp_path / "drawn.png")).convertToFormat(drawn.format()) == drawn


@pytest.mark.parametrize("theme", list(THEMES))
def test_every_theme_is_worn_by_the_window(theme: ThemeName, stage: Stage) -> None:
    empty = next(screen for screen in screens() if screen.name == "consultation empty")
    image = photograph(stage, empty, Looks(theme, (1280, 720)))
    assert (image.width(), image.height()) == (1280, 720)
    assert image.pixelColor(6, 400).name() == THEMES[theme].ground
