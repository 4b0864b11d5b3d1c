"""Draws one face of the body: the shaded figure, the zones, the marks and what is pointed at."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.face_field import FaceField
from hipmap.desktop.body_map.face_picture import draw_outlines, face_picture
from hipmap.desktop.body_map.face_zones import AROUND, OVERLAY, FaceZones
from hipmap.desktop.body_map.figure_files import FaceKey, face_image, face_zones
from hipmap.desktop.body_map.laid_over import LaidOver
from hipmap.desktop.body_map.large_targets import (
    LEAST,
    Target,
    outline_box,
    outline_of,
    padded_target_at,
    target_of,
)
from hipmap.desktop.body_map.mark_layer import MarkLayer, changed_box
from hipmap.desktop.body_map.mark_painting import paint_wash
from hipmap.desktop.body_map.painted_areas import PaintedAreas
from hipmap.desktop.body_map.pointing import paint_focus, paint_hover, paint_overlay
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.design_tokens import Theme
from hipmap.desktop.look import look
from hipmap.model.body import FigureKind
from hipmap.model.case import Mark, MarkKind, Pin

SLOP = 8.0
LEAST_RADIUS = 12.0
_LOWEST_FIRST: tuple[MarkKind, ...] = ("none", "spread", "pain", "numb")


class FaceCanvas(FaceField):
    """Paints a face at the size it is given, keeping its proportions."""

    def __init__(self, key: FaceKey, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self._theme: Theme = look().theme
        self._marks: tuple[Mark, ...] = ()
        self._pin: Pin | None = None
        self._painted = PaintedAreas()
        self._overlay = False
        self._laid = LaidOver()
        self._loaded: FaceZones | None = None
        self._picture: tuple[object, QPixmap] = (None, QPixmap())
        self._layer: tuple[object, tuple[Mark, ...], QPixmap] = (None, (), QPixmap())
        self._hovered: Place | None = None
        self._large_targets = False
        self._ringed: Place | None = None

    # ------------------------------------------------------------ what is shown

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Draws these marks, those of them that this face shows."""
        shown = tuple(sorted(marks, key=lambda mark: _LOWEST_FIRST.index(mark.kind)))
        before, self._marks = self._marks, shown
        if self._loaded is None or self._here(before) != self._here(shown):
            self.update()

    def _here(self, marks: Sequence[Mark]) -> list[Mark]:
        return [
            mark
            for mark in marks
            if self._loaded is None or mark.place in self._loaded or _start_of(mark) in self._loaded
        ]

    def show_pin(self, pin: Pin | None) -> None:
        """Draws the one finger's pin, if this face is the one that it points at."""
        before, self._pin = self._pin, pin if pin is not None and pin.face == self.key.face else None
        if before != self._pin:
            self.update()

    def share_paintings(self, painted: PaintedAreas) -> None:
        """Takes the memory of where marks were painted, which all faces share."""
        self._painted = painted

    def show_overlay(self, shown: bool) -> None:
        """Lays the zone that is asked about for numbness only over the others, or takes it away."""
        self._overlay = shown
        self.update()

    def lay_over(self, laid: LaidOver) -> None:
        """Lays something over the figure, or takes it away."""
        if laid != self._laid:
            self._laid = laid
            self.update()

    def show_figure(self, figure: FigureKind) -> None:
        """Draws another figure; the zones are the same."""
        if figure != self._figure:
            self._figure = figure
            self._loaded = None
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    # ------------------------------------------------------------ where things are

    @property
    def zones(self) -> FaceZones:
        """The zones of this face; read from the file when they are first needed."""
        if self._loaded is None:
            self._loaded = face_zones(self._figure, self.key)
            self.zones_came()
            self.update()
        return self._loaded

    def zones_came(self) -> None:
        """Is called when the zones of a figure have been read."""

    def outline(self, place: Place) -> QPainterPath:
        """Gives the outline of a zone in the coordinates of this widget."""
        return self._onto_widget().map(self.zones.path(place))

    def ringed(self) -> Place | None:
        """Gives the zone that carries the ring of the keyboard."""
        return self._ringed

    def show_large_targets(self, shown: bool) -> None:
        """Lets zones that lie together be pressed as one."""
        self._large_targets = shown
        self.update()

    def target_at(self, point: QPointF) -> Target | None:
        """Gives the large target at a point of this widget."""
        small = padded_target_at(point, self.zones, self._onto_widget())
        if small is not None:
            return small
        place = self.place_at(point)
        return target_of(place, self.zones) if place is not None else None

    def under_finger(self, point: QPointF) -> Target | None:
        """Gives the zones a finger cannot choose between: their border is near, and one is too small."""
        there, away = self.on_figure(point), SLOP / self.scale()
        met = (self.zones.at(there + way * away, 0, 0, self._overlay) for way in (QPointF(), *AROUND))
        places = tuple(dict.fromkeys(place for place in met if place is not None))
        sizes = [self.outline(place).boundingRect().size() for place in places]
        if self.key.part != "inset" or len(places) < 2:
            return None
        small = any(min(size.width(), size.height()) < LEAST for size in sizes)
        return Target(None, places) if small else None

    def box_of(self, target: Target) -> QRectF:
        """Gives the box round a large target, in the coordinates of this widget."""
        return outline_box(target, self.zones, self._onto_widget())

    def picture_of(self, target: Target, lit: Place, tall: int) -> QPixmap:
        """Gives a small picture of a target with one of its places lit."""
        box = self.box_of(target).adjusted(-12, -12, 12, 12).intersected(QRectF(self.rect()))
        scale, ratio = min(tall / box.height(), 1.3 * tall / box.width()), self.devicePixelRatioF()
        picture = QPixmap((box.size() * scale * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(-box.topLeft())
        painter.drawPixmap(self._seen_box().topLeft(), self._figure_picture())
        paint_wash(painter, self.outline(lit), QColor(self._theme.accent), 0.7)
        painter.strokePath(self.outline(lit), QPen(QColor(self._theme.bar_point), 2 / scale))
        painter.end()
        return picture

    def whole_outline(self) -> QPainterPath:
        """Gives all zones of the face together, in the coordinates of this widget."""
        return self._onto_widget().map(self.zones.borders)

    def point_in(self, place: Place) -> QPointF:
        """Gives a point well inside a zone, in the coordinates of this widget."""
        return self._onto_widget().map(self.zones.inside(place))

    def place_at(self, point: QPointF) -> Place | None:
        """Gives the zone at a point of this widget, or a very near one."""
        scale = self.scale()
        there = self._onto_widget().inverted()[0].map(point)
        return self.zones.at(there, SLOP / scale, LEAST_RADIUS / scale, self._overlay)

    # ------------------------------------------------------------ drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._loaded is None:
            painter.drawPixmap(self._seen_box().topLeft(), self._figure_picture())
            # The figure is on the screen; its outlines may take the next turn of the event loop.
            QTimer.singleShot(0, self, self._read_zones)
        else:
            painter.drawPixmap(0, 0, self._marked_layer(self._loaded))
            self._paint_pointed(painter, self._loaded)
            self.paint_gesture(painter)
        painter.end()

    def paint_gesture(self, painter: QPainter) -> None:
        """Draws what a hand is doing, over everything else."""

    def _read_zones(self) -> None:
        _ = self.zones

    def _figure_picture(self) -> QPixmap:
        """Gives what is seen of the figure, with what lies under the marks; no more of it than that."""
        box, ratio, there = self._seen_box(), self.devicePixelRatioF(), self._loaded is not None
        wanted = (self._figure, self.field(), box, ratio, self._theme.name, there, self._laid.layer)
        if self._picture[0] != wanted:
            window, size = self._seen(), box.size().toSize()
            picture = face_picture(face_image(self._figure, self.key), window, size, ratio, self._theme)
            if there:
                self._draw_on_skin(picture, window, box)
            self._picture = (wanted, picture)
        return self._picture[1]

    def _draw_on_skin(self, picture: QPixmap, window: QRectF, box: QRectF) -> None:
        """Draws bones, zone borders and nerve-root areas into the picture of the figure."""
        onto = self._onto_widget() * QTransform.fromTranslate(-box.left(), -box.top())
        borders, layer = onto.map(self.zones.borders), self._laid.layer
        if layer not in ("bones", "roots"):
            draw_outlines(picture, borders, self._theme)
            return
        # Read when it is first wanted: most people never lay anything over the figure.
        from hipmap.desktop.body_map.overlay_painting import draw_bones, draw_roots

        if layer == "bones":
            draw_bones(picture, self._figure, self.key, window, self._theme)
        draw_outlines(picture, borders, self._theme, quiet=True)
        if layer == "roots":
            draw_roots(picture, self._figure, self.key, onto, self._theme)

    def _marked_layer(self, zones: FaceZones) -> QPixmap:
        """Gives the figure with all that is marked, drawn anew only when that has changed."""
        marks, ratio = tuple(self._here(self._marks)), self.devicePixelRatioF()
        ground = (
            self._figure,
            self._theme,
            self.field(),
            self.size(),
            ratio,
            self._overlay,
            self._laid,
            self._pin,
        )
        before, drawn, layer = self._layer
        if before != ground:
            layer, changed = QPixmap(self.size() * ratio), QRect(QPoint(0, 0), self.size())
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
        else:
            changed = changed_box(drawn, marks, self.outline, zones).intersected(self.rect())
        if not changed.isEmpty():
            self._draw_layer(layer, changed, zones)
        self._layer = (ground, marks, layer)
        return layer

    def _draw_layer(self, layer: QPixmap, changed: QRect, zones: FaceZones) -> None:
        """Draws the part of the layer that has changed."""
        painter = QPainter(layer)
        painter.setClipRect(changed)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(changed, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self._seen_box().topLeft(), self._figure_picture())
        self._paint_zones(painter, zones, QRectF(changed))
        painter.end()

    def _paint_zones(self, painter: QPainter, zones: FaceZones, within: QRectF) -> None:
        for place in zones.places:
            if place[0] == OVERLAY and self._overlay:
                paint_overlay(painter, self.outline(place), self._theme)
        if self._laid.pattern:
            from hipmap.desktop.body_map.overlay_painting import paint_pattern

            shares = [(self.outline(p), share) for p, share in self._laid.shares() if p in zones]
            paint_pattern(painter, shares, self._theme)
        layer = MarkLayer(self.key, self._figure, zones, self._onto_widget(), self._painted, self._theme)
        layer.paint(painter, self._here(self._marks), self._pin, within)
        if self._laid.earlier:
            from hipmap.desktop.body_map.overlay_painting import paint_earlier

            before = {mark.place for mark in self._laid.earlier if mark.kind != "none"}
            paint_earlier(painter, [self.outline(p) for p in sorted(before) if p in zones], self._theme)

    def _paint_pointed(self, painter: QPainter, zones: FaceZones) -> None:
        if self._hovered is not None and self._hovered in zones:
            lit = target_of(self._hovered, zones) if self._large_targets else None
            onto = self._onto_widget()
            outline = outline_of(lit, zones, onto) if lit is not None else self.outline(self._hovered)
            paint_hover(painter, outline, self._theme)
        if self._ringed is not None and self._ringed in zones:
            paint_focus(painter, self.outline(self._ringed))


def _start_of(mark: Mark) -> Place | None:
    start = mark.spreads_from
    return None if start is None else (start.zone, start.side)
