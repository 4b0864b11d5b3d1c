"""A still picture of the marks on the faces that show them best, two at least."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.figure_files import FaceKey, Part, face_zones
from hipmap.desktop.body_map.zone_words import face_title
from hipmap.desktop.design_tokens import Space, TextRole
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model.body import FACES, Body
from hipmap.model.case import Face, Mark

TALL = 260
TALLEST = 400
"""However large the text, the picture is seen whole in a small window."""
LEAST = 2
"""So many faces are shown at least, so that a person finds their way about the body."""


def part_for(marks: Sequence[Mark], body: Body) -> Part:
    """Gives the large part if all marks lie in it, else the whole body."""
    return "inset" if all(body.by_id[mark.zone].inset for mark in marks) else "whole"


def faces_for(marks: Sequence[Mark], body: Body) -> tuple[Face, ...]:
    """Gives for every mark the face that shows it best, in the order of the body.

    Beside a side stands the front, and beside front or back the other one, to find one's way by.
    """
    part = part_for(marks, body)
    best = {_best_face(mark, part) for mark in marks}
    if len(best) < LEAST:
        best |= {"front"} if best & {"right", "left"} else {"front", "back"}
    return tuple(face for face in FACES if face in best)


def _best_face(mark: Mark, part: Part) -> Face:
    def seen(face: Face) -> float:
        zones = face_zones("neutral", FaceKey(face, part))
        box = zones.path(mark.place).boundingRect() if mark.place in zones else QRectF()
        return box.width() * box.height()

    return max(FACES, key=seen)


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
        self._shown: tuple[Part, tuple[Face, ...]] | None = None

    def show_marks(self, marks: Sequence[Mark]) -> None:
        shown = part_for(marks, self._body), faces_for(marks, self._body)
        if shown != self._shown:
            self._build(*shown)
        for canvas in self._canvases:
            canvas.set_theme(look().theme)
            canvas.show_marks(marks)
        self.setFixedHeight(min(look().px(self._tall), max(self._tall, TALLEST)))

    def faces(self) -> tuple[Face, ...]:
        """Gives the faces that are shown, from the left."""
        return tuple(canvas.key.face for canvas in self._canvases)

    def _build(self, part: Part, faces: tuple[Face, ...]) -> None:
        self._shown = part, faces
        while self._line.count():
            taken = self._line.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._canvases = [FaceCanvas(FaceKey(face, part)) for face in faces]
        role: TextRole = "large_note" if self._tall > TALL else "body"
        self._line.addStretch(1)
        for canvas in self._canvases:
            holder = _with_words(canvas, role)
            holder.setMaximumWidth(look().px(self._tall))  # so that the words stand at the figure
            self._line.addWidget(holder, 100)
        self._line.addStretch(1)


def _with_words(canvas: FaceCanvas, role: TextRole) -> QWidget:
    """Puts over a face which side is which; over a side of the body its name."""
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(Space.XS)
    words = QHBoxLayout()
    right, left = side_words()
    face = canvas.key.face
    if face in ("right", "left"):
        words.addStretch(1)
        words.addWidget(label(face_title(face, "patient"), role, "muted"))
        words.addStretch(1)
    else:
        first, second = (right, left) if face == "front" else (left, right)
        words.addWidget(label(first, role, "muted"))
        words.addStretch(1)
        words.addWidget(label(second, role, "muted"))
    box.addLayout(words)
    box.addWidget(canvas, 1)
    return holder


def side_words() -> tuple[str, str]:
    """Gives the words over the right and over the left side of the body."""
    tr = QCoreApplication.translate
    return tr("Home", "YOUR RIGHT"), tr("Home", "YOUR LEFT")
