"""One question with its answers as large tiles or a number, why it is asked and what it means."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hipmap.desktop.choice_strip import Choice
from hipmap.desktop.home.answer_tiles import Answerable, AnswerTiles, no_key, unknown_key, yes_key
from hipmap.desktop.home.screen import Folded, Screen
from hipmap.desktop.labels import label
from hipmap.desktop.number_field import NumberField
from hipmap.desktop.wording import answer_word, side_button, unit_word
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import NO, UNKNOWN, YES, Case, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said
from hipmap.reasoning.facts import complaint_side

SIDES: tuple[Side, ...] = ("right", "left")


def answers_of(finding: Finding, voice: Voice) -> list[Answerable]:
    """Gives what can be answered; *don't know* is always among it."""
    dont_know = Answerable(UNKNOWN, answer_word(UNKNOWN), unknown_key())
    if finding.answer == "choice":
        return [*(Answerable(one.id, said(one, voice)) for one in finding.options), dont_know]
    if finding.answer == "number":
        return [dont_know]
    return [
        Answerable(YES, answer_word(YES), yes_key()),
        Answerable(NO, answer_word(NO), no_key()),
        dont_know,
    ]


class QuestionScreen(Screen):
    """A chosen answer stays until another is chosen; going on without one leaves the question open."""

    def __init__(self, finding: Finding, why: str, progress: str, knowledge: Knowledge, voice: Voice) -> None:
        super().__init__(knowledge, voice)
        self.finding = finding
        self._why = why
        self._case: Case | None = None
        self.progress = label(progress, "large_note", "muted")
        self.box.insertWidget(0, self.progress)
        self.title.setText(said(finding, voice))
        self.add_before_answers()
        self._add_number()
        self.tiles = AnswerTiles(self.answers())
        self.tiles.chosen.connect(self._choose)
        self.box.addWidget(self.tiles)
        self._add_sides()
        self._add_folds()

    # ---- what a movement adds

    def add_before_answers(self) -> None:
        """Is where a movement shows how it is done."""

    def answers(self) -> Sequence[Answerable]:
        return answers_of(self.finding, self.voice)

    # ---- what the guide asks

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._case = case
        answer = case.answers.get(self.finding.id)
        value = None if answer is None else answer.value
        self.tiles.show_choice(value if isinstance(value, str) else None)
        if self.number is not None:
            self.number.show_number(None if isinstance(value, str) else value)
        asks = self.finding.sided and value not in (None, NO, UNKNOWN) and self._implied_side(case) is None
        self.sides.setVisible(asks)
        self.sides.tiles.show_choice(None if answer is None else answer.side)

    def next_words(self) -> str:
        given = self._case is not None and self.finding.id in self._case.answers
        return self.tr("Next") if given else self.tr("Skip")

    def press_key(self, event: QKeyEvent) -> bool:
        if self.number is not None and event.text().isdecimal():
            self.number.begin(event.text())
            return True
        return self.tiles.press_key(event)

    def spoken(self) -> str:
        return f"{self.progress.text()} {self.title.text()}"

    # ---- parts

    def _add_number(self) -> None:
        self.number: NumberField | None = None
        scale = self.finding.scale
        if scale is None:
            return
        unit = partial(unit_word, unit=scale.unit, voice=self.voice)
        self.number = NumberField(said(self.finding, self.voice), (scale.least, scale.most), unit)
        self.number.field.setProperty("home", "true")
        self.number.entered.connect(self._enter)
        self.number.left.connect(self.typing_ended)
        line = QHBoxLayout()
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        self.box.addLayout(line)

    def _add_sides(self) -> None:
        self.sides = WhichSide(self.voice)
        self.sides.tiles.chosen.connect(self._choose_side)
        self.sides.hide()
        self.box.addWidget(self.sides)

    def _add_folds(self) -> None:
        self.folds = Folded()
        self.folds.add("why", self.tr("Why we ask"), self._why)
        meaning = self.finding.help.patient
        if meaning:
            self.folds.add("meaning", self.tr("What does this mean?"), meaning)
        self.box.addWidget(self.folds)

    def _implied_side(self, case: Case) -> Side | None:
        side = complaint_side(case)
        return side if side in SIDES else None

    def _put(self, value: str | float, side: Side | None, key: str = "") -> None:
        name = self.finding.id
        text = QCoreApplication.translate("Edits", "Answer")
        self.edited.emit(text, lambda case: edits.put_answer(case, name, value, side), key)

    def _choose(self, value: str) -> None:
        side = None
        if self._case is not None and self.finding.sided and value not in (NO, UNKNOWN):
            before = self._case.answers.get(self.finding.id)
            side = self._implied_side(self._case) or (before.side if before is not None else None)
        self._put(value, side)

    def _enter(self, value: float | None) -> None:
        if value is None:
            name = self.finding.id
            text = QCoreApplication.translate("Edits", "Answer")
            self.edited.emit(text, lambda case: edits.remove_answer(case, name), f"typed:{name}")
        else:
            self._put(value, None, f"typed:{self.finding.id}")

    def _choose_side(self, side: str) -> None:
        answer = None if self._case is None else self._case.answers.get(self.finding.id)
        if answer is not None:
            self._put(answer.value, next(one for one in SIDES if one == side))


class WhichSide(QWidget):
    """Asks for the side of an answer where both sides hurt, or none was shown."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self.tr("On which side?"), "large_strong", wrap=True), 1)
        choices = [Choice(side, side_button(side, "patient")) for side in SIDES]
        self.tiles = AnswerTiles([Answerable(one.id, one.text, one.text[:1]) for one in choices])
        line.addWidget(self.tiles, 2)
