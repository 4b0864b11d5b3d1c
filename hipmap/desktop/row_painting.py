"""Paints what of a row is not a control: ground, question and caption."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.highlight import paint_highlight
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import paint_text
from hipmap.desktop.row_layout import INDENT, RowLayout


@dataclass(frozen=True)
class Painted:
    """The texts of a row, and what calls for attention in it."""

    question: str
    caption: str
    highlight: tuple[str, ...]
    asks: bool
    tells_most: bool
    focused: bool
    hovered: bool


def paint_row(painter: QPainter, box: QRect, found: RowLayout, row: Painted) -> None:
    """Paints a row into its box."""
    worn, theme = look(), look().theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, box, row)
    paint_highlight(painter, found.question, row.question, "body", row.highlight)
    paint_text(painter, found.question, row.question, "body", worn.text_scale, theme.text)
    if found.caption is not None:
        colour = theme.on_amber_soft if row.asks else theme.accent if row.tells_most else theme.muted
        paint_text(painter, found.caption, row.caption, "caption", worn.text_scale, colour)


def _paint_ground(painter: QPainter, box: QRect, row: Painted) -> None:
    theme = look().theme
    inner = box.adjusted(Space.S, 1, -Space.S, -2)
    if row.focused or row.hovered:
        ring = QPen(QColor(theme.focus), theme.ring_width) if row.focused else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(QColor(theme.accent_soft if row.focused else theme.raised))
        painter.drawRoundedRect(inner, Radius.M, Radius.M)
    painter.fillRect(QRect(INDENT, box.bottom(), box.width() - 2 * INDENT, 1), QColor(theme.line))
