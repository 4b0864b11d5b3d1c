"""Hands that count what they do, and how long a practised person takes for it.

The times are those of the keystroke-level model: S. K. Card, T. P. Moran, A. Newell, The keystroke-level
model for user performance time with interactive systems, Communications of the ACM 23 (1980), 396 to 410.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.end_to_end.person import Person

KEY_SECONDS = 0.28  # an average typist
POINT_SECONDS = 1.1  # to a target with the mouse
CLICK_SECONDS = 0.2  # down and up
HAND_SECONDS = 0.4  # from the keys to the mouse, or back
THINK_SECONDS = 1.35  # before each thing that is decided

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Hands:
    """Real keys and real clicks in the real window, each of them counted."""

    person: Person
    keys: int = 0
    clicks: int = 0
    thoughts: int = 0
    reaches: int = 0
    _at_mouse: bool = False

    @property
    def actions(self) -> int:
        return self.keys + self.clicks

    @property
    def seconds(self) -> float:
        by_mouse = self.clicks * (POINT_SECONDS + CLICK_SECONDS) + self.reaches * HAND_SECONDS
        return self.keys * KEY_SECONDS + by_mouse + self.thoughts * THINK_SECONDS

    def __str__(self) -> str:
        return f"{self.keys} keys, {self.clicks} clicks, {self.thoughts} decisions: {self.seconds:.0f} s"

    def think(self) -> None:
        self.thoughts += 1

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Presses a key; one that is held with it counts too."""
        self._take(mouse=False)
        self.keys += 1 if modifier == NO_MODIFIER else 2
        QTest.keyClick(self._focused(), key, modifier)

    def type(self, text: str) -> None:
        self._take(mouse=False)
        for letter in text:
            self.keys += 1
            QTest.keyClicks(self._focused(), letter)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self._take(mouse=True)
        self.clicks += 1
        assert widget.isVisible(), f"{widget} cannot be seen, so it cannot be clicked"
        self.person.press(widget, at)

    def _take(self, mouse: bool) -> None:
        self.reaches += mouse != self._at_mouse
        self._at_mouse = mouse

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.person.window
