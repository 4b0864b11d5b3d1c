"""What a finger does on a touch screen: it taps, slides, or stays until that counts as a right click."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.end_to_end.person import Person


def tap(person: Person, widget: QWidget, at: QPoint | None = None) -> None:
    """Touches the screen and lets go."""
    _touch(person, widget, at, [])


def slide(person: Person, widget: QWidget, steps: list[int]) -> None:
    """Touches a widget, goes so many pixels down from there and lets go."""
    _touch(person, widget, None, steps)


def stay(person: Person, widget: QWidget, at: QPoint | None = None) -> None:
    """Touches and stays: while the finger is down, the system asks for the menu of the place."""
    there = at or widget.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, there, widget.mapToGlobal(there))
    _touch(person, widget, there, [], lambda: QApplication.sendEvent(widget, asked))


def _touch(
    person: Person,
    widget: QWidget,
    at: QPoint | None,
    steps: list[int],
    meanwhile: Callable[[], object] = lambda: None,
) -> None:
    finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    window = widget.window()
    there = widget.mapTo(window, at or widget.rect().center())
    QTest.touchEvent(window, finger).press(0, there, window).commit()
    for step in steps:
        QTest.touchEvent(window, finger).move(0, there + QPoint(0, step), window).commit()
    meanwhile()
    last = there + QPoint(0, steps[-1] if steps else 0)
    QTest.touchEvent(window, finger).release(0, last, window).commit()
    person.settle()
