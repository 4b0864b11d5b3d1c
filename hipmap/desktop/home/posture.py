"""The drawing of a posture or movement, its phases beside each other, in the tone of the theme."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.learn.drawings import drawing_words, drawings
from hipmap.desktop.learn.pose_picture import pose_picture
from hipmap.desktop.look import look

SHARP = 2


class Posture(QWidget):
    """Reads out what it shows; hidden where there is no drawing of this name."""

    def __init__(self, name: str | None, room: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._files: tuple[str, ...] = ()
        row = drawings().get(name) if name is not None else None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        self.setFixedHeight(room.height())
        self._pictures: list[QLabel] = []
        if name is not None and row is not None:
            self._files = tuple(str(one) for one in row["files"])
            self.setAccessibleName(drawing_words(name))
        for _ in self._files:
            picture = QLabel()
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.addWidget(picture)
            self._pictures.append(picture)
        if not self._files:
            self.hide()  # never shown here: without a parent it would be a window of its own
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        count = max(1, len(self._files))
        width = (self._room.width() - (count - 1) * Space.S) // count
        for picture, file in zip(self._pictures, self._files, strict=True):
            image = pose_picture(file, look().theme, width * SHARP)
            if image is not None:
                if image.height() > self._room.height() * SHARP:
                    smooth = Qt.TransformationMode.SmoothTransformation
                    image = image.scaledToHeight(self._room.height() * SHARP, smooth)
                drawn = QPixmap.fromImage(image)
                drawn.setDevicePixelRatio(SHARP)
                picture.setPixmap(drawn)
