"""A point well inside an outline, also inside a crescent."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]

_SCAN_ROWS = 15


def roomiest(rings: Sequence[Sequence[Point]]) -> Point:
    """Gives the middle of the widest stretch inside the rings that is not at their very edge."""
    heights = [y for ring in rings for _, y in ring]
    top, tall = min(heights), max(heights) - min(heights)
    best, middle = -1.0, (0.0, 0.0)
    for row in range(1, _SCAN_ROWS + 1):
        y = top + tall * row / (_SCAN_ROWS + 1)
        crossings = sorted(_crossings(rings, y))
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            room = min(right - left, 2 * (y - top), 2 * (top + tall - y))
            if room > best:
                best, middle = room, ((left + right) / 2, y)
    return middle


def _crossings(rings: Sequence[Sequence[Point]], y: float) -> Iterator[float]:
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 <= y) != (y2 <= y):
                yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)
