"""A field to search in: a magnifier before the words, and a button that empties it; both have a name."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from hipmap.desktop.icons import icon
from hipmap.desktop.look import look

ICON = 16
# What Qt calls the action behind the button that empties a field; it gives it no words.
CLEAR_ACTION = "_q_qlineeditclearaction"


class SearchField(QLineEdit):
    """Its own name, and the words that stand in it while it is empty, are given by whoever uses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self._magnifier = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._magnifier.setText(self.tr("Find"))
        clear = self.findChild(QAction, CLEAR_ACTION)
        if clear is not None:
            clear.setText(self.tr("Clear the search"))
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_magnifier"):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        worn = look()
        self._magnifier.setIcon(icon("search", worn.theme.muted, size=worn.px(ICON)))
