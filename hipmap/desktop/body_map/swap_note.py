"""After the marks changed sides: says what stayed, and offers to give the answers to the other side too."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label


class SwapNote(QFrame):
    """Asks and waits; nothing has to be pressed. It goes with the next thing that is done to the case."""

    too_wanted = Signal()

    def __init__(self, back_to: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._back_to = back_to
        self.setProperty("kind", "message")
        self.setProperty("tone", "calm")
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        box.setSpacing(Space.XS)
        self.words = label("", "body", wrap=True)
        box.addWidget(self.words)
        self.too = QPushButton(self.tr("Swap the answers too"))
        self.leave = QPushButton(self.tr("Leave them"))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for button in (self.too, self.leave):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        box.addLayout(line)
        self.too.clicked.connect(self.too_wanted)
        self.leave.clicked.connect(self.put_away)
        self.hide()

    def ask(self, count: int) -> None:
        """Tells of how many answers the sides stayed."""
        self.words.setText(
            self.tr(
                "The marks are now on the other side. Answers that name a side stay as they are ({count}):"
                " a test of the right was done on the right. Were they put on the wrong side as well?"
            ).format(count=count)
        )
        self.setAccessibleName(self.words.text())
        self.show()
        before = self._back_to
        for button in (self.too, self.leave):
            QWidget.setTabOrder(before, button)
            before = button
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def put_away(self) -> None:
        """Goes; the keyboard goes back to where the swap was asked for."""
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._back_to.setFocus()
        self.hide()
