"""Lays a ground under those parts of a wrapped text that are searched for."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from hipmap.desktop.design_tokens import Radius, TextRole
from hipmap.desktop.look import look
from hipmap.desktop.sheet_search import MIDDLE_LETTERS


def paint_highlight(painter: QPainter, box: QRect, text: str, role: TextRole, words: Sequence[str]) -> None:
    """Paints the ground for a text that is painted over it; nothing where nothing is searched for."""
    parts = list(found_parts(text, words))
    if not parts:
        return
    theme = look().theme
    painter.save()
    painter.setPen(QColor(theme.amber))
    painter.setBrush(QColor(theme.amber_soft))
    for ground in grounds(box, text, role, parts, painter):
        painter.drawRoundedRect(ground, Radius.S / 2, Radius.S / 2)
    painter.restore()


def found_parts(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Gives where the words stand in a text, each as its first letter and the one after its last.

    Short ones only where a word begins: that is how they are sought.
    """
    small = text.lower()
    if len(small) != len(text):
        return  # letters whose small form is longer: no place would fit
    for word in filter(None, words):
        at = small.find(word)
        while at >= 0:
            if len(word) >= MIDDLE_LETTERS or not small[:at][-1:].isalnum():
                yield at, at + len(word)
            at = small.find(word, at + len(word))


def grounds(
    box: QRect, text: str, role: TextRole, parts: Sequence[tuple[int, int]], painter: QPainter
) -> Iterator[QRectF]:
    """Gives the boxes of parts of a text, line by line as it is wrapped."""
    layout = QTextLayout(text, look().font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setTextDirection(painter.layoutDirection())
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        begins, ends = line.textStart(), line.textStart() + line.textLength()
        for first, last in parts:
            if first < ends and last > begins:
                one, other = (_x(line.cursorToX(where)) for where in (max(first, begins), min(last, ends)))
                left, wide = min(one, other), abs(one - other)
                yield QRectF(box.x() + left - 1, box.y() + line.y() + 1, wide + 2, line.height() - 2)


def _x(found: object) -> float:
    """Qt for Python gives the place alone, or with the letter that it belongs to."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
