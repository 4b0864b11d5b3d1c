"""What the urgency panel says below its headline: each cause with what to do and what raised it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.labels import label
from hipmap.desktop.restyle import say
from hipmap.desktop.urgency_words import Cause


class CauseBlock(QWidget):
    """One serious cause. Its name stands above it where there are several, so that nothing is mixed up."""

    def __init__(self, cause: Cause, several: bool) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.name = label(cause.name, "title", wrap=True)
        self.advice = label(cause.advice, "lead", wrap=True)
        start = QCoreApplication.translate("Urgency", "Because:")
        lines = [start, *(f"•  {reason}" for reason in cause.reasons)]
        self.because = label("\n".join(lines) if cause.reasons else "", "caption", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        for part in (self.name, self.advice, self.because):
            box.addWidget(part)
        self.name.setVisible(several)
        self.advice.setVisible(bool(cause.advice))
        self.because.setVisible(bool(cause.reasons))

    def parts(self) -> list[QLabel]:
        return [self.name, self.advice, self.because]


class UrgencyBody(QWidget):
    """All causes, then what to watch for."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.blocks: list[CauseBlock] = []
        self._shown: tuple[Cause, ...] = ()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, Space.S, 0)
        self.box.setSpacing(Space.S)
        self._causes = QVBoxLayout()
        self._causes.setSpacing(Space.M)
        self.net = label("", "caption", wrap=True)
        self.box.addLayout(self._causes)
        self.box.addWidget(self.net)
        self.box.addStretch(1)

    def show_causes(self, causes: Sequence[Cause]) -> None:
        """Shows them; nothing is made anew where nothing differs."""
        if tuple(causes) == self._shown:
            return
        self._shown = tuple(causes)
        empty(self._causes)
        self.blocks = [CauseBlock(cause, len(causes) > 1) for cause in causes]
        for block in self.blocks:
            self._causes.addWidget(block)
            block.show()  # at once: the panel is measured before Qt would come to it

    def labels(self) -> list[QLabel]:
        """Gives every text, from the top."""
        return [*(part for block in self.blocks for part in block.parts()), self.net]

    def dress(self, tone: str) -> None:
        """Gives every text the ink of the ground that it stands on."""
        for part in self.labels():
            say(part, "tone", tone)
