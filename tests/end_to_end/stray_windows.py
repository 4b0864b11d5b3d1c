"""Sees every window that opens of itself: a widget shown without a parent is one, and takes the keys."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

# What opens over a window on purpose, and leaves it the keyboard or gives it back.
OVER_A_WINDOW = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class StrayWindows(QObject):
    """Watches the whole application for windows other than the one a person works in."""

    def __init__(self, own: QWidget) -> None:
        super().__init__()
        self._own = own
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            stands_alone = watched.isWindow() and watched is not self._own
            if stands_alone and watched.windowType() not in OVER_A_WINDOW:
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}".strip())
        return False


@contextmanager
def watched(own: QWidget) -> Iterator[StrayWindows]:
    """Watches while a block runs; the caller asserts what was seen."""
    application = QApplication.instance()
    assert application is not None
    strays = StrayWindows(own)
    application.installEventFilter(strays)
    try:
        yield strays
    finally:
        application.removeEventFilter(strays)
