"""Says why a report is refused, leads to what has to be corrected, and takes the word that all is right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label


class RefusedNote(QFrame):
    """Hidden while sides agree."""

    show_asked = Signal()
    checked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "message")
        self.setProperty("tone", "problem")
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        box.setSpacing(Space.S)
        box.addWidget(label(self.tr("Right and left do not fit together"), "strong", wrap=True))
        self.words = label("", "body", wrap=True)
        box.addWidget(self.words)
        self.show_me = QPushButton(self.tr("Show me"))
        self.show_me.setAutoDefault(False)
        self.show_me.clicked.connect(self.show_asked)
        self.sure = QCheckBox(self.tr("I have checked the sides"))
        self.sure.toggled.connect(self.checked)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self.show_me)
        line.addWidget(self.sure)
        line.addStretch(1)
        box.addLayout(line)
        self.hide()

    def tell(self, words: str) -> None:
        """Says it, unless it is said already; nothing hides the note, but for a word that was given."""
        if words and words != self.words.text():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if words:
            self.words.setText(words)
            self.setAccessibleName(words)
        self.setVisible(bool(words) or self.sure.isChecked())
