"""A field to write in at home: its name, the field, what helps to fill it in, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.guide_middle import middle_around
from hipmap.desktop.labels import label
from hipmap.desktop.restyle import say
from hipmap.model.records import one_line


class HomeField(QWidget):
    """What is wrong stands right below the field that it is about."""

    def __init__(self, name: str, help_words: str = "", secret: bool = False) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        self.line = QLineEdit()
        self.line.setProperty("home", "true")
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(help_words)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
            self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        called = label(name, "large_strong", wrap=True)
        called.setBuddy(self.line)
        self.help = label(help_words, "large_note", "muted", wrap=True)
        self.help.setVisible(bool(help_words))
        self.trouble = label("", "large_note", "danger", wrap=True)
        self.trouble.hide()
        for part in (called, self.line, self.help, self.trouble):
            box.addWidget(part)
        self.line.textEdited.connect(lambda _text: self.tell(""))

    def text(self) -> str:
        """Gives what was written, without signs that nobody sees."""
        return one_line(self.line.text())

    def tell(self, wrong: str) -> None:
        """Says what is wrong and takes the person there; without words all is well."""
        text = wrong[:1].upper() + wrong[1:]
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        say(self.line, "wrong", "true" if text else "false")
        if text:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))
            middle = middle_around(self)
            if middle is not None:
                middle.ensureWidgetVisible(self)
