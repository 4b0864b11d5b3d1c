"""Draws what is pointed at on a face: the lit zone, the ring of the keyboard, the numbness layer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from hipmap.desktop.body_map.figure_tone import readable_on_figure
from hipmap.desktop.design_tokens import OnFigure, Theme

RING = 3.0


def paint_hover(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    """Lights a zone softly."""
    glow = QColor(OnFigure.HALO)
    glow.setAlphaF(0.38)
    painter.fillPath(path, QBrush(glow))
    painter.strokePath(path, QPen(readable_on_figure(QColor(theme.accent), theme), 1.5))


def paint_focus(painter: QPainter, path: QPainterPath) -> None:
    """Draws a ring in two tones, one of which stands out from whatever lies below."""
    light, dark = (QColor(OnFigure.HALO), QColor(OnFigure.FOCUS))
    for colour, width in ((light, 2 * RING), (dark, RING)):
        painter.strokePath(
            path,
            QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin),
        )


def paint_overlay(painter: QPainter, path: QPainterPath, theme: Theme) -> None:
    """Draws a zone that lies over the others as an open, dashed field."""
    ink = readable_on_figure(QColor(theme.numb), theme)
    veil = QColor(theme.numb)
    veil.setAlphaF(0.14)
    painter.fillPath(path, QBrush(veil))
    pen = QPen(ink, 1.5)
    pen.setDashPattern([3, 2.5])
    painter.strokePath(path, pen)
