"""Goes through a window with Tab and the arrows, with real key events, and tells what had the keyboard."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.likelihood_row import PairRow

IDLE_TABS = 60  # so many without anything new, and it has come round
MOST_ARROWS = 1500
MOST_IN_ROW = 24
MOST_SCROLLS = 4
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left)
# Arrows mean something else in these, and in radio buttons they choose.
KEEPS_ARROWS = (
    QLineEdit, QComboBox, QAbstractSlider, QAbstractSpinBox, QTextEdit, QAbstractItemView, QTabBar,
)  # fmt: skip
WHOLES = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar, QMenuBar)
PRESSED_OR_FILLED = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QAbstractSpinBox, QTextEdit,
                     QAbstractItemView, FindingRow)  # fmt: skip


def operated(window: QWidget) -> Iterator[QWidget]:
    """Gives what can be seen, and pressed or filled."""
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, PRESSED_OR_FILLED) or isinstance(widget, QScrollBar | PairRow):
            continue
        if not widget.isEnabled() or widget.window() is not window:
            continue
        if widget.isVisible() and not widget.visibleRegion().isEmpty() and not _is_part(widget):
            yield widget


def told(widget: QWidget) -> str:
    """Gives the words by which a widget is known in a report."""
    name = widget.accessibleName() or str(widget.property("text") or "")
    return f"{name!r} ({type(widget).__name__} in {type(widget.parent()).__name__})"


def _is_part(widget: QWidget) -> bool:
    """Whether it belongs to something that is operated as a whole, by keys of its own."""
    above = widget.parent()
    while isinstance(above, QWidget):
        if isinstance(above, WHOLES):
            return True
        above = above.parent()
    return False


class Walk:
    """One walk through a window: Tab until it comes round, and the arrows wherever Tab stops in a group."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.reached: set[QWidget] = set()
        self._strolled: set[tuple[QWidget | None, type[QWidget]]] = set()

    def left_out(self) -> list[QWidget]:
        """Gives what never had the keyboard."""
        things = list(operated(self.window))
        self.window.setUpdatesEnabled(False)  # to paint every step would cost more than all the steps
        self._go_round(things)
        self.window.setUpdatesEnabled(True)
        return [one for one in things if isValid(one) and not self._is_reached(one)]

    def _is_reached(self, widget: QWidget) -> bool:
        if widget in self.reached:
            return True
        # The arrows of Qt choose among radio buttons.
        radio = isinstance(widget, QAbstractButton) and widget.autoExclusive()
        return radio and any(isinstance(one, QAbstractButton) for one in _beside(widget, self.reached))

    def _go_round(self, things: list[QWidget]) -> None:
        idle = 0
        while idle < IDLE_TABS:
            before = len(self.reached)
            here = self._press(Qt.Key.Key_Tab)
            if here is not None:
                self._stroll(here, things)
            idle = 0 if len(self.reached) > before else idle + 1

    def _stroll(self, start: QWidget, things: list[QWidget]) -> None:
        """Follows every arrow from everything beside a stop, until all of that was reached."""
        group = (start.parentWidget(), type(start))
        if group in self._strolled or isinstance(start, KEEPS_ARROWS) or _chooses(start) or _in_row(start):
            return
        self._strolled.add(group)
        arrows = (ARROWS[0], ARROWS[2]) if isinstance(start, FindingRow) else ARROWS
        ways: dict[QWidget, dict[Qt.Key, QWidget]] = {}
        here = start
        for _ in range(MOST_ARROWS):
            left = set(_beside(start, things)) - self.reached
            path = _to_something_new(here, ways, arrows) if left else []
            if not path:
                break
            for key in path:
                then = self._step(here, key)
                ways.setdefault(here, {})[key] = then
                if (then.parentWidget(), type(then)) != group:
                    then = here
                    here.setFocus(Qt.FocusReason.OtherFocusReason)
                if isinstance(then, FindingRow) and then not in ways:
                    self._enter(then)
                here = then
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self, row: FindingRow) -> None:
        """Tab goes from a row of the sheet to what stands in it, and Shift+Tab to what it passes over."""
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            for _ in range(MOST_IN_ROW):
                here = self._press(key)
                if here is None or (here is not row and not row.isAncestorOf(here)):
                    break
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, here: QWidget, key: Qt.Key) -> QWidget:
        """Presses an arrow; a row taller than what is seen of it is seen to its end first."""
        for _ in range(MOST_SCROLLS if isinstance(here, FindingRow) else 1):
            then = self._press(key) or here
            if then is not here:
                return then
        return here

    def _press(self, key: Qt.Key) -> QWidget | None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        QApplication.processEvents()
        here = QApplication.focusWidget()
        if here is not None:
            self.reached.add(here)
        return here


def _chooses(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.autoExclusive()


def _in_row(widget: QWidget) -> bool:
    """Whether the arrows go on to another row of the sheet from here."""
    above = widget.parent()
    while above is not None and not isinstance(above, FindingRow):
        above = above.parent()
    return above is not None


def _beside(widget: QWidget, some: Iterable[QWidget]) -> list[QWidget]:
    beside = [one for one in some if isValid(one) and type(one) is type(widget)]
    return [one for one in beside if one.parentWidget() is widget.parentWidget()]


def _to_something_new(
    here: QWidget, ways: dict[QWidget, dict[Qt.Key, QWidget]], arrows: Sequence[Qt.Key]
) -> list[Qt.Key]:
    """Gives the shortest way, by keys, to an arrow that was never pressed; the last key is that arrow."""
    queue: deque[tuple[QWidget, list[Qt.Key]]] = deque([(here, [])])
    seen = {here}
    while queue:
        at, path = queue.popleft()
        known = ways.get(at, {})
        for key in arrows:
            if key not in known:
                return [*path, key]
            if known[key] not in seen:
                seen.add(known[key])
                queue.append((known[key], [*path, key]))
    return []
