"""Two visits of a patient: their maps laid over each other, what changed, and the scores along the days."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
)

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.safety_words import safety_asked
from hipmap.desktop.labels import Card, label, rule
from hipmap.desktop.languages import number_in_words
from hipmap.desktop.look import look
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.score_words import measure_name
from hipmap.desktop.records.still_maps import StillMaps
from hipmap.desktop.records.visits_compared import Side, likelihood_changes, told_otherwise, urgency_words
from hipmap.model.knowledge import Knowledge
from hipmap.model.outcome_scales import OutcomeScale
from hipmap.model.records import OutcomeScore, Patient
from hipmap.model.voice import Voice

BESIDE = 760
Scores = tuple[Sequence[OutcomeScore], Sequence[OutcomeScale]]


class ComparePage(BesidePage):
    """Nothing here can be changed."""

    def __init__(
        self,
        patient: Patient,
        both: tuple[Side, Side],
        scores: Scores,
        knowledge: Knowledge,
        voice: Voice,
    ) -> None:
        super().__init__(self.tr("Back to {name}").format(name=patient.identity.name))
        self._earlier, self._later = both
        self._both = QHBoxLayout()
        self._both.setSpacing(Space.M)
        self._both.addWidget(self._maps(), 3)
        self._both.addWidget(self._changes(knowledge, voice, scores), 2)
        self.column.addLayout(self._both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() / look().text_scale >= BESIDE
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

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
        maps = StillMaps(self.tr("Both maps laid over each other; the list beside says the same"))
        maps.show_marks(self._later.case.marks, self._earlier.case.marks)
        self.canvases = maps.canvases
        card.box.addWidget(maps, 1)
        return card

    def _changes(self, knowledge: Knowledge, voice: Voice, scores: Scores) -> Card:
        card = Card()
        days = self.tr("{earlier} → {later}").format(
            earlier=day_words(self._earlier.day), later=day_words(self._later.day)
        )
        card.box.addWidget(label(days, "body", "muted", wrap=True))
        card.box.addWidget(label(self.tr("Urgency"), "title"))
        card.box.addWidget(label(urgency_words(self._earlier, self._later, voice), "body", wrap=True))
        later = self._later
        open_questions = len(safety_asked(later.case, later.assessment, knowledge).still_open)
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
        _put_scores(card, scores, voice)
        card.box.addStretch(1)
        return card


def _row(name: str, numbers: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.M)
    line.addWidget(label(name, "body", wrap=True), 1)
    line.addWidget(label(numbers, "strong"))
    return line


def _scores(scores: Scores, voice: Voice) -> list[tuple[str, str]]:
    """Gives each measure with its values in the order of their days."""
    measures: dict[str, list[str]] = {}
    for one in scores[0]:
        measures.setdefault(one.measure, []).append(number_in_words(one.value))
    return [(measure_name(one, scores[1], voice), " → ".join(values)) for one, values in measures.items()]


def _put_scores(card: Card, scores: Scores, voice: Voice) -> None:
    if not scores[0]:
        return
    card.box.addWidget(rule())
    card.box.addWidget(label(QCoreApplication.translate("Records", "Scores over time"), "title"))
    for measure, line in _scores(scores, voice):
        card.box.addLayout(_row(measure, line))
