"""The middle of the guide between its header and its bar, where the screens stand."""

from PySide6.QtCore import QMargins, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.guide_bar import GuideBar
from hipmap.desktop.home.stops import Kind
from hipmap.desktop.look import look


class Middle(QScrollArea):
    """The only part that scrolls; keys that go to the side are not its own."""

    def __init__(self, bar: GuideBar, parent: QWidget) -> None:
        """With the bar below it, whose button goes on from what is shown here."""
        super().__init__(parent)
        self.bar = bar
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def is_below(self, part: QWidget) -> bool:
        """Whether some of a part of the screen is below what is in view."""
        return self._top(part) + part.height() > self.viewport().height()

    def shows(self, part: QWidget) -> bool:
        """Whether a part is wholly in view; of one too tall for that, its end."""
        top, room = self._top(part), self.viewport().height()
        end = top + part.height()
        return 0 < end <= room and (top >= 0 or part.height() > room)

    def reveal(self, part: QWidget) -> None:
        """Scrolls a part to the top; one too tall to be seen at once, on by a page."""
        bar, top = self.verticalScrollBar(), self._top(part)
        page = max(1, self.viewport().height() - look().px(Space.XL))
        bar.setValue(bar.value() + (page if top <= 0 and self.is_below(part) else top))

    def _top(self, part: QWidget) -> int:
        return part.mapTo(self.viewport(), QPoint(0, 0)).y()


def middle_around(part: QWidget) -> Middle | None:
    """Gives the middle in which something stands, if it stands in one."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, Middle):
        above = above.parentWidget()
    return above


def room_around(width: int, wanted: int, kind: Kind) -> QMargins:
    """Gives the margins of a screen: less where the window is narrow, and least around the map."""
    side = Space.XL if width < look().px(1000) or wanted > look().px(2000) else Space.XXL
    above = Space.S if kind == "map" else Space.XL
    return QMargins(side, above, side, above)
