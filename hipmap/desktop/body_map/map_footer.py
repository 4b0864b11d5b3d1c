"""The foot of the body map: the marks read back as a sentence, and the list of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.body_map.mark_list import MarkList
from hipmap.desktop.body_map.place_field import PlaceField
from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.words_button import WordsButton
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say
from hipmap.model.case import Mark, Pin

FIELD = 150
# Of the field beside the words that it asks with: its sign, and what stands around them.
AROUND = 44
LINES = 2
"""So many lines of the sentence are seen; more scrolls, so that no mark moves the map."""


class MapFooter(QWidget):
    """Shows the sentence, the list, the field by which places are added, and two buttons."""

    swap_sides_requested = Signal()
    clear_requested = Signal()
    chip_opened = Signal(object, QPoint)
    chip_removed = Signal(object)
    place_chosen = Signal(str, str)

    def __init__(self, words: ZoneWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._marks: tuple[Mark, ...] = ()
        self._pin: Pin | None = None
        self._large = False
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setWordWrap(True)
        self.swap = _link(self.tr("Swap sides"))
        self.swap.clicked.connect(self.swap_sides_requested)
        self.clear = _link(self.tr("Clear all"))
        self.clear.clicked.connect(self.clear_requested)
        self.list = MarkList(words)
        self.list.chip_opened.connect(self.chip_opened)
        self.list.chip_removed.connect(self.chip_removed)
        self.field = PlaceField(words)
        self.field.place_chosen.connect(self.place_chosen)
        self.own_words = WordsButton(words.body, words.voice)
        self.scroller = self._scroll_area()
        self._place()
        self.show_marks(())
        self.fit()

    def _place(self) -> None:
        """Two lines: what was marked and what can be done with all of it; a field and the list."""
        said, listed = QHBoxLayout(), QHBoxLayout()
        said.setSpacing(Space.XS)
        said.addWidget(self.scroller, 1)
        said.addWidget(self.swap)
        said.addWidget(self.clear)
        listed.setSpacing(Space.S)
        listed.addWidget(self.field)
        listed.addWidget(self.list, 1)
        listed.addWidget(self.own_words)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(Space.XS)
        lines.addLayout(said, 1)
        lines.addLayout(listed)

    def _scroll_area(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sentence)
        scroll.setWidget(page)
        return scroll

    def show_marks(self, marks: Sequence[Mark], pin: Pin | None = None) -> None:
        self._marks, self._pin = tuple(marks), pin
        self.sentence.setText(read_back(marks, self._words, pin))
        say(self.sentence, "tone", "" if marks else "muted")
        self.swap.setVisible(any(one.side != "midline" for one in (*marks, pin) if one is not None))
        self.clear.setVisible(bool(marks))
        self.list.show_marks(marks)
        self._share_room()

    def show_large(self, large: bool) -> None:
        """Shows all as large as the guide at home needs it, or in the size of the consultation."""
        self._large = large
        say(self.sentence, "role", "large_note" if large else "body")
        for part in (self.field, self.swap, self.clear, self.own_words):
            say(part, "home", "true" if large else "false")
        self.list.show_large(large)
        self.fit()

    def set_words(self, words: ZoneWords) -> None:
        self._words = words
        self.list.set_words(words)
        self.field.set_words(words)
        self.own_words.show_voice(words.voice)
        self.show_marks(self._marks, self._pin)

    def fit(self) -> None:
        """Takes a height that no mark changes, so that the map never moves under the hand."""
        said = LINES * QFontMetrics(look().font("large_note" if self._large else "body")).lineSpacing()
        control = look().px(Size.TARGET if self._large else Size.CONTROL)
        asked = QFontMetrics(self.field.font()).horizontalAdvance(self.field.placeholderText())
        self.field.setFixedWidth(max(look().px(FIELD), asked + look().px(AROUND)))
        self.setFixedHeight(max(said, control) + Space.XS + control)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Leaves the words what the field and the marks do not need."""
        taken = self.field.maximumWidth() + self.list.least_width() + 2 * Space.S
        self.own_words.show_room(self.width() - taken)


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    return button
