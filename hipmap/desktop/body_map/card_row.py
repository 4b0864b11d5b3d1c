"""One field of the card of a mark: what it asks, and its choices, entered by one Tab and walked by arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from hipmap.desktop.choice_button import ChoiceButton
from hipmap.desktop.choice_strip import Choice, ChoiceStrip
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import grows_with_its_words, label
from hipmap.desktop.look import look

ASIDE = 76
"""The room of a question that stands before its choices, at 100 % text."""


class CardRow(QWidget):
    """Emits `chosen`; what is then chosen, one or several, is for others to say."""

    chosen = Signal(str)

    def __init__(self, question: str, choices: Sequence[Choice], beside: bool = False) -> None:
        super().__init__()
        self.asked: QLabel = label(question, "caption", "muted", wrap=True)
        self.strip = ChoiceStrip(choices)
        self.strip.chosen.connect(self.chosen)
        self._beside = beside
        self.strip.even = beside
        self._line = line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        line.setContentsMargins(0, 0, 0, 0)
        self.strip.setSizePolicy(grows_with_its_words())
        line.addWidget(self.asked)
        line.addWidget(self.strip, 1)
        self.strip.setAccessibleName(question)
        for button in self.strip.buttons:
            button.installEventFilter(self)
        self._reach(self.strip.buttons[0])
        self.fit()

    def fit(self, room: int = 10_000) -> None:
        """Keeps the questions of rows below each other as wide as each other; above, where they lack room."""
        aside = look().px(ASIDE)
        beside = self._beside and aside + Space.S + self.strip.sizeHint().width() <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        self._line.setSpacing(Space.S if beside else Space.HAIR)
        self.asked.setMinimumWidth(aside if beside else 0)
        self.asked.setMaximumWidth(aside if beside else 10_000)

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Words the row anew."""
        self.asked.setText(question)
        self.strip.setAccessibleName(question)
        self.strip.show_texts(choices)

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Shows what is chosen, and lets the keyboard come to the first of it."""
        for button in self.strip.buttons:
            button.show_state(button.choice in chosen)
        if not any(button.hasFocus() for button in self.strip.buttons):
            first = next((b for b in self.strip.buttons if b.isChecked()), self._first())
            self._reach(first)

    def take_keyboard(self) -> None:
        """Takes the keyboard where the Tab key would come to."""
        reached = next(b for b in self.strip.buttons if b.focusPolicy() != Qt.FocusPolicy.ClickFocus)
        reached.setFocus(Qt.FocusReason.PopupFocusReason)

    def holds_keyboard(self) -> bool:
        return any(button.hasFocus() for button in self.strip.buttons)

    def _first(self) -> ChoiceButton:
        return next((b for b in self.strip.buttons if b.isEnabled()), self.strip.buttons[0])

    def _reach(self, reached: ChoiceButton) -> None:
        for button in self.strip.buttons:
            own = button is reached
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, ChoiceButton):
                self._walk(watched, step)
                return True
        elif event.type() == QEvent.Type.FocusIn and isinstance(watched, ChoiceButton):
            self._reach(watched)
        return super().eventFilter(watched, event)

    def _walk(self, start: ChoiceButton, step: int) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and abs(step) == 1:
            step = -step
        there = [button for button in self.strip.buttons if button.isEnabled()]
        at = max(0, min(there.index(start) + step, len(there) - 1))
        there[at].setFocus(Qt.FocusReason.TabFocusReason)
