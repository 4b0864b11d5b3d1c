"""Where it hurts: which side is which, the body map, and what was marked read back."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.home_style import WIDE
from hipmap.desktop.home.marks_picture import MarksPicture, side_words
from hipmap.desktop.home.screen import Screen
from hipmap.desktop.home.stops import Stop
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice

FIGURES = 300
"""So tall the figures stand at least: what then still lacks a pixel of 44, a finger is asked about."""
FIGURE = (300, 380)
"""However large the text: it is to be seen whole, between its two sides."""
READ_BACK = 330
"""So tall that the buttons below it are seen too, in a window of 768 lines."""


class OrientScreen(Screen):
    """Shown once: the figure faces the person, so its right side is on the left."""

    def __init__(self, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self.title.setText(self.tr("First: which side is which?"))
        self.add_words(
            self.tr(
                "Next you see a body from the front and from the back. From the front it faces you, like"
                " someone standing before you."
            )
        )
        self.add_words(self.tr("Touch the screen with your right hand, at the side marked YOUR RIGHT."))
        self.figure = FaceCanvas(FaceKey("front", "inset"))
        self.figure.setFixedSize(*FIGURE)
        right, left = side_words()
        line = QHBoxLayout()
        line.setDirection(QHBoxLayout.Direction.LeftToRight)
        line.setSpacing(Space.L)
        line.addStretch(1)
        for part in (label(right, "heading", "accent"), self.figure, label(left, "heading", "accent")):
            part.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            line.addWidget(part)
        line.addStretch(1)
        self.box.addLayout(line)

    def next_words(self) -> str:
        return self.tr("I have found my right side")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "figure"):
            self.figure.set_theme(look().theme)
        super().changeEvent(event)


class MapRoom(QWidget):
    """Gives the body map all the room there is, and never less than it needs."""

    def __init__(self, body_map: BodyMapPanel) -> None:
        super().__init__()
        self._body_map = body_map
        body_map.setParent(self)
        body_map.show()

    def minimumSizeHint(self) -> QSize:
        header, footer = self._body_map.header, self._body_map.footer
        words = header.heightForWidth(max(1, self.width() - 2 * Space.M)) + footer.height()
        figures = (3 * FIGURES + look().px(FIGURES)) // 4  # below words of more lines
        return QSize(look().px(300), figures + words + 2 * Space.M + 2 * Space.S)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.updateGeometry()  # in a narrower room the tools take more lines
        self._body_map.setGeometry(self.rect())


class MapScreen(Screen):
    """The body map as large as the window allows."""

    width_wanted = 2 * WIDE

    def __init__(self, body_map: BodyMapPanel, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._body_map = body_map
        self._is_marked = False
        self.box.setSpacing(Space.S)
        self.title.setText(self.tr("Where does it hurt?"))
        self.hint = label("", "large_note", "muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(Space.XL)
        self.box.removeWidget(self.title)
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        self.title.setWordWrap(False)
        self.box.addLayout(head)
        self.box.addWidget(MapRoom(body_map), 1)

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._body_map.show_case(case, assessment)
        self._is_marked = bool(case.marks)
        self.hint.setText(
            self.tr("Now click once more on the worst spot. A third click takes a place away.")
            if self._is_marked
            else self.tr("Click on every place that hurts, or type it below. If you cannot show it, go on.")
        )

    def next_words(self) -> str:
        return self.tr("Next") if self._is_marked else self.tr("I can’t show it")

    def goes_on_by_enter(self) -> bool:
        return self._is_marked


class ReadBackScreen(Screen):
    """Asks whether side and place are right, before anything is made of them."""

    width_wanted = 860

    def __init__(self, body_map: BodyMapPanel, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self._asking = body_map.words_asked
        self.title.setText(self.tr("Is this right?"))
        self._words = ZoneWords(knowledge.body, voice)
        self.sentence = self.add_words("")
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.which = HomeButton(self.tr("Your words do not fit the map. Which is it?"))
        self.which.clicked.connect(self._ask_difference)
        self.box.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        self.picture = MarksPicture(knowledge.body, READ_BACK)
        self.box.addWidget(self.picture)
        self.swap = HomeButton(self.tr("No, swap the sides"))
        self.swap.clicked.connect(self._swap)
        self.change = HomeButton(self.tr("Change something"))
        self.change.clicked.connect(lambda: self.asked.emit("map"))
        buttons = QVBoxLayout()
        buttons.setSpacing(Space.S)
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self.swap)
        line.addWidget(self.change)
        line.addStretch(1)
        buttons.addLayout(line)
        self.box.addLayout(buttons)

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self.sentence.setText(read_back(case.marks, self._words, case.pin))
        self._asking.show_case(case)
        self.which.setVisible(bool(self._asking.differing()))
        self.picture.show_marks(case.marks)
        self.swap.setVisible(any(mark.side != "midline" for mark in case.marks))

    def next_words(self) -> str:
        return self.tr("Yes, that is right")

    def spoken(self) -> str:
        return f"{self.title.text()} {self.sentence.text()}".replace("<b>", "").replace("</b>", "")

    def _ask_difference(self) -> None:
        """Asks by pictures which is meant, where the words are not on the map."""
        differing = self._asking.differing()
        if differing:
            self.stop_asked.emit(Stop("difference", differing[0].id))

    def _swap(self) -> None:
        self.edited.emit(QCoreApplication.translate("Edits", "Swap sides"), edits.swap_sides, "")
