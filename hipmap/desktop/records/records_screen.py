"""The desk of the records: locked, being made, or the patients."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipmap.desktop.records.begin_page import BeginPage
from hipmap.desktop.records.beside_page import BesidePage
from hipmap.desktop.records.form import FormPage
from hipmap.desktop.records.founding_page import FoundingPage
from hipmap.desktop.records.import_page import ImportPage
from hipmap.desktop.records.own_visits_page import OwnVisitsPage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.records_bar import RecordsBar
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.recover_form import RecoverForm
from hipmap.desktop.records.recovery_page import RecoveryPage
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.settings.governed import fixed_words
from hipmap.desktop.written_path import written_path
from hipmap.model.records import Patient, RecordsUse
from hipmap.model.voice import Voice
from hipmap.storage.records.backups import must_be_outside
from hipmap.storage.records.founding import must_be_offered
from hipmap.storage.records.problems import VaultProblem

VisitsPage = PatientsPage | OwnVisitsPage


class RecordsScreen(QWidget):
    """Shows one page; each is made when it is gone to and gone when it is left."""

    told = Signal(str)
    keeping_asked = Signal()
    restore_asked = Signal(object)  # Preview
    patients_shown = Signal(object)  # VisitsPage

    def __init__(self, keeper: RecordsKeeper, parent: QWidget, why: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("content")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._keeper = keeper
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.bar: RecordsBar | None = None
        self.page: QWidget | None = None
        keeper.opened.connect(self.show_patients)
        keeper.locked.connect(self.show_locked)
        keeper.founded.connect(self.show_recovery_key)
        if keeper.is_open:
            self.show_patients()
        elif keeper.letters:
            self.show_recovery_key(keeper.letters)
        else:
            self.show_locked(why)

    def show_voice(self, voice: Voice) -> None:
        """Records are worded for clinicians and for a person at home alike."""

    def show_country(self, country: str) -> None:
        """Nothing here depends on the country."""

    def wear_look(self) -> None:
        if isinstance(self.page, FormPage):
            self.page.dress()

    def take_keyboard(self) -> None:
        if self.page is not None:
            cast("UnlockPage", self.page).take_keyboard()

    # ---- pages

    def show_patients(self) -> None:
        """Shows the list of patients."""
        if self.bar is None:
            self.bar = RecordsBar(self._keeper)
            self.bar.lock_asked.connect(self._keeper.lock)
            self.bar.anew_asked.connect(partial(self._keeper.lock, "anew"))
            self.bar.keeping_asked.connect(self.keeping_asked)
            self._box.insertWidget(0, self.bar)
        own = self._keeper.vault.use == "own"
        page: VisitsPage = OwnVisitsPage(self._keeper) if own else PatientsPage(self._keeper)
        page.told.connect(self.told)
        if isinstance(page, PatientsPage):
            page.import_asked.connect(self.show_import)
        self._show(page)
        self.patients_shown.emit(page)

    def show_import(self, path: Path) -> None:
        """Shows what a file would bring, and then who came in with it."""
        page = ImportPage(self._keeper, path)

        def taken(patient: Patient) -> None:
            self.show_patients()
            cast("PatientsPage", self.page).open_patient(patient.uid)

        page.taken.connect(taken)
        self.show_beside(page)

    def show_locked(self, why: str = "") -> None:
        """Takes everything of a patient off the screen at once."""
        if self.bar is not None:
            self._drop(self.bar)
            self.bar = None
        folder = self._keeper.folder
        if folder is None:
            self.show_begin()
        else:
            page = UnlockPage(self._keeper, folder, why)
            page.other_asked.connect(self.show_begin)
            page.recovery_asked.connect(lambda: self.show_recover(folder))
            page.restore_asked.connect(self.restore_asked)
            self._show(page)
            if self._keeper.is_offered:
                self._look_at_offered(page, folder)

    def _look_at_offered(self, page: UnlockPage, folder: Path) -> None:
        """Records that a policy offers and nobody has made are begun; a share that is away is told."""

        def missing(why: VaultProblem) -> None:
            if self.page is page and why.said.kind == "no_folder":
                self.show_begin()
            else:
                page.tell(why)

        self._keeper.ask_of_disk(page, lambda: must_be_offered(folder), lambda _: None, missing)

    def show_begin(self) -> None:
        page = BeginPage(self._keeper, "own" if self._keeper.preferences.desk == "home" else "clinic")
        page.new_asked.connect(self._show_founding)
        page.folder_chosen.connect(self._show_folder)
        self._show(page)

    def _show_founding(self, use: RecordsUse) -> None:
        page = FoundingPage(self._keeper, use)
        page.back_asked.connect(self.show_begin)
        self._show(page)

    def show_recovery_key(self, letters: str) -> None:
        fixed = fixed_words(self._keeper.preferences.rules.get("records_backups"))
        page = RecoveryPage(letters, fixed=fixed)
        page.backups_chosen.connect(lambda name: self._use_for_backups(Path(name), page))
        page.kept.connect(self._keeper.enter)
        self._show(page)

    def _use_for_backups(self, folder: Path, page: RecoveryPage) -> None:
        """The first backup is made at entering; the records' own folder is refused."""
        records = self._keeper.folder_while_founding

        def use(_none: None) -> None:
            self._keeper.preferences.records_backups = str(folder)
            page.show_backups(written_path(folder))

        self._keeper.ask_of_disk(
            page,
            lambda: must_be_outside(records, folder),
            use,
            lambda why: page.show_backups(vault_words(why)),
        )

    def show_new_letters(self, letters: str) -> None:
        """Shows a new recovery key of records that are open."""
        page = RecoveryPage(letters, self.tr("Done"))
        page.kept.connect(self.keeping_asked)
        self._show(page)

    def show_recover(self, folder: Path) -> None:
        page = RecoverForm(self._keeper, folder)
        page.back_asked.connect(self.show_locked)
        self._show(page)

    def show_beside(self, page: BesidePage) -> None:
        """Shows a page that is gone back from to the patients."""
        page.back_asked.connect(self.show_patients)
        self._show(page)

    def _show_folder(self, folder: str) -> None:
        self._keeper.preferences.records_folder = folder
        self.show_locked()

    def _show(self, page: QWidget) -> None:
        if self.page is not None:
            self._drop(self.page)
        self.page = page
        self._box.addWidget(page, 1)
        page.show()
        if self.isVisible():
            self.take_keyboard()

    def _drop(self, part: QWidget) -> None:
        # Its own button may still be being pressed.
        part.hide()
        self._box.removeWidget(part)
        part.deleteLater()
