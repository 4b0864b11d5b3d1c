"""Paints a likelihood: a bar with its range and its point, or ten people of whom some are meant."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from hipmap.desktop.design_tokens import Chart, Theme
from hipmap.model.shown_numbers import nearest_tenths

PEOPLE = 10


@dataclass(frozen=True)
class Inks:
    """The colours of a likelihood on its ground."""

    track: str
    tick: str
    range: str
    point: str
    then: str
    edge: str


def inks(theme: Theme, chosen: bool) -> Inks:
    """Gives the colours; on the ground of a chosen row the track would not be seen."""
    track = theme.surface if chosen else theme.bar_track
    tick = theme.accent_soft if chosen else theme.surface
    return Inks(track, tick, theme.bar_range, theme.bar_point, theme.text, theme.bar_edge)


def paint_bar(
    painter: QPainter, box: QRectF, share: float, ends: tuple[float, float] | None, ink: Inks
) -> None:
    """Paints the track, the range as a band, the tenths as light ticks and the point as a bar across."""
    half = box.height() / 2
    painter.setPen(QPen(QColor(ink.edge), 1))
    painter.setBrush(QColor(ink.track))
    painter.drawRoundedRect(box, half, half)
    painter.setPen(Qt.PenStyle.NoPen)
    if ends is not None:
        left = box.left() + box.width() * ends[0]
        wide = max(box.width() * (ends[1] - ends[0]), box.height())
        band = QRectF(left, box.top(), wide, box.height())
        band.moveRight(min(band.right(), box.right()))
        painter.setBrush(QColor(ink.range))
        painter.drawRoundedRect(band, half, half)
    painter.setPen(QPen(QColor(ink.tick), 1))
    for tenth in range(1, 10):
        x = box.left() + box.width() * tenth / 10
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
    x = _inside(box, share)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.point))
    thick, beyond = Chart.TICK, Chart.TICK_BEYOND
    tick = QRectF(x - thick / 2, box.top() - beyond, thick, box.height() + 2 * beyond)
    painter.drawRoundedRect(tick, thick / 2, thick / 2)


def paint_then(painter: QPainter, box: QRectF, now: float, then: float, ink: Inks) -> None:
    """Paints where the point would be, as a hollow diamond with a line from where it is."""
    x, at = _inside(box, then), box.center().y()
    painter.setPen(QPen(QColor(ink.then), 1.5))
    painter.setBrush(QColor(ink.track))
    painter.drawLine(QLineF(_inside(box, now), at, x, at))
    reach = box.height() / 2 + 3
    corners = (QPointF(x, at - reach), QPointF(x + 4, at), QPointF(x, at + reach), QPointF(x - 4, at))
    painter.drawPolygon(corners)


def paint_people(
    painter: QPainter, box: QRectF, ends: tuple[float, float], ink: Inks, then: float | None = None
) -> None:
    """Paints ten people: surely meant, perhaps meant (between the ends of the range), and the others.

    A line under them reaches as far as it would, were an answer another one.
    """
    sure, perhaps = nearest_tenths(*ends)
    step = box.width() / PEOPLE
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(PEOPLE):
        colour = ink.point if at < sure else ink.range if at < perhaps else ink.track
        painter.setBrush(QColor(colour))
        _paint_person(painter, QRectF(box.left() + at * step, box.top(), step * 0.78, box.height()))
    if then is not None:
        many = nearest_tenths(then, then)[1]
        painter.setPen(QPen(QColor(ink.then), 1.5))
        painter.drawLine(
            QLineF(box.left(), box.bottom() + 3, box.left() + max(many * step, 2), box.bottom() + 3)
        )


def _inside(box: QRectF, share: float) -> float:
    return min(max(box.left() + box.width() * share, box.left() + 2), box.right() - 2)


def _paint_person(painter: QPainter, box: QRectF) -> None:
    head = box.height() * 0.15
    middle = box.center().x()
    painter.drawEllipse(QPointF(middle, box.top() + head), head, head)
    half = min(box.width() / 2, box.height() * 0.21)
    top = box.top() + head * 2.3
    body = QRectF(middle - half, top, half * 2, box.bottom() - top)
    painter.drawRoundedRect(body, half * 0.85, half * 0.85)
