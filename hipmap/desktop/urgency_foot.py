"""The foot of the urgency panel: how much was asked, the country, what was acted on, and asking now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.acted_steps import ActedSteps
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.restyle import say


class UrgencyFoot(QWidget):
    """One line in calm times; a loud warning has a second one for its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = label("", "caption", wrap=True)
        self.country = QPushButton()
        self.steps = ActedSteps()
        self.ask = QPushButton()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        self._told, self._pressed = QHBoxLayout(), QHBoxLayout()
        self._told.addWidget(self.country)
        self._pressed.addWidget(self.steps, 1)
        for line in (self._told, self._pressed):
            line.setSpacing(Space.S)
            box.addLayout(line)

    def show_parts(self, loud: bool) -> None:
        """Shows what goes with a tier."""
        self.country.setVisible(loud)
        self.steps.setVisible(loud)

    def take(self, asked: QLabel, ask: QPushButton, loud: bool) -> None:
        """Takes the words and the button about what was asked, which stand beside a calm headline."""
        if self._told.indexOf(asked) < 0:
            self._told.insertWidget(0, asked, 1)
        line = self._pressed if loud else self._told
        if line.indexOf(ask) < 0:
            line.addWidget(ask, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)

    def dress(self, tone: str, danger: bool) -> None:
        """Gives texts and buttons the inks of the ground that they stand on."""
        kind = "on_danger" if danger else "plain"
        say(self.asked, "tone", tone)
        say(self.ask, "kind", kind)
        self.steps.dress(tone, kind)
        say(self.country, "kind", "quiet_on_danger" if danger else "quiet_on_amber")
