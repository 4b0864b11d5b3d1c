"""The colours of every theme can be read, and the grid and the type scale hold."""

import dataclasses
import re

import pytest

from hipmap.desktop.design_tokens import LIGHT, THEMES, TYPE, Space, Theme, contrast
from hipmap.desktop.style_sheet import style_sheet

# Ground, and what is written on it.
WRITTEN_ON = {
    "ground": ("text", "muted"),
    "surface": ("text", "muted", "accent"),
    "raised": ("text", "muted"),
    "accent": ("on_accent",),
    "accent_hover": ("on_accent",),
    "accent_soft": ("on_accent_soft", "text", "muted", "accent"),
    "danger": ("on_danger",),
    "danger_soft": ("on_danger_soft", "text"),
    "amber": ("on_amber",),
    "amber_soft": ("on_amber_soft", "text"),
    "green_soft": ("on_green_soft", "text"),
}
# What carries meaning without words.
SEEN_ON_SURFACE = (
    "edge", "focus", "pain", "worst", "numb", "spread", "none", "bar_point", "towards", "away",
)  # fmt: skip


STRONG = [theme for theme in THEMES.values() if theme.name.startswith("high_contrast")]


def least_for_text(theme: Theme) -> float:
    return 7 if theme in STRONG else 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_every_text_has_contrast(theme: Theme) -> None:
    low = {
        (ground, ink): contrast(getattr(theme, ground), getattr(theme, ink))
        for ground, inks in WRITTEN_ON.items()
        for ink in inks
    }
    assert {pair: ratio for pair, ratio in low.items() if ratio < least_for_text(theme)} == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_every_sign_has_contrast(theme: Theme) -> None:
    low = {name: contrast(theme.surface, getattr(theme, name)) for name in SEEN_ON_SURFACE}
    least = 4.5 if theme in STRONG else 3
    assert {name: ratio for name, ratio in low.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", STRONG, ids=lambda theme: theme.name)
def test_strong_contrast_has_edges_that_cannot_be_missed(theme: Theme) -> None:
    assert theme.line_width >= 2
    assert theme.ring_width > theme.line_width
    for ground in (theme.ground, theme.surface):
        for edge in (theme.line, theme.outline, theme.edge, theme.focus):
            assert contrast(ground, edge) >= 7
    # Parts of a bar that lie on each other.
    assert contrast(theme.bar_track, theme.bar_range) >= 3
    assert contrast(theme.bar_range, theme.bar_point) >= 3


def test_contrast_is_the_published_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_colours_are_written_alike(theme: Theme) -> None:
    texts = [getattr(theme, field.name) for field in dataclasses.fields(theme) if field.name != "name"]
    colours = [text for text in texts if isinstance(text, str)]
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_spaces_stand_on_the_grid() -> None:
    steps = [value for name, value in vars(Space).items() if name.isupper() and name != "HAIR"]
    assert all(step % 4 == 0 for step in steps)
    assert steps == sorted(steps)


def test_the_style_sheet_grows_with_the_text() -> None:
    body = TYPE["body"][0]
    assert f"font-size: {body}px" in style_sheet(LIGHT, 1.0)
    assert f"font-size: {body * 2}px" in style_sheet(LIGHT, 2.0)
