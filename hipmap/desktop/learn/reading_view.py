"""Shows one page: rich text in a column of a good width, with the pictures that it asks for."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from hipmap.desktop.learn.markup import in_a_column, in_a_wide_column, no_wider, style
from hipmap.desktop.look import look
from hipmap.desktop.mirrored import reads_leftward
from hipmap.desktop.restyle import say
from hipmap.model.voice import Voice

COLUMN = 660
LEAST_MARGIN, COMPACT_MARGIN = 24, 14
BAR, LEAST_PICTURE = 12, 120
INDENT = 24  # of lists
_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
_TAKE = (QKeySequence.StandardKey.SelectAll, QKeySequence.StandardKey.Copy)
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# Of the height of the page: where the first of the words stands that were looked for.
FOUND_AT = 0.3
MOST_FOUND = 500
# A narrower column shows drawings above their words, not beside them.
FOR_TWO_COLUMNS = 520


class ReadingView(QTextBrowser):
    """`draw` makes the picture of an address; links are told, and never opened by themselves."""

    link_chosen = Signal(str)

    def __init__(self, draw: Callable[[str, float], QImage | None], compact: bool = False) -> None:
        super().__init__()
        self._compact = compact
        self._least = COMPACT_MARGIN if compact else LEAST_MARGIN
        self._draw = draw
        self._markup = ""
        self._voice: Voice = "clinician"
        self._rendered_for = 0
        self._sought: tuple[str, ...] = ()
        self._may_leave = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("reading")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))

    def show_markup(self, markup: str, voice: Voice, stay: bool = False) -> None:
        """Shows a page from its beginning, or where one was reading in it."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, self._most()) if stay else 0.0
        self._markup, self._voice = markup, voice
        self._render()
        bar.setMaximum(self._most())
        bar.setValue(round(share * bar.maximum()))
        # A screen reader hears the title of the page when it opens.
        self.setAccessibleName(self.title())

    def mark_words(self, words: Sequence[str], go: bool = False) -> None:
        """Sets off these words wherever they stand on the page, this one and the next; goes to the first."""
        self._sought = tuple(words)
        self._mark()
        found = self.extraSelections()
        if go and found:
            first = min((one.cursor for one in found), key=QTextCursor.selectionStart)
            bar = self.verticalScrollBar()
            at = self.cursorRect(first).top() + bar.value()
            bar.setValue(round(at - FOUND_AT * self.viewport().height()))

    def let_out(self, may: bool) -> None:
        """Lets the text be selected, and so copied and dragged away; it is read and followed either way."""
        self._may_leave = may
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction if may else _LINKS)

    def title(self) -> str:
        """Gives the heading of the page."""
        return self.document().firstBlock().text()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._draw(address, self.devicePixelRatioF())
        return None  # nothing else is ever fetched

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for whom the keyboard brought here; others see where they clicked."""
        say(self, "ring", "true" if event.reason() in _BY_KEY else "false")
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt selects and copies by these keys also where its text cannot be selected."""
        if self._may_leave or not any(map(event.matches, _TAKE)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._column() != self._rendered_for:
            self.show_markup(self._markup, self._voice, stay=True)
        self._set_margins()
        super().resizeEvent(event)

    def _most(self) -> int:
        """Gives how far the page scrolls; the bar itself hears of it only when the page is painted."""
        return max(0, round(self.document().size().height()) - self.viewport().height())

    def _column(self) -> int:
        """Gives how wide a line may be; less than `COLUMN` only in a small window."""
        px = look().px
        return max(px(LEAST_PICTURE), min(px(COLUMN), self.width() - px(2 * self._least + BAR)))

    def _render(self) -> None:
        column = self._rendered_for = self._column()
        document = self.document()
        document.clear()
        document.setIndentWidth(look().px(INDENT))
        document.setDefaultStyleSheet(style(self._voice, self._compact))
        fit = in_a_wide_column if column >= look().px(FOR_TWO_COLUMNS) else in_a_column
        markup = fit(self._markup)
        self._set_margins()
        self.setHtml(f"<body>{no_wider(markup, column)}</body>")
        self._mark()

    def _mark(self) -> None:
        selections = []
        for cursor in self._places():
            one = QTextEdit.ExtraSelection()
            one.cursor = cursor
            one.format.setBackground(QColor(look().theme.amber))
            one.format.setForeground(QColor(look().theme.on_amber))
            selections.append(one)
            if len(selections) == MOST_FOUND:
                break
        self.setExtraSelections(selections)

    def _places(self) -> Iterator[QTextCursor]:
        for word in self._sought:
            cursor = self.document().find(word)
            while not cursor.isNull():
                yield cursor
                cursor = self.document().find(word, cursor)

    def _set_margins(self) -> None:
        least = look().px(self._least)
        side = max(least, (self.width() - look().px(COLUMN)) // 2)
        self.document().setDocumentMargin(least)
        before = after = side - least
        if self._compact:  # a note begins at its edge
            before, after = (2 * before, 0) if reads_leftward(self) else (0, 2 * before)
        self.setViewportMargins(before, 0, after, 0)
