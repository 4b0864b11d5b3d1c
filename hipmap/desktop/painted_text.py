"""Measures and paints wrapped text for the widgets that paint themselves."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption

from hipmap.desktop.design_tokens import TextRole
from hipmap.desktop.fonts import font

_ONE_LINE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
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
    if painter.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        painter.drawText(box, int(_WRAP), text)
        return
    # Qt leaves room for the space at which a line was wrapped: where lines begin at the right, it is seen.
    spacing = painter.fontMetrics().lineSpacing()
    line = QRect(box.x(), box.y(), box.width(), spacing)
    for words in _lines(text, role, text_scale, box.width()):
        painter.drawText(line, _ONE_LINE, words)
        line.translate(0, spacing)


@lru_cache(maxsize=1024)
def _lines(text: str, role: TextRole, text_scale: float, width: int) -> tuple[str, ...]:
    layout = QTextLayout(text, font(role, text_scale))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(found)
