"""Two columns of reasons beside each other, each under a heading, the strongest first."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import inset, label
from hipmap.desktop.reason_item import ReasonItem
from hipmap.desktop.reason_words import reason_label
from hipmap.model.assessment import Reason
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class ReasonColumns(QWidget):
    """Emits the reason that is pressed, and the one that is pointed at (None after it)."""

    pressed = Signal(object)
    looked_at = Signal(object)
    what_if_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[ReasonItem] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        self.first_title, self._no_first, self._first = self._column(line)
        self.second_title, self._no_second, self._second = self._column(line)

    def show_titles(self, first: str, second: str) -> None:
        self.first_title.setText(first)
        self.second_title.setText(second)

    def show_reasons(
        self,
        first: Sequence[Reason],
        second: Sequence[Reason],
        joined: Collection[Reason],
        knowledge: Knowledge,
        voice: Voice,
    ) -> None:
        """Shows them; `joined` are those that overlap with another one and were counted as one with it."""
        self.items = []
        for column, reasons in ((self._first, first), (self._second, second)):
            items = self._items_of(column, len(reasons))
            for item, reason in zip(items, reasons, strict=True):
                words = reason_label(reason, knowledge, voice)
                item.show_reason(reason, words, reason in joined, voice)
            self.items += items
        for nothing, reasons in ((self._no_first, first), (self._no_second, second)):
            nothing.setText(QCoreApplication.translate("ReasonsPanel", "nothing yet"))
            nothing.setVisible(not reasons)

    def _items_of(self, column: QVBoxLayout, count: int) -> list[ReasonItem]:
        """Gives so many items of a column; those that stand there stay, with the keyboard where it is."""
        while column.count() > count:
            taken = column.takeAt(count)
            surplus = taken.widget() if taken is not None else None
            if surplus is not None:
                surplus.hide()
                surplus.deleteLater()
        while column.count() < count:
            item = ReasonItem()
            item.clicked.connect(self._pressed)
            item.looked_at.connect(self.looked_at)
            item.what_if_asked.connect(self.what_if_asked)
            column.addWidget(item)
        found = [column.itemAt(at) for at in range(count)]
        return [one for item in found if item and isinstance(one := item.widget(), ReasonItem)]

    def _column(self, line: QHBoxLayout) -> tuple[QLabel, QLabel, QVBoxLayout]:
        column = QVBoxLayout()
        column.setSpacing(0)
        title = inset(label("", "caption", "muted", wrap=True))
        nothing = inset(label("", "caption", "muted"))
        column.addWidget(title)
        column.addWidget(nothing)
        items = QVBoxLayout()
        items.setSpacing(0)
        column.addLayout(items)
        column.addStretch(1)
        line.addLayout(column, 1)
        return title, nothing, items

    def _pressed(self) -> None:
        item = self.sender()
        if isinstance(item, ReasonItem):
            self.pressed.emit(item.reason)
