"""Draws the one finger's pin: its point stands on the very spot."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hipmap.desktop.design_tokens import OnFigure

TALL, WIDE = 24.0, 9.0


def pin_shape(tip: QPointF, scale: float = 1.0) -> QPainterPath:
    """Gives a drop that hangs above its tip."""
    tall, wide = TALL * scale, WIDE * scale
    head = tip - QPointF(0, tall - wide)
    path = QPainterPath(tip)
    path.cubicTo(
        tip + QPointF(-wide * 0.25, -tall * 0.28),
        head + QPointF(-wide, wide * 0.75),
        head + QPointF(-wide, 0),
    )
    path.arcTo(head.x() - wide, head.y() - wide, 2 * wide, 2 * wide, 180, -180)
    path.cubicTo(head + QPointF(wide, wide * 0.75), tip + QPointF(wide * 0.25, -tall * 0.28), tip)
    path.closeSubpath()
    return path


def paint_pin(painter: QPainter, tip: QPointF, scale: float = 1.0) -> None:
    """Draws the pin in two tones, one of which stands out from whatever lies below."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = pin_shape(tip, scale)
    painter.strokePath(
        shape,
        QPen(
            QColor(OnFigure.HALO),
            3.5,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        ),
    )
    painter.fillPath(shape, QColor(OnFigure.INK))
    head = tip - QPointF(0, (TALL - WIDE) * scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(OnFigure.HALO))
    painter.drawEllipse(head, WIDE * scale * 0.42, WIDE * scale * 0.42)
    painter.restore()
