"""The signs that make the patterns of marks: dots, ticks, bolts, zigzags and hatching."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

HATCH = 6.0
WAVE, RISE, ROWS = 4.0, 4.0, 8.0
_BOLT = ((1.2, -5.0), (-3.2, 0.8), (-0.4, 0.8), (-1.4, 5.0), (3.2, -1.0), (0.4, -1.0), (1.2, -5.0))

Sign = Callable[[QPainterPath, QPointF], None]


def signs_over(path: QPainterPath, middle: QPointF, spacing: float, add: Sign) -> QPainterPath:
    """Gives a sign in the middle of a zone and wherever else on a grid there is zone."""
    signs = QPainterPath()
    add(signs, middle)
    box = path.boundingRect()
    rows = range(int((box.top() - middle.y()) / spacing) - 1, int((box.bottom() - middle.y()) / spacing) + 2)
    columns = range(
        int((box.left() - middle.x()) / spacing) - 1, int((box.right() - middle.x()) / spacing) + 2
    )
    for row in rows:
        for column in columns:
            shift = spacing / 2 if row % 2 else 0.0
            point = QPointF(middle.x() + column * spacing + shift, middle.y() + row * spacing)
            if (row, column) != (0, 0) and path.contains(point):
                add(signs, point)
    return signs


def add_dot(signs: QPainterPath, at: QPointF) -> None:
    signs.addEllipse(at, 1.5, 1.5)


def add_tick(signs: QPainterPath, at: QPointF) -> None:
    signs.moveTo(at + QPointF(-2.6, 0.2))
    signs.lineTo(at + QPointF(-0.6, 2.2))
    signs.lineTo(at + QPointF(3, -2.4))


def add_bolt(signs: QPainterPath, at: QPointF) -> None:
    signs.addPolygon(QPolygonF([at + QPointF(x, y) for x, y in _BOLT]))


def hatching(box: QRectF, middle: QPointF) -> QPainterPath:
    """Gives slanting lines over a box, one of them through its middle."""
    lines = QPainterPath()
    tall = box.height()
    first = middle.x() - (middle.y() - box.top())
    count = int((first - box.left() + tall) / HATCH) + 1
    x = first - count * HATCH
    while x < box.right():
        lines.moveTo(x, box.top())
        lines.lineTo(x + tall, box.bottom())
        x += HATCH
    return lines


def zigzags(box: QRectF, middle: QPointF) -> QPainterPath:
    """Gives rows of zigzags over a box, one of them through its middle."""
    lines = QPainterPath()
    y = middle.y() - (int((middle.y() - box.top()) / ROWS) + 1) * ROWS
    start = middle.x() - (int((middle.x() - box.left()) / (2 * WAVE)) + 1) * 2 * WAVE
    while y < box.bottom() + ROWS:
        x, up = start, False
        lines.moveTo(x, y + RISE / 2)
        while x < box.right():
            x, up = x + WAVE, not up
            lines.lineTo(x, y + (-RISE / 2 if up else RISE / 2))
        y += ROWS
    return lines
