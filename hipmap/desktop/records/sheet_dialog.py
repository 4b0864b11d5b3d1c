"""A question of the records in front of the window: title, words, fields, what is wrong, buttons."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QShowEvent
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
from hipmap.desktop.enter_key import presses_what_is_at_hand
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.growing_area import GrowingArea
from hipmap.desktop.records.vault_words import vault_words
from hipmap.storage.records.problems import VaultProblem

WIDTH = 460
LEAST_TALL = 120
SCREEN_SHARE = 0.9
TAB = Qt.FocusPolicy.TabFocus


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
        self._area = GrowingArea()
        self._area.asks_otherwise.connect(self._fit)
        self.inner = self._area.box
        self.inner.addWidget(self.words)
        self.box.addWidget(self._area, 1)
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

    def tell(self, problem: VaultProblem | str) -> None:
        """Says what is wrong; the person can mend it here."""
        text = vault_words(problem)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self.do.setEnabled(True)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))

    def showEvent(self, event: QShowEvent) -> None:
        """By now all fields are there: the keyboard comes to the first of them, and last to the buttons."""
        fields = [one for one in self._area.findChildren(QWidget) if one.focusPolicy() & TAB]
        for before, after in pairwise([*fields[-1:], self.stay, self.do]):
            QWidget.setTabOrder(before, after)
        if self.focusWidget() is None:
            next((one for one in fields if one.isEnabled()), self.stay).setFocus()
        self.resize(self.width(), self.minimumHeight())  # Qt guessed a height, as if no word were wrapped
        self._fit()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, not the one at the end."""
        if not presses_what_is_at_hand(event, self):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumWidth(look().px(WIDTH))
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        """Is as tall as its words ask for, as far as the screen has room."""
        width = max(self.width(), self.minimumWidth())
        margins = self.box.contentsMargins()
        rest = self.box.totalHeightForWidth(width) - self._area.minimumHeight()
        room = round(self.screen().availableGeometry().height() * SCREEN_SHARE) - rest
        inside = width - margins.left() - margins.right()
        self._area.fit(inside, max(room, look().px(LEAST_TALL)))
        self.resize(width, max(self.height(), rest + self._area.minimumHeight()))
        below = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if self.isVisible() and below > 0:  # what was told made it taller
            self.move(self.x(), self.y() - below)

    def _add(self, name: str, help_words: str, field: QWidget) -> None:
        self.inner.addLayout(field_below(field, name, help_words))
