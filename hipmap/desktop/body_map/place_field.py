"""The field by which a place is marked in words: it lists every place, and what each is also called."""

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from hipmap.desktop.body_map.place_search import (
    find_places,
    own_word,
    shared_alias,
    sides_told,
    word_question,
)
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.icons import icon
from hipmap.desktop.look import look

PLACE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WORD_ROLE = PLACE_ROLE + 1
ROWS = 9
LIST_WIDTH = 440
_LEADING = QLineEdit.ActionPosition.LeadingPosition


class PlaceField(QLineEdit):
    """Emits the place that a person chooses, and is empty again."""

    place_chosen = Signal(str, str)
    word_asked = Signal(
        str, tuple
    )  # an everyday word that may mean several places, and the sides told with it

    def __init__(self, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows = QStandardItemModel(self)
        completer = QCompleter(self._rows, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(ROWS)
        self.setCompleter(completer)
        self.rows_view().activated.connect(self._row_chosen)
        self._widen_list()
        self._glass = self.addAction(icon("search", look().theme.muted), _LEADING)
        self._glass.setText(QCoreApplication.translate("BodyMap", "Find"))
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._take_first)
        self.set_words(words)

    def set_words(self, words: ZoneWords) -> None:
        """Lists the places in another voice."""
        self._words = words
        self.setPlaceholderText(QCoreApplication.translate("BodyMap", "Add a place…"))
        self.setAccessibleName(QCoreApplication.translate("BodyMap", "Add a place by its name"))

    def rows_view(self) -> QAbstractItemView:
        """Gives the list that opens below the field."""
        popup = self.completer().popup()
        assert popup is not None  # a completer makes its list when it is first asked for
        return popup

    def _widen_list(self) -> None:
        """Gives the list the room that the names need, and rows that are easy to hit."""
        popup = self.rows_view()
        tall = look().px(Size.CONTROL)
        popup.setStyleSheet(f"QListView::item {{ min-height: {tall}px; padding: 0 {Space.S}px; }}")
        popup.setMinimumWidth(look().px(LIST_WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search", look().theme.muted))
            self._widen_list()
        super().changeEvent(event)

    def offered(self) -> list[str]:
        """Gives the texts of the rows that are offered now."""
        return [self._rows.item(row).text() for row in range(self._rows.rowCount())]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer(self.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.open_list()

    def open_list(self) -> None:
        """Shows what can be chosen."""
        self._offer(self.text())
        self.completer().complete()

    def _offer(self, query: str) -> None:
        found = find_places(query, self._words)
        self._rows.clear()
        word, alias = own_word(query, self._words.body), shared_alias(found)
        if word is not None:
            row = QStandardItem(word_question(word, self._words.voice))
            row.setData(word.id, WORD_ROLE)
            self._rows.appendRow(row)
        elif alias is not None:
            question = QCoreApplication.translate("BodyMap", "People say “%1” for several places. Which one?")
            row = QStandardItem(question.replace("%1", alias))
            row.setFlags(Qt.ItemFlag.NoItemFlags)
            self._rows.appendRow(row)
        for one in found:
            name = self._words.name(*one.place)
            row = QStandardItem(f"{name}  –  “{one.alias}”" if one.alias else name)
            row.setData(one.place, PLACE_ROLE)
            self._rows.appendRow(row)

    def _row_chosen(self, index: QModelIndex) -> None:
        place, word = index.data(PLACE_ROLE), index.data(WORD_ROLE)
        sides = sides_told(self.text())
        # The completer writes the row into the field after this; only then can the field be emptied.
        QTimer.singleShot(0, self, self.clear)
        if place is not None:
            self.place_chosen.emit(*place)
        elif word is not None:
            QTimer.singleShot(0, self, lambda: self.word_asked.emit(word, sides))

    def _take_first(self) -> None:
        """Takes the only place that fits; a word for several asks which; else they are offered again."""
        word = own_word(self.text(), self._words.body)
        named = [one for one in find_places(self.text(), self._words) if one.alias is None]
        if word is not None and len(named) != 1:
            sides = sides_told(self.text())
            self.clear()
            self.rows_view().hide()
            self.word_asked.emit(word.id, sides)
            return
        places = [self._rows.item(row).data(PLACE_ROLE) for row in range(self._rows.rowCount())]
        places = [place for place in places if place is not None]
        if self.text() and len(places) == 1:
            self.clear()
            self.place_chosen.emit(*places[0])
        elif self.text():
            self.completer().complete()
