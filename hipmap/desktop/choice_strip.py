"""A strip of choices of which one can be chosen: joined on one line, or as chips on several."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipmap.desktop.choice_button import ChoiceButton, Place
from hipmap.desktop.mirrored import placed
from hipmap.desktop.strip_size import button_size, strip_boxes, strip_height, strip_width


@dataclass(frozen=True)
class Choice:
    """What can be chosen: its id, the text on the button, the name read out, and what a short text means."""

    id: str
    text: str
    name: str = ""
    in_full: str = ""


class ChoiceStrip(QWidget):
    """Emits `chosen` when a person presses a button; `show_choice` shows the state and emits nothing."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large = False
        self.even = False  # whether rows, where it takes several, are as long as each other
        self.buttons = [ChoiceButton(c.id, c.text, c.name or c.text, self) for c in choices]
        for button, choice in zip(self.buttons, choices, strict=True):
            button.setToolTip(choice.in_full)
            button.clicked.connect(self._pressed)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_large(self, large: bool) -> None:
        """Shows it as tall as a finger needs, in large words, or in the size of the consultation."""
        self._large = large
        for button in self.buttons:
            button.large = large
        self.updateGeometry()
        self._arrange()

    def show_choice(self, chosen: str | None, suggested: str | None = None) -> None:
        for button in self.buttons:
            button.show_state(button.choice == chosen, chosen is None and button.choice == suggested)

    def show_texts(self, choices: Sequence[Choice]) -> None:
        """Words the same choices anew."""
        for button, choice in zip(self.buttons, choices, strict=True):
            button.setText(choice.text)
            button.setAccessibleName(choice.name or choice.text)
            button.setToolTip(choice.in_full)
        self.updateGeometry()
        self._arrange()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Shows on the first buttons by which key each is chosen."""
        for button, key in zip(self.buttons, keys, strict=False):
            button.show_key(key)

    def button_of(self, choice: str) -> ChoiceButton:
        return next(button for button in self.buttons if button.choice == choice)

    def let_focus(self, policy: Qt.FocusPolicy) -> None:
        for button in self.buttons:
            button.setFocusPolicy(policy)

    def sizeHint(self) -> QSize:
        texts = self._texts()
        return QSize(strip_width(texts, self._large), strip_height(texts, 10_000, self._large))

    def minimumSizeHint(self) -> QSize:
        sizes = [button_size(text, self._large) for text in self._texts()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return strip_height(self._texts(), width, self._large, self.even)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._arrange()
        super().changeEvent(event)

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, ChoiceButton):
            self.chosen.emit(sender.choice)

    def _texts(self) -> list[str]:
        return [button.text() for button in self.buttons]

    def _arrange(self) -> None:
        boxes = strip_boxes(self._texts(), self.width(), self._large, self.even)
        joined = strip_width(self._texts(), self._large) <= self.width()
        for at, (button, box) in enumerate(zip(self.buttons, boxes, strict=True)):
            button.place = _place(at, len(boxes)) if joined else "only"
            if joined:
                # Neighbours share one hairline, and all are hit over the whole height of the row.
                shared = 1 if at < len(boxes) - 1 else 0
                box.setSize(QSize(box.width() + shared, max(box.height(), self.height())))
            button.setGeometry(placed(self, box))
            button.update()


def _place(at: int, count: int) -> Place:
    if count == 1:
        return "only"
    return "first" if at == 0 else "last" if at == count - 1 else "middle"
