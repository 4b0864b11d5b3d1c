"""Paints a likelihood: a bar with its range and its point, or ten people of whom some are meant."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from hipmap.desktop.design_tokens import Theme
from hipmap.model.shown_numbers import nearest_tenths

PEOPLE = 10


@dataclass(frozen=True)
class Inks:
    """The colours of a likelihood on its ground."""

    track: str
    range: str
    point: str


def inks(theme: Theme, chosen: bool) -> Inks:
    """Gives the colours; on the ground of a chosen row the track would not be seen."""
    return Inks(theme.surface if chosen else theme.bar_track, theme.bar_range, theme.bar_point)


def paint_bar(
    painter: QPainter, box: QRectF, share: float, ends: tuple[float, float] | None, ink: Inks
) -> None:
    """Paints the track, the range as a band and the point as a tick."""
    painter.setPen(Qt.PenStyle.NoPen)
    half = box.height() / 2
    painter.setBrush(QColor(ink.track))
    painter.drawRoundedRect(box, half, half)
    if ends is not None:
        left = box.left() + box.width() * ends[0]
        wide = max(box.width() * (ends[1] - ends[0]), box.height())
        band = QRectF(left, box.top(), wide, box.height())
        band.moveRight(min(band.right(), box.right()))
        painter.setBrush(QColor(ink.range))
        painter.drawRoundedRect(band, half, half)
    x = min(max(box.left() + box.width() * share, box.left() + 2), box.right() - 2)
    painter.setBrush(QColor(ink.point))
    painter.drawRoundedRect(QRectF(x - 2, box.top() - 3, 4, box.height() + 6), 2, 2)


def paint_people(painter: QPainter, box: QRectF, ends: tuple[float, float], ink: Inks) -> None:
    """Paints ten people: surely meant, perhaps meant (between the ends of the range), and the others."""
    sure, perhaps = nearest_tenths(*ends)
    step = box.width() / PEOPLE
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(PEOPLE):
        colour = ink.point if at < sure else ink.range if at < perhaps else ink.track
        painter.setBrush(QColor(colour))
        _paint_person(painter, QRectF(box.left() + at * step, box.top(), step * 0.78, box.height()))


def _paint_person(painter: QPainter, box: QRectF) -> None:
    head = box.height() * 0.15
    middle = box.center().x()
    painter.drawEllipse(QPointF(middle, box.top() + head), head, head)
    half = min(box.width() / 2, box.height() * 0.21)
    top = box.top() + head * 2.3
    body = QRectF(middle - half, top, half * 2, box.bottom() - top)
    painter.drawRoundedRect(body, half * 0.85, half * 0.85)
