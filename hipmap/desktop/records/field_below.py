"""A field below its name, with what helps to fill it in."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label


def field_below(field: QWidget, name: str, help_words: str = "") -> QVBoxLayout:
    """Gives name, field and help below each other, and tells them to who hears the window."""
    field.setAccessibleName(name)
    field.setAccessibleDescription(help_words)
    box = QVBoxLayout()
    box.setSpacing(Space.XS)
    called = label(name, "strong", wrap=True)
    called.setBuddy(field)
    box.addWidget(called)
    box.addWidget(field)
    if help_words:
        box.addWidget(label(help_words, "caption", "muted", wrap=True))
    return box
