"""Draws marks by meaning: each kind has a pattern of its own, so that colour only repeats what shape says."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from hipmap.desktop.body_map.figure_tone import FIGURE_TONE, readable_on_figure
from hipmap.desktop.design_tokens import Theme
from hipmap.model.case import Mark

USUAL_INTENSITY = 5.0
GLOW = 0.45
_SPACING = {"numb": 7.0, "spread": 11.0, "none": 12.0}


def paint_mark(painter: QPainter, path: QPainterPath, middle: QPointF, mark: Mark, theme: Theme) -> None:
    """Draws a mark within the outline of its zone, in widget coordinates."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.kind == "pain":
        _paint_pain(painter, path, middle, mark, theme)
    else:
        colour = QColor(
            theme.numb if mark.kind == "numb" else theme.spread if mark.kind == "spread" else theme.none
        )
        ink = readable_on_figure(colour, theme)
        _wash(painter, path, colour, 0.30 if mark.kind != "none" else 0.16)
        _stamp(painter, path, middle, mark, ink)
        line = QPen(ink, 1.5)
        if mark.kind == "spread":
            line.setDashPattern([4, 2])
        painter.strokePath(path, line)
    painter.restore()


def _paint_pain(painter: QPainter, path: QPainterPath, middle: QPointF, mark: Mark, theme: Theme) -> None:
    colour = QColor(theme.worst if mark.worst else theme.pain)
    intensity = USUAL_INTENSITY if mark.intensity is None else mark.intensity
    _wash(painter, path, colour, 0.22 + 0.73 * intensity / 10)
    painter.strokePath(path, QPen(readable_on_figure(colour, theme), 2.5 if mark.worst else 1.5))
    if mark.worst:
        radius = min(5.5, max(3.5, min(path.boundingRect().width(), path.boundingRect().height()) / 5))
        painter.setPen(QPen(QColor("white"), 2))
        painter.setBrush(readable_on_figure(colour, theme))
        painter.drawEllipse(middle, radius, radius)


def _wash(painter: QPainter, path: QPainterPath, colour: QColor, density: float) -> None:
    """Lays colour over the figure so that its shading shows through."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setOpacity(min(density, 1.0))
    painter.fillPath(path, QBrush(colour))
    # On grey, multiplied colour alone turns muddy.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setOpacity(min(density, 1.0) * GLOW)
    painter.fillPath(path, QBrush(colour))
    painter.setOpacity(1.0)


def _stamp(painter: QPainter, path: QPainterPath, middle: QPointF, mark: Mark, ink: QColor) -> None:
    """Repeats the sign of a kind over the zone; signs are whole, and each zone has at least one."""
    pen = QPen(ink, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    signs = QPainterPath()
    for point in _grid(path, middle, _SPACING[mark.kind]):
        _add_sign(signs, mark.kind, point)
    if mark.kind == "numb":
        painter.fillPath(signs, QBrush(ink))
    else:
        painter.strokePath(signs, pen)


def _grid(path: QPainterPath, middle: QPointF, spacing: float) -> list[QPointF]:
    box = path.boundingRect()
    points = [middle]
    rows = range(int((box.top() - middle.y()) / spacing) - 1, int((box.bottom() - middle.y()) / spacing) + 2)
    columns = range(
        int((box.left() - middle.x()) / spacing) - 1, int((box.right() - middle.x()) / spacing) + 2
    )
    for row in rows:
        for column in columns:
            shift = spacing / 2 if row % 2 else 0.0
            point = QPointF(middle.x() + column * spacing + shift, middle.y() + row * spacing)
            if (row, column) != (0, 0) and path.contains(point):
                points.append(point)
    return points


def _add_sign(signs: QPainterPath, kind: str, at: QPointF) -> None:
    x, y = at.x(), at.y()
    if kind == "numb":
        signs.addEllipse(at, 1.5, 1.5)
    elif kind == "spread":
        signs.moveTo(x - 3, y - 0.5)
        signs.lineTo(x, y + 2.5)
        signs.lineTo(x + 3, y - 0.5)
    else:
        signs.moveTo(x - 2.6, y + 0.2)
        signs.lineTo(x - 0.6, y + 2.2)
        signs.lineTo(x + 3, y - 2.4)


def mark_picture(mark: Mark, theme: Theme, size: int, ratio: float) -> QPixmap:
    """Gives a small sample of how a mark is drawn, for the list."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.5, 1.5, size - 3, size - 3), 3.5, 3.5)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor(FIGURE_TONE))
    paint_mark(painter, path, QRectF(0, 0, size, size).center(), mark, theme)
    painter.end()
    return picture
