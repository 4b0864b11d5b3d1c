"""Labels in the roles of the type scale."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space, TextRole


def label(text: str, role: TextRole = "body", tone: str = "", wrap: bool = False) -> QLabel:
    """Gives a label of plain text; nothing in it is ever read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def inset(made: QLabel) -> QLabel:
    """Lets a label begin where the words begin in rows that light up around them."""
    made.setContentsMargins(Space.XS, 0, Space.XS, 0)
    return made


def grows_with_its_words() -> QSizePolicy:
    """Gives the policy of a widget whose height follows from its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


def rule() -> QFrame:
    """Gives a hairline."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


class Card(QFrame):
    """A surface with round corners on the ground of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.box.setSpacing(Space.S)
