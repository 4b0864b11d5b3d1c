"""A window to read in: the list of pages on the left, the page on the right, back and forward by key."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QImage, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.learn.contents import Group
from hipmap.desktop.learn.page_bar import PageBar
from hipmap.desktop.learn.page_list import PageList
from hipmap.desktop.learn.reading_view import ReadingView
from hipmap.desktop.look import look
from hipmap.model.voice import Voice

SIZE = (1180, 760)
LEAST_SIZE = (560, 420)
LIST_WIDTH = 320
LIST_SHARE = 0.36  # the list never takes more of the window, however large the text is


class Pages(Protocol):
    """What can be read in the window."""

    @property
    def first(self) -> str: ...

    def groups(self, voice: Voice) -> Sequence[Group]: ...

    def markup(self, address: str, voice: Voice) -> str: ...

    def draw(self, address: str, ratio: float) -> QImage | None: ...

    def window_title(self, page: str) -> str: ...


class ReadingWindow(QWidget):
    """Stands beside the main window and follows its voice and look."""

    closed = Signal()

    def __init__(self, pages: Pages, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages = pages
        self._voice: Voice = voice
        self._past: list[str] = []
        self._ahead: list[str] = []
        self.address = pages.first
        self.list = PageList()
        self.bar = PageBar()
        self.view = ReadingView(pages.draw)
        self.list.chosen.connect(self.open)
        self.list.search.textChanged.connect(lambda _words: self._mark())
        self.list.entered.connect(lambda: self.view.setFocus(Qt.FocusReason.TabFocusReason))
        self.bar.back.connect(self.back)
        self.bar.forward.connect(self.forward)
        self.view.link_chosen.connect(self.open)
        self._place()
        self._add_keys()
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*SIZE)
        self._show_voice()

    def open(self, address: str) -> None:
        """Shows a page; the one before can be gone back to."""
        if address == self.address:
            return
        self._past.append(self.address)
        self._ahead.clear()
        self.show_page(address)
        self._mark(go=True)

    def back(self) -> None:
        """Shows the page before."""
        if self._past:
            self._ahead.append(self.address)
            self.show_page(self._past.pop())

    def forward(self) -> None:
        """Shows the page from which one went back."""
        if self._ahead:
            self._past.append(self.address)
            self.show_page(self._ahead.pop())

    def show_voice(self, voice: Voice) -> None:
        """Says everything in a voice; the place on the page stays."""
        self._voice = voice
        self._show_voice()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "view"):
            self._fit_list()
            self.list.wear_look()
            self.show_page(self.address, stay=True)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_list()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _place(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.list)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self.view, 1)
        box.addLayout(page, 1)

    def _fit_list(self) -> None:
        self.list.setFixedWidth(min(look().px(LIST_WIDTH), round(self.width() * LIST_SHARE)))

    def _show_voice(self) -> None:
        self.bar.show_words()
        self.list.show_groups(self._pages.groups(self._voice))
        self.show_page(self.address, stay=True)

    def show_page(self, address: str, stay: bool = False) -> None:
        """Shows a page without a way back to the one before."""
        self.address = address
        self.view.show_markup(self._pages.markup(address, self._voice), self._voice, stay)
        self.setWindowTitle(self._pages.window_title(self.view.title()))
        self.list.show_chosen(address)
        self.bar.show_place(self.list.above(address), bool(self._past), bool(self._ahead))

    def _mark(self, go: bool = False) -> None:
        self.view.mark_words(self.list.search.text().split(), go)

    def _search(self) -> None:
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _escape(self) -> None:
        """Takes the search back first, then closes."""
        if self.list.search.text():
            self.list.search.clear()
        else:
            self.close()

    def _add_keys(self) -> None:
        for keys, does in (
            (QKeySequence.StandardKey.Back, self.back),
            (QKeySequence.StandardKey.Forward, self.forward),
            (QKeySequence.StandardKey.Find, self._search),
            (QKeySequence.StandardKey.Close, self.close),
            (QKeySequence(Qt.Key.Key_Escape), self._escape),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, does=does: does())
            self.addAction(action)
