"""Two visits of a patient: their maps laid over each other, what changed, and the scores along the days."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from hipmap.desktop.body_map.face_canvas import FaceCanvas
from hipmap.desktop.body_map.figure_files import FaceKey
from hipmap.desktop.body_map.laid_over import LaidOver
from hipmap.desktop.body_map.zone_words import short_edge_words, short_face_title
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.labels import Card, label, rule
from hipmap.desktop.languages import number_in_words
from hipmap.desktop.look import look
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.visits_compared import Side, likelihood_changes, told_otherwise, urgency_words
from hipmap.model.body import FACES
from hipmap.model.knowledge import Knowledge
from hipmap.model.records import OutcomeScore, Patient
from hipmap.model.voice import Voice

FACE_TALL = 232
BESIDE = 760


class ComparePage(BesidePage):
    """Nothing here can be changed."""

    def __init__(
        self,
        patient: Patient,
        both: tuple[Side, Side],
        scores: Sequence[OutcomeScore],
        knowledge: Knowledge,
        voice: Voice,
    ) -> None:
        super().__init__(self.tr("Back to {name}").format(name=patient.identity.name))
        self._earlier, self._later = both
        self.canvases: list[FaceCanvas] = []
        self._both = QHBoxLayout()
        self._both.setSpacing(Space.M)
        self._both.addWidget(self._maps(), 3)
        self._both.addWidget(self._changes(knowledge, voice, scores), 2)
        self.column.addLayout(self._both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() / look().text_scale >= BESIDE
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            for canvas in self.canvases:
                canvas.set_theme(look().theme)
        super().changeEvent(event)

    def _maps(self) -> Card:
        card = Card()
        card.box.addWidget(label(self.tr("Where it hurt"), "title"))
        self.legend = label(
            self.tr("Filled: {later}. Dashed outline: {earlier}.").format(
                later=day_words(self._later.day), earlier=day_words(self._earlier.day)
            ),
            "body", "muted", wrap=True,
        )  # fmt: skip
        card.box.addWidget(self.legend)
        faces = QWidget()
        faces.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        faces.setAccessibleName(self.tr("Both maps laid over each other; the list beside says the same"))
        grid = QGridLayout(faces)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.XL)
        for at, face in enumerate(FACES):
            grid.addWidget(self._face(FaceKey(face, "inset")), at // 2, at % 2)
        card.box.addWidget(faces, 1)
        return card

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
        canvas.setMinimumHeight(FACE_TALL)
        canvas.set_theme(look().theme)
        canvas.show_marks(self._later.case.marks)
        canvas.lay_over(LaidOver(earlier=self._earlier.case.marks))
        self.canvases.append(canvas)
        box.addWidget(canvas, 1)
        return holder

    def _changes(self, knowledge: Knowledge, voice: Voice, scores: Sequence[OutcomeScore]) -> Card:
        card = Card()
        days = self.tr("{earlier} → {later}").format(
            earlier=day_words(self._earlier.day), later=day_words(self._later.day)
        )
        card.box.addWidget(label(days, "body", "muted", wrap=True))
        card.box.addWidget(label(self.tr("Urgency"), "title"))
        card.box.addWidget(label(urgency_words(self._earlier, self._later, voice), "body", wrap=True))
        open_questions = len(self._later.assessment.urgency.not_asked)
        if open_questions:
            words = self.tr("Safety questions not asked at the later visit: {number}")
            card.box.addWidget(
                label(words.format(number=open_questions), "caption", "on_amber_soft", wrap=True)
            )
        card.box.addWidget(rule())
        card.box.addWidget(label(self.tr("Likely origin of the pain"), "title"))
        changed = likelihood_changes(self._earlier, self._later, knowledge, voice)
        for name, numbers in changed:
            card.box.addLayout(_row(name, numbers))
        if not changed:
            card.box.addWidget(label(self.tr("No likelihood changed by a step."), "body", wrap=True))
        card.box.addWidget(rule())
        card.box.addWidget(label(self.tr("What was told differently"), "title"))
        told = told_otherwise(self._earlier, self._later, knowledge, voice)
        for one in told:
            card.box.addWidget(label(one.what, "body", wrap=True))
            if one.effect:
                card.box.addWidget(label(one.effect, "caption", "muted", wrap=True))
        if not told:
            card.box.addWidget(label(self.tr("Nothing."), "body"))
        _put_scores(card, scores)
        card.box.addStretch(1)
        return card


def _row(name: str, numbers: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.M)
    line.addWidget(label(name, "body", wrap=True), 1)
    line.addWidget(label(numbers, "strong"))
    return line


def _scores(scores: Sequence[OutcomeScore]) -> list[tuple[str, str]]:
    """Gives each measure with its values in the order of their days."""
    measures: dict[str, list[str]] = {}
    for one in scores:
        measures.setdefault(one.measure, []).append(number_in_words(one.value))
    return [(name.replace("_", " "), " → ".join(values)) for name, values in measures.items()]


def _put_scores(card: Card, scores: Sequence[OutcomeScore]) -> None:
    if not scores:
        return
    card.box.addWidget(rule())
    card.box.addWidget(label(QCoreApplication.translate("Records", "Scores over time"), "title"))
    for measure, line in _scores(scores):
        card.box.addLayout(_row(measure, line))
