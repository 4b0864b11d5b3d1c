"""A still picture of the marks: front and back, and the sides where something is marked there."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.figure_files import FaceKey, Part
from hipmap.desktop.design_tokens import LIGHT, Paper, Space, Theme
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.body import Body
from hipmap.model.case import Face, Mark

SHOWN: tuple[Face, ...] = ("front", "back")
TALL = 260
PRINTED = QSize(300, 420)
SHARP = 2
ONLY_ITSELF = QWidget.RenderFlag.DrawChildren


def part_for(marks: Sequence[Mark], body: Body) -> Part:
    """Gives the large part if all marks lie in it, else the whole body."""
    return "inset" if all(body.by_id[mark.zone].inset for mark in marks) else "whole"


class MarksPicture(QWidget):
    """Cannot be clicked; the words beside it say the same."""

    def __init__(self, body: Body, tall: int = TALL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._tall = tall
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.L)
        self._line = line
        self._canvases: list[FaceCanvas] = []
        self._part: Part | None = None

    def show_marks(self, marks: Sequence[Mark]) -> None:
        part = part_for(marks, self._body)
        if part != self._part:
            self._build(part)
        for canvas in self._canvases:
            canvas.set_theme(look().theme)
            canvas.show_marks(marks)
        self.setFixedHeight(look().px(self._tall))

    def _build(self, part: Part) -> None:
        self._part = part
        while self._line.count():
            taken = self._line.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._canvases = [FaceCanvas(FaceKey(face, part)) for face in SHOWN]
        for canvas in self._canvases:
            self._line.addWidget(_with_sides(canvas), 1)


def _with_sides(canvas: FaceCanvas) -> QWidget:
    """Puts the words for the two sides over a face."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(Space.XS)
    words = QHBoxLayout()
    right, left = side_words()
    first, second = (right, left) if canvas.key.face == "front" else (left, right)
    words.addWidget(label(first, "caption", "muted"))
    words.addStretch(1)
    words.addWidget(label(second, "caption", "muted"))
    box.addLayout(words)
    box.addWidget(canvas, 1)
    return holder


def side_words() -> tuple[str, str]:
    """Gives the words over the right and over the left side of the body."""
    tr = QCoreApplication.translate
    return tr("Home", "YOUR RIGHT"), tr("Home", "YOUR LEFT")


def marks_image(marks: Sequence[Mark], body: Body, theme: Theme = LIGHT) -> QImage:
    """Gives front and back beside each other, to be printed."""
    wide = PRINTED.width() * len(SHOWN)
    image = QImage(wide * SHARP, PRINTED.height() * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(Paper.GROUND))
    painter = QPainter(image)
    for number, face in enumerate(SHOWN):
        canvas = FaceCanvas(FaceKey(face, part_for(marks, body)))
        canvas.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        canvas.set_theme(theme)
        canvas.resize(PRINTED * SHARP)
        canvas.show_marks(marks)
        _ = canvas.zones  # read now, for a picture that is painted once
        canvas.render(painter, QPoint(number * PRINTED.width() * SHARP, 0), QRegion(), ONLY_ITSELF)
    painter.end()
    return image
