"""The faces of the figure, read from hipmap's own drawings: outlines, middles, and where a pin lies."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, cast
from xml.etree import ElementTree

from hipmap.exchange.report import ReadAsset
from hipmap.model.body import FACES, Body
from hipmap.model.case import Case, Face, Mark, Side
from hipmap.model.outline_middle import Point, roomiest

Part = Literal["inset", "whole"]
Place = tuple[str, Side]

FIGURE = "neutral"
_LEAST_FACES = 2
_PATH = "{http://www.w3.org/2000/svg}path"


@dataclass(frozen=True)
class Outline:
    """The outline of a zone: as SVG path data, and as rings of points to measure."""

    path: str
    rings: tuple[tuple[Point, ...], ...]

    @cached_property
    def middle(self) -> Point:
        """A point well inside."""
        return roomiest(self.rings)

    @cached_property
    def size(self) -> Point:
        """Width and height."""
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        return max(xs) - min(xs), max(ys) - min(ys)


@dataclass(frozen=True)
class FaceDrawing:
    """One face of the figure, whole or from ribs to mid-thigh."""

    face: Face
    part: Part
    width: float
    height: float
    outlines: dict[Place, Outline]
    png: bytes


def faces_of(case: Case, body: Body, read: ReadAsset) -> tuple[FaceDrawing, ...]:
    """Gives the faces that show the marks best, two at least, in the order of the body."""
    places = [mark.place for mark in case.marks]
    starts = [(one.spreads_from.zone, one.spreads_from.side) for one in case.marks if one.spreads_from]
    pinned = [(case.pin.zone, case.pin.side)] if case.pin is not None else []
    every: list[Place] = [*places, *starts, *pinned]
    part: Part = "inset" if every and all(body.by_id[zone].inset for zone, _ in every) else "whole"
    outlines = {face: _outlines(_name(face, part, "svg"), read) for face in FACES}
    best = {max(FACES, key=lambda face: _seen(place, outlines[face][2])) for place in every}
    if case.pin is not None:
        best.add(case.pin.face)
    if len(best) < _LEAST_FACES:
        best |= {"front"} if best & {"right", "left"} else {"front", "back"}
    return tuple(
        FaceDrawing(face, part, *outlines[face], read(_name(face, part, "png")))
        for face in FACES
        if face in best
    )


def pin_point(case: Case, drawing: FaceDrawing, read: ReadAsset) -> Point | None:
    """Gives where the one finger points on a drawing; None where it is on another face."""
    if case.pin is None or case.pin.face != drawing.face:
        return None
    x, y = case.pin.at
    if drawing.part == "whole":
        return x * drawing.width, y * drawing.height
    whole = _outlines(_name(drawing.face, "whole", "svg"), read)
    marks = json.loads(read("body/figures/landmarks.json"))[FIGURE]
    far, near = marks[drawing.face], marks[f"{drawing.face}_inset"]
    shared = next(name for name in far["points"] if name in near["points"])
    scale = near["px_per_cm"] / far["px_per_cm"]
    (x0, y0), (x1, y1) = far["points"][shared], near["points"][shared]
    return x1 + (x * whole[0] - x0) * scale, y1 + (y * whole[1] - y0) * scale


def _name(face: Face, part: Part, ending: str) -> str:
    return f"body/figures/{FIGURE}/{face}{'_inset' if part == 'inset' else ''}.{ending}"


def _seen(place: Place, outlines: dict[Place, Outline]) -> float:
    if place not in outlines:
        return 0.0
    width, height = outlines[place].size
    return width * height


def _outlines(name: str, read: ReadAsset) -> tuple[float, float, dict[Place, Outline]]:
    root = ElementTree.fromstring(read(name))
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    found: dict[Place, Outline] = {}
    for element in root.iter(_PATH):
        zone, side = element.attrib["id"].rsplit(".", 1)
        path = element.attrib["d"]
        found[zone, cast(Side, side)] = Outline(path, _rings(path))
    return width, height, found


def _rings(path: str) -> tuple[tuple[Point, ...], ...]:
    """Gives the points of a path in absolute commands M, L, C and Z; a curve gives its middle and end."""
    from fontTools.svgLib.path import parse_path

    pen = _RingPen()
    parse_path(path, pen)
    return tuple(tuple(ring) for ring in pen.rings)


class _RingPen:
    """Collects the rings of a path as fontTools draws it."""

    def __init__(self) -> None:
        self.rings: list[list[Point]] = []

    def moveTo(self, point: Point) -> None:  # noqa: N802  (named by fontTools)
        self.rings.append([point])

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self.rings[-1].append(point)

    def curveTo(self, one: Point, two: Point, end: Point) -> None:  # noqa: N802
        start = self.rings[-1][-1]
        x, y = ((s + 3 * a + 3 * b + e) / 8 for s, a, b, e in zip(start, one, two, end, strict=True))
        self.rings[-1] += [(x, y), end]

    def closePath(self) -> None:  # noqa: N802
        self.rings[-1].append(self.rings[-1][0])

    def endPath(self) -> None:  # noqa: N802
        """Leaves an open path open."""


def shown_marks(case: Case, drawing: FaceDrawing) -> list[tuple[Mark, Outline]]:
    """Gives the marks that can be seen on a face."""
    return [(one, drawing.outlines[one.place]) for one in case.marks if one.place in drawing.outlines]
