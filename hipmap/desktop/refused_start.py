"""The window that says why hipmap does not begin to work: one sentence, to be read, heard and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look

WIDTH = 560


class RefusedStart(QWidget):
    """Nothing else of hipmap is there when this is shown."""

    def __init__(self, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("hipmap")
        self._why = why
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        box.setSpacing(Space.M)
        box.addWidget(label(self.tr("hipmap cannot start"), "heading", wrap=True))
        self.why = label(f"{why}.", "body", wrap=True)
        self.why.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        box.addWidget(self.why)
        words = self.tr("Nothing of yours was changed. Show this to whoever looks after this computer.")
        box.addWidget(label(words, "body", "muted", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.copy_button = QPushButton(self.tr("Copy the message"))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setProperty("kind", "primary")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._why))
        self.close_button.clicked.connect(self.close)
        line.addStretch(1)
        line.addWidget(self.copy_button)
        line.addWidget(self.close_button)
        box.addLayout(line)
        self.setFixedWidth(look().px(WIDTH))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
