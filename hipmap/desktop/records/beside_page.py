"""What every page beside the list of patients has: a way back, and a place for the keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.scrolled_page import ScrolledPage


class BesidePage(QWidget):
    """A page that scrolls, with the way back at its top; `column` takes what stands on it."""

    back_asked = Signal()

    def __init__(self, back: str) -> None:
        super().__init__()
        scroller = ScrolledPage()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroller)
        self.column = QVBoxLayout(scroller.page)
        self.column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self.column.setSpacing(Space.M)
        self.back = QPushButton(back)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.back_asked)
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)

    def take_keyboard(self) -> None:
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
