"""What a theme is: every colour of the window by its purpose, and how thick its lines are."""

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark", "high_contrast", "high_contrast_dark"]


@dataclass(frozen=True)
class Theme:
    """All colours of one theme, as `#rrggbb`, and its line widths."""

    name: ThemeName
    ground: str  # behind the cards
    surface: str  # cards, menus, dialogs
    pressed: str  # what is held down
    raised: str  # hovered rows, quiet buttons, inset areas
    line: str  # hairlines between things
    outline: str  # round buttons and choices, whose words already show where they are
    edge: str  # round a field to fill in; 3:1 against the surface
    text: str
    disabled: str  # words of what cannot be used now
    faint: str  # edges of what cannot be used now
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
    bar_edge: str  # round the track of a bar, where the track alone would not be seen
    figure_tint: str  # the picture of the figure is multiplied with it
    shade: str  # of the shadow below what floats
    is_dark: bool = False
    line_width: int = 1  # round cards, buttons and fields
    ring_width: int = 2  # round what has the focus
