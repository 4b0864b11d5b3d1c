"""What a stroke makes of the marks: how much of each zone is covered then, and where it was painted.

The case stores only the covered part of a zone, never the painting. The painting is remembered while the
window is open, by the mark that it led to, so that undo finds the earlier painting again; it serves to draw
a mark as it was painted, and to unite a further stroke on the same face with it exactly. Where the painting
is not known (a case from a file, or painted on another face), a stroke is taken to meet the earlier part by
chance: of what the stroke covers, as much is new as the zone has left.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QPainterPath

from hipmap.desktop.body_map.face_zones import OVERLAY
from hipmap.desktop.body_map.figure_files import FaceKey, face_zones
from hipmap.desktop.body_map.stroke import Stroke, covered_part
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model.body import FigureKind
from hipmap.model.case import Mark, MarkKind

LEAST_PART = 0.08
"""A zone of which a stroke covers less is taken to be met by accident, unless it is the one painted most."""
WHOLE_FROM = 0.85
"""From this part on, a zone counts as whole."""
DENIED_FROM = 0.5
"""A stroke of *no pain here* says so of the zones of which it covers at least this part."""

Where = tuple[FigureKind, FaceKey]
Areas = dict[Where, QPainterPath]


class PaintedAreas:
    """The paintings of this window, by the marks that they led to."""

    def __init__(self) -> None:
        self._areas: dict[tuple[Place, MarkKind, float], Areas] = {}

    def of(self, mark: Mark) -> Areas:
        """Gives where a mark was painted; empty where that is not known."""
        return {} if mark.share is None else self._areas.get((mark.place, mark.kind, mark.share), {})

    def remember(self, mark: Mark, areas: Areas) -> None:
        if mark.share is not None:
            self._areas[mark.place, mark.kind, mark.share] = areas


def after_stroke(
    stroke: Stroke,
    marks: Sequence[Mark],
    kind_at: Callable[[str], MarkKind],
    painted: PaintedAreas,
    overlay: bool = False,
) -> tuple[list[Mark], list[Mark]]:
    """Gives the marks as a stroke leaves them, where it changes them, and those that it removes."""
    if stroke.erases:
        return _erased(stroke, marks, painted, overlay)
    parts = _parts(stroke, overlay)
    most = max(parts, key=lambda place: parts[place].skin, default=None)
    changed = []
    for place, part in parts.items():
        kind = kind_at(place[0])
        old = next((mark for mark in marks if mark.place == place and mark.kind == kind), None)
        new = _with_area(stroke, place, kind, part, old, painted, place == most)
        if new is not None and new != old:
            changed.append(new)
    return changed, []


class _Part(NamedTuple):
    """What was painted of a zone: the area, the part of the zone that it covers, how much skin that is."""

    area: QPainterPath
    covered: float
    skin: float


def _parts(stroke: Stroke, overlay: bool) -> dict[Place, _Part]:
    """Gives what was painted of each zone."""
    zones, path = face_zones(stroke.figure, stroke.key), stroke.path
    touched = stroke.touched(overlay)
    over = next((zones.path(place) for place in touched if place[0] == OVERLAY), None)
    found = {}
    for place in touched:
        zone = zones.path(place)
        area = path.intersected(zone)
        if over is not None and place[0] != OVERLAY:
            area = area.subtracted(over)  # the zone that lies over the others is painted in their stead
        covered = covered_part(area, stroke.figure, stroke.key, place)
        skin = covered * zone.boundingRect().width() * zone.boundingRect().height()
        found[place] = _Part(area, covered, skin)
    return found


def _with_area(
    stroke: Stroke,
    place: Place,
    kind: MarkKind,
    drawn: _Part,
    old: Mark | None,
    painted: PaintedAreas,
    is_most: bool,
) -> Mark | None:
    """Gives the mark of a place with what was drawn more; None where that changes nothing."""
    if old is not None and old.share is None:
        return None
    where: Where = stroke.figure, stroke.key
    known = painted.of(old) if old is not None else {}

    def part(path: QPainterPath) -> float:
        return covered_part(path, *where, place)

    if where in known:
        together = known[where].united(drawn.area)
        share = (old.share or 0.0) + part(together) - part(known[where]) if old is not None else 0.0
    else:
        together, before = drawn.area, old.share or 0.0 if old is not None else 0.0
        share = before + (1 - before) * drawn.covered
    if kind == "none":
        return Mark(zone=place[0], side=place[1], kind=kind) if is_most or share >= DENIED_FROM else None
    if old is None and share < LEAST_PART and not is_most:
        return None
    new = (old or Mark(zone=place[0], side=place[1], kind=kind)).model_copy(update={"share": _told(share)})
    painted.remember(new, {**known, where: together})
    return new


def _told(share: float) -> float | None:
    return None if share >= WHOLE_FROM else max(0.01, round(share, 2))


def _erased(
    stroke: Stroke, marks: Sequence[Mark], painted: PaintedAreas, overlay: bool
) -> tuple[list[Mark], list[Mark]]:
    changed, gone = [], []
    path, where = stroke.path, (stroke.figure, stroke.key)
    touched = set(stroke.touched(overlay))
    for mark in marks:
        if mark.place not in touched:
            continue
        zone = face_zones(*where).path(mark.place)
        known = painted.of(mark)
        here = zone if mark.share is None else known.get(where)
        if here is None:
            left = mark.covered * (1 - covered_part(path.intersected(zone), *where, mark.place))
        else:
            rest = here.subtracted(path)
            lost = covered_part(here, *where, mark.place) - covered_part(rest, *where, mark.place)
            left = mark.covered - lost
        if left < LEAST_PART or mark.kind == "none":
            gone.append(mark)
        elif round(left, 2) < round(mark.covered, 2):
            new = mark.model_copy(update={"share": round(left, 2)})
            painted.remember(new, known if here is None else {**known, where: rest})
            changed.append(new)
    return changed, gone
