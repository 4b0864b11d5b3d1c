"""A button of several lines that paints its own words: as tall as they need, and pressed by Enter as well."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipmap.desktop.labels import grows_with_its_words


class WordyButton(QAbstractButton):
    """Checkable; the panel that holds it decides what is checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(grows_with_its_words())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def remembered_height(self, width: int, work_out: Callable[[int], int]) -> int:
        """Gives the height at a width: layouts in each other ask for it dozens of times."""
        if width not in self._heights:
            self._heights[width] = work_out(width)
        return self._heights[width]

    def forget_heights(self) -> None:
        """Works the heights out anew, as other words are shown."""
        self._heights.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.forget_heights()
        super().changeEvent(event)

    def nextCheckState(self) -> None:
        """Leaves the state alone."""

    def hasHeightForWidth(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
