"""The middle of the guide between its header and its bar, where the screens stand."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.stops import Kind
from hipmap.desktop.look import look


class Middle(QScrollArea):
    """The only part that scrolls; keys that go to the side are not its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


def room_around(width: int, wanted: int, kind: Kind) -> QMargins:
    """Gives the margins of a screen: less where the window is narrow, and least around the map."""
    side = Space.XL if width < look().px(1000) or wanted > look().px(2000) else Space.XXL
    above = Space.S if kind == "map" else Space.XL
    return QMargins(side, above, side, above)
