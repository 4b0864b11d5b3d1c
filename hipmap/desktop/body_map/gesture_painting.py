"""Draws what a press has done so far: the zones passed, the stroke, and how wide the brush is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hipmap.desktop.body_map.figure_tone import readable_on_figure
from hipmap.desktop.body_map.hand import Hand
from hipmap.desktop.body_map.mark_painting import kind_colour, paint_wash
from hipmap.desktop.design_tokens import OnFigure, Theme
from hipmap.model.case import MarkKind

_ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def paint_passed(painter: QPainter, path: QPainterPath, kind: MarkKind, erases: bool, theme: Theme) -> None:
    """Draws a zone that a drag has passed."""
    if erases:
        _veil(painter, path)
    else:
        paint_wash(painter, path, kind_colour(kind, theme), 0.6)
    ink = QColor(theme.muted) if erases else kind_colour(kind, theme)
    pen = QPen(readable_on_figure(ink, theme), 1.5)
    if erases:
        pen.setDashPattern([3, 2.5])
    painter.strokePath(path, pen)


def _veil(painter: QPainter, path: QPainterPath) -> None:
    veil = QColor(OnFigure.HALO)
    veil.setAlphaF(0.62)
    painter.fillPath(path, veil)


def paint_stroke(
    painter: QPainter, points: Sequence[QPointF], hand: Hand, erases: bool, theme: Theme
) -> None:
    """Draws the stroke as far as it has come."""
    line = QPainterPath(points[0])
    for point in points[1:] or [points[0] + QPointF(0.01, 0)]:
        line.lineTo(point)
    colour = QColor(OnFigure.HALO) if erases else kind_colour(hand.kind, theme)
    colour.setAlphaF(0.62)
    painter.strokePath(line, QPen(colour, hand.diameter, *_ROUND))


def paint_footprint(painter: QPainter, at: QPointF, diameter: float) -> None:
    """Draws how wide the brush is, where the pointer stands."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(OnFigure.HALO), 3.0), (QColor(OnFigure.INK), 1.2)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(at, diameter / 2, diameter / 2)
