"""The two steps by which a clinician says that a warning was acted on; neither happens by accident."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.deliberate_button import DeliberateButton
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.restyle import say

Stage = Literal["open", "asked"]


class ActedSteps(QWidget):
    """Press, then confirm. Where the first button stood comes *not yet*: a second press does no harm."""

    acted = Signal()
    turned = Signal()  # another step, which wants another height

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage: Stage = "open"
        self.words = label("", "caption", wrap=True)
        self.begin = DeliberateButton()
        self.not_yet = DeliberateButton()
        self.confirm = DeliberateButton()
        self.begin.clicked.connect(self._ask)
        self.not_yet.clicked.connect(self._back)
        self.confirm.clicked.connect(self._confirm)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addWidget(self.words)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for button in (self.begin, self.not_yet, self.confirm):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        box.addLayout(line)
        self.show_stage("open")

    def show_stage(self, stage: Stage) -> None:
        """Shows the buttons of a step, in the language of the moment."""
        self.stage = stage
        self.begin.setText(self.tr("I have acted on this"))
        self.not_yet.setText(self.tr("Not yet"))
        self.confirm.setText(self.tr("Yes, acted: fold it"))
        self.words.setText(self.tr("Fold this to a strip? The strip stays as long as the warning stands."))
        self.words.setVisible(stage == "asked")
        self.begin.setVisible(stage == "open")
        self.not_yet.setVisible(stage == "asked")
        self.confirm.setVisible(stage == "asked")

    def dress(self, tone: str, kind: str) -> None:
        """Gives words and buttons the inks of the ground that they stand on."""
        say(self.words, "tone", tone)
        for button in (self.begin, self.not_yet, self.confirm):
            say(button, "kind", kind)

    def _ask(self) -> None:
        had_keyboard = self.begin.hasFocus()
        self.show_stage("asked")
        self.turned.emit()
        if had_keyboard:
            self.not_yet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        had_keyboard = self.not_yet.hasFocus()
        self.show_stage("open")
        self.turned.emit()
        if had_keyboard:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self.acted.emit()  # while the keyboard is still here, so that it can be taken along
        self.show_stage("open")
