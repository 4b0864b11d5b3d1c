"""How a face is enlarged: by how much, and which point of it stands in the middle."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

LEAST, MOST = 1.0, 5.0
STEP = 1.25
_NEARLY_ONE = 1.02


@dataclass(frozen=True)
class Lens:
    """A zoom of 1 fits the whole figure in; the middle is told in shares of its width and height."""

    zoom: float = 1.0
    across: float = 0.5
    down: float = 0.5

    @property
    def is_fit(self) -> bool:
        return self.zoom == LEAST

    def field(self, fitted: QRectF, room: QRectF) -> QRectF:
        """Gives where the figure stands in a room that `fitted` fits into; no gap is left needlessly."""
        if self.is_fit:
            return fitted
        size = fitted.size() * self.zoom
        left = _kept(room.center().x() - self.across * size.width(), room.left(), room.width(), size.width())
        top = _kept(room.center().y() - self.down * size.height(), room.top(), room.height(), size.height())
        return QRectF(QPointF(round(left), round(top)), QSizeF(round(size.width()), round(size.height())))

    def zoomed(self, factor: float, fitted: QRectF, room: QRectF, at: QPointF | None = None) -> "Lens":
        """Enlarges by a factor so that the point `at` of the room stays where it is."""
        zoom = min(max(self.zoom * factor, LEAST), MOST)
        if zoom < _NEARLY_ONE:
            return Lens()
        before = self.field(fitted, room)
        hold = room.center() if at is None else at
        across = (hold.x() - before.left()) / before.width()
        down = (hold.y() - before.top()) / before.height()
        size = fitted.size() * zoom
        away = hold - room.center()
        moved = Lens(zoom, across - away.x() / size.width(), down - away.y() / size.height())
        return moved.settled(fitted, room)

    def panned(self, by: QPointF, fitted: QRectF, room: QRectF) -> "Lens":
        """Moves the figure by some pixels, as far as there is more of it to see."""
        size = fitted.size() * self.zoom
        moved = Lens(self.zoom, self.across - by.x() / size.width(), self.down - by.y() / size.height())
        return moved.settled(fitted, room)

    def settled(self, fitted: QRectF, room: QRectF) -> "Lens":
        """Gives the same view with the middle that is really shown, so that no move is lost at an edge."""
        field = self.field(fitted, room)
        across = (room.center().x() - field.left()) / field.width()
        down = (room.center().y() - field.top()) / field.height()
        return Lens() if self.is_fit else Lens(self.zoom, across, down)

    def showing(self, box: QRectF, fitted: QRectF, room: QRectF) -> "Lens":
        """Moves just so far that a box of the room can be seen, its middle before its edges."""
        dx = _shift(box.left(), box.right(), room.left(), room.right())
        dy = _shift(box.top(), box.bottom(), room.top(), room.bottom())
        return self.panned(QPointF(dx, dy), fitted, room) if dx or dy else self


def _kept(start: float, low: float, room: float, size: float) -> float:
    """Keeps the figure from leaving the room on one side while it does not reach its other side."""
    if size <= room:
        return low + (room - size) / 2
    return min(low, max(start, low + room - size))


def _shift(start: float, end: float, low: float, high: float) -> float:
    if end - start > high - low:
        return (low + high - start - end) / 2
    return max(0.0, low - start) + min(0.0, high - end)
