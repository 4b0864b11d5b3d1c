"""The screens can be photographed: each shows something, in its size, in its theme, with no complaint."""

import numpy as np
import pytest

from hipmap.desktop.design_tokens import THEMES, ThemeName
from tests.screens.contrast import pixels_of
from tests.screens.render_screens import EVERY, PARTS, photograph, plan
from tests.screens.screen_table import screens
from tests.screens.stage import Looks, Stage

ALL = screens()


def test_names_differ_and_every_screen_is_planned_in_light_and_dark() -> None:
    names = [screen.name for screen in ALL]
    assert len(set(names)) == len(names)
    planned = {(looks, one.name) for part in PARTS for looks, some in plan(part) for one in some}
    assert {(looks, name) for looks in EVERY for name in names} <= planned
    assert {looks.theme for looks, _ in planned} == set(THEMES)


@pytest.mark.parametrize("screen", ALL, ids=[one.name for one in ALL])
def test_a_screen_shows_something_in_its_size(screen: object, stage: Stage) -> None:
    assert screen in ALL
    image = photograph(stage, screen, Looks())  # type: ignore[arg-type]
    pixels = pixels_of(image).reshape(-1, 3)
    assert image.width() >= 300
    assert image.height() >= 200
    colours, counts = np.unique(pixels[::7], axis=0, return_counts=True)
    assert len(colours) > 20, "nearly empty"
    assert counts.max() < 0.985 * len(pixels[::7]), "nearly one colour"


@pytest.mark.parametrize("theme", list(THEMES))
def test_every_theme_is_worn_by_the_window(theme: ThemeName, stage: Stage) -> None:
    empty = next(screen for screen in ALL if screen.name == "consultation empty")
    image = photograph(stage, empty, Looks(theme, (1280, 720)))
    assert (image.width(), image.height()) == (1280, 720)
    assert image.pixelColor(6, 400).name() == THEMES[theme].ground
