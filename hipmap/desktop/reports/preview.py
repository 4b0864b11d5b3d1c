"""What is going to be written, as it will look: pages, a picture, or text; or why it is refused."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedWidget, QVBoxLayout

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.labels import label
from hipmap.desktop.records.button_flow import ButtonFlow
from hipmap.desktop.reports.kinds import Looks
from hipmap.desktop.reports.page_picture import PagePicture
from hipmap.desktop.reports.source import Shown
from hipmap.desktop.scrolled_page import ScrolledPage

Seen = Literal["pages", "text"]
SELECTED = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
WHOLE = 0.97
"""A whole page is seen with a little of the ground around it."""


class PagesArea(ScrolledPage):
    """The keyboard scrolls it; Page Up and Page Down go from page to page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box = QVBoxLayout(self.page)
        self.box.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        self.box.setSpacing(Space.M)
        self.pages: list[PagePicture] = []

    def show_pages(self, shown: Shown, names: list[str]) -> None:
        """Shows other pages at the place where one was."""
        at = self.verticalScrollBar().value()
        empty(self.box)
        self.pages = [
            PagePicture(page, name, shown.words if not number else "")
            for number, (page, name) in enumerate(zip(shown.pages, names, strict=True))
        ]
        for page in self.pages:
            self.box.addWidget(page, 0)
        self.box.addStretch(1)
        self.box.activate()
        self.verticalScrollBar().setValue(at)

    def page_seen(self) -> int:
        """Gives the page in the middle of what is seen, counted from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        reach = (at for at, page in enumerate(self.pages) if page.geometry().bottom() >= middle)
        return next(reach, max(0, len(self.pages) - 1))

    def go_to(self, at: int) -> None:
        if self.pages:
            page = self.pages[max(0, min(at, len(self.pages) - 1))]
            self.verticalScrollBar().setValue(page.y() - Space.M)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if key == Qt.Key.Key_PageDown:
            self.go_to(self.page_seen() + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go_to(self.page_seen() - 1)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


class Preview(QFrame):
    """Shows what it is told; `looked` says that another page is seen."""

    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.shown = Shown()
        self._is_whole = self._is_picture = self._is_busy = False
        self.where = label("", "body", "muted")
        self.where.setContentsMargins(0, Space.S, Space.M, Space.S)  # as tall as what stands beside it
        self.as_seen = ChoiceStrip(self._ways_to_see())
        self.fit = ChoiceStrip(
            [Choice("width", self.tr("Full width")), Choice("whole", self.tr("Whole page"))]
        )
        for strip in (self.as_seen, self.fit):
            strip.let_focus(Qt.FocusPolicy.StrongFocus)
        self.area = PagesArea()
        self.text = QPlainTextEdit()
        self.text.setObjectName("written")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.text)
        self._place()
        self.as_seen.chosen.connect(self._choose_seen)
        self.fit.chosen.connect(self._choose_fit)
        self.area.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._seen: Seen = "pages"
        self._choose_fit("width")

    def show_report(self, shown: Shown, name: str, looks: Looks, is_code: bool) -> None:
        """Shows a report; `is_code` says that its lines must not be wrapped."""
        self._is_picture = looks == "picture"
        self.shown, self._is_busy = shown, False
        count, words = len(shown.pages), self.tr("{name}, page {page} of {count}")
        pages = [words.format(name=name, page=at + 1, count=count) for at in range(count)]
        self.area.show_pages(shown, pages)
        for page in self.area.pages:
            page.placed.connect(self._tell_page)
        self.area.setAccessibleName(name)
        self.text.setAccessibleName(name)
        wraps = QPlainTextEdit.LineWrapMode
        self.text.setLineWrapMode(wraps.NoWrap if is_code and not shown.pages else wraps.WidgetWidth)
        if self.text.toPlainText() != shown.words:
            self.text.setPlainText(shown.words)
        self.as_seen.show_texts(self._ways_to_see())
        self._show_seen()
        announce(self, self.where.text())

    def show_busy(self) -> None:
        """Says that it is being made, where nothing is seen yet."""
        self._is_busy = not self.shown.pages and not self.shown.words
        self._tell_page()

    def forget(self) -> None:
        """Shows nothing."""
        self.shown = Shown()
        self.area.show_pages(self.shown, [])
        self.text.clear()
        self._show_seen()

    def let_out(self, may: bool) -> None:
        """Lets the text be selected, and so copied and dragged away; it is read and scrolled either way."""
        self.text.setTextInteractionFlags(SELECTED if may else Qt.TextInteractionFlag.NoTextInteraction)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and hasattr(self, "stack"):
            self._fit_pages()
        return handled

    # ---- parts

    def _place(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.M, Space.M, Space.HAIR, Space.HAIR)
        box.setSpacing(Space.S)
        head = ButtonFlow(self.where, self.as_seen, self.fit)
        box.addWidget(head)
        box.addWidget(self.stack, 1)

    def _ways_to_see(self) -> list[Choice]:
        pages = self.tr("Picture") if self._is_picture else self.tr("Pages")
        return [Choice("pages", pages), Choice("text", self.tr("Text"), self.tr("Read as text"))]

    def _choose_seen(self, seen: str) -> None:
        self._seen = "text" if seen == "text" else "pages"
        self._show_seen()

    def _choose_fit(self, fit: str) -> None:
        at = self.area.page_seen()
        self._is_whole = fit == "whole"
        self.fit.show_choice(fit)
        self._fit_pages()
        self.area.box.activate()
        self.area.go_to(at)

    def _show_seen(self) -> None:
        has_pages = bool(self.shown.pages)
        seen: Seen = self._seen if has_pages else "text"
        self.as_seen.setVisible(has_pages)
        self.fit.setVisible(has_pages and seen == "pages")
        self.as_seen.show_choice(seen)
        self.stack.setCurrentWidget(self.area if seen == "pages" else self.text)
        self.where.setVisible(not (has_pages and self._is_picture))
        self._tell_page()

    def _fit_pages(self) -> None:
        """Gives every page the width of the room, or the one at which it is seen whole."""
        margins = self.area.box.contentsMargins()
        room = self.area.viewport().size()
        for page in self.area.pages:
            widest = room.width() - margins.left() - margins.right()
            tall = max(1, page.heightForWidth(1000))
            whole = round(room.height() * WHOLE * 1000 / tall)
            page.setMaximumWidth(max(page.minimumWidth(), min(widest, whole) if self._is_whole else widest))

    def _tell_page(self) -> None:
        count = len(self.shown.pages)
        if self.shown.refused is not None:
            words = self.tr("Not shown while right and left do not fit together.")
        elif self._is_busy:
            words = self.tr("Being made…")
        elif self.shown.pages and self._is_picture:
            words = ""
        elif not count:
            lines = self.shown.words.rstrip("\n").count("\n") + 1 if self.shown.words else 0
            words = self.tr("Lines: {count}").format(count=lines) if lines else ""
        else:
            seen = self.tr("Page {page} of {count}")
            words = seen.format(page=self.area.page_seen() + 1, count=count)
        if self.where.text() != words:
            self.where.setText(words)
            self.looked.emit()
