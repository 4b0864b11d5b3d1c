"""A small picture of a place: the part of the face that shows it best, with the place lit."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTransform

from hipmap.desktop.body_map.face_picture import draw_outlines, face_picture
from hipmap.desktop.body_map.figure_files import FaceKey, Part, face_image, face_window, face_zones
from hipmap.desktop.body_map.figure_tone import readable_on_figure
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.design_tokens import Theme
from hipmap.model.body import FACES, Body, FigureKind

AROUND: dict[Part, float] = {"inset": 130.0, "whole": 150.0}
"""The least height, in pixels of the figure at its normal size, of what is seen around a place."""

_LIT = 0.6


def best_face(places: Sequence[Place], body: Body, figure: FigureKind) -> FaceKey:
    """Gives the face that shows the most of some places; the inset where all of them are in it."""
    part: Part = "inset" if all(body.by_id[zone].inset for zone, _ in places) else "whole"

    def shown(key: FaceKey) -> float:
        zones = face_zones(figure, key)
        boxes = [zones.path(place).boundingRect() for place in places if place in zones]
        return sum(box.width() * box.height() for box in boxes)

    return max((FaceKey(face, part) for face in FACES), key=shown)


def place_picture(
    places: Sequence[Place], body: Body, figure: FigureKind, size: QSize, ratio: float, theme: Theme
) -> QPixmap:
    """Draws some places, `size` logical pixels large."""
    key = best_face(places, body, figure)
    zones, window = face_zones(figure, key), face_window(figure, key)
    lit = [zones.path(place) for place in places if place in zones]
    box = QRectF()
    for path in lit:
        box = box.united(path.boundingRect())
    cut = _window_round(box, window, AROUND[key.part], size)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme.surface))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = size.width() / cut.width()
    onto = QTransform(scale, 0, 0, scale, -cut.left() * scale, -cut.top() * scale)
    seen = cut.intersected(window)
    there = onto.mapRect(seen)
    face = face_picture(face_image(figure, key), seen, there.size().toSize(), ratio, theme)
    painter.drawPixmap(there.topLeft(), face)
    painter.end()
    draw_outlines(picture, onto.map(zones.borders), theme)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wash = QColor(theme.accent)
    wash.setAlphaF(_LIT)
    for path in lit:
        painter.fillPath(onto.map(path), wash)
        painter.strokePath(onto.map(path), QPen(readable_on_figure(QColor(theme.accent), theme), 2.0))
    painter.end()
    return picture


def _window_round(box: QRectF, window: QRectF, least: float, size: QSize) -> QRectF:
    """Gives the part of the figure to show: the places with what lies around them, in the given shape."""
    tall = max(least, box.height() * 1.3, box.width() * 1.3 * size.height() / size.width())
    shape = QSizeF(tall * size.width() / size.height(), tall)
    cut = QRectF(QPointF(), shape)
    cut.moveCenter(box.center())
    if shape.height() <= window.height():
        cut.moveTop(min(max(cut.top(), window.top()), window.bottom() - shape.height()))
    if shape.width() <= window.width():
        cut.moveLeft(min(max(cut.left(), window.left()), window.right() - shape.width()))
    return cut
