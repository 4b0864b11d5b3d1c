"""Listens to the rows of the sheet: an answer that is pointed at, or asked about with W, is thought of."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from hipmap.desktop.answer_control import AnswerControl
from hipmap.desktop.choice_button import ChoiceButton
from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.why.what_if_asked import Asked
from hipmap.model.case import UNKNOWN


class SheetHover(QObject):
    """Emits what is pointed at and what is left; the buttons of a row are watched once it is entered."""

    pointed_at = Signal(object)
    asked_now = Signal(object)
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: set[FindingRow] = set()

    def watch(self, rows: Iterable[FindingRow]) -> None:
        """Listens to rows from now on."""
        for row in rows:
            row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.FocusIn) and isinstance(watched, FindingRow):
            self._watch_buttons(watched)
        elif kind == QEvent.Type.Enter and isinstance(watched, ChoiceButton):
            asked = _asked(watched)
            if asked is not None:
                self.pointed_at.emit(asked)
        elif kind in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.left.emit()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return False

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_W or event.modifiers():
            return False
        asked = Asked(watched.finding.id) if isinstance(watched, FindingRow) else None
        if isinstance(watched, ChoiceButton):
            asked = _asked(watched)
        if asked is not None and not event.isAutoRepeat():
            self.asked_now.emit(asked)
        return asked is not None

    def _watch_buttons(self, row: FindingRow) -> None:
        if row not in self._watched:
            self._watched.add(row)
            row.equip()
            for control in row.findChildren(AnswerControl):
                for button in control.strip.buttons:
                    button.installEventFilter(self)


def _asked(button: ChoiceButton) -> Asked | None:
    side, row = None, button.parent()
    while row is not None and not isinstance(row, FindingRow):
        side = row.side if isinstance(row, AnswerControl) else side
        row = row.parent()
    if row is None or button.choice == UNKNOWN:
        return None
    return Asked(row.finding.id, button.choice, side=side)
