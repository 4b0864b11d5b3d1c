"""Saves every edit of the visit that is open, within a second and beside the window."""

from PySide6.QtCore import QObject, QTimer, Signal

from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.vault_words import vault_words
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.records import Patient, Visit
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.saving import VisitSaver

GATHERS_MS = 250
"""Edits that come so soon after each other are saved as one step; the first never waits longer."""
AGAIN_MS = 5_000
"""What could not be saved is tried again after this, until it is."""
SLOW_MS = 8_000
"""A save that takes longer is said to wait for the disk."""


class VisitKeeper(QObject):
    """One visit and its patient, from opening to leaving; `state_changed` tells how its saving stands."""

    state_changed = Signal()
    left = Signal()

    def __init__(self, keeper: RecordsKeeper, session: CaseSession, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper, self._session = keeper, session
        self.patient: Patient | None = None
        self.visit: Visit | None = None
        self.note = ""
        self.problem = ""
        self._saver: VisitSaver | None = None
        self._saved: tuple[Case, str] | None = None
        self._on_its_way: tuple[Case, str] | None = None
        self._stranded: list[VisitSaver] = []
        self._soon = self._timer(GATHERS_MS)
        self._again = self._timer(AGAIN_MS)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self.state_changed)
        session.opened.connect(self._another_case)
        session.changed.connect(self._case_changed)
        keeper.opened.connect(self._bring_in_stranded)

    @property
    def is_saved(self) -> bool:
        """Whether all that is on the screen is on the disk."""
        return self.visit is None or self._now() == self._saved

    @property
    def has_stranded(self) -> bool:
        """Whether an edit of a visit that was left could not be saved yet."""
        return bool(self._stranded)

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

    def open(self, patient: Patient, visit: Visit) -> None:
        """Puts a visit on the desk; what is edited from now on is saved to it."""
        self.leave()
        self._session.open_case(visit.case)
        self.patient, self.visit, self.note = patient, visit, visit.note
        self._saver = VisitSaver(self._keeper.vault, visit.uid)
        self._saved, self.problem = (visit.case, visit.note), ""
        self.state_changed.emit()

    def write_note(self, note: str) -> None:
        """Takes the note as it is being typed."""
        if self.visit is not None and note != self.note:
            self.note = note
            self._wait()

    def save_now(self) -> None:
        """Saves at once, as when somebody asks for it or leaves."""
        self._soon.stop()
        self._again.stop()
        if self._saver is None or self.is_saved or self._on_its_way is not None or not self.may_write:
            return
        saver, (case, note) = self._saver, self._now()
        self._on_its_way = case, note
        self._slow.start()
        self.problem = ""
        self.state_changed.emit()
        self._keeper.thread_of_records.ask(
            lambda: saver.save(case, note),
            lambda _step: self._arrived(saver, case, note),
            lambda problem: self._did_not_arrive(saver, problem),
        )

    def leave(self) -> None:
        """Lets the visit go; what is not saved yet is handed over to be saved."""
        if self.visit is None:
            return
        saver, (case, note) = self._saver, self._now()
        done = self.is_saved or self._on_its_way == (case, note)
        self._soon.stop()
        self._again.stop()
        self.patient = self.visit = self._saver = self._saved = None
        self.note = self.problem = ""
        self._on_its_way = None
        if saver is not None and not done and self.may_write:
            self._keeper.thread_of_records.ask(
                lambda: saver.save(case, note), lambda _step: None, lambda _why: self._stranded.append(saver)
            )
        self.state_changed.emit()
        self.left.emit()

    # ---- parts

    def _now(self) -> tuple[Case, str]:
        return self._session.case, self.note

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
        self._wait()
        self.state_changed.emit()

    def _did_not_arrive(self, saver: VisitSaver, problem: VaultProblem) -> None:
        if saver is not self._saver:
            self._stranded.append(saver)
            return
        self._on_its_way = None
        self.problem = vault_words(problem)
        self._again.start()
        self.state_changed.emit()

    def _bring_in_stranded(self) -> None:
        """What could not be saved before the records were locked is saved when they are open again."""
        stranded, self._stranded = self._stranded, []
        for saver in stranded:
            self._try_stranded(saver)

    def _try_stranded(self, saver: VisitSaver) -> None:
        self._keeper.ask(self, saver.try_again, lambda _step: None, lambda _why: self._stranded.append(saver))
