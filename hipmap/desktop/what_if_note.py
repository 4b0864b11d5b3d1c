"""The sentence that says under which other answer the ghost marks of the likelihoods would hold."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.body_map.announce import announce
from hipmap.desktop.design_tokens import Radius, Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look


class WhatIfNote(QWidget):
    """Lies over the foot of the likelihoods, so that nothing moves under the mouse when it comes and goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = label("", "strong", "soft", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        box.addWidget(self.words)
        self.hide()

    def tell(self, words: str) -> None:
        """Says it, in sight and to a screen reader."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.take_place()
        self.show()
        self.raise_()
        announce(self, words)

    def take_place(self) -> None:
        """Stands at the foot of what it lies in, as tall as its words."""
        room = self.parentWidget()
        if room is None:
            return
        wide = room.width() - 2 * Space.S
        layout = self.layout()
        tall = layout.totalHeightForWidth(wide) if layout is not None else 0
        self.setGeometry(Space.S, room.height() - tall - Space.XS, wide, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent))
        painter.setBrush(QColor(theme.accent_soft))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, Radius.M, Radius.M)
