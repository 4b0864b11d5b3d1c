"""Puts a visit of the records on the desk where it is worked on, and takes it from there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from hipmap.desktop.case_document import CaseDocument
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.records.day_words import age_on, day_words, today
from hipmap.desktop.records.patient_panel import Seen
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.unsaved_question import ask_about_unsaved
from hipmap.desktop.records.unsaved_words import why_words
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.records.visit_keeper import VisitKeeper
from hipmap.desktop.reports.leaving_records import tell_copied
from hipmap.model.case import Case, Person
from hipmap.model.case_check import check_case
from hipmap.model.records import Patient, Visit
from hipmap.storage.records.patients import look_at_patient
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit, look_at_visit

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow

T = TypeVar("T")
LEFT_ON_PURPOSE = ("asked", "closing", "restoring")


@dataclass(frozen=True)
class WhereOneWas:
    """The visit that stood on the desk when the records locked by themselves, and for whom."""

    folder: Path
    user: str
    patient: str
    visit: str


class VisitsAtDesk(QObject):
    """A clinic's visit is worked on at the consultation, a person's own one in the guide at home."""

    told = Signal(str)
    shown = Signal()

    def __init__(
        self,
        window: "MainWindow",
        session: CaseSession,
        document: CaseDocument,
        keeper: RecordsKeeper,
        visit: VisitKeeper,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._document = window, session, document
        self._keeper, self._visit = keeper, visit
        self.patient = ""  # whose visit was shown last
        self.keeps_case = False  # whether the case that is open becomes the next visit
        self._is_asking = False
        self._left: WhereOneWas | None = None
        keeper.locked.connect(self._answered)
        session.opened.connect(self.cancel_keeping)
        session.changed.connect(self._case_changed)
        visit.left.connect(document.let_go)
        document.copied.connect(partial(tell_copied, window, "json"))

    def begin(self, seen: Seen) -> None:
        """Begins a visit: with the case that is to be kept, or an empty one."""
        if self._is_asking or self._visit.visit is not None:
            return  # a click too many
        keeps = self.keeps_case
        patient, case = seen.patient, self._kept_case(seen) if keeps else self._first_case(seen)
        if keeps or self._document.may_leave():
            self.ask_once(
                lambda vault: begin_visit(vault, patient.uid, today(), case), partial(self._show, patient)
            )

    def open(self, patient: Patient, visit: Visit) -> None:
        """Opens a visit, which the audit hears of."""
        if self._is_asking or self._visit.visit is not None:
            return
        if self._document.may_leave():
            self._keeper.stranded.try_again()  # what is not saved of this visit goes before
            self.ask_once(lambda vault: look_at_visit(vault, visit.uid), partial(self._show, patient))

    def ask_once(self, work: Callable[[Vault], T], done: Callable[[T], None]) -> None:
        """Asks something of the records; until it is answered, another click asks nothing."""
        if self._is_asking or not self._keeper.is_open:
            return
        self._is_asking = True

        def answered(found: T) -> None:
            self._answered()
            done(found)

        def failed(why: VaultProblem) -> None:
            self._answered()
            self._tell(why)

        self._keeper.ask(self, work, answered, failed)

    def is_readable(self, visit: Visit) -> bool:
        """Tells why a visit cannot be shown: another hipmap may have written words that this one lacks."""
        problems = check_case(visit.case, self._session.knowledge)
        if problems:
            words = self.tr(
                "The visit of {day} cannot be shown with this knowledge: {why}. It stays as it is."
            )
            self.told.emit(words.format(day=day_words(visit.day), why=problems[0].rstrip(".")))
        return not problems

    def keep_open_case(self) -> bool:
        """From now on the case that is open is to become a visit; False where there is nothing to keep."""
        case = self._session.case
        self.keeps_case = bool(case.marks or case.answers) and self._visit.visit is None
        return self.keeps_case

    def cancel_keeping(self) -> None:
        """The case that is open is not to become a visit any more."""
        self.keeps_case = False

    def may_leave(self) -> bool:
        """Asks before a visit is left of which something cannot be saved; False means: stay."""
        while not (self._visit.is_given_up or self._visit.is_saved or self._visit.try_now()):
            if self._visit.problem is None:
                return True  # it is on its way to a slow disk, and is told of if it does not arrive
            why = self.tr("{why} If you leave it, it is tried again while hipmap runs.").format(
                why=why_words(self._visit.problem)
            )
            text = self.tr("The last changes of this visit are not saved.")
            answer = ask_about_unsaved(self._window, text, why, self.tr("Leave it"))
            if answer != "again":
                return answer == "leave"
        return True

    def go_back(self) -> None:
        """Leaves the visit, which is saved, for the patients."""
        if not self.may_leave():
            return
        self._session.open_case(self._document.blank())
        self._window.show_desk("records", remember=False)

    def hide(self) -> None:
        """Takes the visit off the screen, and remembers which it was."""
        patient, visit = self._visit.patient, self._visit.visit
        if patient is not None and visit is not None:
            vault = self._keeper.vault
            self._left = WhereOneWas(vault.folder, vault.user.name, patient.uid, visit.uid)
            self._session.open_case(self._document.blank())
        self.patient = ""

    def forget(self, why: str) -> None:
        """Who locked on purpose begins anew at the patients."""
        if why in LEFT_ON_PURPOSE:
            self._left = None

    def resume(self) -> None:
        """Brings back the visit during which the records locked by themselves, to the same user only."""
        left, self._left = self._left, None
        vault = self._keeper.vault
        if left is None or (vault.folder, vault.user.name) != (left.folder, left.user):
            return

        def look(vault: Vault) -> tuple[Patient, Visit]:
            return look_at_patient(vault, left.patient), look_at_visit(vault, left.visit)

        self.ask_once(look, lambda found: self._show(*found))

    # ---- parts

    def _answered(self, _why: str = "") -> None:
        self._is_asking = False

    def _case_changed(self, case: Case, _assessment: object) -> None:
        """Nothing is left to keep where everything was taken out of the case."""
        if not case.marks and not case.answers:
            self.cancel_keeping()

    def _kept_case(self, seen: Seen) -> Case:
        """The person of the case stays; what it does not know comes from the records."""
        case, known = self._session.case, self._first_case(seen).person
        person = Person(
            age=case.person.age if case.person.age is not None else known.age,
            sex=case.person.sex or known.sex,
        )
        return case.model_copy(update={"person": person})

    def _first_case(self, seen: Seen) -> Case:
        """A visit begins with who it is, as far as that is known."""
        case = self._document.blank()
        last = seen.timeline.visits[-1].case.person if seen.timeline.visits else None
        age = age_on(seen.patient.identity.born, today())
        sex = last.sex if last is not None else None
        if age is None and sex is None:
            return case
        return case.model_copy(update={"person": Person(age=age, sex=sex)})

    def _show(self, patient: Patient, visit: Visit) -> None:
        if not self.is_readable(visit):
            return
        self.patient = patient.uid
        self._document.hold(self._visit.save_now, lambda: self._visit.open(patient, visit), self.may_leave)
        desk: DeskName = "home" if self._keeper.vault.use == "own" else "consultation"
        self._window.show_desk(desk, remember=False)
        self.shown.emit()

    def _tell(self, why: VaultProblem) -> None:
        self.told.emit(vault_words(why))
