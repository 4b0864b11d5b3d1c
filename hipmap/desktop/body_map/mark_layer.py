"""Draws everything that is marked on one face: the marks, their numbers, the arrows between them, the pin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import pi, sqrt

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from hipmap.desktop.body_map.arrow_painting import paint_arrow
from hipmap.desktop.body_map.face_zones import FaceZones
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.mark_painting import paint_mark, paint_number
from hipmap.desktop.body_map.painted_areas import PaintedAreas
from hipmap.desktop.body_map.pin_painting import paint_pin
from hipmap.desktop.body_map.pin_place import between, point_of
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.design_tokens import Theme
from hipmap.model.body import FigureKind
from hipmap.model.case import Mark, Pin

EDGE = 14.0
"""So far a mark may reach out of its zone, by its outline or its number."""
SMALL = 0.7
"""On drawings this much smaller than the inset, the pin is smaller too."""


@dataclass(frozen=True)
class MarkLayer:
    """What is needed to draw marks on one face at one size."""

    key: FaceKey
    figure: FigureKind
    zones: FaceZones
    onto_widget: QTransform
    painted: PaintedAreas
    theme: Theme

    def paint(self, painter: QPainter, marks: Sequence[Mark], pin: Pin | None, within: QRectF) -> None:
        """Draws what of the marks lies within a box."""
        shown = [
            mark
            for mark in marks
            if mark.place in self.zones
            and self._box(mark.place).adjusted(-EDGE, -EDGE, EDGE, EDGE).intersects(within)
        ]
        for mark in shown:
            paint_mark(painter, self._area(mark), self._middle(mark.place), mark, self.theme)
        for mark in marks:
            if mark.spreads_from is not None:
                start = mark.spreads_from.zone, mark.spreads_from.side
                paint_arrow(painter, self._shown_middle(start), self._shown_middle(mark.place), self.theme)
        for mark in shown:
            paint_number(painter, self._area(mark), self._middle(mark.place), mark, self.theme)
        if pin is not None:
            tip = self.onto_widget.map(point_of(self.figure, self.key, pin.at))
            paint_pin(painter, tip, 1.0 if self.key.part == "inset" else SMALL)

    def _area(self, mark: Mark) -> QPainterPath:
        """Gives what of a zone is drawn as marked: where it was painted, if that is known."""
        zone = self.zones.path(mark.place)
        if mark.share is None:
            return self.onto_widget.map(zone)
        painted = self.painted.of(mark)
        if (self.figure, self.key) in painted:
            return self.onto_widget.map(painted[self.figure, self.key])
        for (figure, key), area in painted.items():
            if figure == self.figure and key.face == self.key.face:
                return self.onto_widget.map(between(figure, key, self.key).map(area).intersected(zone))
        return self.onto_widget.map(self._somewhere_in(zone, mark))

    def _somewhere_in(self, zone: QPainterPath, mark: Mark) -> QPainterPath:
        """Gives a round part of a zone, about as large as what is covered: where it lies is not known."""
        box, middle = zone.boundingRect(), self.zones.inside(mark.place)
        reach = max(sqrt(mark.covered * box.width() * box.height() / pi), 2.0)
        part = QPainterPath()
        part.addEllipse(middle, reach, reach)
        return part.intersected(zone)

    def _box(self, place: Place) -> QRectF:
        return self.onto_widget.mapRect(self.zones.path(place).boundingRect())

    def _middle(self, place: Place) -> QPointF:
        return self.onto_widget.map(self.zones.inside(place))

    def _shown_middle(self, place: Place) -> QPointF | None:
        return self._middle(place) if place in self.zones else None


def changed_box(
    before: Sequence[Mark],
    after: Sequence[Mark],
    outline: Callable[[Place], QPainterPath],
    zones: FaceZones,
) -> QRect:
    """Gives the box in which the marks of a face differ; all of it where an arrow comes or goes."""
    box = QRectF()
    for mark in set(before) ^ set(after):
        if mark.spreads_from is not None:
            return QRect(-10_000, -10_000, 20_000, 20_000)
        if mark.place in zones:
            box = box.united(outline(mark.place).boundingRect().adjusted(-EDGE, -EDGE, EDGE, EDGE))
    return box.toAlignedRect()
