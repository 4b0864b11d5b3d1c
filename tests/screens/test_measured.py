"""Measured on what is painted: contrast of every text, size of every target, a name for every thing."""

import pytest

from hipmap.desktop.design_tokens import ThemeName
from tests.screens.measured import findings_on
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
        "learn hip joint",
        "start",
        "home map",
        "home question",
        "home result",
        "home emergency",
    }
]
THEMES_MEASURED: tuple[ThemeName, ...] = ("light", "dark", "high_contrast")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("theme", THEMES_MEASURED)
def test_everything_can_be_read_hit_and_named(theme: ThemeName, stage: Stage) -> None:
    """One test for each theme: to put one on costs more than all that is measured in it."""
    bad: list[str] = []
    for screen in MEASURED:
        found = findings_on(stage, screen, Looks(theme))
        assert found.texts > 10, f"{screen.name}: its texts were not found"
        assert found.things > 0, f"{screen.name}: nothing to press was found"
        bad += [f"{screen.name}: {line}" for line in found.lines()]
    assert not bad, "\n".join(bad)
