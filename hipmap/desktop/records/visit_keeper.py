"""Saves every edit of the visit that is open, within a second and beside the window."""

from PySide6.QtCore import QObject, QTimer, Signal

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.records import Patient, Visit
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.saving import VisitSaver

GATHERS_MS = 250
"""Edits that come so soon after each other are saved as one step; the first never waits longer."""
AGAIN_MS = 5_000
"""What could not be saved is tried again after this, until it is."""
AT_ONCE = 0.4
"""Seconds that a save may take before anything is said of it."""
SLOW_MS = 8_000
"""A save that takes longer is said to wait for the disk."""


class VisitKeeper(QObject):
    """One visit and its patient, from opening to leaving; `state_changed` tells how its saving stands."""

    state_changed = Signal()
    left = Signal()
    came_late = Signal(object)  # the Visit, which somebody changed since the edit began

    def __init__(self, keeper: RecordsKeeper, session: CaseSession, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper, self._session = keeper, session
        self.patient: Patient | None = None
        self.visit: Visit | None = None
        self.note = ""
        self.problem: VaultProblem | None = None  # it is worded where it is shown
        self.is_given_up = False  # whether somebody said that what is not saved may be lost
        self._saver: VisitSaver | None = None
        self._saved: tuple[Case, str] | None = None
        self._on_its_way: tuple[Case, str] | None = None
        self._soon = self._timer(GATHERS_MS)
        self._again = self._timer(AGAIN_MS)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self.state_changed)
        session.opened.connect(self._another_case)
        session.changed.connect(self._case_changed)
        session.may_edit = self._may_edit
        keeper.writer.changed.connect(self.state_changed)

    @property
    def is_saved(self) -> bool:
        """Whether all that is on the screen is on the disk."""
        return self.visit is None or self._now() == self._saved

    @property
    def is_saving(self) -> bool:
        return self._on_its_way is not None or self._soon.isActive()

    @property
    def is_slow(self) -> bool:
        """Whether a save has been on its way for so long that it has to be said."""
        return self._on_its_way is not None and not self._slow.isActive()

    @property
    def may_write(self) -> bool:
        return self._keeper.is_open and self._keeper.vault.read_only is None

    @property
    def writer_has_left(self) -> bool:
        """Whether these records can only be read, and nobody writes them any more."""
        return self._keeper.writer.has_left

    @property
    def is_own(self) -> bool:
        """Whether these are the records of one person at home."""
        return self._keeper.is_open and self._keeper.vault.use == "own"

    def open(self, patient: Patient, visit: Visit) -> None:
        """Puts a visit on the desk; what is edited from now on is saved to it.

        An edit of it that could not be saved before comes back to the desk.
        """
        self.leave()
        saver = self._keeper.stranded.take(visit) or VisitSaver(self._keeper.vault, visit)
        saver.move_to(self._keeper.vault)
        case, note = saver.unsaved or (visit.case, visit.note)
        self._session.open_case(case)
        self.patient, self.visit, self.note = patient, visit, note
        self._saver, self.is_given_up = saver, False
        self._saved, self.problem = (visit.case, visit.note), saver.problem
        if not self.is_saved:
            self._again.start()
        self.state_changed.emit()

    def write_note(self, note: str) -> None:
        """Takes the note as it is being typed."""
        if self.visit is not None and note != self.note and self.may_write:
            self.note = note
            self._wait()

    def save_now(self) -> None:
        """Saves at once, as when somebody asks for it or leaves."""
        self._soon.stop()
        self._again.stop()
        if self._saver is None or self.is_saved or self._on_its_way is not None or not self.may_write:
            return
        saver, (case, note), name = self._saver, self._now(), self._name()
        self._on_its_way = case, note
        self._slow.start()
        self.problem = None
        self.state_changed.emit()
        self._keeper.thread_of_records.ask(
            lambda: saver.save(case, note),
            lambda _step: self._arrived(saver, case, note),
            lambda problem: self._did_not_arrive(saver, name, problem),
        )

    def try_now(self) -> bool:
        """Saves, and waits for a moment; whether all is on the disk by then."""
        for _ in range(2):  # while one save is on its way the next cannot begin
            self.save_now()
            if not self._keeper.thread_of_records.wait(AT_ONCE):
                break
        return self.is_saved

    def leave(self) -> None:
        """Lets the visit go; what is not saved yet is handed over to be saved."""
        if self.visit is None:
            return
        saver, (case, note), name = self._saver, self._now(), self._name()
        done = self.is_saved or self._on_its_way == (case, note)
        self._soon.stop()
        self._again.stop()
        self.patient = self.visit = self._saver = self._saved = None
        self.note, self.problem = "", None
        self._on_its_way = None
        if saver is not None and not done and self.may_write:
            self._keeper.thread_of_records.ask(
                lambda: saver.save(case, note),
                lambda _step: None,
                lambda _why: self._keeper.stranded.keep(saver, name),
            )
        self.state_changed.emit()
        self.left.emit()

    # ---- parts

    def _now(self) -> tuple[Case, str]:
        return self._session.case, self.note

    def _name(self) -> str:
        return self.patient.identity.name if self.patient is not None else ""

    def _may_edit(self) -> bool:
        return self.visit is None or self.may_write

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.save_now)
        return timer

    def _another_case(self) -> None:
        """The session still holds the case that is about to go."""
        self.leave()

    def _case_changed(self, case: Case, _assessment: Assessment) -> None:
        if self._saved is not None and case is not self._saved[0]:
            self._wait()

    def _wait(self) -> None:
        if not self.is_saved and not self._soon.isActive() and self._on_its_way is None:
            if not self._again.isActive():
                self._soon.start()
            self.state_changed.emit()

    def _arrived(self, saver: VisitSaver, case: Case, note: str) -> None:
        if saver is not self._saver:
            return
        self._on_its_way = None
        self._saved = case, note
        if saver.came_late:
            self.came_late.emit(self.visit)
        self._wait()
        self.state_changed.emit()

    def _did_not_arrive(self, saver: VisitSaver, name: str, problem: VaultProblem) -> None:
        if saver is not self._saver:
            self._keeper.stranded.keep(saver, name)
            return
        self._on_its_way = None
        self.problem = problem
        self._again.start()
        self.state_changed.emit()
