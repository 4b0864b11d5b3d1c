"""A question of the records in front of the window: title, words, fields, what is wrong, buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look

WIDTH = 460


class SheetDialog(QDialog):
    """`do` is the button at the end; what it does is the caller's, who closes it when that is done."""

    def __init__(self, parent: QWidget, title: str, words: str, do: str, danger: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        self.box.setSpacing(Space.M)
        self.box.addWidget(label(title, "heading", wrap=True))
        self.words = label(words, "body", wrap=True)
        self.words.setVisible(bool(words))
        self.box.addWidget(self.words)
        self.inner = QVBoxLayout()
        self.inner.setSpacing(Space.M)
        self.box.addLayout(self.inner)
        self.trouble = label("", "body", "danger", wrap=True)
        self.trouble.hide()
        self.box.addWidget(self.trouble)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        self.stay = QPushButton(self.tr("Cancel"))
        self.do = QPushButton(do)
        self.do.setProperty("kind", "danger" if danger else "primary")
        self.stay.setAutoDefault(False)
        self.do.setAutoDefault(False)
        self.do.setDefault(not danger)
        line.addStretch(1)
        line.addWidget(self.stay)
        line.addWidget(self.do)
        self.box.addLayout(line)
        self.stay.clicked.connect(self.reject)
        self.setMinimumWidth(look().px(WIDTH))

    def add_line(self, name: str, value: str = "", help_words: str = "", secret: bool = False) -> QLineEdit:
        """Adds a field of one line below its name."""
        field = QLineEdit(value)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._add(name, help_words, field)
        return field

    def add_text(self, name: str, value: str = "") -> QPlainTextEdit:
        """Adds a field of several lines."""
        field = QPlainTextEdit(value)
        field.setTabChangesFocus(True)
        field.setFixedHeight(look().px(84))
        self._add(name, "", field)
        return field

    def tell(self, problem: object) -> None:
        """Says what is wrong; the person can mend it here."""
        text = str(problem)
        self.trouble.setText(text[:1].upper() + text[1:])
        self.trouble.setVisible(bool(text))
        self.do.setEnabled(True)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))

    def _add(self, name: str, help_words: str, field: QWidget) -> None:
        both = QVBoxLayout()
        both.setSpacing(Space.XS)
        called = label(name, "strong")
        called.setBuddy(field)
        field.setAccessibleName(name)
        field.setAccessibleDescription(help_words)
        both.addWidget(called)
        both.addWidget(field)
        if help_words:
            both.addWidget(label(help_words, "caption", "muted", wrap=True))
        self.inner.addLayout(both)
