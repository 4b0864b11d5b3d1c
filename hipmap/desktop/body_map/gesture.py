"""One press on a face from its beginning to its end: what it has passed, and what it will come to."""

from dataclasses import dataclass, field
from math import hypot
from typing import Literal

from PySide6.QtCore import QPointF

from hipmap.desktop.body_map.svg_outlines import Place

Meaning = Literal["zones", "arrow", "stroke", "finger"]

STEP = 5.0
"""A fast hand is followed at least every so many pixels, so that no zone between is jumped over."""


@dataclass
class Gesture:
    """A press that has not ended; `places` are the zones passed so far, each once."""

    meaning: Meaning
    start: Place | None
    erases: bool
    points: list[QPointF]
    places: list[Place] = field(default_factory=list)
    over: Place | None = None
    by_finger: bool = False
    again: bool = False  # the second press of a double click at one zone, which is no click of its own

    def way_to(self, point: QPointF) -> list[QPointF]:
        """Gives the points from the last one to a new one, close enough to meet every zone between."""
        last = self.points[-1]
        count = max(1, int(hypot(point.x() - last.x(), point.y() - last.y()) / STEP))
        return [last + (point - last) * (at / count) for at in range(1, count + 1)]

    @property
    def has_moved(self) -> bool:
        """Whether the press has become a drag."""
        return len(self.places) > 1 if self.meaning == "zones" else len(self.points) > 1
