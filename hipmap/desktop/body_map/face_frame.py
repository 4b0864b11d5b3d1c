"""A face with its heading and the words that name its two edges."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from hipmap.desktop.body_map.face_caption import (
    Caption,
    caption_for,
    caption_height,
    full_words,
    least_caption,
)
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Theme
from hipmap.desktop.look import look


class FaceFrame(QWidget):
    """Holds one face; the words at its edges are always there, however small it is."""

    def __init__(self, key: FaceKey, words: ZoneWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = FaceView(key, words, self)
        self._words = words
        self._theme: Theme = look().theme
        self._lines = 1
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.set_words(words)

    def set_words(self, words: ZoneWords) -> None:
        self._words = words
        self.view.set_words(words)
        self.setAccessibleName(full_words(self.view.key.face, words.voice))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.view.set_theme(theme)
        self.update()

    def stand(self, box: QRect, lines: int) -> None:
        """Takes its place, with a caption of one line or of two."""
        self._lines = lines
        self.setGeometry(box)
        tall = caption_height(lines)
        self.view.setGeometry(0, tall, box.width(), box.height() - tall)
        self.update()

    def caption(self) -> Caption:
        """Gives the words above the face."""
        face = self.view.key.face
        fitting = caption_for(face, self._words.voice, self.width(), self._lines)
        return fitting or least_caption(face, self._lines)

    def event(self, event: QEvent) -> bool:
        """Tells the sides in full where the pointer rests on the caption."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if event.pos().y() < self.view.y():
                QToolTip.showText(event.globalPos(), self.accessibleName(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if event.rect().top() >= self.view.y():
            return  # only the face is painted anew
        painter = QPainter(self)
        self.caption().paint(painter, self.width(), self._theme)
        painter.end()
