"""Where the panels of the consultation stand: three columns, two, or one, by the room that there is."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect

from hipmap.desktop.design_tokens import Space, scaled

Mode = Literal["three", "two", "one"]
Pane = Literal["map", "sheet", "result"]
PANES: tuple[Pane, ...] = ("map", "sheet", "result")

# Least and most widths at 100 % text.
SHEET = (380, 520)
RESULT = (340, 470)
WIDEST_MAP = 900
# Below these widths, divided by the text size, three and two columns do not fit.
FOR_THREE = 1180
FOR_TWO = 740


@dataclass(frozen=True)
class Boxes:
    """The boxes of the panes that are shown, and of the tabs where there are any."""

    mode: Mode
    panes: dict[Pane, QRect]
    tabs: QRect | None
    urgency_width: int


def mode_for(width: int, text_scale: float) -> Mode:
    room = width / text_scale
    return "three" if room >= FOR_THREE else "two" if room >= FOR_TWO else "one"


def boxes(width: int, height: int, text_scale: float, chosen: Pane, tabs_tall: int) -> Boxes:
    """Divides the content area; `chosen` is the pane whose tab is pressed."""
    mode = mode_for(width, text_scale)
    inner = QRect(Space.M, Space.M, width - 2 * Space.M, height - 2 * Space.M)
    if mode == "three":
        return _three(inner, text_scale)
    tabs = QRect(inner.left(), inner.top(), inner.width(), tabs_tall)
    below = inner.adjusted(0, tabs_tall + Space.S, 0, 0)
    if mode == "one":
        return Boxes(mode, {chosen: below}, tabs, inner.width())
    result = min(
        max(scaled(RESULT[0], text_scale), round(inner.width() * 0.42)), scaled(RESULT[1], text_scale)
    )
    left = QRect(inner.left(), below.top(), inner.width() - result - Space.M, below.height())
    tabs.setWidth(left.width())
    pane: Pane = "sheet" if chosen == "sheet" else "map"
    right = QRect(left.right() + 1 + Space.M, inner.top(), result, inner.height())
    return Boxes(mode, {pane: left, "result": right}, tabs, result)


def _three(inner: QRect, text_scale: float) -> Boxes:
    room = inner.width() - 2 * Space.M
    result = _between(round(room * 0.258), RESULT, text_scale)
    sheet = _between(round(room * 0.288), SHEET, text_scale)
    body = min(room - result - sheet, WIDEST_MAP)
    x = inner.left() + (room - result - sheet - body) // 2
    panes: dict[Pane, QRect] = {}
    widths: dict[Pane, int] = {"map": body, "sheet": sheet, "result": result}
    for pane in PANES:
        panes[pane] = QRect(x, inner.top(), widths[pane], inner.height())
        x += widths[pane] + Space.M
    return Boxes("three", panes, None, result)


def _between(wanted: int, ends: tuple[int, int], text_scale: float) -> int:
    return min(max(wanted, scaled(ends[0], text_scale)), scaled(ends[1], text_scale))
