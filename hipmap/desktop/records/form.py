"""A form in the middle of a page: its title, fields below their names, what is wrong, and what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.enter_key import presses_what_is_at_hand
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import Card, label
from hipmap.desktop.look import look
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.scrolled_page import ScrolledPage
from hipmap.storage.records.problems import VaultProblem

WIDEST = 480


class FormPage(ScrolledPage):
    """Scrolls where the text is large; `card` holds the form."""

    def __init__(self, drawing: str, title: str, words: str, widest: int = WIDEST) -> None:
        super().__init__()
        self._drawing, self._widest = drawing, widest
        self.column = QVBoxLayout(self.page)
        self.column.addStretch(2)
        self.card = Card()
        self.box = self.card.box
        self.box.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        self.box.setSpacing(Space.M)
        self.column.addWidget(self.card)
        self.column.addStretch(3)
        self._sign = QLabel()
        self.title = label(title, "heading", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.box.addLayout(head)
        self.words = label(words, "body", "muted", wrap=True)
        self.words.setVisible(bool(words))
        self.box.addWidget(self.words)
        self.trouble = label("", "body", "danger", wrap=True)
        self.trouble.hide()
        self.dress()

    def add_field(
        self, name: str, help_words: str = "", secret: bool = False, below: QWidget | None = None
    ) -> QLineEdit:
        """Adds a field below its name, and what is said of its content below the field."""
        field = QLineEdit()
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        both = field_below(field, name, help_words)
        if below is not None:
            both.addWidget(below)
        self.box.addLayout(both)
        return field

    def add_button(self, text: str, act: Callable[[], object], kind: str = "") -> QPushButton:
        """Adds a button of its own line."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setProperty("kind", kind)
        button.clicked.connect(lambda: act())
        self.box.addWidget(button)
        return button

    def add_links(self, *links: QPushButton) -> None:
        """Puts other ways below the form, at its edge."""
        for link in links:
            link.setProperty("kind", "link")
            link.setProperty("flush", True)
            link.setProperty("tall", True)
            link.setAutoDefault(False)
            self.box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def tell(self, problem: VaultProblem | str) -> None:
        """Says what is wrong, above the button; nothing takes it away."""
        text = vault_words(problem)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        if text:
            self.trouble.setAccessibleName(self.trouble.text())
            QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))

    def dress(self) -> None:
        """Takes on the look of now."""
        worn = look()
        self._sign.setPixmap(icon_pixmap(self._drawing, worn.theme.accent, worn.px(22)))
        self._stand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard."""
        if not presses_what_is_at_hand(event, self):
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._stand()

    def _stand(self) -> None:
        room = self.viewport().width()
        side = max(Space.L, (room - look().px(self._widest)) // 2)
        self.column.setContentsMargins(side, Space.L, side, Space.L)
