"""The zones of a face as real, invisible check boxes, for the keyboard and for screen readers."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.body_map.svg_outlines import Place


class ZoneButton(QAbstractButton):
    """One zone of a face. The face draws it and takes its mouse; the keyboard is passed on to the face.

    Not a QToolButton: the style sheet of the program would give that a least size, and its paint costs time.
    """

    focused = Signal(object)

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.setObjectName(f"zone_{place[0]}_{place[1]}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setUpdatesEnabled(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leaves all drawing to the face."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A button that is being destroyed loses the focus too: by then nobody is there to hear of it.
        QTimer.singleShot(0, self, self._tell_loss)

    def _tell_loss(self) -> None:
        self.focused.emit(None)


class ZoneButtons:
    """The buttons of one face; one of them at a time is reached by the Tab key."""

    def __init__(self, places: Sequence[Place], parent: QWidget) -> None:
        self._face = parent
        self._by_place = {place: ZoneButton(place, parent) for place in places}
        self._reached: Place | None = None

    def __iter__(self) -> Iterator[ZoneButton]:
        return iter(self._by_place.values())

    def __getitem__(self, place: Place) -> ZoneButton:
        return self._by_place[place]

    def reach(self, place: Place) -> None:
        """Makes the Tab key come to this place."""
        before = self._face if self._reached is None else self._by_place[self._reached]
        self._reached, button = place, self._by_place[place]
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Made late, it would come after everything else: Tab comes to it where the face stands. Qt takes no
        # order from a widget that takes no focus, so the one before keeps it until now.
        QWidget.setTabOrder(before, button)
        if before not in (button, self._face):
            before.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def describe(self, place: Place, name: str, states: str, checked: bool) -> None:
        """Gives a place its name, and says how it is marked."""
        button = self._by_place[place]
        if button.accessibleName() != name:
            button.setAccessibleName(name)
        if button.accessibleDescription() != states:
            button.setAccessibleDescription(states)
        button.setChecked(checked)

    def lay(self, place: Place, box: QRect, visible: bool) -> None:
        """Puts a button over its zone."""
        button = self._by_place[place]
        button.setGeometry(box)
        button.setVisible(visible)

    def remove(self) -> None:
        """Takes all buttons away, before another figure comes."""
        for button in self._by_place.values():
            button.hide()
            button.deleteLater()
