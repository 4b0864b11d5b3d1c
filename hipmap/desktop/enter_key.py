"""The Enter key: which keys it is, and what it presses in a window with several buttons."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def presses_what_is_at_hand(event: QKeyEvent, window: QWidget) -> bool:
    """Presses the button that has the keyboard, not the one at the end; False where this was no Enter."""
    focused = window.focusWidget()
    if event.key() not in ENTER or not isinstance(focused, QPushButton):
        return False
    focused.click()
    return True
