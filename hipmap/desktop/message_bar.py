"""A calm message under the top bar, which stays until it is dismissed or replaced."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.icons import icon_pixmap
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.desktop.restyle import say

Tone = Literal["problem", "calm"]


class MessageBar(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.tone: Tone = "problem"
        around = QVBoxLayout(self)
        around.setContentsMargins(Space.M, Space.M, Space.M, 0)
        self.frame = QFrame()
        self.frame.setProperty("kind", "message")
        around.addWidget(self.frame)
        line = QHBoxLayout(self.frame)
        line.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        line.setSpacing(Space.S)
        self.sign = QLabel()
        self.words = label("", "body", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.way = QPushButton()  # to the place where it can be mended
        self.way.setProperty("kind", "link")
        self.way.clicked.connect(self._go)
        self.way.hide()
        self._act: Callable[[], object] | None = None
        self.dismiss = QPushButton(self.tr("Dismiss"))
        self.dismiss.setProperty("kind", "link")
        self.dismiss.clicked.connect(self.forget)
        line.addWidget(self.sign)
        line.addWidget(self.words, 1)
        line.addWidget(self.way)
        line.addWidget(self.dismiss)
        self.hide()

    def tell(
        self, text: str, tone: Tone = "problem", way: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Says something; `way` is what can be done about it, in words and as a deed."""
        self.tone = tone
        self.words.setText(text)
        self.way.setText("" if way is None else way[0])
        self._act = None if way is None else way[1]
        self.way.setVisible(way is not None)
        self.setAccessibleName(text)
        say(self.frame, "tone", tone)
        for part in (self.words, self.way, self.dismiss):
            part.style().unpolish(part)
            part.style().polish(part)
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def forget(self) -> None:
        """Takes the message away; it may name a patient, so it does not stay in a hidden bar either."""
        self.hide()
        self.words.clear()
        self.setAccessibleName("")
        self._act = None

    def _go(self) -> None:
        act = self._act
        self.forget()
        if act is not None:
            act()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "sign"):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        worn = look()
        problem = self.tone == "problem"
        ink = worn.theme.on_amber_soft if problem else worn.theme.on_accent_soft
        self.sign.setPixmap(icon_pixmap("circle-alert" if problem else "circle-check", ink, worn.px(18)))
