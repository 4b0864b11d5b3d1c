"""Joins the records to the window: their desk, the visit on the consultation desk, and what locking hides."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from hipmap.desktop.case_document import CaseDocument
from hipmap.desktop.case_session import CaseSession
from hipmap.desktop.records.backup_keeper import BackupKeeper
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.clipboard_guard import ClipboardGuard
from hipmap.desktop.records.compare_page import ComparePage
from hipmap.desktop.records.day_words import age_on, day_words, today
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.patient_panel import Seen
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.records_screen import RecordsScreen
from hipmap.desktop.records.visit_bar import VisitBar
from hipmap.desktop.records.visit_keeper import VisitKeeper
from hipmap.desktop.records.visits_compared import Side
from hipmap.model.case import Case, Person
from hipmap.model.case_check import check_case
from hipmap.model.records import Patient, Visit
from hipmap.storage.records.restoring import Preview, Restored, restore
from hipmap.storage.records.visits import begin_visit, look_at_visit

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow


class RecordsDesk(QObject):
    """Made when somebody first goes to the records; it outlives a change of language."""

    def __init__(self, window: "MainWindow", session: CaseSession, document: CaseDocument) -> None:
        super().__init__(window)
        self._window, self._session, self._document = window, session, document
        self.keeper = RecordsKeeper(window.preferences, self)
        self.visit = VisitKeeper(self.keeper, session, self)
        self.clipboard = ClipboardGuard(self.keeper, self)
        self.backups = BackupKeeper(self.keeper, self)
        self.backups.failed.connect(self._backup_failed)
        self.bar: VisitBar | None = None
        self._patient = ""
        self._screen: RecordsScreen | None = None
        self._why = ""
        self.keeper.locking.connect(self._hide_everything)
        self.keeper.locked.connect(self._locked)
        self.keeper.opened.connect(self._opened)
        self.visit.left.connect(document.let_go)

    def screen(self, parent: QWidget) -> RecordsScreen:
        """Makes the desk that the room shows."""
        screen = RecordsScreen(self.keeper, parent, self._why)
        self._screen = screen
        screen.told.connect(self._tell)
        screen.keeping_asked.connect(self._show_keeping)
        screen.patients_shown.connect(self._join_patients)
        if isinstance(screen.page, PatientsPage):
            self._join_patients(screen.page)
        return screen

    def make_bar(self) -> VisitBar:
        """Makes the bar of the visit, in the language of now."""
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
        self.bar = VisitBar(self.visit)
        self.bar.back_asked.connect(self._go_back)
        self.bar.lock_asked.connect(self.lock)
        return self.bar

    def come(self) -> None:
        """Goes to the records; a visit that is open is closed, and saved."""
        if self.visit.visit is not None:
            self._go_back()
        else:
            self._window.show_desk("records", remember=False)

    def reword(self) -> None:
        """Makes the bar of a visit that is open anew, in the language of now."""
        if self.bar is not None:
            self._window.frame_box.insertWidget(0, self.make_bar())

    def lock(self) -> None:
        """Locks at once."""
        self.keeper.lock()

    def may_close(self) -> bool:
        """Saves what is open; False where that failed and the person stays."""
        for _ in range(2):  # while one save is on its way the next cannot begin
            self.visit.save_now()
            self.keeper.thread_of_records.wait()
        unsaved = self.visit.may_write and not self.visit.is_saved
        return not (unsaved or self.visit.has_stranded) or self._ask_to_lose()

    def close(self) -> None:
        """Locks, and waits until all is on the disk."""
        self.keeper.finish()

    # ---- parts

    def _show_beside(self, page: BesidePage) -> None:
        """Shows a page on the desk of the records, if that is still there."""
        if self._screen is not None and self._window.room is not None and self._window.room.name == "records":
            self._screen.show_beside(page)

    def _join_patients(self, page: PatientsPage) -> None:
        page.panel.begin_asked.connect(self._begin)
        page.panel.done.connect(lambda text: self._window.tell(text, "calm"))
        page.panel.visit_asked.connect(self._open)
        page.panel.compare_asked.connect(self._compare)
        if self._patient:
            page.open_patient(self._patient)

    def _tell(self, text: str) -> None:
        self._window.tell(text[:1].upper() + text[1:])

    def _opened(self) -> None:
        self._window.actions_by_id["records_lock"].setEnabled(True)
        for note in self.keeper.vault.notes:
            self._tell(note)

    def _begin(self, seen: Seen) -> None:
        patient, case = seen.patient, self._first_case(seen)
        if self._document.may_leave():
            self.keeper.ask(
                self,
                lambda vault: begin_visit(vault, patient.uid, today(), case),
                partial(self._show_visit, patient),
                lambda why: self._tell(str(why)),
            )

    def _first_case(self, seen: Seen) -> Case:
        """A visit begins with who it is, as far as that is known."""
        case = self._document.blank()
        last = seen.timeline.visits[-1].case.person if seen.timeline.visits else None
        age = age_on(seen.patient.identity.born, today())
        sex = last.sex if last is not None else None
        if age is None and sex is None:
            return case
        return case.model_copy(update={"person": Person(age=age, sex=sex)})

    def _open(self, patient: Patient, visit: Visit) -> None:
        if self._document.may_leave():
            self.keeper.ask(
                self,
                lambda vault: look_at_visit(vault, visit.uid),
                partial(self._show_visit, patient),
                lambda why: self._tell(str(why)),
            )

    def _compare(self, seen: Seen, earlier: Visit, later: Visit) -> None:
        """Both are read anew, so that the audit hears of it."""

        def show(found: tuple[Visit, Visit]) -> None:
            if not all(self._is_readable(one) for one in found):
                return
            first, second = (Side(one.day, one.case, self._session.assessed(one.case)) for one in found)
            page = ComparePage(
                seen.patient,
                (first, second),
                seen.timeline.scores,
                self._session.knowledge,
                self._window.preferences.voice,
            )
            self._patient = seen.patient.uid
            self._show_beside(page)

        self.keeper.ask(
            self,
            lambda vault: (look_at_visit(vault, earlier.uid), look_at_visit(vault, later.uid)),
            show,
            lambda why: self._tell(str(why)),
        )

    def _show_keeping(self) -> None:
        page = KeepingPage(self.keeper, self.backups)
        page.told.connect(lambda text: self._window.tell(text, "calm"))
        page.restore_asked.connect(self._restore)
        self._show_beside(page)

    def _backup_failed(self, why: str) -> None:
        self._tell(self.tr("No backup was made: {why}.").format(why=why.rstrip(".")))

    def _restore(self, preview: Preview) -> None:
        """The records are locked first: they must not change while another state is put in their place."""
        folder, around = self.keeper.vault.folder, self.keeper.around
        self.keeper.lock("restoring")

        def done(restored: Restored) -> None:
            aside = restored.kept.name if restored.kept is not None else ""
            words = self.tr(
                "The backup was put back. The records of before are in {folder}. Unlock to go on."
            )
            self._window.tell(words.format(folder=aside), "calm")

        self.keeper.thread_of_records.ask(
            lambda: restore(preview, folder, around), done, lambda why: self._tell(str(why))
        )

    def _is_readable(self, visit: Visit) -> bool:
        """A visit of another hipmap may hold what this one's knowledge has no word for."""
        problems = check_case(visit.case, self._session.knowledge)
        if problems:
            words = self.tr(
                "The visit of {day} cannot be shown with this knowledge: {why}. It stays as it is."
            )
            self._tell(words.format(day=day_words(visit.day), why=problems[0].rstrip(".")))
        return not problems

    def _show_visit(self, patient: Patient, visit: Visit) -> None:
        if not self._is_readable(visit):
            return
        self._patient = patient.uid
        self._document.hold(self.visit.save_now, lambda: self.visit.open(patient, visit))
        self._window.show_desk("consultation", remember=False)
        if self.bar is None:
            self._window.frame_box.insertWidget(0, self.make_bar())

    def _go_back(self) -> None:
        self._session.open_case(self._document.blank())
        self._window.show_desk("records", remember=False)

    def _hide_everything(self) -> None:
        """Whatever is in front of the window goes first, then the case with its steps."""
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self._window.desk is not None:
            self._window.desk.close()
        if self.visit.visit is not None:
            self._session.open_case(self._document.blank())
        self._window.tell("")
        self._patient = ""

    def _locked(self, why: str) -> None:
        self._why = why
        if why != "closing":
            self._window.show_desk("records", remember=False)

    def _ask_to_lose(self) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("hipmap"))
        box.setText(self.tr("The last changes of a visit are not saved. Close all the same?"))
        box.setInformativeText(self.visit.problem)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Discard | buttons.Cancel)
        box.button(buttons.Discard).setText(self.tr("Close and lose them"))
        box.button(buttons.Cancel).setText(self.tr("Stay"))
        box.setDefaultButton(buttons.Cancel)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        return QMessageBox.StandardButton(box.exec()) == buttons.Discard
