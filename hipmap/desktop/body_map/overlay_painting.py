"""Paints what is laid over a face: bones, nerve-root areas, the pattern of an origin, last time's marks."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QTransform

from hipmap.desktop.body_map.face_picture import tinted
from hipmap.desktop.body_map.figure_files import FaceKey, face_window
from hipmap.desktop.body_map.figure_tone import figure_tint, readable_on_figure
from hipmap.desktop.body_map.overlay_files import bones_image, root_areas
from hipmap.desktop.design_tokens import OnFigure, Theme
from hipmap.desktop.learn.pain_pattern import OFTEN, SOMETIMES
from hipmap.desktop.look import look
from hipmap.model.body import FigureKind

ROOT_ORDER = ("L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3")
LEAST_NAMED = 17.0
"""An area narrower than this, in pixels on the screen, goes without its name."""

_VEIL = 0.30
_HATCH_OFTEN, _HATCH_SOMETIMES = 5.0, 10.0


def draw_bones(picture: QPixmap, figure: FigureKind, key: FaceKey, window: QRectF, theme: Theme) -> None:
    """Draws the bones within a window of the figure into the picture of that window."""
    image = bones_image(figure, key)
    full = face_window(figure, FaceKey(key.face, "inset" if key.part == "inset" else "whole"))
    scale = image.width() / full.width()
    cut = QRectF(window.topLeft() * scale, window.size() * scale).toRect()
    part = image.copy(cut).scaled(
        picture.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    painter = QPainter(picture)
    painter.drawImage(
        QRectF(QPointF(0, 0), picture.deviceIndependentSize()), tinted(part, figure_tint(theme))
    )
    painter.end()


def draw_roots(picture: QPixmap, figure: FigureKind, key: FaceKey, onto: QTransform, theme: Theme) -> None:
    """Draws the nerve-root areas into the picture of a figure, each with the name of its root."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    found = [(root, onto.map(path), onto.map(inside)) for root, path, inside in root_areas(figure, key)]
    for root, path, _ in found:
        colour = root_colour(root, theme)
        veil = QColor(colour)
        veil.setAlphaF(_VEIL)
        painter.fillPath(path, veil)
        painter.strokePath(path, QPen(readable_on_figure(colour, theme), 1.2))
    for root, path, inside in found:
        _draw_name(painter, root, path, inside, theme)
    painter.end()


def root_colour(root: str, theme: Theme) -> QColor:
    """Gives the colour of a root; two that touch never have the same."""
    inks = (theme.pain, theme.none, theme.numb, theme.spread)
    return QColor(inks[ROOT_ORDER.index(root) % len(inks)])


def _draw_name(painter: QPainter, root: str, path: QPainterPath, inside: QPointF, theme: Theme) -> None:
    box = path.boundingRect()
    font = QFont(look().font("caption"))
    font.setWeight(QFont.Weight.DemiBold)
    if min(box.width(), box.height()) < LEAST_NAMED or not path.contains(inside):
        return
    text = QPainterPath()
    text.addText(0, 0, font, root)
    text.translate(inside - text.boundingRect().center())
    if not path.contains(text.boundingRect()):
        return
    painter.strokePath(text, QPen(QColor(OnFigure.HALO), 3.0))
    painter.fillPath(text, readable_on_figure(root_colour(root, theme), theme).darker(150))


def paint_pattern(painter: QPainter, outlines: Iterable[tuple[QPainterPath, float]], theme: Theme) -> None:
    """Shades zones by the share of people whom they hurt: darker and with closer lines means more often."""
    ink = readable_on_figure(QColor(theme.accent), theme)
    for outline, share in outlines:
        if share < SOMETIMES / 2:
            continue
        veil = QColor(theme.accent)
        veil.setAlphaF(min(0.62, 0.14 + 0.75 * share))
        painter.fillPath(outline, veil)
        if share >= SOMETIMES:
            _hatch(painter, outline, _HATCH_OFTEN if share >= OFTEN else _HATCH_SOMETIMES, ink)
        painter.strokePath(outline, QPen(ink, 2.0 if share >= OFTEN else 1.0))


def _hatch(painter: QPainter, outline: QPainterPath, spacing: float, ink: QColor) -> None:
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    faint = QColor(ink)
    faint.setAlphaF(0.8)
    painter.setPen(QPen(faint, 1.0))
    box, tall = outline.boundingRect(), outline.boundingRect().height()
    start = box.left() - tall
    while start < box.right():
        painter.drawLine(QPointF(start, box.bottom()), QPointF(start + tall, box.top()))
        start += spacing
    painter.restore()


def paint_earlier(painter: QPainter, outlines: Iterable[QPainterPath], theme: Theme) -> None:
    """Draws what was marked last time as thin dashed outlines, legible on whatever lies below."""
    for outline in outlines:
        painter.strokePath(outline, QPen(QColor(OnFigure.HALO), 3.0))
        pen = QPen(readable_on_figure(QColor(theme.muted), theme), 1.6)
        pen.setDashPattern([4, 3])
        painter.strokePath(outline, pen)
