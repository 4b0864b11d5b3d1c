"""The mouse, pen or finger on one face: clicks, drags, strokes, arrows and the pointing finger."""

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QMouseEvent, QPainter, QPointingDevice
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.arrow_painting import paint_arrow
from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.gesture import Gesture, Meaning
from hipmap.desktop.body_map.gesture_painting import (
    paint_footprint,
    paint_passed,
    paint_stroke,
)
from hipmap.desktop.body_map.hand import Hand
from hipmap.desktop.body_map.pin_painting import paint_pin
from hipmap.desktop.body_map.stroke import Stroke
from hipmap.desktop.body_map.svg_outlines import Place

LONG_PRESS_MS = 600
_ERASING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class FaceHand(FaceCanvas):
    """Turns what a hand does on a face into what a person asks for; it changes no mark itself."""

    zone_clicked = Signal(str, str)
    target_clicked = Signal(object)  # a Target, while large targets are shown or a finger met several zones
    zone_opened = Signal(str, str)
    zone_pointed = Signal(object)  # the place, or None
    zones_dragged = Signal(object, bool)  # the places passed, and whether they are to be unmarked
    stroke_drawn = Signal(object)  # a Stroke
    arrow_moved = Signal(object)  # where on the screen the head of the arrow is, or None when it is let go
    arrow_drawn = Signal(object, object)  # the place where it begins, and where on the screen it ends
    finger_put = Signal(object, object)  # the place, and the point of the figure

    def __init__(self, key: FaceKey, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self._hand = Hand()
        self._gesture: Gesture | None = None
        self._pressed: Place | None = None  # where the last press was
        self._at: QPointF | None = None
        self._long_press = QTimer(self, singleShot=True, interval=LONG_PRESS_MS)
        self._long_press.timeout.connect(self._press_became_long)
        self.setMouseTracking(True)

    def take_hand(self, hand: Hand) -> None:
        """Takes up another tool."""
        self._hand = hand
        self.cancel_gesture()
        self.update()

    def cancel_gesture(self) -> bool:
        """Forgets a press that has not ended; tells whether there was one."""
        self._long_press.stop()
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self.arrow_moved.emit(None)
            self.update()
        return gesture is not None

    def reached_by_mouse(self, place: Place) -> None:
        """Is called when a press gives a zone the keyboard."""

    # ------------------------------------------------------------ the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._pressed = self.place_at(event.position())
        erases = self._hand.grip == "eraser" or bool(event.modifiers() & _ERASING)
        self._gesture = Gesture(self._meaning(place, erases), place, erases, [event.position()])
        self._gesture.by_finger = event.pointerType() == QPointingDevice.PointerType.Finger
        if place is not None:
            self._gesture.places.append(place)
            self.reached_by_mouse(place)
        if place is not None and self._hand.grip == "click" and not erases:
            self._long_press.start()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begins a press as any other, but one that is no second click at the same zone."""
        before, self._pressed = self._pressed, None
        self.mousePressEvent(event)
        if self._gesture is not None:
            self._gesture.again = before is not None and before == self._gesture.start

    def _meaning(self, place: Place | None, erases: bool) -> Meaning:
        if self._hand.paints:
            return "stroke"
        if self._hand.grip == "finger":
            return "finger"
        return "arrow" if self._hand.kind == "spread" and place is not None and not erases else "zones"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._gesture is None:
            self._hover(self.place_at(event.position()))
            if self._hand.paints:
                self.update()
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(self._gesture, event.position())
        else:
            self.cancel_gesture()  # the release was lost, as when a dialog came between

    def _follow(self, gesture: Gesture, point: QPointF) -> None:
        way = gesture.way_to(point)
        if gesture.meaning == "stroke":
            gesture.points += way
        else:
            gesture.points.append(point)
            for step in way if gesture.meaning == "zones" else way[-1:]:
                gesture.over = self.place_at(step)
                if gesture.over is not None and gesture.over not in gesture.places:
                    gesture.places.append(gesture.over)
        if gesture.over != gesture.start:
            self._long_press.stop()
        if gesture.meaning == "arrow":
            self.arrow_moved.emit(self.mapToGlobal(point))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._long_press.stop()
        gesture = self._gesture
        if gesture is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position() != gesture.points[-1]:
            self._follow(gesture, event.position())
        self._gesture = None
        self.arrow_moved.emit(None)
        self.update()
        self._end(gesture, event.position())

    def _end(self, gesture: Gesture, point: QPointF) -> None:
        over = self.place_at(point)
        if gesture.meaning == "stroke":
            self._end_stroke(gesture)
        elif gesture.meaning == "finger":
            if over is not None:
                self.finger_put.emit(over, self.on_figure(point))
        elif gesture.meaning == "arrow" and over != gesture.start:
            self.arrow_drawn.emit(gesture.start, self.mapToGlobal(point))
        elif gesture.has_moved or (gesture.erases and over is not None and over == gesture.start):
            self.zones_dragged.emit(tuple(gesture.places), gesture.erases)
        elif gesture.start is not None and over == gesture.start and not gesture.again:
            self._end_click(gesture.start, point, gesture.by_finger)

    def _end_click(self, place: Place, point: QPointF, by_finger: bool) -> None:
        target = self.target_at(point) if self._large_targets else None
        if target is None and by_finger:
            target = self.under_finger(point)
        if target is None:
            self.zone_clicked.emit(*place)
        else:
            self.target_clicked.emit(target)

    def _end_stroke(self, gesture: Gesture) -> None:
        points = map(self.onto_figure().map, gesture.points)
        self.stroke_drawn.emit(
            Stroke(
                self.key,
                self._figure,
                tuple((point.x(), point.y()) for point in points),
                self._hand.diameter / self.scale(),
                gesture.erases,
            )
        )

    def leaveEvent(self, event: QEvent) -> None:
        self._at = None
        self._hover(None)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.cancel_gesture()
        super().hideEvent(event)

    def _hover(self, place: Place | None) -> None:
        if place != self._hovered:
            self._hovered = place
            hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            cross = Qt.CursorShape.CrossCursor
            self.setCursor((cross if self._hand.grip != "click" else hand) if place else arrow)
            self.zone_pointed.emit(place or self._ringed)
            self.update()

    def light(self, place: Place | None) -> None:
        """Lights a zone while an arrow from any face points at it."""
        if place != self._hovered:
            self._hovered = place
            self.update()

    def _press_became_long(self) -> None:
        gesture = self._gesture
        if gesture is not None and gesture.start is not None and not gesture.has_moved:
            self.cancel_gesture()
            self.zone_opened.emit(*gesture.start)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.cancel_gesture()
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self._ringed if by_keyboard else self.place_at(event.pos().toPointF())
        if place is not None:
            self.zone_opened.emit(*place)

    # ------------------------------------------------------------ what is seen of it

    def paint_gesture(self, painter: QPainter) -> None:
        gesture, hand = self._gesture, self._hand
        if gesture is not None:
            self._paint_begun(painter, gesture)
        elif hand.paints and self._at is not None and self._hovered is not None:
            paint_footprint(painter, self._at, hand.diameter)

    def _paint_begun(self, painter: QPainter, gesture: Gesture) -> None:
        hand, theme, at = self._hand, self._theme, gesture.points[-1]
        if gesture.meaning == "stroke":
            painter.save()
            painter.setClipPath(self.whole_outline())
            paint_stroke(painter, gesture.points, hand, gesture.erases, theme)
            painter.restore()
            paint_footprint(painter, at, hand.diameter)
        elif gesture.meaning == "finger":
            paint_pin(painter, at)
        elif gesture.has_moved and gesture.meaning == "arrow" and gesture.start is not None:
            paint_arrow(painter, self.point_in(gesture.start), at, theme)
        elif gesture.has_moved:
            for place in gesture.places:
                paint_passed(painter, self.outline(place), hand.kind, gesture.erases, theme)
