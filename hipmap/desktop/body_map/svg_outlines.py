"""Reads the zone outlines of one face from its SVG file as painter paths."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QSizeF
from PySide6.QtGui import QPainterPath

from hipmap.model.case import Side

Place = tuple[str, Side]
"""A zone and its anatomical side."""

Point = tuple[float, float]

_PATH = "{http://www.w3.org/2000/svg}path"
_MOVE, _LINE, _CURVE, _CURVE_DATA = range(4)


@dataclass(frozen=True)
class Shape:
    """The outline of a zone: as a path to draw and hit, and as rings of points to measure."""

    path: QPainterPath
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Outlines:
    """The outlines of one face, in logical pixels of a picture of `size`."""

    size: QSizeF
    shapes: dict[Place, Shape]


def read_outlines(svg: Path) -> Outlines:
    """Gives the outlines of a face; the id of each path names its place as `zone.side`."""
    # Imported here: neither is needed before the first picture is on the screen.
    from xml.etree import ElementTree

    from fontTools.svgLib.path import parse_path

    root = ElementTree.parse(svg).getroot()
    left, top, width, height = (float(number) for number in root.attrib["viewBox"].split())
    if left or top:
        raise ValueError(f"{svg.name}: the view box must begin at 0 0")
    shapes = {}
    for element in root.iter(_PATH):
        if "transform" in element.attrib:
            raise ValueError(f"{svg.name}: the path {element.attrib['id']} is transformed")
        pen = OutlinePen()
        parse_path(element.attrib["d"], pen)
        shapes[_place(element.attrib["id"])] = pen.shape()
    return Outlines(QSizeF(width, height), shapes)


def picture_size(svg: Path) -> QSizeF:
    """Gives the logical size of a face from the head of its file, without reading its outlines."""
    with svg.open(encoding="utf-8") as file:
        head = file.read(1000)
    numbers = head.split('viewBox="', 1)[1].split('"', 1)[0].split()
    return QSizeF(float(numbers[2]), float(numbers[3]))


class OutlinePen:
    """Collects a path in the way fontTools draws it, and hands it to Qt in one piece.

    One call to Qt for each path, not for each point: many files are read on the way to the first click.
    """

    def __init__(self) -> None:
        self._elements: list[tuple[int, float, float]] = []
        self._rings: list[list[Point]] = []

    def moveTo(self, point: Point) -> None:
        self._elements.append((_MOVE, *point))
        self._rings.append([point])

    def lineTo(self, point: Point) -> None:
        self._elements.append((_LINE, *point))
        self._rings[-1].append(point)

    def curveTo(self, one: Point, two: Point, end: Point) -> None:
        start = self._rings[-1][-1]
        self._elements += [(_CURVE, *one), (_CURVE_DATA, *two), (_CURVE_DATA, *end)]
        middle = tuple((s + 3 * a + 3 * b + e) / 8 for s, a, b, e in zip(start, one, two, end, strict=True))
        self._rings[-1] += [cast(Point, middle), end]

    def closePath(self) -> None:
        if self._rings[-1][-1] != self._rings[-1][0]:
            self.lineTo(self._rings[-1][0])

    def endPath(self) -> None:
        """Leaves an open path open."""

    def shape(self) -> Shape:
        """Gives what was drawn."""
        values: list[float] = [part for element in self._elements for part in element]
        # Kept in a name: the stream does not keep the bytes alive.
        data = QByteArray(
            struct.pack(">i" + "idd" * len(self._elements) + "ii", len(self._elements), *values, 0, 0)
        )
        path = QPainterPath()
        stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
        stream >> path
        return Shape(path, tuple(tuple(ring) for ring in self._rings))


def _place(name: str) -> Place:
    zone, side = name.rsplit(".", 1)
    return zone, cast(Side, side)
