"""One movement to try: a drawing, the steps, when to stop, and what was felt; nobody has to try it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.home.answer_tiles import Answerable
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.posture import Posture
from hipmap.desktop.home.question_screen import QuestionScreen, answers_of
from hipmap.desktop.home.screen import bullets, note_box, numbered
from hipmap.desktop.labels import label
from hipmap.desktop.look import look
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import UNKNOWN, Case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.self_care import Gate, HomeMovement
from hipmap.model.voice import Voice, said

PICTURE, TALL = 400, 230
TALLEST = 300
"""So tall is the drawing at most, however large the text: it is seen whole, with the words about it."""
SIDE_BY_SIDE = 760


class MovementScreen(QuestionScreen):
    """*I won’t do this* and *it hurts too much to try* count as not known, never as no pain."""

    width_wanted = 1080

    def __init__(
        self,
        finding: Finding,
        movement: HomeMovement,
        cautions: Sequence[Gate],
        words: tuple[str, str],
        library: Library,
        knowledge: Knowledge,
        voice: Voice,
    ) -> None:
        self._movement = movement
        self._cautions = tuple(cautions)
        self._library = library
        self._not_tried = "not_done"
        why, progress = words
        super().__init__(finding, why, progress, knowledge, voice)
        self._make_aside()
        skip = HomeButton(self.tr("Skip all movements"), "link")
        skip.clicked.connect(self.skipped)
        self.folds.line.addWidget(skip)
        self.skip_button = skip

    def add_before_answers(self) -> None:
        self._before = QVBoxLayout()
        self._before.setSpacing(Space.M)
        self.box.addLayout(self._before)
        self.box.addWidget(numbered(said(step, self.voice) for step in self._movement.steps))
        self.box.addWidget(label(said(self._movement.watch_for, self.voice), "large_strong", wrap=True))

    def _make_aside(self) -> None:
        """Makes the drawing, what to check first and when to stop; they are read before anything is tried."""
        tall = min(look().px(TALL), TALLEST)
        self.posture = Posture(self._movement.drawing, QSize(look().px(PICTURE), tall))
        self.notes: list[QWidget] = [self.posture]
        if self._cautions:
            words = bullets((said(gate, self.voice) for gate in self._cautions), "large_note")
            heading = label(QCoreApplication.translate("Home", "First check this"), "large_strong")
            cautions = note_box("watch", heading, words)
            cautions.setAccessibleName(heading.text())
            self.notes.append(cautions)
        self.notes.append(self._stop_box())
        holder = QWidget()
        self._beside = QVBoxLayout(holder)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(Space.M)
        self._beside.addStretch(1)
        self.columns.addWidget(holder, 2)
        self._aside: QVBoxLayout | None = None
        self._place_aside(self._beside)

    def _place_aside(self, place: QVBoxLayout) -> None:
        """Puts it beside the steps, or in a narrow window above them: never below the answers."""
        if place is self._aside:
            return
        for at, note in enumerate(self.notes):
            if self._aside is not None:
                self._aside.removeWidget(note)
            place.insertWidget(at, note)
        self._aside = place

    def answers(self) -> Sequence[Answerable]:
        tr = QCoreApplication.translate
        felt = [one for one in answers_of(self.finding, self.voice) if one.id != UNKNOWN]
        not_tried = [
            Answerable("too_painful", tr("Home", "It hurts too much to try"), tr("HomeKeys", "H")),
            Answerable("not_done", tr("Home", "I won’t do this, or I don’t know"), tr("HomeKeys", "U")),
        ]
        return [*felt, *not_tried]

    def show_case(self, case: Case, assessment: Assessment) -> None:
        super().show_case(case, assessment)
        answer = case.answers.get(self.finding.id)
        if answer is not None and answer.value == UNKNOWN:
            self.tiles.show_choice(self._not_tried)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() >= look().px(SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self.columns.direction():
            self.columns.setDirection(way)
        self._place_aside(self._beside if beside else self._before)
        super().resizeEvent(event)

    # ---- parts

    def _stop_box(self) -> QFrame:
        rules = {rule.id: rule for rule in self._library.stop_rules}
        lines = [said(rules[name], self.voice) for name in self._movement.stop_rules if name in rules]
        heading = label(QCoreApplication.translate("Home", "When to stop"), "large_strong")
        return note_box("stop", heading, bullets(lines, "large_note"))

    def _choose(self, value: str) -> None:
        if value in ("too_painful", "not_done"):
            name = self.finding.id
            text = QCoreApplication.translate("Edits", "Answer")
            self._not_tried = value
            self.edited.emit(text, lambda case: edits.put_answer(case, name, UNKNOWN), "")
        else:
            super()._choose(value)
