"""A button that looks like words to follow, for the foot of a card."""

from PySide6.QtWidgets import QPushButton


def link_button(act: object) -> QPushButton:
    """Gives a button without words yet that does something when it is pressed."""
    button = QPushButton()
    button.setProperty("kind", "link")
    button.setProperty("flush", "true")
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button
