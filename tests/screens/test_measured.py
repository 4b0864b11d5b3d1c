"""Measured on what is painted: contrast of every text, size of every target, a name for every thing."""

import pytest

from hipmap.desktop.design_tokens import ThemeName
from tests.screens.measured import findings_on, not_reached
from tests.screens.screen_table import screens
from tests.screens.stage import Looks, Stage

# `python -m tests.screens.read_screens` measures them all.
MEASURED = [
    screen
    for screen in screens()
    if screen.name
    in {
        "consultation hip joint",
        "consultation emergency in the patient’s words",
        "consultation a file that cannot be read",
        "settings",
        "report letter",
        "learn hip joint",
        "start",
        "home map",
        "home question",
        "home result",
        "home emergency",
        "records patient",
        "records keeping",
        "records new patient",
    }
]
# Those with the most ways to get lost on; `python -m tests.screens.read_screens` walks through all.
WALKED = {
    "consultation empty",
    "map card of a mark",
    "keys",
    "about",
    "emergency numbers",
    "settings",
    "report letter",
    "learn hip joint",
    "start",
    "home about",
    "home map",
    "home question",
    "home movement",
    "home result",
    "home emergency",
    "records patient",
    "records keeping",
    "records export for a code",
}
THEMES_MEASURED: tuple[ThemeName, ...] = ("light", "dark", "high_contrast")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("theme", THEMES_MEASURED)
def test_everything_can_be_read_hit_and_named(theme: ThemeName, stage: Stage) -> None:
    """One test for each theme: to put one on costs more than all that is measured in it."""
    bad: list[str] = []
    for screen in MEASURED:
        found = findings_on(stage, screen, Looks(theme))
        assert found.texts > 10, f"{screen.name}: its texts were not found"
        assert found.focused > 0, f"{screen.name}: nothing took the keyboard"
        assert found.things > 0, f"{screen.name}: nothing to press was found"
        bad += [f"{screen.name}: {line}" for line in found.lines()]
    assert not bad, "\n".join(bad)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_thing_to_press_or_fill_is_reached_by_keyboard(stage: Stage) -> None:
    walked = [screen for screen in screens() if screen.name in WALKED]
    assert len(walked) == len(WALKED)
    left = [f"{screen.name}: {one}" for screen in walked for one in not_reached(stage, screen)]
    assert not left, "\n".join(left)
