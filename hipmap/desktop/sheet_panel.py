"""The sheet: every question and test of the knowledge, searchable and driven by the keyboard."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.finding_row import FindingRow, RowState
from hipmap.desktop.labels import Card, label
from hipmap.desktop.next_best import NextBest
from hipmap.desktop.row_list import RowList
from hipmap.desktop.sheet_head import SheetHead
from hipmap.desktop.sheet_order import (
    drawn_on_map,
    in_sections,
    is_offered,
    leading_rows,
    matches,
    meant_side,
    progress,
    section_of,
)
from hipmap.desktop.who_is_asked import Gates
from hipmap.desktop.wording import section_title
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.telling_next import is_worked_out, telling_most, tells_little
from hipmap.model.voice import Voice

# Rows made in one go before the window may repaint: some 15 ms.
CHUNK = 45


class SheetPanel(Card):
    """Emits what a person answers; rows are made in small portions after the first painting."""

    answered = Signal(str, object, object, bool)
    cleared = Signal(str, object)
    typing_ended = Signal()
    built = Signal()

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice: Voice = voice
        self._seen: tuple[Case, Assessment] | None = None
        self._pending: Iterator[Finding] = iter(())
        self._findings: tuple[Finding, ...] = ()
        self._gates: Gates | None = None
        self._shut: frozenset[str] = frozenset()
        self._telling: frozenset[str] = frozenset()
        self._came_from: FindingRow | None = None  # where the keyboard was before the search
        self.setObjectName("sheet")
        self._fill()
        self._chunks = QTimer(self)
        self._chunks.setInterval(0)
        self._chunks.timeout.connect(self._make_rows)

    # ---- what is shown

    def show_knowledge(self, knowledge: Knowledge) -> None:
        """Starts making the rows."""
        self._gates = Gates(knowledge)
        self.next_best.show_knowledge(knowledge)
        sections = in_sections(knowledge.findings)
        self._findings = tuple(finding for _kind, group in sections for finding in group)
        self.list.add_section("telling")
        for kind, _group in sections:
            self.list.add_section(kind)
        self._show_texts()
        self._pending = iter(self._findings)
        self._chunks.start()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        before, self._seen = self._seen, (case, assessment)
        # Between an edit and its proposals the sentence stays, so that the rows do not jump twice.
        if is_worked_out(assessment) or assessment.urgency.tier == "emergency_now":
            self.head.show_tells_little(tells_little(assessment, assessment.next))
        if before is not None and before[0] is case and before[1].next == assessment.next:
            return  # only the ranges came
        if self._gates is not None:
            self._shut = self._gates.shut_for(case.person)
        telling = telling_most(assessment.next)
        self._telling = frozenset(step.finding for step in telling)
        self.next_best.show_steps(telling)
        led = self._lead(case, assessment, [step.finding for step in telling])
        grown = [self._show_in(row) for row in self.list.rows.values()]
        self.others.setVisible(case.setting == "home")
        self._show_counts()
        moved = before is None or (before[0].setting, before[0].person) != (case.setting, case.person)
        if any(grown) or moved or led or self.head.shown != "all":
            self._filter()

    def _lead(self, case: Case, assessment: Assessment, telling: list[str]) -> bool:
        """Puts what tells most on top once it is worked out; gives whether the order changed.

        Until then the old order stays, and what a person has in hand stays where it is.
        """
        if self.head.shown != "telling":
            wanted: tuple[str, ...] = ()
        elif not case.answers and not case.marks:
            wanted = ()
        elif not is_worked_out(assessment) and assessment.urgency.tier != "emergency_now":
            return False
        else:
            row = self.list.current()
            held = row.finding.id if row is not None and _has_keyboard(row) else None
            if held is not None and held not in self.list.lead:
                telling = [name for name in telling if name != held]
            wanted = leading_rows(telling, self.list.lead, held)
        changed, self.list.lead = wanted != self.list.lead, wanted
        return changed

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        for row in self.list.rows.values():
            row.show_voice(voice)
            self._show_in(row)
        self.next_best.show_voice(voice)
        self._show_texts()
        self._show_counts()
        self.list.arrange()

    def ask(self, findings: list[str]) -> None:
        """Brings the first of the findings into view and gives it the keyboard."""
        self.head.show_all()
        for finding in findings:
            row = self.list.rows.get(finding)
            if row is not None:
                self.list.headers[section_of(row.finding)].setChecked(True)
                self.list.arrange()
                self.list.make_current(finding)
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._bring_into_view(row)
                return

    def begin_search(self) -> None:
        if not self.search.hasFocus():
            self._came_from = self.list.current()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _leave_search(self) -> None:
        """Goes back from the search to the row where one was."""
        self.search.clear()
        row = self._came_from or self.list.current()
        if row is not None and not row.isHidden():
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._bring_into_view(row)

    def is_built(self) -> bool:
        return bool(self._findings) and not self._chunks.isActive()

    # ---- parts

    def _fill(self) -> None:
        self.box.setContentsMargins(0, Space.M, 0, Space.XS)
        self.head = SheetHead()
        self.search, self.others = self.head.search, self.head.others
        self.search.returnPressed.connect(self._enter_list)
        self.head.filtered.connect(self._choose_rows)
        self.head.search_left.connect(self._leave_search)
        self.others.toggled.connect(self._show_counts)
        self.head.section_wanted.connect(self._go_to_section)
        self.box.addWidget(self.head)
        self.next_best = NextBest(self._voice)
        self.next_best.step_chosen.connect(lambda finding: self.ask([finding]))
        self.box.addWidget(self.next_best)
        self.nothing = label("", "body", "muted", wrap=True)
        self.nothing.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self.nothing.hide()
        self.box.addWidget(self.nothing)
        self._fill_list()
        self._show_texts()

    def _fill_list(self) -> None:
        self.list = RowList()
        self.list.reached.connect(self._bring_into_view)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.verticalScrollBar().valueChanged.connect(self.list.equip_visible)
        self.area.setWidget(self.list)
        self.area.setMinimumSize(QSize(200, 120))
        self.box.addWidget(self.area, 1)

    def _show_texts(self) -> None:
        self.head.show_voice(self._voice, self.list.headers)
        self.nothing.setText(self.tr("Nothing fits. Try another word, or clear the search."))

    def _go_to_section(self, kind: str) -> None:
        self.head.show_all()
        header = self.list.headers[kind]
        header.setChecked(True)
        self.list.arrange()
        self.area.verticalScrollBar().setValue(header.y())
        rows = [row for row in self.list.sections[kind] if not row.isHidden()]
        if rows:
            rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_rows(self) -> None:
        for _ in range(CHUNK):
            finding = next(self._pending, None)
            if finding is None:
                self._chunks.stop()
                break
            row = FindingRow(finding, self._voice, self.list)
            row.answered.connect(self.answered)
            row.cleared.connect(self.cleared)
            row.typing_ended.connect(self.typing_ended)
            self.list.add_row(row)
            self._show_in(row)
        self._filter()
        self._show_counts()
        if not self._chunks.isActive():
            self.built.emit()

    def _show_in(self, row: FindingRow) -> bool:
        if self._seen is None:
            return False
        case, finding = self._seen[0], row.finding
        return row.show_answer(
            RowState(
                answer=case.answers.get(finding.id),
                default_side=meant_side(case) if finding.sided else None,
                on_map=drawn_on_map(finding, case),
                tells_most=finding.id in self._telling,
            )
        )

    def _show_counts(self) -> None:
        if self._seen is None:
            return
        case = self._seen[0]
        for kind, header in self.list.headers.items():
            rows = (row.finding for row in self.list.sections[kind])
            done = progress(case, filter(self._is_offered, rows))
            title = section_title(kind, self._voice)
            if kind == "telling":
                header.show_words(title, "", title)
                continue
            count = self.tr("{done} of {all}").format(done=done.answered, all=done.of)
            header.show_words(
                title, count, self.tr("{title}, {count} answered").format(title=title, count=count)
            )
        self.head.show_progress(progress(case, filter(self._is_offered, self._findings)))

    def _is_offered(self, finding: Finding) -> bool:
        if self._seen is None:
            return True
        return is_offered(self._seen[0], finding, self._shut, tests=self.others.isChecked())

    def _choose_rows(self) -> None:
        if self._seen is not None:
            telling = telling_most(self._seen[1].next)
            self._lead(*self._seen, [step.finding for step in telling])
        self._filter()

    def _filter(self) -> None:
        words, which = self.head.words, self.head.shown

        def shown(row: FindingRow) -> bool:
            if not self._is_offered(row.finding):
                return False
            if which == "answered" and row.answer is None and not row.hasFocus():
                return False
            return matches(row.finding, words, self._voice)

        row = self.list.current()
        held = row if row is not None and _has_keyboard(row) and not row.isHidden() else None
        bar, before = self.area.verticalScrollBar(), held.y() if held is not None else 0
        self.list.show_only(shown, open_all=bool(words) or which == "answered")
        if held is not None and not words:
            # What is in hand stays where it is on the screen, whatever was put above it.
            bar.setValue(bar.value() + held.y() - before)
        self.nothing.setVisible(self.is_built() and not self.list.visible_rows())

    def _enter_list(self) -> None:
        """Goes from the search to the first row that it found."""
        row = next(iter(self.list.visible_rows()), None)
        if row is not None:
            self.list.make_current(row.finding.id)
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._bring_into_view(row)

    def _bring_into_view(self, row: object) -> None:
        if isinstance(row, FindingRow):
            self.area.ensureVisible(0, row.y() + row.height() // 2, 0, row.height())


def _has_keyboard(row: FindingRow) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is row or row.isAncestorOf(focused))
