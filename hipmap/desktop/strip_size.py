"""How large a strip of choices stands, from its words alone: rows are placed before it is made."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.painted_text import text_width


def button_size(text: str, large: bool = False) -> QSize:
    """Gives the size of one button; a large one is as tall as a finger needs."""
    worn = look()
    if large:
        wide = text_width(text, "large_strong", worn.text_scale) + worn.px(28)
        return QSize(max(wide, worn.px(Size.TARGET)), worn.px(Size.TARGET))
    wide = text_width(text, "strong", worn.text_scale) + worn.px(22)
    return QSize(max(wide, worn.px(34)), worn.px(Size.CONTROL) + 4)


def strip_width(texts: Sequence[str], large: bool = False) -> int:
    """Gives the width of a strip on one line."""
    return sum(button_size(text, large).width() for text in texts)


def strip_boxes(texts: Sequence[str], width: int, large: bool = False, even: bool = False) -> list[QRect]:
    """Gives the box of each button: joined where they fit on one line, else as chips on several.

    Where rows are to be `even`, as of numbers, no row has more buttons than it must.
    """
    sizes = [button_size(text, large) for text in texts]
    joined = sum(size.width() for size in sizes) <= width
    gap = 0 if joined else Space.XS
    most = len(texts) if joined or not even else _in_each_row(sizes, width)
    x = y = in_row = 0
    boxes: list[QRect] = []
    for size in sizes:
        wide = min(size.width(), max(width, 1))
        if in_row and (in_row == most or x + wide > width) and not joined:
            x, y, in_row = 0, y + size.height() + (Space.XS if large else 0), 0
        boxes.append(QRect(x, y, wide, size.height()))
        x, in_row = x + wide + gap, in_row + 1
    return boxes


def _in_each_row(sizes: Sequence[QSize], width: int) -> int:
    """Gives how many buttons a row has, if as few rows as fit are filled evenly."""
    widest = max(size.width() for size in sizes) + Space.XS
    rows = -(-len(sizes) // max(1, (width + Space.XS) // widest))
    return -(-len(sizes) // rows)


def strip_height(texts: Sequence[str], width: int, large: bool = False, even: bool = False) -> int:
    """Gives how tall a strip stands within a width."""
    return max((box.bottom() + 1 for box in strip_boxes(texts, width, large, even)), default=0)
