"""The small button that opens the note on how to ask or test."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QToolButton, QWidget

from hipmap.desktop.design_tokens import Size
from hipmap.desktop.icons import icon
from hipmap.desktop.look import look


class HelpButton(QToolButton):
    """Checked: the note is about this row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "icon")
        self.setCheckable(True)
        self.setToolTip(self.tr("How to (Enter)"))
        self._dress()

    def show_question(self, question: str) -> None:
        self.setAccessibleName(self.tr("How to: {question}").format(question=question))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        worn = look()
        size = worn.px(Size.ICON)
        self.setIcon(icon("info", worn.theme.muted, size=size))
        self.setIconSize(QSize(size, size))
