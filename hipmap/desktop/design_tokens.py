"""The look of hipmap in one place: type, spacing, radii, sizes, shadow, motion, charts, and the themes."""

from typing import Final, Literal

from hipmap.desktop.theme import Theme, ThemeName
from hipmap.desktop.themes import DARK, LIGHT, THEMES

__all__ = [
    "DARK", "FAMILY", "LIGHT", "TEXT_SCALES", "THEMES", "TYPE", "Chart", "Motion", "OnFigure",
    "Radius", "Shadow", "Size", "Space", "TextRole", "Theme", "ThemeName", "contrast",
    "relative_luminance", "scaled",
]  # fmt: skip

TextRole = Literal[
    "caption", "body", "strong", "lead", "title", "heading", "display",
    "large_note", "large", "large_strong", "large_title",
]  # fmt: skip

FAMILY: Final = "Inter"

# Pixels at 100 % text; the second number is the weight of the face.
TYPE: Final[dict[TextRole, tuple[int, int]]] = {
    "caption": (12, 400),
    "body": (13, 400),
    "strong": (13, 600),
    "lead": (14, 500),
    "title": (15, 600),
    "heading": (18, 600),
    "display": (22, 700),
    # The guide at home, where one thing stands on a screen.
    "large_note": (15, 400),
    "large": (17, 400),
    "large_strong": (17, 600),
    "large_title": (27, 700),
}
TEXT_SCALES: Final = (1.0, 1.25, 1.5, 1.75, 2.0)


class Space:
    """The 4-pixel grid."""

    HAIR: Final = 2
    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 24
    XXL: Final = 32


class Radius:
    """How round corners are."""

    S: Final = 4
    M: Final = 6
    L: Final = 10


class Size:
    """Heights of things that are hit, and widths of the columns of the consultation."""

    TARGET: Final = 44
    CONTROL: Final = 32
    SMALL_CONTROL: Final = 28
    TOP_BAR: Final = 52
    ICON: Final = 16
    FOCUS_RING: Final = 2
    SIGN: Final = 56


class OnFigure:
    """Inks on the shaded figure, whose grey is the same in every theme but for its tint."""

    TONE: Final = "#c3c8ce"  # the middle tone of the figure
    HALO: Final = "#ffffff"  # beside an ink
    INK: Final = "#14212b"
    FOCUS: Final = "#0b3f8a"
    NUMBER: Final = 11  # pixels; a number on a mark


class Shadow:
    """Below what floats: how soft, how far down, how dark."""

    BLUR: Final = 24
    DOWN: Final = 6
    STRENGTH: Final = 0.22


class Motion:
    """How long a movement takes, in milliseconds; ask `look().motion()`, which knows who wants none."""

    CALM: Final = 200


class Chart:
    """Bars of likelihoods and of reasons."""

    TICK: Final = 4
    TICK_BEYOND: Final = 3


def scaled(pixels: float, text_scale: float) -> int:
    """Gives a length that grows with the text."""
    return round(pixels * text_scale)


def relative_luminance(colour: str) -> float:
    """Gives the luminance of `#rrggbb` as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Gives the contrast of two colours, from 1 to 21."""
    light, dark = sorted((relative_luminance(one), relative_luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
