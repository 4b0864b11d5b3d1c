"""Draws where pain spreads: a curved arrow from place to place, or a short one where one of them shows."""

from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hipmap.desktop.body_map.figure_tone import readable_on_figure
from hipmap.desktop.design_tokens import OnFigure, Theme

BEND = 0.22
HEAD = 9.0
STUB = 22.0


def paint_arrow(painter: QPainter, start: QPointF | None, end: QPointF | None, theme: Theme) -> None:
    """Draws the arrow; its head alone where the start lies on another face, its tail where the end does."""
    ink = readable_on_figure(QColor(theme.spread), theme).darker(130)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if start is not None and end is not None:
        _draw(painter, start, end, BEND, ink, has_head=True)
    elif end is not None:
        _draw(painter, end - QPointF(0, STUB), end, 0.0, ink, has_head=True)
    elif start is not None:
        _draw(painter, start, start + QPointF(0, STUB), 0.0, ink, has_head=False)
    painter.restore()


def _draw(painter: QPainter, start: QPointF, end: QPointF, bend: float, ink: QColor, has_head: bool) -> None:
    way = end - start
    length = hypot(way.x(), way.y()) or 1.0
    # The bow swings outwards, away from the middle line that runs down between two places.
    aside = QPointF(-way.y(), way.x()) * (bend if way.x() * way.y() <= 0 else -bend)
    control = (start + end) / 2 + aside
    line = QPainterPath(start)
    line.quadTo(control, end)
    shapes = QPainterPath()
    if has_head:
        last = end - control if bend else way
        shapes = arrow_head(end, atan2(last.y(), last.x()), min(HEAD, 0.6 * length))
    dot = QPainterPath()
    dot.addEllipse(start, 3.5, 3.5)
    for colour, more in ((QColor(OnFigure.HALO), 3.0), (ink, 0.0)):
        pen = _edge(colour, 2.4 + more)
        if not has_head and not more:
            pen.setDashPattern([1.5, 2.0])
        painter.strokePath(line, pen)
        for shape in (shapes, dot):
            painter.fillPath(shape, colour)
            painter.strokePath(shape, _edge(colour, 0.6 + more))


def _edge(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def arrow_head(tip: QPointF, angle: float, size: float) -> QPainterPath:
    """Gives a filled head that points along an angle."""
    path = QPainterPath(tip)
    for turn in (pi - 0.45, pi + 0.45):
        path.lineTo(tip + QPointF(cos(angle + turn), sin(angle + turn)) * size)
    path.closeSubpath()
    return path
