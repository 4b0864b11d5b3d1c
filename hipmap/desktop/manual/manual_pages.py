"""The pages of the manual in the order of its contents, in the present language."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage, QPainter

from hipmap.desktop.languages import page_in_words
from hipmap.desktop.learn.contents import Entry, Group
from hipmap.desktop.learn.markup import heading, paragraph, text
from hipmap.desktop.look import look
from hipmap.desktop.manual import markdown
from hipmap.model.problems import BadInput
from hipmap.model.voice import Voice
from hipmap.storage.assets import asset
from hipmap.storage.manual_files import CONTENTS, manual_page

KIND = "manual:"
FIRST = "first_steps"


class ManualPages:
    """Reads each page once; `generated` writes the parts that a page asks the program for."""

    first = f"{KIND}{FIRST}"

    def __init__(self, language: str, generated: Mapping[str, Callable[[], str]]) -> None:
        self._language = language
        self._generated = generated
        self._read: dict[str, str] = {}

    def groups(self, voice: Voice) -> Sequence[Group]:
        tr = QCoreApplication.translate
        return [
            Group(name, self._entries(CONTENTS[part]))
            for part, name in (
                ("beginning", tr("Manual", "Beginning")),
                ("working", tr("Manual", "Working with hipmap")),
                ("records", tr("Manual", "Keeping records")),
                ("looking_after", tr("Manual", "Looking after hipmap")),
                ("trust", tr("Manual", "What it is worth")),
                ("about", tr("Manual", "Good to know")),
            )
        ]

    def markup(self, address: str, voice: Voice) -> str:
        page = self._page(address.removeprefix(KIND))
        if page:
            return markdown.markup(page, self._write)
        gone = QCoreApplication.translate("Learn", "There is no such page")
        hint = QCoreApplication.translate("Learn", "Choose another one from the list.")
        return heading(gone, 1) + paragraph(text(hint))

    def draw(self, address: str, ratio: float) -> QImage | None:
        """Gives a picture of the manual, as wide as the page wants it."""
        try:
            image = QImage(str(asset(f"manual/{address}")))
        except (FileNotFoundError, ValueError):
            return None
        from PySide6.QtCore import Qt

        wide = round(look().px(markdown.PICTURE_WIDTH) * ratio)
        smooth = Qt.TransformationMode.SmoothTransformation
        return _framed(image.scaledToWidth(wide, smooth) if image.width() > wide else image)

    def window_title(self, page: str) -> str:
        return QCoreApplication.translate("Manual", "{page} – Manual – hipmap").format(page=page)

    def _entries(self, names: Sequence[str]) -> tuple[Entry, ...]:
        pages = ((name, self._page(name)) for name in names)
        return tuple(
            Entry(f"{KIND}{name}", markdown.title(page), 0, markdown.words(page)) for name, page in pages
        )

    def _page(self, name: str) -> str:
        if name not in self._read:
            try:
                self._read[name] = page_in_words(manual_page(name, self._language))
            except BadInput:
                self._read[name] = ""
        return self._read[name]

    def _write(self, name: str) -> str:
        return self._generated[name]() if name in self._generated else ""


def _framed(image: QImage) -> QImage:
    """A window on a page of its own colour needs an edge."""
    framed = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(framed)
    painter.setPen(QColor(look().theme.outline))
    painter.drawRect(framed.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return framed
