"""The Learn window: the list of pages on the left, the page on the right, back and forward by key."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.learn.contents import contents
from hipmap.desktop.learn.page_list import PageList
from hipmap.desktop.learn.page_router import PageRouter
from hipmap.desktop.learn.pain_pattern import pattern_picture
from hipmap.desktop.learn.pose_picture import pose_picture
from hipmap.desktop.learn.reading_view import ReadingView
from hipmap.desktop.look import look
from hipmap.model.voice import Voice

SIZE = (1180, 760)
LIST_WIDTH = 320
FIRST = "page:telling_hip_from_back"


class LearnWindow(QWidget):
    """Stands beside the consultation and follows its voice and look."""

    def __init__(self, router: PageRouter, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._router = router
        self._voice: Voice = voice
        self._past: list[str] = []
        self._ahead: list[str] = []
        self.address = FIRST
        self.list = PageList()
        self.view = ReadingView(self._draw)
        self.list.chosen.connect(self.open)
        self.view.link_chosen.connect(self.open)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.M)
        box.addWidget(self.list)
        box.addWidget(self.view, 1)
        self._add_keys()
        self.resize(*SIZE)
        self._show_voice()

    def open(self, address: str) -> None:
        """Shows a page; the one before can be gone back to."""
        if address != self.address:
            self._past.append(self.address)
            self._ahead.clear()
        self._show(address)

    def back(self) -> None:
        """Shows the page before."""
        if self._past:
            self._ahead.append(self.address)
            self._show(self._past.pop())

    def forward(self) -> None:
        """Shows the page from which one went back."""
        if self._ahead:
            self._past.append(self.address)
            self._show(self._ahead.pop())

    def show_voice(self, voice: Voice) -> None:
        """Says everything in a voice; a page that this voice does not have gives way to the first."""
        self._voice = voice
        self._show_voice()

    def refresh(self) -> None:
        """Shows the page on the present case anew, when that is the one shown."""
        if self.address == "list:for_this_case":
            self._show(self.address)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "view"):
            self.list.setFixedWidth(look().px(LIST_WIDTH))
            self._show(self.address)
        super().changeEvent(event)

    def _show_voice(self) -> None:
        self.setWindowTitle(self.tr("Learn – hipmap"))
        self.view.setAccessibleName(self.tr("Page"))
        self.list.setFixedWidth(look().px(LIST_WIDTH))
        self.list.show_groups(contents(self._router.library, self._router.knowledge, self._voice))
        self._show(self.address)

    def _show(self, address: str) -> None:
        self.address = address
        self.view.show_markup(self._router.markup(address, self._voice))
        self.list.show_chosen(address)

    def _add_keys(self) -> None:
        for keys, does in (
            (QKeySequence.StandardKey.Back, self.back),
            (QKeySequence.StandardKey.Forward, self.forward),
            (QKeySequence.StandardKey.Find, self.list.search.setFocus),
            (QKeySequence.StandardKey.Close, self.close),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, does=does: does())
            self.addAction(action)

    def _draw(self, address: str, ratio: float) -> QImage | None:
        kind, _, name = address.partition(":")
        if kind == "pattern":
            return pattern_picture(name, self._router.knowledge, look().theme, ratio)
        return pose_picture(name, look().theme) if kind == "drawing" else None
