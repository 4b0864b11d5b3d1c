"""Turns what a widget paints itself round where a language reads from right to left."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QWidget


def reads_leftward(widget: QWidget) -> bool:
    """Whether the widget stands in a language that reads from right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def placed(widget: QWidget, box: QRect) -> QRect:
    """Gives where a box of a left-to-right drawing stands in the direction of the widget."""
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), box)


def turn(painter: QPainter, widget: QWidget) -> None:
    """Mirrors all that is painted next (shapes, not texts) where the language reads from right to left."""
    if reads_leftward(widget):
        painter.translate(widget.width(), 0)
        painter.scale(-1, 1)
