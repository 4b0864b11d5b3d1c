"""One face of the body that can be marked, by mouse, by keyboard and by a screen reader."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.body_map.face_hand import FaceHand
from hipmap.desktop.body_map.face_zones import Direction
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.place_search import place_called
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_buttons import ZoneButton, ZoneButtons
from hipmap.desktop.body_map.zone_words import ZoneWords, face_name, mark_summary
from hipmap.model.case import Mark

TYPING_PAUSE_MS = 1000
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ONCE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_P)
_SIZES: dict[int, int] = {Qt.Key.Key_BracketRight: 1, Qt.Key.Key_BracketLeft: -1}
_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


def not_found_words() -> str:
    """Gives what is said where nothing is called as typed."""
    return QCoreApplication.translate("BodyMap", "No place so called on this face")


class FaceView(FaceHand):
    """Tells which zone a person clicks, opens or points at; it changes no mark itself."""

    finger_pressed = Signal(object, object)  # a key at this place: the place, and a point of the figure
    brush_resized = Signal(int)  # a key: +1 for larger, -1 for smaller
    sought_in_vain = Signal(str)  # typed keys: what no zone of this face is called
    face_left = Signal(int)  # F6: +1 for the next face, -1 for the one before

    def __init__(self, key: FaceKey, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self._words = words
        self._buttons: ZoneButtons | None = None
        self._current: Place | None = None
        self._typed = ""
        self._typed_from: Place | None = None  # where the keyboard was when typing began
        self._called = True  # whether a zone is called as typed so far
        self._typing = QElapsedTimer()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
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
            if reason != Qt.FocusReason.MouseFocusReason:
                self.bring_into_view(self.outline(place).boundingRect())

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

    def field_moved(self) -> None:
        self.lay_buttons()

    def focus_point(self) -> QPointF | None:
        """Gives the middle of the zone that has the keyboard, if there is one."""
        return None if self._ringed is None else self.point_in(self._ringed)

    # ------------------------------------------------------------ keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = event.key(), self._current
        if key in _ONCE and event.isAutoRepeat():
            return  # a key held down marks once
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key == Qt.Key.Key_F6:
            self.face_left.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Escape and self.cancel_gesture():
            return
        elif place is None or not plain or not self._take_key(event, place):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent, place: Place) -> bool:
        """Does what a key means at a place; tells whether it means anything."""
        key = event.key()
        if key == Qt.Key.Key_P and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finger_pressed.emit(place, self.zones.inside(place))
        elif key in _SIZES:
            self.brush_resized.emit(_SIZES[key])
        elif key in _ARROWS:
            self.go_to(self.zones.towards(place, _ARROWS[key], self._overlay) or place)
        elif key == Qt.Key.Key_Space:
            self._show_ring(True)
            self._space_pressed(place)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.zone_opened.emit(*place)
        else:
            return self._type_ahead(event.text())
        return True

    def _space_pressed(self, place: Place) -> None:
        """Does what the hand does to a whole zone: the finger points at its middle, the eraser clears it."""
        if self._hand.grip == "finger":
            self.finger_pressed.emit(place, self.zones.inside(place))
        elif self._hand.grip == "eraser":
            self.zones_dragged.emit((place,), True)
        else:
            self.zone_clicked.emit(*place)

    def reached_by_mouse(self, place: Place) -> None:
        self.go_to(place, Qt.FocusReason.MouseFocusReason)

    def _type_ahead(self, text: str) -> bool:
        """Goes to the next zone that is called as typed; back to where typing began if none is."""
        if not text.isalpha() or self._current is None:
            return False
        if not self._typing.isValid() or self._typing.elapsed() > TYPING_PAUSE_MS:
            self._typed, self._typed_from, self._called = "", self._current, True
        self._typing.start()
        self._typed += text.casefold()
        shown = self.zones.shown(self._overlay)
        start = shown.index(self._current) if self._current in shown else 0
        start += len(self._typed) == 1  # one letter goes on to the next zone; more may mean this one
        place = place_called(self._typed, shown[start:] + shown[:start], self._words)
        if place is not None:
            self.go_to(place)
        else:
            if self._called:
                self._called = False
                self.go_to(self._typed_from or self._current)
                announce(self, not_found_words())
            self.sought_in_vain.emit(self._typed)
        return True
