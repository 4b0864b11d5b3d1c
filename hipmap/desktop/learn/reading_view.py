"""Shows one page: rich text in a column of a good width, with the pictures that it asks for."""

from collections.abc import Callable

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from hipmap.desktop.learn.markup import style
from hipmap.desktop.look import look

COLUMN = 760
LEAST_MARGIN = 24


class ReadingView(QTextBrowser):
    """`draw` makes the picture of an address; links are told, and never opened by themselves."""

    link_chosen = Signal(str)

    def __init__(self, draw: Callable[[str, float], QImage | None]) -> None:
        super().__init__()
        self._draw = draw
        self._markup = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("reading")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))

    def show_markup(self, markup: str) -> None:
        """Shows a page from its beginning."""
        self._markup = markup
        self._render()
        self.verticalScrollBar().setValue(0)

    def wear_look(self) -> None:
        """Shows the same page in the look being worn, at the same place."""
        share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._render()
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._draw(address, self.devicePixelRatioF())
        return None  # nothing else is ever fetched

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)

    def _render(self) -> None:
        document = self.document()
        document.clear()
        document.setDefaultStyleSheet(style())
        self.setHtml(f"<body>{self._markup}</body>")
        self._set_margins()

    def _set_margins(self) -> None:
        side = max(look().px(LEAST_MARGIN), (self.width() - look().px(COLUMN)) // 2)
        self.document().setDocumentMargin(look().px(LEAST_MARGIN))
        self.setViewportMargins(side - look().px(LEAST_MARGIN), 0, side - look().px(LEAST_MARGIN), 0)
