"""Joins the records to the window: their desk, the visit on the consultation desk, and what locking hides."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hipmap.desktop.case_document import CaseDocument
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.languages import library_in_words
from hipmap.desktop.records.backup_keeper import BackupKeeper
from hipmap.desktop.records.backup_line import BackupLine
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.clipboard_guard import ClipboardGuard
from hipmap.desktop.records.closing import Closing
from hipmap.desktop.records.compare_page import ComparePage
from hipmap.desktop.records.day_words import day_words
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.patient_panel import Seen
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.records_screen import RecordsScreen, VisitsPage
from hipmap.desktop.records.steps_page import StepsPage
from hipmap.desktop.records.stranded_edits import Stranded
from hipmap.desktop.records.unsaved_words import gone_words, late_words, not_saved_words, saved_words
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.records.visit_bar import VisitBar
from hipmap.desktop.records.visit_keeper import VisitKeeper
from hipmap.desktop.records.visits_at_desk import VisitsAtDesk
from hipmap.desktop.records.visits_compared import Side
from hipmap.desktop.settings.governed import changed_words
from hipmap.model.document_check import sifted
from hipmap.model.outcome_scales import outcome_scales
from hipmap.model.records import Patient, Step, Visit
from hipmap.storage.records.restoring import Preview, Restored, restore
from hipmap.storage.records.visits import look_at_visit, steps_of

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow


CALM = ("passphrase_of_before",)
"""What is told at opening and is no fault of the records."""


class RecordsDesk(QObject):
    """Made when somebody first goes to the records; it outlives a change of language."""

    def __init__(self, window: "MainWindow", session: CaseSession, document: CaseDocument) -> None:
        super().__init__(window)
        self._window, self._session, self._document = window, session, document
        self.keeper = RecordsKeeper(window.preferences, self)
        self.keeper.scales = lambda: outcome_scales(library_in_words(session.knowledge).measures)
        self.keeper.sift = lambda whole: sifted(whole, session.knowledge)
        self.keeper.knowledge = lambda: session.knowledge
        self.visit = VisitKeeper(self.keeper, session, self)
        self.clipboard = ClipboardGuard(self.keeper, self)
        self.backups = BackupKeeper(self.keeper, self)
        self.backups.failed.connect(self._backup_failed)
        self._closing = Closing(window, self.keeper, self.visit)
        self.bar: VisitBar | None = None
        self.visits = VisitsAtDesk(window, session, document, self.keeper, self.visit)
        self.visits.told.connect(self._tell)
        self.visits.shown.connect(self._show_bar)
        self._screen: RecordsScreen | None = None
        self._why = ""
        self.keeper.locking.connect(self._hide_everything)
        self.keeper.locked.connect(self._locked)
        self.keeper.opened.connect(self._opened)
        self._join_unsaved()
        if window.room is not None:
            window.room.visit_is_kept = lambda: self.visit.visit is not None

    def screen(self, parent: QWidget) -> RecordsScreen:
        """Makes the desk that the room shows."""
        screen = RecordsScreen(self.keeper, parent, self._why)
        self._screen = screen
        screen.told.connect(self._tell)
        screen.keeping_asked.connect(self._show_keeping)
        screen.restore_asked.connect(self._restore)
        screen.patients_shown.connect(self._join_patients)
        if isinstance(screen.page, VisitsPage):
            self._join_patients(screen.page)
        return screen

    def make_bar(self) -> VisitBar:
        """Makes the bar of the visit, in the language of now."""
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
        self.bar = VisitBar(self.visit)
        self.bar.back_asked.connect(self.visits.go_back)
        self.bar.lock_asked.connect(self.lock)
        self.bar.anew_asked.connect(partial(self.keeper.lock, "anew"))
        return self.bar

    def come(self) -> None:
        """Goes to the records; a visit that is open is closed, and saved."""
        if self.visit.visit is not None:
            self.visits.go_back()
        else:
            self._window.show_desk("records", remember=False)

    def keep_case(self) -> None:
        """The case that is open becomes a visit, of whoever is chosen at the records."""
        if self.visit.visit is not None:
            self._window.tell(self.tr("This visit is kept: every change is saved by itself."), "calm")
        elif self.visits.keep_open_case():
            self._window.show_desk("records", remember=False)
        else:
            self._tell(self.tr("There is nothing to keep yet. Mark a place or answer a question first."))

    def reword(self) -> None:
        """Makes the bar of a visit that is open anew, in the language of now."""
        if self.bar is not None:
            self._window.frame_box.insertWidget(0, self.make_bar())

    def lock(self) -> None:
        """Locks at once."""
        self.keeper.lock()

    def may_close(self) -> bool:
        """Saves what is open; False where that failed and the person stays."""
        return self._closing.may_close()

    def close(self) -> None:
        """Locks, and waits until all is on the disk."""
        self._closing.close()

    # ---- parts

    def _show_beside(self, page: BesidePage) -> None:
        """Shows a page on the desk of the records, if that is still there."""
        if self._screen is not None and self._window.room is not None and self._window.room.name == "records":
            self._screen.show_beside(page)

    def _join_patients(self, page: VisitsPage) -> None:
        line = BackupLine(self.keeper, self.backups)
        line.keeping_asked.connect(self._show_keeping)
        page.column.insertWidget(0, line)
        line.look_up()
        page.panel.begin_asked.connect(self.visits.begin)
        page.panel.done.connect(lambda text: self._window.tell(text, "calm"))
        page.panel.visit_asked.connect(self.visits.open)
        page.panel.compare_asked.connect(self._compare)
        page.panel.history_asked.connect(self._show_history)
        page.panel.keep_open_case(self.visits.keeps_case)
        page.panel.keeping_cancelled.connect(partial(self._cancel_keeping, page))
        if self.visits.patient:
            page.open_patient(self.visits.patient)

    def _join_unsaved(self) -> None:
        """Whatever becomes of a change that was not saved is told."""
        edits = self.keeper.stranded
        edits.stranded.connect(self._tell_stranded)
        edits.gone.connect(lambda one: self._tell(gone_words(one)))
        edits.saved.connect(
            lambda one: self._window.tell(saved_words(one), "problem" if one.saver.came_late else "calm")
        )
        self.visit.came_late.connect(self._tell_late)
        self._session.refused.connect(self._tell_refused)

    def _tell_stranded(self, one: Stranded) -> None:
        """At the records their bar says it."""
        if self._window.room is not None and self._window.room.name != "records":
            self._tell(not_saved_words(one))

    def _tell_late(self, visit: Visit) -> None:
        patient = self.visit.patient
        name = patient.identity.name if patient is not None else ""
        self._tell(late_words().format(day=day_words(visit.day), name=name))

    def _tell_refused(self) -> None:
        self._tell(self.tr("This visit can only be read here: nothing was changed."))

    def _cancel_keeping(self, page: VisitsPage) -> None:
        self.visits.cancel_keeping()
        page.panel.keep_open_case(False)

    def _show_bar(self) -> None:
        if self.bar is None:
            self._window.frame_box.insertWidget(0, self.make_bar())

    def _tell(self, text: str) -> None:
        self._window.tell(text[:1].upper() + text[1:])

    def _opened(self) -> None:
        self._window.actions_by_id["records_lock"].setEnabled(True)
        notes = self.keeper.vault.notes
        told = " ".join(filter(None, [*map(vault_words, notes), changed_words()]))
        if told:
            is_calm = all(note.kind in CALM for note in notes)
            self._window.tell(told[:1].upper() + told[1:], "calm" if is_calm else "problem")
        self.visits.resume()

    def _compare(self, seen: Seen, earlier: Visit, later: Visit) -> None:
        """Both are read anew, so that the audit hears of it."""

        def show(found: tuple[Visit, Visit]) -> None:
            if not all(self.visits.is_readable(one) for one in found):
                return
            first, second = (Side(one.day, one.case, self._session.assessed(one.case)) for one in found)
            page = ComparePage(
                seen.patient,
                (first, second),
                (seen.timeline.scores, self.keeper.scales()),
                self._session.knowledge,
                self._window.preferences.voice,
            )
            self.visits.patient = seen.patient.uid
            self._show_beside(page)

        self.visits.ask_once(
            lambda vault: (look_at_visit(vault, earlier.uid), look_at_visit(vault, later.uid)), show
        )

    def _show_history(self, patient: Patient, visit: Visit) -> None:
        """Reads how a visit was written; the audit hears that somebody looked."""

        def show(found: tuple[Visit, tuple[Step, ...]]) -> None:
            knowledge, voice = self._session.knowledge, self._window.preferences.voice
            self.visits.patient = patient.uid
            self._show_beside(StepsPage(patient, *found, knowledge, voice))

        self.visits.ask_once(
            lambda vault: (look_at_visit(vault, visit.uid), steps_of(vault, visit.uid)), show
        )

    def _show_keeping(self) -> None:
        page = KeepingPage(self.keeper, self.backups)
        page.told.connect(lambda text: self._window.tell(text, "calm"))
        page.restore_asked.connect(self._restore)
        if self._screen is not None:
            page.letters_made.connect(self._screen.show_new_letters)
        self._show_beside(page)

    def _backup_failed(self, why: str) -> None:
        self._tell(self.tr("A backup was due and is not made. {why}").format(why=why))

    def _restore(self, preview: Preview) -> None:
        """The records are locked first: they must not change while another state is put in their place."""
        folder, around = self.keeper.folder, self.keeper.around
        if folder is None:
            return
        self.keeper.lock("restoring")

        def done(restored: Restored) -> None:
            words = self.tr("The backup was put back. Unlock to go on.")
            if restored.kept is not None:
                words = self.tr(
                    "The backup was put back. The records of before are in {folder}. Unlock to go on."
                ).format(folder=restored.kept.name)
            self._window.tell(words, "calm")

        self.keeper.thread_of_records.ask(
            lambda: restore(preview, folder, around), done, lambda why: self._tell(vault_words(why))
        )

    def _hide_everything(self) -> None:
        """Whatever is in front of the window goes first, then the case with its steps."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.done(QDialog.DialogCode.Rejected)  # which asks nothing, and leaves nothing standing
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self._window.desk is not None:
            self._window.desk.close()
        self.visits.hide()
        self._window.tell("")

    def _locked(self, why: str) -> None:
        self._why = why
        self.visits.forget(why)
        if why != "closing":
            self._window.show_desk("records", remember=False)
            if told := changed_words():
                self._window.tell(told, "calm")
