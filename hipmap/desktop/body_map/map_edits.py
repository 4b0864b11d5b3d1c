"""Joins the intents of a body map to edits of the case: the one place where either desk does so."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.mark_intents import Action, MarkChanges
from hipmap.desktop.body_map.swap_note import SwapNote
from hipmap.desktop.body_map.words_edits import listen_to_words
from hipmap.desktop.case_session import CaseSession
from hipmap.model import edits
from hipmap.model.case import Case, Mark, MarkKind, Pin, Side


def listen_to_map(panel: BodyMapPanel, session: CaseSession) -> None:
    """Makes every intent of the panel one undoable step of the session."""
    _MapEdits(panel, session)


class _MapEdits(QObject):
    """Lives as long as the panel that it listens to."""

    def __init__(self, panel: BodyMapPanel, session: CaseSession) -> None:
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._note: SwapNote | None = None
        self._swapped: Case | None = None  # the case that the note is about
        panel.mark_requested.connect(self._mark)
        panel.mark_edited.connect(self._edit)
        panel.mark_removed.connect(self._remove)
        panel.marks_changed.connect(self._change)
        panel.pin_requested.connect(self._pin)
        panel.swap_sides_requested.connect(self._swap)
        panel.clear_requested.connect(lambda: self._apply(_clear(), edits.clear_marks))
        panel.undo_requested.connect(session.undo_stack.undo)
        listen_to_words(panel.words_asked, session)
        panel.show_knowledge(session.knowledge)
        session.opened.connect(panel.begin_anew)
        session.changed.connect(self._case_changed)

    def _apply(self, label: str, edit: Callable[[Case], Case]) -> None:
        self._session.apply(label, edit)

    def _swap(self) -> None:
        """Marks go to the other side; what was told of a side stays: it was mostly done there."""
        again = self._note is not None and not self._note.isHidden() and self._session.case is self._swapped
        self._apply(_swap(), edits.swap_sides)
        self._swapped, sided = self._session.case, edits.sided_answers(self._session.case)
        if again or not sided:
            return  # swapped twice, the marks are where they were
        if self._note is None:
            self._note = SwapNote(self._panel.footer.swap, self._panel)
            self._note.too_wanted.connect(self._swap_answers)
            self._panel.box.insertWidget(self._panel.box.indexOf(self._panel.footer), self._note)
        self._note.ask(len(sided))

    def _swap_answers(self) -> None:
        """Marks and answers become one step, so that taking it back leaves them on one side too."""
        self._session.undo_stack.undo()
        self._apply(_swap(), lambda case: edits.swap_answer_sides(edits.swap_sides(case)))

    def _case_changed(self, case: Case) -> None:
        if self._note is not None and case is not self._swapped:
            self._note.put_away()

    def _mark(self, zone: str, side: Side, kind: MarkKind) -> None:
        label = QCoreApplication.translate("BodyMap", "Mark on the body")
        self._apply(label, lambda case: edits.toggle_mark(case, zone, side, kind))

    def _edit(self, mark: Mark) -> None:
        label = QCoreApplication.translate("BodyMap", "Change a mark")
        self._apply(label, lambda case: edits.put_mark(case, mark))

    def _remove(self, zone: str, side: Side, kind: MarkKind) -> None:
        label = QCoreApplication.translate("BodyMap", "Remove a mark")
        self._apply(label, lambda case: edits.remove_mark(case, zone, side, kind))

    def _change(self, changes: MarkChanges) -> None:
        self._apply(
            _said(changes.action), lambda case: edits.change_marks(case, changes.put, changes.removed)
        )

    def _pin(self, pin: Pin | None) -> None:
        label = QCoreApplication.translate("BodyMap", "Point with one finger")
        self._apply(label, lambda case: edits.put_pin(case, pin))


def _said(action: Action) -> str:
    labels: dict[Action, str] = {
        "mark": QCoreApplication.translate("BodyMap", "Mark on the body"),
        "draw": QCoreApplication.translate("BodyMap", "Draw on the body"),
        "erase": QCoreApplication.translate("BodyMap", "Erase on the body"),
        "change": QCoreApplication.translate("BodyMap", "Change a mark"),
        "spread": QCoreApplication.translate("BodyMap", "Draw where it spreads"),
    }
    return labels[action]


def _swap() -> str:
    return QCoreApplication.translate("BodyMap", "Swap sides")


def _clear() -> str:
    return QCoreApplication.translate("BodyMap", "Clear the map")
