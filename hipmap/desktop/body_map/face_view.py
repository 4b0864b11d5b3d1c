"""One face of the body that can be marked, by mouse, by keyboard and by a screen reader."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.face_zones import Direction
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_buttons import ZoneButton, ZoneButtons
from hipmap.desktop.body_map.zone_words import ZoneWords, face_name, mark_summary
from hipmap.model.case import Mark

TYPING_PAUSE_MS = 1000
LONG_PRESS_MS = 600
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class FaceView(FaceCanvas):
    """Tells which zone a person clicks, opens or points at; it changes no mark itself."""

    zone_clicked = Signal(str, str)
    zone_opened = Signal(str, str)
    zone_pointed = Signal(object)  # the place, or None
    face_left = Signal(int)  # F6: +1 for the next face, -1 for the one before

    def __init__(self, key: FaceKey, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self._words = words
        self._buttons: ZoneButtons | None = None
        self._current: Place | None = None
        self._pressed: Place | None = None
        self._typed = ""
        self._typing = QElapsedTimer()
        self._long_press = QTimer(self, singleShot=True, interval=LONG_PRESS_MS)
        self._long_press.timeout.connect(self._press_became_long)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(words)

    # ------------------------------------------------------------ what is shown

    def set_words(self, words: ZoneWords) -> None:
        """Names the zones in another voice."""
        self._words = words
        self.setAccessibleName(face_name(self.key.face, self.key.part, words.voice))
        self.describe_zones()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        before = {mark.place for mark in self._marks}
        super().show_marks(marks)
        self.describe_zones(before | {mark.place for mark in marks})

    def show_overlay(self, shown: bool) -> None:
        super().show_overlay(shown)
        self.lay_buttons()

    def describe_zones(self, places: Iterable[Place] | None = None) -> None:
        """Tells screen readers the name of each zone, or of some zones, and how it is marked."""
        if self._buttons is None:
            return
        states: dict[Place, list[str]] = {}
        for mark in self._marks:
            states.setdefault(mark.place, []).append(mark_summary(mark))
        for place in self.zones.places if places is None else places:
            if place in self.zones:
                said = ", ".join(states.get(place, ()))
                self._buttons.describe(place, self._accessible_name(place), said, place in states)

    def _accessible_name(self, place: Place) -> str:
        return f"{self._words.name(*place)}, {face_name(self.key.face, self.key.part, self._words.voice)}"

    # ------------------------------------------------------------ the zones as buttons

    def zones_came(self) -> None:
        focused = self._buttons is not None and any(button.hasFocus() for button in self._buttons)
        if self._buttons is not None:
            self._buttons.remove()
        self._buttons = ZoneButtons(self.zones.places, self)
        for button in self._buttons:
            button.clicked.connect(self._button_clicked(button.place))
            button.focused.connect(self._focus_came_or_went)
        self.describe_zones()
        self.lay_buttons()
        current = self._current
        if current is None or current not in self.zones:
            current = self.zones.topmost()
        self._current = current
        self._buttons.reach(current)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if focused or self.hasFocus():
            self._buttons[current].setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[ZoneButton]:
        """Gives the zones as buttons, made if need be."""
        _ = self.zones
        return list(self._buttons or ())

    def _button_clicked(self, place: Place) -> Callable[[], None]:
        def clicked() -> None:
            self.zone_clicked.emit(*place)
            self.describe_zones()  # only the case says what is marked, not the click

        return clicked

    def lay_buttons(self) -> None:
        """Puts the buttons over their zones; those of a layer are there only with their layer."""
        if self._buttons is not None:
            shown = self.zones.shown(self._overlay)
            for place in self.zones.places:
                box = self.outline(place).boundingRect().toAlignedRect()
                self._buttons.lay(place, box, place in shown)

    def go_to(self, place: Place, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Moves the keyboard to a zone; the ring shows only to those who came by keyboard."""
        if place in self.zones and self._buttons is not None:
            self._current = place
            self._buttons.reach(place)
            self._buttons[place].setFocus(reason)
            self._show_ring(reason in _BY_KEYBOARD)

    def take_keyboard(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
        """Takes the keyboard, at the zone where it last was."""
        self.go_to(self._current or self.zones.topmost(), reason)

    def _focus_came_or_went(self, reason: object) -> None:
        if reason is not None:
            self._show_ring(reason in _BY_KEYBOARD)
        elif self._buttons is not None and not any(button.hasFocus() for button in self._buttons):
            self._show_ring(False)

    def _show_ring(self, shown: bool) -> None:
        self._ringed = self._current if shown else None
        self.zone_pointed.emit(self._ringed or self._hovered)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.take_keyboard(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_buttons()

    # ------------------------------------------------------------ mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, place: Place | None) -> None:
        if place != self._hovered:
            self._hovered = place
            hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(hand if place else arrow)
            self.zone_pointed.emit(place or self._ringed)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.place_at(event.position())
            if self._pressed is not None:
                self._long_press.start()
                self.go_to(self._pressed, Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._long_press.stop()
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self.place_at(event.position()):
            self.zone_clicked.emit(*pressed)

    def _press_became_long(self) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            self.zone_opened.emit(*pressed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self._current if by_keyboard else self.place_at(event.pos().toPointF())
        if place is not None:
            self.zone_opened.emit(*place)

    # ------------------------------------------------------------ keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = event.key(), self._current
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key == Qt.Key.Key_F6:
            self.face_left.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif place is None or not plain:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self.go_to(self.zones.towards(place, _ARROWS[key], self._overlay) or place)
        elif key == Qt.Key.Key_Space:
            self._show_ring(True)
            self.zone_clicked.emit(*place)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.zone_opened.emit(*place)
        elif not self._type_ahead(event.text()):
            super().keyPressEvent(event)

    def _type_ahead(self, text: str) -> bool:
        """Goes to the next zone whose name has a word that begins as typed."""
        if not text.isalpha():
            return False
        if not self._typing.isValid() or self._typing.elapsed() > TYPING_PAUSE_MS:
            self._typed = ""
        self._typing.start()
        self._typed += text.casefold()
        found = self.zones.shown(self._overlay)
        start = found.index(self._current) if self._current in found else 0
        skip = 1 if len(self._typed) == 1 else 0
        for place in found[start + skip :] + found[: start + skip]:
            words = self._words.name(*place).casefold()
            if words.startswith(self._typed) or f" {self._typed}" in words:
                self.go_to(place)
                break
        return True
