"""Draws marks by meaning: each kind has a pattern of its own, so that colour only repeats what shape says.

Pain is solid, the denser the stronger; what burns bears zigzags and what is electric bolts. Numbness is
dotted, spread is hatched, and *no pain here* is ticked. A number stands where there is room for it.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from hipmap.desktop.body_map.figure_tone import readable_on_figure
from hipmap.desktop.body_map.mark_signs import add_bolt, add_dot, add_tick, hatching, signs_over, zigzags
from hipmap.desktop.design_tokens import OnFigure, Theme
from hipmap.model.case import Mark, MarkKind

USUAL_INTENSITY = 5.0
GLOW = 0.45
BADGE = 8.0
"""How far the plate of a number reaches from its middle."""
ROOM = 26.0
"""A zone smaller than this in either direction bears no number."""


def paint_mark(painter: QPainter, path: QPainterPath, middle: QPointF, mark: Mark, theme: Theme) -> None:
    """Draws a mark within the outline of its zone, in widget coordinates."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.kind == "pain":
        _paint_pain(painter, path, middle, mark, theme)
    else:
        colour = kind_colour(mark.kind, theme)
        ink = readable_on_figure(colour, theme)
        paint_wash(painter, path, colour, 0.30 if mark.kind != "none" else 0.16)
        _paint_signs(painter, path, middle, mark.kind, ink)
        line = QPen(ink, 1.5)
        if mark.kind == "spread":
            line.setDashPattern([4, 2])
        painter.strokePath(path, line)
    painter.restore()


def paint_number(painter: QPainter, path: QPainterPath, middle: QPointF, mark: Mark, theme: Theme) -> None:
    """Draws how strong a mark is on a small plate in the middle of its zone, where that has room."""
    box = path.boundingRect()
    if mark.intensity is None or min(box.width(), box.height()) < ROOM or not path.contains(middle):
        return
    ink = readable_on_figure(kind_colour(mark.kind, theme, mark.worst), theme).darker(125)
    font = painter.font()
    font.setPixelSize(OnFigure.NUMBER)
    font.setBold(True)
    painter.setFont(font)
    reach = BADGE + (2 if mark.worst else 0)
    painter.setPen(QPen(QColor(OnFigure.HALO), 3 if mark.worst else 1.5))
    painter.setBrush(ink)
    painter.drawEllipse(middle, reach, reach)
    if mark.worst:
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, reach + 2, reach + 2)
    painter.setPen(QColor(OnFigure.HALO))
    plate = QRectF(middle.x() - 12, middle.y() - 12, 24, 24)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, f"{mark.intensity:g}")


def kind_colour(kind: MarkKind, theme: Theme, worst: bool = False) -> QColor:
    """Gives the colour of a kind of mark."""
    colours: dict[MarkKind, str] = {
        "pain": theme.worst if worst else theme.pain,
        "numb": theme.numb,
        "spread": theme.spread,
        "none": theme.none,
    }
    return QColor(colours[kind])


def _paint_pain(painter: QPainter, path: QPainterPath, middle: QPointF, mark: Mark, theme: Theme) -> None:
    colour = kind_colour("pain", theme, mark.worst)
    intensity = USUAL_INTENSITY if mark.intensity is None else mark.intensity
    paint_wash(painter, path, colour, 0.22 + 0.73 * intensity / 10)
    ink = readable_on_figure(colour, theme)
    pen = QPen(
        ink.darker(140), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
    if "burning" in mark.feel:
        painter.save()
        painter.setClipPath(path)
        painter.strokePath(zigzags(path.boundingRect(), middle), pen)
        painter.restore()
    if "electric" in mark.feel:
        painter.fillPath(signs_over(path, middle, 15.0, add_bolt), QBrush(ink.darker(140)))
    painter.strokePath(path, QPen(ink, 2.5 if mark.worst else 1.5))
    if mark.worst:
        radius = min(5.5, max(3.5, min(path.boundingRect().width(), path.boundingRect().height()) / 5))
        painter.setPen(QPen(QColor(OnFigure.HALO), 2))
        painter.setBrush(ink)
        painter.drawEllipse(middle, radius, radius)


def paint_wash(painter: QPainter, path: QPainterPath, colour: QColor, density: float) -> None:
    """Lays colour over the figure so that its shading shows through."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setOpacity(min(density, 1.0))
    painter.fillPath(path, QBrush(colour))
    # On grey, multiplied colour alone turns muddy.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setOpacity(min(density, 1.0) * GLOW)
    painter.fillPath(path, QBrush(colour))
    painter.setOpacity(1.0)


def _paint_signs(painter: QPainter, path: QPainterPath, middle: QPointF, kind: MarkKind, ink: QColor) -> None:
    """Repeats the sign of a kind over the zone; dots and ticks are whole, and each zone has at least one."""
    pen = QPen(ink, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if kind == "numb":
        painter.fillPath(signs_over(path, middle, 7.0, add_dot), QBrush(ink))
    elif kind == "none":
        painter.strokePath(signs_over(path, middle, 12.0, add_tick), pen)
    else:
        painter.save()
        painter.setClipPath(path)
        painter.strokePath(hatching(path.boundingRect(), middle), pen)
        painter.restore()


def mark_picture(mark: Mark, theme: Theme, size: int, ratio: float) -> QPixmap:
    """Gives a small sample of how a mark is drawn, for the list."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.5, 1.5, size - 3, size - 3), 3.5, 3.5)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor(OnFigure.TONE))
    paint_mark(painter, path, QRectF(0, 0, size, size).center(), mark, theme)
    painter.end()
    return picture
