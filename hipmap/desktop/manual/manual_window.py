"""The manual in its window; what is explained in Learn is opened there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.learn.reading_window import ReadingWindow
from hipmap.desktop.manual.manual_pages import KIND, ManualPages
from hipmap.model.voice import Voice


class ManualWindow(ReadingWindow):
    """A page outside of the manual is asked for, and not shown here."""

    learn_asked = Signal(str)

    def __init__(self, pages: ManualPages, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(pages, voice, parent)

    def open(self, address: str) -> None:
        """Shows a page at a place in it, or asks for one that stands elsewhere."""
        page, _, place = address.partition("#")
        if page.startswith(KIND):
            super().open(page)
        elif page:
            self.learn_asked.emit(address)
        if place:
            self.view.scrollToAnchor(place)
