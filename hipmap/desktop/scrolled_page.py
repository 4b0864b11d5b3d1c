"""A page that scrolls where there is little room for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrolledPage(QScrollArea):
    """`page` takes what stands on it; the keyboard goes to that, never to the area around it."""

    def __init__(self, sideways: bool = False) -> None:
        """With `sideways`, what is too broad can be scrolled to; else it has to make do with the width."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setProperty("kind", "page")
        self.setWidget(self.page)
