"""The sheet: every question and test of the knowledge, searchable and driven by the keyboard."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.finding_row import FindingRow
from hipmap.desktop.labels import Card
from hipmap.desktop.next_best import NextBest
from hipmap.desktop.row_area import RowArea
from hipmap.desktop.row_list import AHEAD, RowList
from hipmap.desktop.row_state import RowState
from hipmap.desktop.sheet_counts import show_counts
from hipmap.desktop.sheet_head import SheetHead
from hipmap.desktop.sheet_offer import SheetOffer
from hipmap.desktop.sheet_order import all_drawn_on_map, in_sections, meant_side, section_of
from hipmap.desktop.sheet_search import SheetSearch, best_of
from hipmap.desktop.steps_place import StepsPlace
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.telling_next import is_worked_out, telling_most, tells_little
from hipmap.model.voice import Voice


class SheetPanel(Card):
    """Emits what a person answers or wants to know; rows are made where they come into view."""

    answered = Signal(str, object, object, bool)
    answered_both = Signal(str, object)
    cleared = Signal(str, object)
    typing_ended = Signal()
    how_to_asked = Signal(str)  # a finding: how is it asked or tested?
    left = Signal()  # Esc on a row
    built = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._seen: tuple[Case, Assessment] | None = None
        self._findings: tuple[Finding, ...] = ()
        self._offer: SheetOffer | None = None
        self._search_in = SheetSearch(())
        self._telling: frozenset[str] = frozenset()
        self._side: Side | None = None
        self._drawn: frozenset[str] = frozenset()
        self._searched: list[str] = []
        self.setObjectName("sheet")
        self._fill()
        # The first rows are made after the window was painted for the first time.
        self._begins = QTimer(self)
        self._begins.setSingleShot(True)
        self._begins.setInterval(0)
        self._begins.timeout.connect(self._begin)

    # ---- what is shown

    def show_knowledge(self, knowledge: Knowledge) -> None:
        """Gives every finding its place; rows come a moment later."""
        self._offer = SheetOffer(knowledge)
        self.next_best.show_knowledge(knowledge)
        sections = in_sections(knowledge.findings)
        self._findings = tuple(finding for _kind, group in sections for finding in group)
        self._search_in = SheetSearch(self._findings)
        for kind in (*AHEAD, *(section for section, _group in sections)):
            self.list.add_section(kind)
        for finding in self._findings:
            self.list.add_finding(finding)
        self.head.show_voice(self._voice)
        self._begins.start()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        before, self._seen = self._seen, (case, assessment)
        known, told = before is not None and bool(case.answers or case.marks), self._telling
        if not known or is_worked_out(assessment) or assessment.urgency.tier == "emergency_now":
            self._show_proposals(assessment)
        same = before is not None and before[0] is case and before[1].next == assessment.next
        if same and self._telling == told:
            return  # only the ranges came
        moved = self._offer is not None and self._offer.see(case)
        led = self._lead(case, assessment, [step.finding for step in telling_most(assessment.next)])
        self._side, self._drawn = meant_side(case), all_drawn_on_map(self._findings, case)
        grown = [self._show_in(row) for row in self.list.rows.values()]
        self._offer_tests()
        answered = before is None or before[0].answers != case.answers
        if moved or answered:
            self._show_counts()
        if any(grown) or moved or led or (answered and self.head.shown != "all"):
            self._filter()

    def begin_anew(self) -> None:
        """Keeps nothing of the case before."""
        self._seen = None
        self.search.clear()
        if self.head.shown == "answered":
            self.head.show_which("telling")  # of another case nothing is answered yet
        self.area.verticalScrollBar().setValue(0)

    def _show_proposals(self, assessment: Assessment) -> None:
        """Between an edit and its proposals the old ones stay, so that the rows do not jump twice."""
        telling = telling_most(assessment.next)
        self._telling = frozenset(step.finding for step in telling)
        self.next_best.show_steps(telling)
        self.head.show_tells_little(tells_little(assessment, assessment.next))

    def _lead(self, case: Case, assessment: Assessment, telling: list[str]) -> bool:
        """Puts what tells most on top once it is worked out, till then the old order stays.

        Gives whether the order changed.
        """
        if self.head.shown != "telling" or not (case.answers or case.marks):
            changed, self.list.lead = self.list.lead != (), ()
            return changed
        if not is_worked_out(assessment) and assessment.urgency.tier != "emergency_now":
            return False
        return self.list.lead_with(telling)

    def show_reasons(self, shown: bool) -> None:
        """Says why a question tells most, or keeps it back while a clinician's own view is asked for."""
        self.next_best.show_reasons(shown)
        if any([self._show_in(row) for row in self.list.rows.values()]):
            self.list.arrange()

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self.next_best.show_voice(voice)
        for row in self.list.rows.values():
            row.show_voice(voice)
            self._show_in(row)
        self.head.show_voice(self._voice)
        self._offer_tests()
        self._show_counts()
        self._filter()

    def ask(self, findings: list[str]) -> None:
        """Brings the first of the findings into view and gives it the keyboard."""
        self.head.show_all()
        wanted = next((one for name in findings for one in self._findings if one.id == name), None)
        if wanted is not None:
            self.list.headers[section_of(wanted)].setChecked(True)
            self.list.arrange()
            self.list.go_into(wanted.id)

    def take_keyboard(self) -> None:
        """Gives the keyboard to the row where one was, in view; to the search where there is no row."""
        row = self.list.current()
        if row is None or row.isHidden():
            self.begin_search()
        else:
            self.list.go_into(row.finding.id)

    def begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def ask_how_to(self) -> None:
        """Asks how the question or test that one is at is done."""
        if (row := self.list.current()) is not None:
            self.how_to_asked.emit(row.finding.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the rows have most of it."""
        self._steps.fit(self.height())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing in the sheet had a use for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _leave_search(self) -> None:
        """Goes back from the search to the row where one was; the list knows it."""
        self.search.clear()
        self.take_keyboard()

    def is_built(self) -> bool:
        return bool(self._findings) and not self._begins.isActive()

    # ---- parts

    def _fill(self) -> None:
        self.box.setContentsMargins(0, Space.M, 0, Space.XS)
        self.head = SheetHead()
        self.search, self.others = self.head.search, self.head.others
        self.search.returnPressed.connect(self._enter_list)
        self.head.filtered.connect(self._choose_rows)
        self.head.search_left.connect(self._leave_search)
        self.others.toggled.connect(self._show_counts)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_F3), self, self.ask_how_to, context=here)
        self.head.section_wanted.connect(self._go_to_section)
        self.box.addWidget(self.head)
        self.next_best = NextBest(self._voice)
        self.next_best.step_chosen.connect(lambda finding: self.ask([finding]))
        self.next_best.listen_in(self)
        self.list = RowList(self._make_row)
        self.area = RowArea(self.list)
        self.box.addWidget(self.area, 1)
        self._steps = StepsPlace(self.next_best, self.area, self.list, self.box, self.head)
        self.head.show_voice(self._voice)

    def _go_to_section(self, kind: str) -> None:
        self.head.show_all()
        self.list.headers[kind].setChecked(True)
        self.list.arrange()
        shown = self.list.shown_in(kind)
        if shown:
            self.list.go_into(shown[0])
        self.area.show_section(kind)

    def _begin(self) -> None:
        self._filter()
        self._show_counts()
        self.built.emit()

    def _make_row(self, finding: Finding, parent: QWidget) -> FindingRow:
        row = FindingRow(finding, self._voice, parent)
        row.answered.connect(self.answered)
        row.answered_both.connect(self.answered_both)
        row.cleared.connect(self.cleared)
        row.typing_ended.connect(self.typing_ended)
        row.how_to_asked.connect(self.how_to_asked)
        row.highlight = tuple(self.head.words)
        self._show_in(row)
        return row

    def _show_in(self, row: FindingRow) -> bool:
        if self._seen is None:
            return False
        finding = row.finding
        state = RowState(
            answer=self._seen[0].answers.get(finding.id),
            default_side=self._side if finding.sided else None,
            on_map=finding.id in self._drawn,
            tells_most=self.next_best.reason_of(finding.id),
        )
        return row.show_answer(state)

    def _show_counts(self) -> None:
        if self._seen is not None:
            show_counts(self.head, self.list, self._seen[0], self._voice, self._is_offered)

    def _offer_tests(self) -> None:
        """Who speaks as a clinician can examine; a patient at home may wish to see what is examined."""
        home = self._seen is not None and self._seen[0].setting == "home"
        self.others.setVisible(home and self._voice == "patient")

    def _is_offered(self, finding: Finding, sought: bool = False) -> bool:
        tests = self.others.isChecked() or self._voice == "clinician"
        return self._offer is None or self._offer.is_offered(finding, tests, sought)

    def _choose_rows(self) -> None:
        if self._seen is not None:
            self._lead(*self._seen, [step.finding for step in telling_most(self._seen[1].next)])
        self._filter()

    def _filter(self) -> None:
        words, which, in_hand = self.head.words, self.head.shown, self.list.in_hand()
        answered = self._seen[0].answers if self._seen is not None else {}
        fits = self._search_in.found(words)

        def shown(finding: Finding) -> bool:
            stays = in_hand is not None and in_hand.finding is finding
            if which == "answered" and finding.id not in answered and not stays:
                return False
            if words:
                return finding.id in fits and self._is_offered(finding, sought=True)
            return self._is_offered(finding)

        self.list.show_highlight(words)
        self.list.best = best_of(fits, [finding.id for finding in self._findings if shown(finding)])
        held = in_hand if in_hand is not None and not in_hand.isHidden() else None
        bar, before = self.area.verticalScrollBar(), held.y() if held is not None else 0
        self.list.show_only(shown, open_all=bool(words) or which == "answered")
        if words != self._searched:
            self._searched = words
            bar.setValue(0)  # what was found is read from its beginning
        elif held is not None and not words:
            # What is in hand stays where it is on the screen, whatever was put above it.
            bar.setValue(bar.value() + held.y() - before)
        found = len(self.list.shown())
        self.head.show_found(found if words else None)
        self.head.nothing.setVisible(self.is_built() and not found)

    def _enter_list(self) -> None:
        """Goes from the search to the row that fits best; it stands first."""
        shown = self.list.shown()
        if shown:
            self.list.go_into(shown[0])
