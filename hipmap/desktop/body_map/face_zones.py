"""Where the zones of one face are: which one is hit, and which one lies next to another."""

from collections.abc import Mapping
from functools import cached_property
from math import cos, hypot, pi, sin
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from hipmap.desktop.body_map.svg_outlines import Place, Shape
from hipmap.model.outline_middle import roomiest

Direction = Literal["left", "right", "up", "down"]

OVERLAY = "saddle"
"""The zone that lies over the others, and is there only while numbness is marked."""

_STEPS: dict[Direction, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_ROUND = [(cos(turn * pi / 8), sin(turn * pi / 8)) for turn in range(16)]
AROUND = [QPointF(x, y) for x, y in _ROUND]
"""The ways out of a point, all round it and one unit long."""


class FaceZones:
    """The zones of a face in the coordinates of its picture; built once for each figure and face."""

    def __init__(self, shapes: Mapping[Place, Shape]) -> None:
        self._shapes = shapes
        self.places: tuple[Place, ...] = tuple(shapes)
        self._bounds = {place: _corners(shape.path.boundingRect()) for place, shape in shapes.items()}
        flat = [place for place in self.places if place[0] != OVERLAY]
        over = [place for place in self.places if place[0] == OVERLAY]
        self._shown = {False: flat, True: flat + over}
        self._inside: dict[Place, QPointF] = {}

    def within(self, window: QRectF) -> "FaceZones":
        """Gives the zones of which the larger part lies within a window of the picture."""
        boxes = {place: shape.path.boundingRect() for place, shape in self._shapes.items()}
        return FaceZones({p: s for p, s in self._shapes.items() if window.contains(boxes[p].center())})

    def __contains__(self, place: object) -> bool:
        return place in self._shapes

    def path(self, place: Place) -> QPainterPath:
        return self._shapes[place].path

    @cached_property
    def borders(self) -> QPainterPath:
        """All outlines in one path, so that shared borders are drawn once."""
        together = QPainterPath()
        for place in self.shown(False):
            together.addPath(self._shapes[place].path)
        return together

    def shown(self, overlay: bool) -> list[Place]:
        """Gives the places that can be marked; the overlay, which is hit before the others, comes last."""
        return self._shown[overlay]

    def at(self, point: QPointF, slop: float, reach: float, overlay: bool = False) -> Place | None:
        """Gives the zone at the point; else the nearest within `slop` of a border or `reach` of a middle."""
        hit = self._exactly_at(point.x(), point.y(), overlay)
        if hit is not None:
            return hit
        for distance in (slop / 3, slop * 2 / 3, slop):
            for dx, dy in _ROUND:
                hit = self._exactly_at(point.x() + dx * distance, point.y() + dy * distance, overlay)
                if hit is not None:
                    return hit
        best, nearest = reach, None
        for place in self.shown(overlay):
            middle = self.inside(place)
            away = hypot(middle.x() - point.x(), middle.y() - point.y())
            if away <= best:
                best, nearest = away, place
        return nearest

    def _exactly_at(self, x: float, y: float, overlay: bool) -> Place | None:
        for place in reversed(self.shown(overlay)):
            left, top, right, bottom = self._bounds[place]
            if left <= x <= right and top <= y <= bottom and self._shapes[place].path.contains(QPointF(x, y)):
                return place
        return None

    def inside(self, place: Place) -> QPointF:
        """Gives a point well inside the zone, also of a crescent."""
        if place not in self._inside:
            self._inside[place] = QPointF(*roomiest(self._shapes[place].rings))
        return self._inside[place]

    def topmost(self) -> Place:
        """Gives the place at which the keyboard begins: the highest, and of those the leftmost."""

        def height_then_side(place: Place) -> tuple[float, float]:
            left, top, right, bottom = self._bounds[place]
            return round((top + bottom) / 2, -1), left + right

        return min(self.shown(False), key=height_then_side)

    def towards(self, place: Place, direction: Direction, overlay: bool = False) -> Place | None:
        """Gives the neighbour in a direction: the nearest middle, where going sideways costs double."""
        x, y = _STEPS[direction]
        start = self.inside(place)
        nearest, least = None, float("inf")
        for other in self.shown(overlay):
            way = self.inside(other) - start
            along = way.x() * x + way.y() * y
            across = abs(way.x() * y) + abs(way.y() * x)
            if along > 1 and across <= 3 * along and along + 2 * across < least:
                nearest, least = other, along + 2 * across
        return nearest


def _corners(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()
