"""One page, or a picture, as wide as there is room."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMoveEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from hipmap.desktop.labels import grows_with_its_words
from hipmap.desktop.look import look

LEAST = 120


class PagePicture(QWidget):
    """Keeps its shape; it is heard by its name and by its words."""

    placed = Signal()

    def __init__(self, page: QImage, name: str, words: str) -> None:
        super().__init__()
        self._page = page
        self._drawn = QPixmap()
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setSizePolicy(grows_with_its_words())
        self.setMinimumWidth(LEAST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, round(width * self._page.height() / max(1, self._page.width())))

    def sizeHint(self) -> QSize:
        return self._page.size() / 2

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.heightForWidth(LEAST))

    def moveEvent(self, event: QMoveEvent) -> None:
        self.placed.emit()
        super().moveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._page.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())
        sharp = size * self.devicePixelRatioF()
        if self._drawn.size() != sharp:
            self._drawn = QPixmap.fromImage(
                self._page.scaled(
                    sharp,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        painter.drawPixmap(place, self._drawn)
        painter.setPen(QColor(look().theme.edge))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
