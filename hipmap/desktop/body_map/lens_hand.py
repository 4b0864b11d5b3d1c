"""Zoom and pan of the map: wheel, pinch, keys and the middle button, for all large faces together."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.lens import STEP, Lens

NOTCH = 120.0
PAN_STEP = 48.0
_ZOOM_KEYS: dict[int, float] = {
    Qt.Key.Key_Plus: STEP,
    Qt.Key.Key_Equal: STEP,
    Qt.Key.Key_Minus: 1 / STEP,
}
_PAN_KEYS: dict[int, QPointF] = {
    Qt.Key.Key_Left: QPointF(PAN_STEP, 0),
    Qt.Key.Key_Right: QPointF(-PAN_STEP, 0),
    Qt.Key.Key_Up: QPointF(0, PAN_STEP),
    Qt.Key.Key_Down: QPointF(0, -PAN_STEP),
}
_IGNORED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LensHand(QObject):
    """Watches the faces. What it does not use goes on to them, and from them to the page around."""

    zoomed = Signal(float)

    def __init__(self, large: Callable[[], Sequence[FaceView]], parent: QObject) -> None:
        super().__init__(parent)
        self._large = large
        self._zoom = 1.0
        self._dragged: tuple[FaceView, QPointF] | None = None

    @property
    def zoom(self) -> float:
        return self._zoom

    def watch(self, view: FaceView) -> None:
        """Begins to hear what is done on a face."""
        view.installEventFilter(self)

    def fit(self) -> None:
        """Shows every face whole again."""
        for view in self._large():
            view.look_through(Lens())
        self._tell(1.0)

    def step(self, factor: float, pointed: FaceView | None = None, at: QPointF | None = None) -> None:
        """Enlarges all large faces; the one pointed at keeps the point that is pointed at."""
        views = self._large()
        for view in views:
            view.zoom_by(factor, at if view is pointed else None)
        if views:
            self._tell(views[0].lens.zoom)

    def follow(self, views: Sequence[FaceView]) -> None:
        """Takes account of another arrangement: what has become small is shown whole."""
        large = list(self._large())
        for view in views:
            if view not in large:
                view.look_through(Lens())
        if large and any(view.lens.zoom != self._zoom for view in large):
            self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, FaceView) or watched not in self._large():
            return False
        if isinstance(event, QWheelEvent):
            return self._wheel(watched, event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(watched, event)
        if isinstance(event, QMouseEvent):
            return self._drag(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        return False

    def _wheel(self, view: FaceView, event: QWheelEvent) -> bool:
        """Zooms with Ctrl; two fingers pan while there is more to see, and scroll the page else."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(STEP ** (event.angleDelta().y() / NOTCH), view, event.position())
            event.accept()
            return True
        if event.pixelDelta().isNull() or not view.pan_by(QPointF(event.pixelDelta())):
            return False
        event.accept()
        return True

    def _pinch(self, view: FaceView, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.step(1 + event.value(), view, event.position())
        return True

    def _drag(self, view: FaceView, event: QMouseEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.MiddleButton:
            self._dragged = (view, event.position())
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
            return True
        if self._dragged is None:
            return False
        if kind == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.MiddleButton:
            dragged, start = self._dragged
            dragged.pan_by(event.position() - start)
            self._dragged = (dragged, event.position())
            return True
        self._dragged = None
        view.unsetCursor()
        return kind == QEvent.Type.MouseButtonRelease

    def _key(self, view: FaceView, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~_IGNORED
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _PAN_KEYS:
            view.pan_by(_PAN_KEYS[key])
            return True
        if modifiers:
            return False
        if key in _ZOOM_KEYS:
            self.step(_ZOOM_KEYS[key], view, view.focus_point())
            return True
        if key == Qt.Key.Key_0 and self._zoom > 1:
            self.fit()
            return True
        return False

    def _tell(self, zoom: float) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoomed.emit(zoom)
