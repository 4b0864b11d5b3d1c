"""Wrapped lines that a widget paints itself begin at the same place, whichever way a language reads."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hipmap.desktop.painted_text import paint_text, text_height

WORD = {
    Qt.LayoutDirection.RightToLeft: "\N{HEBREW LETTER FINAL MEM}" * 4,
    Qt.LayoutDirection.LeftToRight: "HHHH",
}
WIDTH = 150


@pytest.mark.parametrize("direction", WORD)
def test_no_line_is_indented_by_the_space_it_was_wrapped_at(
    direction: Qt.LayoutDirection, qapp: QApplication
) -> None:
    text = " ".join([WORD[direction]] * 8)
    tall = text_height(text, "body", 1.0, WIDTH)
    picture = QImage(WIDTH, tall, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setLayoutDirection(direction)
    paint_text(painter, QRect(0, 0, WIDTH, tall), text, "body", 1.0, "black")
    painter.end()
    single = text_height("X", "body", 1.0, WIDTH)
    assert tall >= 2 * single
    begins = {_first_ink(picture, y, y + single, direction) for y in range(0, tall - single + 1, single)}
    assert max(begins) - min(begins) <= 1


def _first_ink(picture: QImage, top: int, bottom: int, direction: Qt.LayoutDirection) -> int:
    rightward = direction == Qt.LayoutDirection.LeftToRight
    order = range(picture.width()) if rightward else reversed(range(picture.width()))
    inked = (x for x in order if any(picture.pixelColor(x, y).lightness() < 128 for y in range(top, bottom)))
    return next(inked)
