"""The case being worked on: every edit is one undoable step, and one signal tells every view."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge

Edit = Callable[[Case], Case]

PAUSE_MS = 350
"""So long nobody has done anything before what to ask next is worked out."""


class Assess(Protocol):
    """How a case is assessed; ranges cost more and follow once the window has been redrawn.

    What to ask next costs as much again, and follows when nobody has done anything for a moment.
    """

    def __call__(
        self, case: Case, knowledge: Knowledge, ranges: bool = True, proposals: bool | None = None
    ) -> Assessment: ...


class ReplaceCase(QUndoCommand):
    """The one command: puts one frozen case in place of another. Its label says what kind, never what."""

    def __init__(self, show: Callable[[Case], None], before: Case, after: Case, label: str, key: int) -> None:
        super().__init__(label)
        self._show = show
        self.before = before
        self.after = after
        self._key = key

    def id(self) -> int:
        return self._key

    def redo(self) -> None:
        self._show(self.after)

    def undo(self) -> None:
        self._show(self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ReplaceCase):
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True


class CaseSession(QObject):
    """Holds the case, assesses it after each edit, and tells the views by `changed(case, assessment)`.

    `opened` comes before the first `changed` of another case.
    """

    changed = Signal(object, object)
    opened = Signal()
    refused = Signal()  # an edit, because this case can only be read

    def __init__(
        self, knowledge: Knowledge, assess: Assess, case: Case, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.knowledge = knowledge
        self.undo_stack = QUndoStack(self)
        self._assess = assess
        self._case = case
        self.may_edit: Callable[[], bool] = lambda: True
        self._typing: tuple[str, int] = ("", 0)
        self._ranges = QTimer(self)
        self._ranges.setSingleShot(True)
        self._ranges.setInterval(0)
        self._ranges.timeout.connect(self._show_with_ranges)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._show_with_proposals)
        self._assessment = assess(case, knowledge, ranges=False)

    @property
    def case(self) -> Case:
        return self._case

    @property
    def assessment(self) -> Assessment:
        return self._assessment

    def is_settled(self) -> bool:
        """Whether the assessment has its ranges and what to ask next: no more comes until the next edit."""
        return not (self._ranges.isActive() or self._pause.isActive())

    def apply(self, label: str, edit: Edit, key: str | None = None) -> None:
        """Edits the case as one step; edits in a row with one key (a field being typed) are one step."""
        may = self.may_edit()
        after = edit(self._case) if may else self._case
        if not may:
            self.refused.emit()
        if after != self._case:
            self.undo_stack.push(ReplaceCase(self._show, self._case, after, label, self._merge_number(key)))
        else:
            # What was typed may still have to be shown as what it means.
            self.changed.emit(self._case, self._assessment)

    def assessed(self, case: Case) -> Assessment:
        """Assesses another case in the same way, without going to it."""
        return self._assess(case, self.knowledge, ranges=False)

    def assessed_whole(self, case: Case) -> Assessment:
        """Gives all figures of a case, its ranges and what to ask next too; in any thread."""
        return self._assess(case, self.knowledge)

    def end_typing(self) -> None:
        """Ends a run of edits that merge: what is typed next is a step of its own."""
        self._typing = ("", self._typing[1])

    def open_case(self, case: Case) -> None:
        """Begins with another case; what was done before cannot be undone into it."""
        self.undo_stack.clear()
        self.opened.emit()
        self._show(case)

    def use_knowledge(self, knowledge: Knowledge) -> None:
        """Takes the same knowledge in other words."""
        self.knowledge = knowledge

    def refresh(self) -> None:
        """Tells the views again."""
        self._show(self._case)

    def _merge_number(self, key: str | None) -> int:
        # Qt merges a command with the one before when both give the same number; -1 never merges.
        if key is None:
            self.end_typing()
            return -1
        if key != self._typing[0]:
            self._typing = (key, self._typing[1] + 1)
        return self._typing[1]

    def _show(self, case: Case) -> None:
        self._case = case
        self._assessment = self._assess(case, self.knowledge, ranges=False)
        self.changed.emit(case, self._assessment)
        self._pause.stop()
        self._ranges.start()

    def _show_with_ranges(self) -> None:
        self._assessment = self._assess(self._case, self.knowledge, ranges=True, proposals=False)
        self.changed.emit(self._case, self._assessment)
        self._pause.start()

    def _show_with_proposals(self) -> None:
        proposed = self._assess(self._case, self.knowledge, ranges=False, proposals=True)
        new = {"next": proposed.next, "robustness": proposed.robustness}
        self._assessment = self._assessment.model_copy(update=new)
        self.changed.emit(self._case, self._assessment)
