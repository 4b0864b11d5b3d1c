"""A stroke of the brush or eraser on one face, and how much of each zone it covers there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil, hypot

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPainterPathStroker

from hipmap.desktop.body_map.figure_files import FaceKey, Part, face_zones
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.design_tokens import OnFigure
from hipmap.model.body import FACES, FigureKind
from hipmap.model.case import Face

FINE = 2.0
"""Areas are counted on a grid of so many points for each logical pixel of the figure at normal size."""
LEAST_VIEW = 0.5
"""A face counts for at least this part of where a zone shows largest: a sliver is not the whole zone."""
_STEP = 0.2


@dataclass(frozen=True)
class Stroke:
    """What was drawn from press to release, in the coordinates of the figure of one face."""

    key: FaceKey
    figure: FigureKind
    points: tuple[tuple[float, float], ...]
    diameter: float
    erases: bool

    @cached_property
    def path(self) -> QPainterPath:
        """The painted area; a long stroke takes Qt a while to outline."""
        line = QPainterPath(QPointF(*self.points[0]))
        for point in thinned(self.points, self.diameter * _STEP)[1:]:
            line.lineTo(QPointF(*point))
        if line.elementCount() == 1:
            dab = QPainterPath()
            dab.addEllipse(QPointF(*self.points[0]), self.diameter / 2, self.diameter / 2)
            return dab
        pen = QPainterPathStroker()
        pen.setWidth(self.diameter)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        area = pen.createStroke(line).simplified()
        area.setFillRule(Qt.FillRule.WindingFill)
        return area

    def touched(self, overlay: bool) -> list[Place]:
        """Gives the zones that the painted area meets, in the order of the face."""
        zones, area = face_zones(self.figure, self.key), self.path
        box = area.boundingRect()
        return [
            place
            for place in zones.shown(overlay)
            if zones.path(place).boundingRect().intersects(box) and zones.path(place).intersects(area)
        ]


def thinned(points: Iterable[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    """Leaves out points that lie closer together than a distance; the first and last stay."""
    every = list(points)
    kept = every[:1]
    for point in every[1:-1]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= least:
            kept.append(point)
    if len(every) > 1 and every[-1] != kept[-1]:
        kept.append(every[-1])
    return kept


def covered_part(area: QPainterPath, figure: FigureKind, key: FaceKey, place: Place) -> float:
    """Gives the part of a zone that an area on one face covers, 0 to 1.

    The zone is measured as it shows on this face, but as no less than half of what the face shows of it
    that shows most: whoever paints the sliver of the groin that the side face shows has not painted the
    groin.
    """
    zone = face_zones(figure, key).path(place)
    whole = max(_zone_area(figure, key, place), LEAST_VIEW * _largest_view(figure, key.part, place))
    return min(1.0, _counted(area, zone) / whole) if whole else 0.0


@lru_cache(maxsize=512)
def _zone_area(figure: FigureKind, key: FaceKey, place: Place) -> int:
    path = face_zones(figure, key).path(place)
    return _counted(path, path)


@lru_cache(maxsize=512)
def _largest_view(figure: FigureKind, part: Part, place: Place) -> int:
    faces: tuple[Face, ...] = FACES
    keys = [FaceKey(face, part) for face in faces]
    return max(
        (_zone_area(figure, key, place) for key in keys if place in face_zones(figure, key)), default=0
    )


def _counted(area: QPainterPath, zone: QPainterPath) -> int:
    """Counts the points of the grid that lie in the zone and in the area."""
    box = zone.boundingRect().adjusted(-1, -1, 1, 1)
    # Qt pads rows to four bytes and leaves in the padding what lay in memory, which would be counted.
    size = QSize(4 * ceil(box.width() * FINE / 4), round(box.height() * FINE))
    mask = QImage(size, QImage.Format.Format_Grayscale8)
    mask.fill(0)
    painter = QPainter(mask)
    painter.scale(FINE, FINE)
    painter.translate(-box.topLeft())
    painter.setClipPath(zone)
    painter.fillPath(area, QColor(OnFigure.HALO))
    painter.end()
    return bytes(mask.constBits()).count(b"\xff")
