"""Starts from the map of an earlier case: shows what would be taken over, and takes over only that."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop import chosen_file
from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.mark_list import mark_line
from hipmap.desktop.body_map.zone_words import ZoneWords, short_face_title
from hipmap.desktop.case_document import CaseDocument
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model import edits
from hipmap.model.body import FigureKind
from hipmap.model.case import Case, Face
from hipmap.model.voice import Voice

FACES: tuple[Face, ...] = ("front", "back", "right", "left")
FACE_TALL = 250
FACE_WIDE = {"front": 104, "back": 104, "right": 74, "left": 74}
LIST_TALL = 168


class EarlierMap(QObject):
    """Lets a person choose a case file and, having seen its marks, start from them in one undoable step."""

    shown = Signal(tuple)  # marks that are to be seen as those of last time

    def __init__(
        self,
        session: CaseSession,
        document: CaseDocument,
        window: QWidget,
        voice: Voice,
        figure: FigureKind,
    ) -> None:
        super().__init__(window)
        self._session, self._document, self._window = session, document, window
        self._words = ZoneWords(session.knowledge.body, voice)
        self._figure = figure
        self.dialog: EarlierMapDialog | None = None

    def start(self) -> None:
        """Asks for the file."""
        folder = self._document.path.parent if self._document.path is not None else Path.home()
        name = chosen_file.file_to_open(
            self._window, self.tr("Start from an earlier map"), str(folder), self._files()
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> bool:
        """Shows the marks of a file; the sentence of a bad one is told as when it is opened."""
        case = self._document.read(path)
        if case is None:
            return False
        if not case.marks:
            self._document.told.emit(
                self.tr("{file}: nothing is marked on the body in this case").format(file=path.name),
                "problem",
            )
            return False
        self._document.told.emit("", "calm")
        self.dialog = EarlierMapDialog(
            case, bool(self._session.case.marks), self._words, self._figure, self._window
        )
        self.dialog.taken.connect(lambda: self._take(case))
        self.dialog.outlined.connect(lambda: self.shown.emit(case.marks))
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
        return True

    def _take(self, earlier: Case) -> None:
        self._session.apply(
            self.tr("Start from an earlier map"), lambda case: edits.take_over_map(case, earlier)
        )
        self.shown.emit(earlier.marks)

    def _files(self) -> str:
        return self.tr("Cases ({pattern});;All files (*)").format(pattern="*.json")


class EarlierMapDialog(QDialog):
    """What would be taken over, as a picture and in words with sides; closing it takes over nothing."""

    taken = Signal()
    outlined = Signal()

    def __init__(
        self, earlier: Case, replaces: bool, words: ZoneWords, figure: FigureKind, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Start from an earlier map"))
        self.lines = [mark_line(mark, words) for mark in earlier.marks]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(label(self.tr("The map of last time"), "heading"))
        rows.addWidget(label(self._note(replaces), "body", "muted", wrap=True))
        middle = QHBoxLayout()
        middle.setSpacing(Space.XL)
        middle.addWidget(_faces(earlier, figure))
        middle.addWidget(self._list(), 1)
        rows.addLayout(middle, 1)
        rows.addLayout(self._buttons(replaces))

    def _note(self, replaces: bool) -> str:
        if replaces:
            return self.tr(
                "Only the marks and the spot pointed at are taken over, not the answers. They replace what "
                "is marked now; Undo brings that back."
            )
        return self.tr("Only the marks and the spot pointed at are taken over, not the answers.")

    def _list(self) -> QWidget:
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for line in self.lines:
            column.addWidget(label(line, "body", wrap=True))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        scroll.setMinimumSize(look().px(240), look().px(LIST_TALL))
        scroll.setAccessibleName(self.tr("Marks of last time"))
        return scroll

    def _buttons(self, replaces: bool) -> QHBoxLayout:
        self.take = QPushButton(self.tr("Replace my marks") if replaces else self.tr("Take over these marks"))
        self.take.setProperty("kind", "primary")
        self.take.setDefault(True)
        self.outline = QPushButton(self.tr("Only show them dashed"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.take.clicked.connect(self._take)
        self.outline.clicked.connect(self._outline)
        self.cancel.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addStretch(1)
        for button in (self.cancel, self.outline, self.take):
            line.addWidget(button)
        return line

    def _take(self) -> None:
        self.accept()
        self.taken.emit()

    def _outline(self) -> None:
        self.accept()
        self.outlined.emit()


def _faces(earlier: Case, figure: FigureKind) -> QWidget:
    """Draws the marks on the whole figure from four sides."""
    made = QWidget()
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    made.setAccessibleName(QCoreApplication.translate("BodyMap", "Picture of the marks of last time"))
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.S)
    for face in FACES:
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        canvas = FaceCanvas(FaceKey(face, "whole"))
        canvas.setFixedSize(look().px(FACE_WIDE[face]), look().px(FACE_TALL))
        canvas.show_figure(figure)
        canvas.show_marks(earlier.marks)
        canvas.show_pin(earlier.pin)
        column.addWidget(label(short_face_title(face), "caption", "muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(canvas)
        line.addLayout(column)
    return made
