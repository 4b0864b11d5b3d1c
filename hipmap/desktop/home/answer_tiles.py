"""The answers to one question, one below the other, of which one can be chosen by mouse or key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.answer_tile import AnswerTile


@dataclass(frozen=True)
class Answerable:
    """What can be chosen: its id, its words and the letter for it (a digit where it has none)."""

    id: str
    text: str
    key: str = ""


class AnswerTiles(QWidget):
    """Emits `chosen` with the id; `show_choice` shows what holds and emits nothing."""

    chosen = Signal(str)

    def __init__(self, answers: Sequence[Answerable], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        self.tiles: list[AnswerTile] = []
        for number, one in enumerate(answers, start=1):
            tile = AnswerTile(one.id, one.text, one.key or str(number), self)
            tile.clicked.connect(self._pressed)
            box.addWidget(tile)
            self.tiles.append(tile)

    def show_choice(self, chosen: str | None) -> None:
        for tile in self.tiles:
            tile.setChecked(tile.choice == chosen)

    def show_texts(self, answers: Sequence[Answerable]) -> None:
        """Words the same answers anew."""
        for tile, one in zip(self.tiles, answers, strict=True):
            tile.show_words(one.text)

    def tile_of(self, choice: str) -> AnswerTile:
        return next(tile for tile in self.tiles if tile.choice == choice)

    def press_key(self, event: QKeyEvent) -> bool:
        """Chooses the answer whose letter or digit was pressed."""
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        pressed = event.text().upper()
        found = next((tile for tile in self.tiles if pressed and tile.key == pressed), None)
        if found is None:
            return False
        found.setFocus(Qt.FocusReason.ShortcutFocusReason)
        found.click()
        return True

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, AnswerTile):
            self.chosen.emit(sender.choice)


def yes_key() -> str:
    return QCoreApplication.translate("HomeKeys", "Y")


def no_key() -> str:
    return QCoreApplication.translate("HomeKeys", "N")


def unknown_key() -> str:
    return QCoreApplication.translate("HomeKeys", "U")
