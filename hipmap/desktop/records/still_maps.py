"""The four faces of the figure with marks that cannot be changed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.laid_over import LaidOver
from hipmap.desktop.body_map.zone_words import short_edge_words, short_face_title
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.body import FACES
from hipmap.model.case import Mark

FACE_TALL = 232


class StillMaps(QWidget):
    """Is never mirrored: right is the right of the person in every language."""

    def __init__(self, name: str, tall: int = FACE_TALL) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(name)
        self._tall = tall
        self.canvases: list[FaceCanvas] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.XL)
        for at, face in enumerate(FACES):
            grid.addWidget(self._face(FaceKey(face, "inset")), at // 2, at % 2)

    def show_marks(self, marks: Sequence[Mark], earlier: Sequence[Mark] = ()) -> None:
        """Shows marks, and those of before as an outline over them."""
        for canvas in self.canvases:
            canvas.show_marks(marks)
            canvas.lay_over(LaidOver(earlier=tuple(earlier)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            for canvas in self.canvases:
                canvas.set_theme(look().theme)
        super().changeEvent(event)

    def _face(self, key: FaceKey) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        head = QHBoxLayout()
        left, right = short_edge_words(key.face)
        for words in (left, short_face_title(key.face), right):
            head.addWidget(label(words, "caption", "muted"))
            if words is not right:
                head.addStretch(1)
        box.addLayout(head)
        canvas = FaceCanvas(key)
        canvas.setMinimumHeight(self._tall)
        canvas.set_theme(look().theme)
        self.canvases.append(canvas)
        box.addWidget(canvas, 1)
        return holder
