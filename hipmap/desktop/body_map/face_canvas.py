"""Draws one face of the body: the shaded figure, the zones, the marks and what is pointed at."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.face_picture import draw_outlines, face_picture
from hipmap.desktop.body_map.face_zones import OVERLAY, FaceZones
from hipmap.desktop.body_map.figure_files import FaceKey, face_image, face_window, face_zones
from hipmap.desktop.body_map.mark_painting import paint_mark
from hipmap.desktop.body_map.pointing import paint_focus, paint_hover, paint_overlay
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.design_tokens import Theme
from hipmap.desktop.look import look
from hipmap.model.body import FigureKind
from hipmap.model.case import Mark, MarkKind

SLOP = 8.0
LEAST_RADIUS = 12.0
_LOWEST_FIRST: tuple[MarkKind, ...] = ("none", "spread", "pain", "numb")


class FaceCanvas(QWidget):
    """Paints a face at the size it is given, keeping its proportions."""

    def __init__(self, key: FaceKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._theme: Theme = look().theme
        self._figure: FigureKind = "neutral"
        self._marks: tuple[Mark, ...] = ()
        self._overlay = False
        self._loaded: FaceZones | None = None
        self._picture: tuple[object, QPixmap] = (None, QPixmap())
        self._hovered: Place | None = None
        self._ringed: Place | None = None

    # ------------------------------------------------------------ what is shown

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Draws these marks, those of them that this face shows."""
        shown = tuple(sorted(marks, key=lambda mark: _LOWEST_FIRST.index(mark.kind)))
        before, self._marks = self._marks, shown
        if self._loaded is None or self._here(before) != self._here(shown):
            self.update()

    def _here(self, marks: Sequence[Mark]) -> list[Mark]:
        return [mark for mark in marks if self._loaded is None or mark.place in self._loaded]

    def show_overlay(self, shown: bool) -> None:
        """Lays the zone that is asked about for numbness only over the others, or takes it away."""
        self._overlay = shown
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

    def field(self) -> QRectF:
        """Gives the part of the widget that the figure covers."""
        size = face_window(self._figure, self.key).size()
        fitted = size.scaled(QRectF(self.rect()).size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            round((self.width() - fitted.width()) / 2),
            round((self.height() - fitted.height()) / 2),
            max(1, round(fitted.width())),
            max(1, round(fitted.height())),
        )

    def scale(self) -> float:
        """Gives how large the figure stands, 1 being its normal size."""
        return self.field().height() / face_window(self._figure, self.key).height()

    def outline(self, place: Place) -> QPainterPath:
        """Gives the outline of a zone in the coordinates of this widget."""
        return self._onto_widget().map(self.zones.path(place))

    def ringed(self) -> Place | None:
        """Gives the zone that carries the ring of the keyboard."""
        return self._ringed

    def point_in(self, place: Place) -> QPointF:
        """Gives a point well inside a zone, in the coordinates of this widget."""
        return self._onto_widget().map(self.zones.inside(place))

    def place_at(self, point: QPointF) -> Place | None:
        """Gives the zone at a point of this widget, or a very near one."""
        scale = self.scale()
        there = self._onto_widget().inverted()[0].map(point)
        return self.zones.at(there, SLOP / scale, LEAST_RADIUS / scale, self._overlay)

    def _onto_widget(self) -> QTransform:
        field, scale = self.field(), self.scale()
        window = face_window(self._figure, self.key)
        across, down = field.left() - scale * window.left(), field.top() - scale * window.top()
        return QTransform(scale, 0, 0, scale, across, down)

    # ------------------------------------------------------------ drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self.field().topLeft(), self._figure_picture())
        if self._loaded is None:
            # The figure is on the screen; its outlines may take the next turn of the event loop.
            QTimer.singleShot(0, self, self._read_zones)
        else:
            self._paint_zones(painter, self._loaded)
        painter.end()

    def _read_zones(self) -> None:
        _ = self.zones

    def _figure_picture(self) -> QPixmap:
        size, ratio = self.field().size().toSize(), self.devicePixelRatioF()
        wanted = (self._figure, size, ratio, self._theme.name, self._loaded is not None)
        if self._picture[0] != wanted:
            window = face_window(self._figure, self.key)
            picture = face_picture(face_image(self._figure, self.key), window, size, ratio, self._theme)
            if self._loaded is not None:
                onto = self._onto_widget() * QTransform.fromTranslate(
                    -self.field().left(), -self.field().top()
                )
                draw_outlines(picture, onto.map(self._loaded.borders), self._theme)
            self._picture = (wanted, picture)
        return self._picture[1]

    def _paint_zones(self, painter: QPainter, zones: FaceZones) -> None:
        for place in zones.places:
            if place[0] == OVERLAY and self._overlay:
                paint_overlay(painter, self.outline(place), self._theme)
        for mark in self._here(self._marks):
            paint_mark(painter, self.outline(mark.place), self.point_in(mark.place), mark, self._theme)
        if self._hovered is not None and self._hovered in zones:
            paint_hover(painter, self.outline(self._hovered), self._theme)
        if self._ringed is not None and self._ringed in zones:
            paint_focus(painter, self.outline(self._ringed))
