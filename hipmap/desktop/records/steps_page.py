"""How a visit was written: who changed what and when, and the visit as it was after each step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from hipmap.desktop.body_map.read_back_words import read_back
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.desktop.design_tokens import Space
from hipmap.desktop.emptied import empty
from hipmap.desktop.home.told_words import answer_lines, mark_lines
from hipmap.desktop.labels import Card, label, rule
from hipmap.desktop.look import look
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.day_words import day_words, moment_words
from hipmap.desktop.records.step_words import step_changes
from hipmap.desktop.records.still_maps import StillMaps
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.records import Patient, Step, Visit
from hipmap.model.voice import Voice

BESIDE = 760
FACE_TALL = 170
SHORT = 3


class StepsPage(BesidePage):
    """Nothing here can be changed."""

    def __init__(
        self, patient: Patient, visit: Visit, steps: Sequence[Step], knowledge: Knowledge, voice: Voice
    ) -> None:
        super().__init__(self.tr("Back to {name}").format(name=patient.identity.name))
        self._knowledge, self._voice = knowledge, voice
        self._steps = {one.step: one for one in steps}
        self._before = dict(zip((one.step for one in steps), (None, *steps), strict=False))
        self.steps = TwoLineList(self.tr("Steps of this visit"))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(Space.M)
        self._both.addWidget(self._list_card(visit), 2)
        self._both.addWidget(self._step_card(), 3)
        self.column.addLayout(self._both, 1)
        self.steps.show_rows([self._row(one) for one in reversed(steps)])
        self.steps.itemSelectionChanged.connect(self._show_step)
        self.steps.setCurrentRow(0)
        self._show_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        beside = self.width() / look().text_scale >= BESIDE
        self._both.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    # ---- the steps

    def _list_card(self, visit: Visit) -> Card:
        card = Card()
        title = self.tr("Visit of {day}").format(day=day_words(visit.day))
        card.box.addWidget(label(title, "heading", wrap=True))
        words = self.tr(
            "Each step as it was saved, the latest first. It is here to be read; nothing changes by it."
        )
        card.box.addWidget(label(words, "caption", "muted", wrap=True))
        card.box.addWidget(self.steps, 1)
        return card

    def _row(self, step: Step) -> tuple[str, str, object]:
        title = self.tr("{moment} · {user}").format(moment=moment_words(step.at), user=step.user)
        return title, self._in_short(step), step.step

    def _in_short(self, step: Step) -> str:
        if not self._is_readable(step):
            return self._not_readable()
        changes = step_changes(self._before[step.step], step, self._knowledge, self._voice)
        if not changes:
            return self.tr("Begun empty") if self._before[step.step] is None else self.tr("Nothing changed")
        more = len(changes) - SHORT
        short = " · ".join(changes[:SHORT])
        if more <= 0:
            return short
        return self.tr("{changes} · and more: {number}").format(changes=short, number=more)

    # ---- one step

    def _step_card(self) -> Card:
        card = Card()
        self.when = label("", "heading", wrap=True)
        card.box.addWidget(self.when)
        card.box.addWidget(label(self.tr("What this step changed"), "title"))
        self._changes = QVBoxLayout()
        self._changes.setSpacing(Space.XS)
        card.box.addLayout(self._changes)
        card.box.addWidget(rule())
        card.box.addWidget(label(self.tr("The visit after this step"), "title"))
        self.marked = label("", "body", wrap=True)
        self.marked.setTextFormat(Qt.TextFormat.RichText)
        card.box.addWidget(self.marked)
        self.maps = StillMaps(self.tr("The map after this step; the words say the same"), FACE_TALL)
        card.box.addWidget(self.maps, 1)
        self._told = QVBoxLayout()
        self._told.setSpacing(Space.XS)
        card.box.addLayout(self._told)
        card.box.addStretch(0)
        return card

    def _show_step(self) -> None:
        chosen = self.steps.chosen()
        if not chosen or not isinstance(chosen[0], int):
            return
        step, knowledge, voice = self._steps[chosen[0]], self._knowledge, self._voice
        self.when.setText(self.tr("{moment} · {user}").format(moment=moment_words(step.at), user=step.user))
        empty(self._changes)
        empty(self._told)
        readable = self._is_readable(step)
        for part in (self.maps, self.marked):
            part.setVisible(readable)
        if not readable:
            self._changes.addWidget(label(self._not_readable(), "body", wrap=True))
            return
        changes = step_changes(self._before[step.step], step, knowledge, voice)
        for line in changes or [self.tr("Nothing.")]:
            self._changes.addWidget(label(line, "body", wrap=True))
        self.maps.show_marks(step.case.marks)
        self.marked.setText(read_back(step.case.marks, ZoneWords(knowledge.body, voice), step.case.pin))
        told = [*mark_lines(step.case, knowledge, voice), *answer_lines(step.case, knowledge, voice)]
        for line in told or [self.tr("Nothing was answered.")]:
            self._told.addWidget(label(line, "body", wrap=True))
        if step.note:
            self._told.addWidget(label(self.tr("Note"), "strong"))
            self._told.addWidget(label(step.note, "body", wrap=True))

    def _is_readable(self, step: Step) -> bool:
        """A step of another hipmap may hold what this one's knowledge has no word for."""
        before = self._before[step.step]
        cases = [step.case] if before is None else [before.case, step.case]
        return not any(check_case(case, self._knowledge) for case in cases)

    def _not_readable(self) -> str:
        return self.tr("This step cannot be shown with the knowledge of this hipmap. It stays as it is.")
