"""The foot of the body map: the marks read back as a sentence, and the list of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hipmap.desktop.body_map.mark_list import MarkList
from hipmap.desktop.body_map.place_field import PlaceField
from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Size, Space
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say
from hipmap.model.case import Mark

SHARE = 0.165
LEAST, MOST = 132, 230
"""The foot takes this share of the panel, within these heights at 100 % text."""
MOST_SHARE = 0.3
"""Large text may not push the map out of the panel."""


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
        self.scroller = self._scroll_area()
        asked = QHBoxLayout()
        asked.setSpacing(Space.XS)
        asked.addWidget(self.field, 1)
        asked.addStretch(1)
        asked.addWidget(self.swap)
        asked.addWidget(self.clear)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(Space.S)
        lines.addWidget(self.scroller, 1)
        lines.addLayout(asked)
        self.show_marks(())

    def _scroll_area(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("kind", "page")
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(Space.S)
        lines.addWidget(self.sentence)
        lines.addWidget(self.list)
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        return scroll

    def show_marks(self, marks: Sequence[Mark]) -> None:
        self._marks = tuple(marks)
        self.sentence.setText(read_back(marks, self._words))
        say(self.sentence, "tone", "" if marks else "muted")
        self.swap.setVisible(any(mark.side != "midline" for mark in marks))
        self.clear.setVisible(bool(marks))
        self.list.show_marks(marks)
        self.list.setVisible(bool(marks))

    def set_words(self, words: ZoneWords) -> None:
        self._words = words
        self.list.set_words(words)
        self.field.set_words(words)
        self.show_marks(self._marks)

    def fit(self, panel_height: int) -> None:
        """Takes a height that no mark changes, so that the map never moves under the hand; more scrolls."""
        wanted = min(max(round(panel_height * SHARE), look().px(LEAST)), look().px(MOST))
        self.setFixedHeight(max(min(wanted, round(panel_height * MOST_SHARE)), look().px(2 * Size.CONTROL)))


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    return button
