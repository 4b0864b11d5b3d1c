"""The bar at the bottom of the guide: back, a quiet note, and what comes next."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.labels import label


class GuideBar(QFrame):
    """Always there and always in the same place."""

    back = Signal()
    next = Signal()
    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_bar")
        self._more: Callable[[], None] | None = None
        self._is_kept = False
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        line.setSpacing(Space.M)
        self.back_button = HomeButton(self.tr("Back"))
        self.back_button.clicked.connect(self.back)
        self.note = label("", "large_note", "muted", wrap=True)
        self.print_button = HomeButton(self.tr("Print"))
        self.print_button.clicked.connect(self.printed)
        self.next_button = HomeButton("", "primary")
        self.next_button.clicked.connect(self._press)
        line.addWidget(self.back_button)
        line.addWidget(self.note, 1)
        line.addWidget(self.print_button)
        line.addWidget(self.next_button)
        self.show_note("")

    def show_next(self, words: str, can_go_back: bool, can_print: bool) -> None:
        """Says what comes next, unless more of the screen is to be read; without words there is no button."""
        if self._more is None:
            self._say(words)
        self.back_button.setEnabled(can_go_back)
        self.print_button.setVisible(can_print)

    def show_more(self, words: str, more: Callable[[], None]) -> None:
        """Makes the button show more of the screen instead of going on, until `end_more`."""
        self._more = more
        self._say(words)

    def end_more(self, words: str) -> None:
        """The screen has been read: the button goes on again, and says so."""
        self._more = None
        self._say(words)

    def show_note(self, words: str) -> None:
        """Tells something; without words, whether anything is kept."""
        kept = self.tr("Every change is kept in your records.")
        self.note.setText(words or (kept if self._is_kept else self.tr("Nothing is saved unless you ask.")))

    def show_kept(self, is_kept: bool) -> None:
        """Says truly whether this visit is one of the records."""
        self._is_kept = is_kept
        self.show_note("")

    def _say(self, words: str) -> None:
        self.next_button.setVisible(bool(words))
        self.next_button.setText(words)

    def _press(self) -> None:
        if self._more is None:
            self.next.emit()
        else:
            self._more()
