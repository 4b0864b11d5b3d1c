"""What a hand does on a face of the map: press, draw, let go."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.svg_outlines import Place

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def drag(view: FaceView, points: Sequence[QPointF], modifier: Qt.KeyboardModifier = NONE) -> None:
    """Presses at the first point, moves through the others and lets go at the last."""
    begin(view, points, modifier)
    QTest.mouseRelease(view, LEFT, modifier, points[-1].toPoint())


def begin(view: FaceView, points: Sequence[QPointF], modifier: Qt.KeyboardModifier = NONE) -> None:
    """Presses and moves without letting go."""
    QTest.mousePress(view, LEFT, modifier, points[0].toPoint())
    for point in points[1:]:
        QTest.mouseMove(view, point.toPoint())


def across(view: FaceView, *places: Place) -> list[QPointF]:
    """Gives points inside places, one after the other."""
    return [view.point_in(place) for place in places]


def scribble(view: FaceView, place: Place, lines: int = 9) -> list[QPointF]:
    """Gives points that go to and fro over the box of a zone."""
    box = view.outline(place).boundingRect()
    points = []
    for line in range(lines + 1):
        y = box.top() + box.height() * line / lines
        ends = [QPointF(box.left(), y), QPointF(box.right(), y)]
        points += ends if line % 2 else ends[::-1]
    return points


def middle(view: FaceView, place: Place) -> QPoint:
    return view.point_in(place).toPoint()
