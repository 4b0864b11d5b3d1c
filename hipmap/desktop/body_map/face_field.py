"""Where a figure stands within its widget: whole and as large as fits, or enlarged and moved."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.face_picture import IMAGE_SCALE
from hipmap.desktop.body_map.figure_files import FaceKey, face_window
from hipmap.desktop.body_map.lens import Lens
from hipmap.model.body import FigureKind


class FaceField(QWidget):
    """Turns places of the figure into places of the widget and back; all drawing and hitting goes by it."""

    def __init__(self, key: FaceKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._figure: FigureKind = "neutral"
        self._lens = Lens()

    def field(self) -> QRectF:
        """Gives the box that the whole figure covers; enlarged, it reaches out of the widget."""
        return self._lens.field(self._fitted(), QRectF(self.rect()))

    def _fitted(self) -> QRectF:
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

    def on_figure(self, point: QPointF) -> QPointF:
        """Gives a point of this widget in the coordinates of the figure."""
        return self.onto_figure().map(point)

    def onto_figure(self) -> QTransform:
        """Gives what turns points of this widget into the coordinates of the figure, for many of them."""
        return self._onto_widget().inverted()[0]

    def _onto_widget(self) -> QTransform:
        field, scale = self.field(), self.scale()
        window = face_window(self._figure, self.key)
        across, down = field.left() - scale * window.left(), field.top() - scale * window.top()
        return QTransform(scale, 0, 0, scale, across, down)

    def _seen(self) -> QRectF:
        """Gives the part of the figure that the widget shows, in the coordinates of the figure.

        It begins and ends with whole pixels of the stored picture, so that picture and outlines agree.
        """
        window = face_window(self._figure, self.key)
        if self._lens.is_fit:
            return window
        shown = self.onto_figure().mapRect(QRectF(self.rect())).intersected(window)
        pixels = QRectF(shown.topLeft() * IMAGE_SCALE, shown.size() * IMAGE_SCALE).toAlignedRect()
        return QRectF(QPointF(pixels.topLeft()) / IMAGE_SCALE, QRectF(pixels).size() / IMAGE_SCALE)

    def _seen_box(self) -> QRectF:
        """Gives where that part stands in the widget."""
        return self.field() if self._lens.is_fit else self._onto_widget().mapRect(self._seen())

    # ------------------------------------------------------------ zoom and pan

    @property
    def lens(self) -> Lens:
        """How the face is enlarged."""
        return self._lens

    def look_through(self, lens: Lens) -> None:
        """Enlarges the face, or shows it whole again."""
        if lens != self._lens:
            self._lens = lens
            self.field_moved()
            self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarges by a factor, keeping a point of the widget where it is."""
        self.look_through(self._lens.zoomed(factor, self._fitted(), QRectF(self.rect()), at))

    def pan_by(self, by: QPointF) -> bool:
        """Moves the enlarged figure; tells whether there was more of it to see."""
        before = self._lens
        if not before.is_fit:
            self.look_through(before.panned(by, self._fitted(), QRectF(self.rect())))
        return before != self._lens

    def bring_into_view(self, box: QRectF) -> None:
        """Moves the enlarged figure so far that a box of the widget is seen."""
        if not self._lens.is_fit:
            self.look_through(self._lens.showing(box, self._fitted(), QRectF(self.rect())))

    def field_moved(self) -> None:
        """Is called when the figure has come to stand elsewhere."""
