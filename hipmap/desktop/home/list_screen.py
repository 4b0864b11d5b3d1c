"""A list of signs on one screen: tick those that are true; the others are answered by an explicit button."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hipmap.desktop.design_tokens import Space
from hipmap.desktop.enter_key import ENTER
from hipmap.desktop.home.answer_tile import AnswerTile
from hipmap.desktop.home.answer_tiles import no_key
from hipmap.desktop.home.guide_middle import middle_around
from hipmap.desktop.home.home_button import HomeButton
from hipmap.desktop.home.question_screen import WhichSide
from hipmap.desktop.home.safety_lists import list_reason, list_title
from hipmap.desktop.home.screen import Edit, Folded, Screen
from hipmap.desktop.labels import label
from hipmap.desktop.sheet_order import meant_side
from hipmap.model import edits
from hipmap.model.assessment import Assessment
from hipmap.model.case import NO, UNKNOWN, YES, Case, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

SIDE_OF: dict[str, Side] = {"right": "right", "left": "left"}


class ListRow(QWidget):
    """One sign: its question is ticked for yes; beside it stands *not sure*. It knows if it was in view."""

    came_into_view = Signal()

    def __init__(self, finding: Finding, number: int, voice: Voice) -> None:
        super().__init__()
        self.finding = finding
        self.was_seen = False
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        self.yes = AnswerTile(YES, said(finding, voice), str(number) if number < 10 else "")
        self.yes.sign = "square"
        self.unsure = AnswerTile(UNKNOWN, QCoreApplication.translate("Home", "Not sure"))
        self.unsure.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.unsure.setAccessibleName(
            QCoreApplication.translate("Home", "Not sure: {question}").format(question=said(finding, voice))
        )
        line.addWidget(self.yes, 1)
        line.addWidget(self.unsure)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Only now is it sure where the row stands: before, the layout may not have been worked out.
        super().paintEvent(event)
        middle = middle_around(self)
        if not self.was_seen and (middle is None or middle.shows(self)):
            self.was_seen = True
            self.came_into_view.emit()

    def show_value(self, value: object) -> None:
        self.yes.setChecked(value == YES)
        self.unsure.setChecked(value == UNKNOWN)

    def show_help(self, shown: bool, voice: Voice) -> None:
        note = (self.finding.help.patient or "") if shown else ""
        self.yes.show_words(said(self.finding, voice), note)


class ListScreen(Screen):
    """*None of these*, or *the others: no*, answers what was not ticked; skipping leaves it not asked.

    What was never in view is never answered: until all has been, the button and the keys scroll on.
    """

    _came_up = Signal()

    def __init__(
        self,
        name: str,
        findings: Sequence[Finding],
        knowledge: Knowledge,
        voice: Voice,
        seen: Collection[str] = (),
    ) -> None:
        """With the signs that were in view before the screen was made anew."""
        super().__init__(knowledge, voice)
        self.name = name
        self._findings = tuple(findings)
        self._case: Case | None = None
        self._painted = False
        self._came_up.connect(self._show_button, Qt.ConnectionType.QueuedConnection)
        self.title.setText(list_title(name, voice))
        hint = self.tr("Tick everything that is true. If nothing is, press “None of these” or the key {key}.")
        self.add_words(hint.format(key=no_key()), "muted")
        self.sides: dict[str, WhichSide] = {}
        self.rows = [ListRow(one, number, voice) for number, one in enumerate(self._findings, start=1)]
        for row in self.rows:
            row.yes.clicked.connect(lambda _=False, row=row: self._toggle(row, YES))
            row.unsure.clicked.connect(lambda _=False, row=row: self._toggle(row, UNKNOWN))
            row.was_seen = row.finding.id in seen
            row.came_into_view.connect(lambda row=row: self.seen.emit(row.finding.id))
            row.came_into_view.connect(self._show_button, Qt.ConnectionType.QueuedConnection)
            self.box.addWidget(row)
            self._add_side(row)
        self.box.setSpacing(Space.S)
        self._add_folds()

    def show_progress(self, words: str) -> None:
        """Says which of several lists this is."""
        self.box.insertWidget(0, label(words, "large_note", "muted"))

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._case = case
        for row in self.rows:
            row.show_value(self._value(row.finding))
            self._show_side(row, case)
        self._show_button()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._came_up.emit()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        middle = middle_around(self)
        if middle is not None and not visible:
            middle.bar.end_more("")

    def next_words(self) -> str:
        """Gives nothing while there is more to read: then the guide does not go on."""
        return "" if self._unseen() else self._answer_words()

    def _answer_words(self) -> str:
        values = [self._value(one) for one in self._findings]
        if None not in values:
            return self.tr("Next")
        ticked = any(value in (YES, UNKNOWN) for value in values)
        return self.tr("No to the others") if ticked else self.tr("None of these")

    def leave_edit(self) -> Edit | None:
        still = [one.id for one in self._findings if self._value(one) is None]
        if not still or self._unseen():
            return None

        def none_of_them(case: Case) -> Case:
            for name in still:
                case = edits.put_answer(case, name, NO)
            return case

        return none_of_them

    def goes_on_by_enter(self) -> bool:
        """An Enter too many must not answer a list of safety questions with no."""
        return bool(self.next_words()) and self.leave_edit() is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat() and self._unseen():
            self._show_more()
        else:
            super().keyPressEvent(event)

    def press_key(self, event: QKeyEvent) -> bool:
        if event.text().upper() == no_key() and not event.modifiers():
            if self._unseen():
                self._show_more()
            else:
                self.went_on.emit()
            return True
        row = next((one for one in self.rows if event.text() and one.yes.key == event.text()), None)
        if row is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        row.yes.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.yes.click()
        return True

    # ---- what was not yet in view

    def _unseen(self) -> list[ListRow]:
        """Gives the rows that nobody has answered nor can have read."""
        if middle_around(self) is None:
            return []
        return [row for row in self.rows if not row.was_seen and self._value(row.finding) is None]

    def _show_more(self) -> None:
        middle, unseen = middle_around(self), self._unseen()
        if middle is not None and unseen:
            middle.reveal(unseen[0])

    def _show_button(self) -> None:
        """Says on the button whether it shows more or answers; it answers nothing before it is painted."""
        middle, unseen = middle_around(self), self._unseen()
        if middle is None or (self.isHidden() and self._painted):
            return
        bar = middle.bar
        if not unseen:
            bar.end_more(self._answer_words())
        elif not self._painted:
            bar.show_more(self._answer_words(), self._show_more)
        else:
            below = middle.is_below(unseen[0])
            bar.show_more(self.tr("More below") if below else self.tr("More above"), self._show_more)

    # ---- parts

    def _add_folds(self) -> None:
        folds = Folded()
        folds.add("why", self.tr("Why we ask"), list_reason(self.name))
        if any(one.help.patient for one in self._findings):
            self.meaning = HomeButton(self.tr("What do these mean?"), "link")
            self.meaning.setCheckable(True)
            self.meaning.toggled.connect(self._show_help)
            folds.line.insertWidget(1, self.meaning)
        skip = HomeButton(self.tr("Skip these"), "link")
        skip.clicked.connect(self.skipped)
        folds.line.addWidget(skip)
        self.skip_button = skip
        self.folds = folds
        self.box.addWidget(folds)

    def _add_side(self, row: ListRow) -> None:
        """Asks on which side a sign is, where the map cannot tell because both sides hurt."""
        if not row.finding.sided:
            return
        side = WhichSide(self.voice)
        side.tiles.chosen.connect(lambda chosen, row=row: self._put(row, YES, SIDE_OF[chosen]))
        side.hide()
        self.sides[row.finding.id] = side
        self.box.addWidget(side)

    def _show_side(self, row: ListRow, case: Case) -> None:
        asked = self.sides.get(row.finding.id)
        if asked is not None:
            answer = case.answers.get(row.finding.id)
            ticked = answer is not None and answer.value == YES
            asked.setVisible(ticked and bool(case.marks) and meant_side(case) is None)
            asked.tiles.show_choice(None if answer is None else answer.side)

    def _show_help(self, shown: bool) -> None:
        for row in self.rows:
            row.show_help(shown, self.voice)

    def _value(self, finding: Finding) -> object:
        answer = None if self._case is None else self._case.answers.get(finding.id)
        return None if answer is None else answer.value

    def _toggle(self, row: ListRow, value: str) -> None:
        name = row.finding.id
        text = QCoreApplication.translate("Edits", "Answer")
        if self._value(row.finding) == value:
            self.edited.emit(text, lambda case: edits.remove_answer(case, name), "")
            return
        side = meant_side(self._case) if self._case is not None and row.finding.sided else None
        self._put(row, value, side)

    def _put(self, row: ListRow, value: str, side: Side | None) -> None:
        name, text = row.finding.id, QCoreApplication.translate("Edits", "Answer")
        self.edited.emit(text, lambda case: edits.put_answer(case, name, value, side), "")
