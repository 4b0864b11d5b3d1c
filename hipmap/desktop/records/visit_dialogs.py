"""What mends a visit: asks for its right day or its right patient, or before it is deleted for good."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipmap.desktop.labels import label
from hipmap.desktop.records.day_words import about_patient, day_words, today
from hipmap.desktop.records.field_below import field_below
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.sheet_dialog import SheetDialog
from hipmap.desktop.records.two_lines import TwoLineList
from hipmap.desktop.records.written_days import read_day
from hipmap.desktop.search_field import SearchField
from hipmap.model.records import Patient, Visit
from hipmap.storage.records.deletion import Deleted, delete_visit
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.visit_mending import change_day, move_visit

MOST_FOUND = 8


class VisitDialog(SheetDialog):
    """Closes once it is done, and says what was done."""

    mended = Signal(str)

    def _done(self, words: str) -> None:
        self.mended.emit(words)
        self.accept()


class DayDialog(VisitDialog):
    """The day on which the visit was; never one that is still to come."""

    def __init__(self, keeper: RecordsKeeper, visit: Visit, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Change the day of the visit"),
            self.tr("What is written in the visit stays as it is, the age too."),
            self.tr("Save"),
        )
        self._keeper, self._visit = keeper, visit
        self.day = self.add_line(
            self.tr("Day"), visit.day, self.tr("Year-month-day, as 2026-04-30, or 30.4.2026.")
        )
        self.day.selectAll()
        self.do.clicked.connect(self._save)

    def _save(self) -> None:
        uid, day = self._visit.uid, read_day(self.day.text())
        if day is None or day > today():
            self.tell(self.tr("Write a day that has been, as year-month-day: 2026-04-30."))
            self.day.setFocus()
            return
        words = self.tr("The visit is of {day} now.").format(day=day_words(day))
        self.do.setEnabled(False)
        self._keeper.ask(
            self, lambda vault: change_day(vault, uid, day), lambda _: self._done(words), self.tell
        )


class MoveDialog(VisitDialog):
    """Nobody is chosen beforehand."""

    def __init__(self, keeper: RecordsKeeper, visit: Visit, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Move the visit of {day}").format(day=day_words(visit.day)),
            self.tr(
                "The visit goes with every step of its editing. Age and sex stay as they are written in it: "
                "look at them afterwards."
            ),
            self.tr("Move the visit"),
        )
        self._keeper, self._visit = keeper, visit
        self._asked = 0
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search name, number, tag or note"))
        self.inner.addLayout(field_below(self.search, self.tr("Whose visit is it?")))
        self.people = TwoLineList(self.tr("Whose visit is it?"))
        self.inner.addWidget(self.people)
        self.none = label("", "caption", "muted", wrap=True)
        self.none.hide()
        self.inner.addWidget(self.none)
        self.search.textChanged.connect(self._look_up)
        self.people.itemSelectionChanged.connect(self._allow)
        self.do.clicked.connect(self._move)
        self._look_up("")
        self._allow()

    def _look_up(self, text: str) -> None:
        """Without words, those with whom something was done last; only the last answer counts."""
        self._asked += 1
        mine = self._asked

        def show(found: tuple[Patient, ...]) -> None:
            if mine != self._asked:
                return
            others = [one for one in found if one.uid != self._visit.patient][:MOST_FOUND]
            self.people.show_rows([(one.identity.name, about_patient(one), one) for one in others])
            sought = (
                self.tr("Nobody else is found by these words.")
                if text.strip()
                else self.tr("Nobody else is here.")
            )
            self.none.setText(sought)
            self.none.setVisible(not others)
            self._allow()

        self._keeper.ask(self, lambda vault: find_patients(vault, text, most=MOST_FOUND + 1), show, self.tell)

    def _allow(self) -> None:
        self.do.setEnabled(bool(self.people.chosen()))

    def _move(self) -> None:
        chosen = self.people.chosen()[0]
        assert isinstance(chosen, Patient)
        uid, to = self._visit.uid, chosen
        words = self.tr("The visit of {day} is with {name} now.").format(
            day=day_words(self._visit.day), name=to.identity.name
        )
        self.do.setEnabled(False)
        self._keeper.ask(
            self, lambda vault: move_visit(vault, uid, to.uid), lambda _: self._done(words), self.tell
        )


class VisitDeletionDialog(VisitDialog):
    """Enter goes back; what remains elsewhere is said before and after."""

    def __init__(self, keeper: RecordsKeeper, visit: Visit, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Delete the visit of {day} for good?").format(day=day_words(visit.day)),
            self.tr(
                "The visit, its note and every step of its editing are overwritten and cannot be brought "
                "back. Backups that were made before still hold them until they are dropped in their turn."
            ),
            self.tr("Delete for good"),
            danger=True,
        )
        self._keeper, self._visit = keeper, visit
        self.do.clicked.connect(self._delete)

    def _delete(self) -> None:
        self.do.setEnabled(False)
        uid, backups = self._visit.uid, self._keeper.preferences.records_backups
        folders = (Path(backups),) if backups else ()
        self._keeper.ask(
            self,
            lambda vault: delete_visit(vault, uid, folders),
            lambda deleted: self._done(self._words(deleted)),
            self.tell,
        )

    def _words(self, deleted: Deleted) -> str:
        if not deleted.still_in:
            return self.tr(
                "The visit is deleted. No backup that hipmap knows of holds it; copies that were put "
                "elsewhere may."
            )
        names = "\n".join(path.name for path in deleted.still_in)
        words = self.tr("The visit is deleted from these records. Older copies still hold it:\n{names}")
        return words.format(names=names)
