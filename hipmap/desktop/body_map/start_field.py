"""The field of a card that says from which marked place pain spreads."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipmap.desktop.body_map.card_words import asked_of_start
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.choice_field import ChoiceField
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.model.case import Mark, Place


class StartField(QWidget):
    """Lists the painful places; emits the one that a person chooses, or None."""

    start_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._starts: list[Place | None] = [None]
        self.asked = label("", "caption", "muted", wrap=True)
        self.box = ChoiceField()
        self.asked.setBuddy(self.box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self.asked)
        line.addWidget(self.box, 1)
        self.box.activated.connect(lambda at: self.start_chosen.emit(self._starts[at]))

    def show_mark(self, mark: Mark, marks: Sequence[Mark], words: ZoneWords) -> None:
        """Offers the painful places of a case as starts of a mark; this emits nothing."""
        self.asked.setText(asked_of_start(words.voice))
        self.box.setAccessibleName(self.asked.text())
        painful = [one.place for one in marks if one.kind == "pain" and one.place != mark.place]
        if mark.spreads_from is not None:
            now = mark.spreads_from.zone, mark.spreads_from.side
            painful = [now, *(place for place in painful if place != now)]
        self._starts = [None, *(Place(zone=zone, side=side) for zone, side in painful)]
        self.box.clear()
        self.box.addItem(QCoreApplication.translate("BodyMap", "Not said"))
        for place in painful:
            self.box.addItem(words.short_name(*place))
        self.box.setCurrentIndex(self._starts.index(mark.spreads_from))
