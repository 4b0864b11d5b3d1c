"""Finds what can be laid over a figure: pictures of its bones and outlines of its nerve-root areas."""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainterPath

from hipmap.desktop.body_map.face_zones import FaceZones
from hipmap.desktop.body_map.figure_files import FaceKey, face_zones
from hipmap.desktop.body_map.svg_outlines import Place, read_outlines
from hipmap.model.body import FigureKind
from hipmap.storage.assets import asset

GRID = 12
LEAST_PART = 0.15
"""Zones are looked at in so many points each way; a root with a smaller part of them is left out."""


@lru_cache(maxsize=2)
def bones_image(figure: FigureKind, key: FaceKey) -> QImage:
    """Gives the bones of a face, at some multiple of its normal size."""
    return QImage(str(asset(_name("bones", figure, key, "png")))).convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
    )


@lru_cache(maxsize=16)
def root_areas(figure: FigureKind, key: FaceKey) -> tuple[tuple[str, QPainterPath, QPointF], ...]:
    """Gives the areas of a face: the name of the root, its outline, and a point for its name."""
    found = FaceZones(read_outlines(asset(_name("roots", figure, key, "svg"))).shapes)
    return tuple((place[0], found.path(place), found.inside(place)) for place in found.places)


def roots_of(figure: FigureKind, key: FaceKey, place: Place) -> list[str]:
    """Gives the roots whose areas cover a noteworthy part of a zone, in the order of the spine."""
    zones = face_zones(figure, key)
    if place not in zones:
        return []
    zone = zones.path(place)
    box = zone.boundingRect()
    steps = [(at + 0.5) / GRID for at in range(GRID)]
    points = [
        QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x in steps for y in steps
    ]
    inside = [point for point in points if zone.contains(point)]
    found: dict[str, int] = {}
    for root, path, _ in root_areas(figure, key):
        found[root] = found.get(root, 0) + sum(path.contains(point) for point in inside)
    return sorted(root for root, hits in found.items() if hits > LEAST_PART * len(inside))


def let_go() -> None:
    """Forgets what was read, once nothing is laid over the faces."""
    bones_image.cache_clear()
    root_areas.cache_clear()


def _name(kind: str, figure: FigureKind, key: FaceKey, ending: str) -> str:
    tail = "_inset" if key.part == "inset" else ""
    return f"body/overlays/{figure}/{kind}_{key.face}{tail}.{ending}"
