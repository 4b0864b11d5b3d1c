"""Every source that hipmap rests on, with a field that finds one."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.learn.markup import listing, paragraph, text
from hipmap.desktop.learn.reading_view import ReadingView
from hipmap.desktop.search_field import SearchField
from hipmap.model.evidence import Source
from hipmap.model.knowledge import Knowledge


class SourceTab(QWidget):
    """Says how many there are, and of each whether its numbers were read in it."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__()
        self._sources = sorted(knowledge.sources, key=lambda source: source.citation.lower())
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Find a source"))
        self.search.setAccessibleName(self.tr("Find a source"))
        self.search.textChanged.connect(lambda _words: self._show())
        self.count = label("", "body", "muted")
        self.view = ReadingView(lambda _address, _ratio: None)
        box = QVBoxLayout(self)
        box.setSpacing(Space.S)
        box.addWidget(self.search)
        box.addWidget(self.count)
        box.addWidget(self.view, 1)
        self._show()

    def found(self) -> list[Source]:
        """Gives the sources with all words of the field."""
        wanted = self.search.text().casefold().split()
        return [one for one in self._sources if all(word in one.citation.casefold() for word in wanted)]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "view"):
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        found = self.found()
        counted = self.tr("Shown: {shown} of {all}").format(shown=len(found), all=len(self._sources))
        self.count.setText(counted)
        nothing = paragraph(text(self.tr("No source has these words.")))
        self.view.show_markup(listing(self._line(one) for one in found) or nothing, "clinician")
        self.view.setAccessibleName(self.tr("Sources"))

    def _line(self, source: Source) -> str:
        notes = []
        if source.general_article:
            notes.append(self.tr("a health article, not a study"))
        if source.read == "recalled":
            notes.append(self.tr("recalled, still to be checked"))
        told = f' <span class="mark">{text("; ".join(notes))}</span>' if notes else ""
        where = f'<br><span class="small">{text(source.address)}</span>' if source.address else ""
        return f"{text(source.citation)}{told}{where}"
