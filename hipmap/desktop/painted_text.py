"""Measures and paints wrapped text for the widgets that paint themselves."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from hipmap.desktop.design_tokens import TextRole
from hipmap.desktop.fonts import font

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@lru_cache(maxsize=4096)
def text_height(text: str, role: TextRole, text_scale: float, width: int) -> int:
    """Gives how tall a text stands when wrapped to a width."""
    metrics = QFontMetrics(font(role, text_scale))
    return metrics.boundingRect(QRect(0, 0, max(width, 1), 10_000), int(_WRAP), text).height()


@lru_cache(maxsize=4096)
def text_width(text: str, role: TextRole, text_scale: float) -> int:
    """Gives how wide a text is on one line."""
    return QFontMetrics(font(role, text_scale)).horizontalAdvance(text)


def paint_text(
    painter: QPainter, box: QRect, text: str, role: TextRole, text_scale: float, colour: str
) -> None:
    """Paints a text, wrapped, from the top left of a box."""
    painter.setFont(font(role, text_scale))
    painter.setPen(colour)
    painter.drawText(box, int(_WRAP), text)
