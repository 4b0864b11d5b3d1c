"""The look of hipmap in one place: type, spacing, radii, motion and the colours of each theme."""

from dataclasses import dataclass
from typing import Final, Literal

ThemeName = Literal["light", "dark"]
TextRole = Literal["caption", "body", "strong", "lead", "title", "heading", "display"]

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


@dataclass(frozen=True)
class Theme:
    """All colours of one theme, as `#rrggbb`."""

    name: ThemeName
    ground: str  # behind the cards
    surface: str  # cards, menus, dialogs
    raised: str  # hovered rows, quiet buttons, inset areas
    line: str  # hairlines between things
    outline: str  # round buttons and choices, whose words already show where they are
    edge: str  # round a field to fill in; 3:1 against the surface
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str  # chosen rows, quiet emphasis
    on_accent_soft: str
    focus: str
    danger: str
    on_danger: str
    danger_soft: str
    on_danger_soft: str
    amber: str
    on_amber: str
    amber_soft: str
    on_amber_soft: str
    green: str
    on_green: str
    green_soft: str
    on_green_soft: str
    pain: str
    worst: str
    numb: str
    spread: str
    none: str
    figure_line: str
    bar_track: str
    bar_range: str
    bar_point: str
    towards: str
    away: str


LIGHT: Final = Theme(
    name="light",
    ground="#f3f5f7",
    surface="#ffffff",
    raised="#f1f4f6",
    line="#e1e6eb",
    outline="#cbd3da",
    edge="#87939f",
    text="#18222c",
    muted="#55626f",
    accent="#1c6a72",
    accent_hover="#155860",
    on_accent="#ffffff",
    accent_soft="#e2f1f1",
    on_accent_soft="#14545b",
    focus="#0b63ce",
    danger="#b3211b",
    on_danger="#ffffff",
    danger_soft="#fdeceb",
    on_danger_soft="#8f1a15",
    amber="#ffd88a",
    on_amber="#3d2800",
    amber_soft="#fff5e2",
    on_amber_soft="#6d4500",
    green="#1f6d42",
    on_green="#ffffff",
    green_soft="#e7f4ec",
    on_green_soft="#175433",
    pain="#cc771c",
    worst="#c62f3b",
    numb="#3f63d0",
    spread="#8a54b8",
    none="#3f7d5d",
    figure_line="#8b939c",
    bar_track="#e8edf1",
    bar_range="#9fcbcc",
    bar_point="#13555c",
    towards="#1c6a72",
    away="#b8612a",
)

DARK: Final = Theme(
    name="dark",
    ground="#0f1418",
    surface="#192026",
    raised="#232c33",
    line="#2d3840",
    outline="#44515b",
    edge="#71808c",
    text="#e7edf1",
    muted="#a6b3bd",
    accent="#63c3c7",
    accent_hover="#7dd3d6",
    on_accent="#04282b",
    accent_soft="#1c3b3f",
    on_accent_soft="#a6e2e4",
    focus="#8ab8ff",
    danger="#c5281f",
    on_danger="#ffffff",
    danger_soft="#3d1a19",
    on_danger_soft="#ffb7b1",
    amber="#e9b24c",
    on_amber="#2a1b00",
    amber_soft="#36290f",
    on_amber_soft="#f7d595",
    green="#6fcf97",
    on_green="#062814",
    green_soft="#16301f",
    on_green_soft="#a9e3bf",
    pain="#e8973f",
    worst="#e5505b",
    numb="#7c98f2",
    spread="#b98be0",
    none="#6fbf95",
    figure_line="#65717b",
    bar_track="#2a343c",
    bar_range="#3a7a7e",
    bar_point="#9be3e6",
    towards="#63c3c7",
    away="#e79a63",
)

THEMES: Final[dict[ThemeName, Theme]] = {"light": LIGHT, "dark": DARK}


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
