"""The right column below the urgency: what does not fit, own view, likelihoods, why, and what comes next."""

from PySide6.QtCore import Qt, Signal

from hipmap.desktop.advice_panel import AdvicePanel
from hipmap.desktop.closing_words import closing_words
from hipmap.desktop.column import Column
from hipmap.desktop.conflict_note import ConflictNote
from hipmap.desktop.hand_on_row import HandOnRow
from hipmap.desktop.labels import inset, label
from hipmap.desktop.likelihood_panel import LikelihoodPanel
from hipmap.desktop.own_view_panel import OwnViewPanel
from hipmap.desktop.own_view_strip import OwnViewStrip
from hipmap.desktop.reasons_panel import ReasonsPanel
from hipmap.desktop.seen_of_case import SeenOfCase
from hipmap.desktop.why.sheet_hover import SheetHover
from hipmap.desktop.why.what_if_asked import Asked
from hipmap.desktop.why.what_if_hover import WhatIfHover
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class ResultPane(Column):
    """Joins its panels among themselves; emits what a person wants to read, to ask, or holds as own view."""

    read_asked = Signal(str)
    note_asked = Signal()
    reports_asked = Signal()
    ask_findings = Signal(list)
    own_view_given = Signal(object)  # an OwnView, or None where it is taken back
    cover_changed = Signal(bool)

    def __init__(self, knowledge: Knowledge, voice: Voice, seen: SeenOfCase) -> None:
        self.conflicts = ConflictNote(voice)
        self.own_view = OwnViewPanel(voice)
        self.own_view_strip = OwnViewStrip()
        self.likelihoods = LikelihoodPanel(voice)
        self.reasons = ReasonsPanel(voice)
        self.advice = AdvicePanel(voice)
        self.hand_on = HandOnRow()
        super().__init__(
            self.conflicts, self.own_view, self.likelihoods, self.hand_on, self.own_view_strip,
            self.reasons, self.advice,
        )  # fmt: skip
        self.closing = inset(label("", "body", wrap=True))
        self.reasons.box.insertWidget(self.reasons.box.count() - 1, self.closing)
        self._knowledge = knowledge
        self._voice: Voice = voice
        self._case: tuple[Case, Assessment] | None = None
        self._own_view_first = self._was_covered = False
        self._seen = seen
        self._is_new = True  # whether nothing of this case has been shown yet
        self._tier: Tier | None = None
        self.what_if = WhatIfHover(self)
        self.sheet_hover = SheetHover(self)
        for panel in (self.conflicts, self.own_view, self.likelihoods, self.reasons, self.advice):
            panel.show_knowledge(knowledge)
        self._listen()

    # ---- what is shown

    def show_case(self, case: Case, assessment: Assessment) -> None:
        """Shows likelihoods at once; reasons and advice wait for the ranges, which follow in a moment.

        Where it has become urgent nothing waits: what leads away from help is gone at once.
        """
        self._case = (case, assessment)
        self.conflicts.show_case(case, assessment)
        whole = self._is_new or _has_ranges(assessment) or assessment.urgency.tier != self._tier
        self._is_new = False
        self._tier = assessment.urgency.tier
        if whole:
            self.advice.show_case(case, assessment)
        self.own_view_strip.show_case(case, assessment, self._knowledge, self._voice)
        self.closing.setText(closing_words(assessment, self._voice))
        self.closing.setVisible(bool(self.closing.text()))
        self.hand_on.setVisible(bool(case.marks or case.answers))
        self._show_side(whole)
        self._show_cover()
        if assessment.enough.why == "nothing_known":
            self.verticalScrollBar().setValue(0)  # a new case is read from its beginning

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._is_new = True  # everything is said anew
        for panel in (self.conflicts, self.own_view, self.likelihoods, self.reasons, self.advice):
            panel.show_voice(voice)
        if self._case is not None:
            self.show_case(*self._case)

    def begin_anew(self) -> None:
        """Nothing that was looked at in one case is looked at in the next by itself."""
        self._seen.shown_anyway = False
        self._is_new = True
        self.conflicts.begin_anew()
        self.likelihoods.begin_anew()
        self.own_view.begin_anew()
        self.reasons.begin_anew()

    def show_own_view_first(self, on: bool) -> None:
        """Covers likelihoods and reasons, from now on, until an own view was committed for the case."""
        self._own_view_first = on
        self._show_cover()

    def is_covered(self) -> bool:
        """Whether the own view is asked for, so that nothing of the result may be seen."""
        if not self._own_view_first or self._seen.shown_anyway or self._case is None:
            return False
        return self._case[0].own_view is None

    def take_keyboard(self) -> None:
        """Gives the keyboard to what is read first."""
        rows = self.likelihoods.visible_rows()
        first = self.own_view.first if self.is_covered() else rows[0] if rows else self
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(first)

    # ---- parts

    def _listen(self) -> None:
        self.likelihoods.origin_chosen.connect(self._choose_origin)
        self.likelihoods.side_chosen.connect(self._choose_side)
        self.conflicts.ask_findings.connect(self.ask_findings)
        self.reasons.read_asked.connect(self.read_asked)
        self.advice.read_asked.connect(self.read_asked)
        self.own_view.committed.connect(self.own_view_given)
        self.own_view.shown_anyway.connect(self._show_anyway)
        self.own_view_strip.taken_back.connect(lambda: self.own_view_given.emit(None))
        self.own_view_strip.compare_asked.connect(self._compare)
        self.reasons.pointed_at.connect(self._point_at)
        self.reasons.asked_now.connect(self.what_if.ask_now)
        self.sheet_hover.pointed_at.connect(self.what_if.ask)
        self.sheet_hover.asked_now.connect(self.what_if.ask_now)
        self.sheet_hover.left.connect(self.what_if.leave)
        self.hand_on.note.clicked.connect(self.note_asked)
        self.hand_on.reports.clicked.connect(self.reports_asked)
        self.what_if.answered.connect(self.likelihoods.show_what_if)
        self.what_if.ended.connect(self.likelihoods.hide_what_if)

    def _show_side(self, whole: bool = True) -> None:
        """Shows likelihoods and, where they do not wait, reasons of the side that is looked at."""
        if self._case is None:
            return
        case, assessment = self._case
        seen = self.likelihoods.show_case(case, assessment)
        if whole:
            self.reasons.show_case(case, seen, assessment)
        self._tell_what_if()

    def _tell_what_if(self) -> None:
        self.what_if.tell(None if self.is_covered() else self.reasons.told())

    def _show_cover(self) -> None:
        covered = self.is_covered()
        self.own_view.setVisible(covered)
        for panel in (self.likelihoods, self.reasons):
            panel.setVisible(not covered)
        self.advice.cover(covered)
        if covered:
            self.own_view_strip.hide()
        self._tell_what_if()
        if covered != self._was_covered:
            self._was_covered = covered
            self.cover_changed.emit(covered)

    def _show_anyway(self) -> None:
        had_keyboard = self.own_view.anyway.hasFocus()
        self._seen.shown_anyway = True
        self._show_cover()
        rows = self.likelihoods.visible_rows()
        if had_keyboard and rows:
            rows[0].setFocus()

    def _choose_side(self, side: str) -> None:
        self.likelihoods.sides.pick(side)
        self._show_side()

    def _choose_origin(self, origin: str) -> None:
        self.likelihoods.show_chosen(origin)
        self.reasons.show_origin(origin)
        self._tell_what_if()

    def _compare(self, first: str, second: str) -> None:
        self.reasons.compare(first, second)
        self.ensureWidgetVisible(self.reasons)
        self.reasons.page("compare").setFocus()

    def _point_at(self, asked: Asked | None) -> None:
        if asked is None:
            self.what_if.leave()
        else:
            self.what_if.ask(asked)


def _has_ranges(assessment: Assessment) -> bool:
    return not assessment.origins or assessment.origins[0].low is not None
