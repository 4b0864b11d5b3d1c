"""How large a strip of choices stands, from its words alone: rows are placed before it is made."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import text_width


def button_size(text: str) -> QSize:
    """Gives the size of one button."""
    worn = look()
    wide = text_width(text, "strong", worn.text_scale) + worn.px(22)
    return QSize(max(wide, worn.px(34)), worn.px(Size.CONTROL) + 4)


def strip_width(texts: Sequence[str]) -> int:
    """Gives the width of a strip on one line."""
    return sum(button_size(text).width() for text in texts)


def strip_boxes(texts: Sequence[str], width: int) -> list[QRect]:
    """Gives the box of each button: joined where they fit on one line, else as chips on several."""
    joined = strip_width(texts) <= width
    gap = 0 if joined else Space.XS
    x = y = 0
    boxes: list[QRect] = []
    for text in texts:
        size = button_size(text)
        wide = min(size.width(), max(width, 1))
        if x and x + wide > width and not joined:
            x, y = 0, y + size.height()
        boxes.append(QRect(x, y, wide, size.height()))
        x += wide + gap
    return boxes


def strip_height(texts: Sequence[str], width: int) -> int:
    """Gives how tall a strip stands within a width."""
    return max((box.bottom() + 1 for box in strip_boxes(texts, width)), default=0)
