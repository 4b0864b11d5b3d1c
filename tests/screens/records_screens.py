"""The pages of the records: how a person gets to each, before records of made-up patients."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from hipmap.desktop.records.begin_page import BeginPage
from hipmap.desktop.records.compare_page import ComparePage
from hipmap.desktop.records.founding_page import FoundingPage
from hipmap.desktop.records.import_page import ImportPage
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.own_visits_page import OwnVisitsPage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.recover_form import RecoverForm
from hipmap.desktop.records.steps_page import StepsPage
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.desktop.records.visit_bar import VisitBar
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.hand_over import sealed_for_passphrase
from hipmap.storage.records.patient_documents import document_of, write_document
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.problems import Damaged, NotSaved
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.made_up_clinic import WITH_VISITS
from tests.storage.records.small_vaults import OWNER, PASSPHRASE

SECRET = "five birds under one roof"


def answered(clinic: Clinic) -> None:
    """Waits until the records have answered all that they were asked, and what the answers led to."""
    for _ in range(3):
        clinic.desk.keeper.thread_of_records.wait()
        clinic.person.settle()


# ---- before the patients


def locked(clinic: Clinic) -> UnlockPage:
    clinic.person.window.preferences.records_folder = str(clinic.small.folder)
    clinic.go()
    if clinic.desk.keeper.is_open:
        clinic.desk.lock()
        answered(clinic)
    return clinic.page(UnlockPage)


def nothing_given(clinic: Clinic) -> None:
    page = locked(clinic)
    page.name.setText(OWNER)
    clinic.person.press(page.unlock)


def damaged(clinic: Clinic) -> None:
    """The records cannot be opened, and there is a place with backups."""
    clinic.person.window.preferences.records_backups = str(clinic.small.folder.with_name("backups"))
    locked(clinic)._failed(Damaged("damaged_or_other_key", "records.db"))


def begin(clinic: Clinic) -> BeginPage:
    page = locked(clinic)
    clinic.person.press(page.other)
    return clinic.page(BeginPage)


def founding(clinic: Clinic) -> None:
    """With a passphrase that is not taken."""
    clinic.person.press(begin(clinic).make)
    page = clinic.page(FoundingPage)
    page.folder.setText("hipmap records")
    page.name.setText(OWNER)
    page.passphrase.setText("summer2024")
    page.again.setText("summer")
    clinic.person.press(page.make)


def recovery_key(clinic: Clinic) -> None:
    """With the key of the made-up records, so that none have to be made for it."""
    locked(clinic)
    clinic.screen.show_recovery_key(clinic.small.recovery)


def recover(clinic: Clinic) -> None:
    clinic.person.press(locked(clinic).recover)
    clinic.page(RecoverForm)


# ---- patients


def patients(clinic: Clinic) -> PatientsPage:
    """With nobody chosen."""
    locked(clinic)
    clinic.unlock()
    page = clinic.page(PatientsPage)
    clinic.until(lambda: page.patients.count() > 1)
    return page


def nobody_found(clinic: Clinic) -> None:
    patients(clinic).search.setText("zzz")
    answered(clinic)


def patient(clinic: Clinic) -> PatientsPage:
    page = patients(clinic)
    clinic.choose(WITH_VISITS[:4])
    page.search.clear()
    answered(clinic)
    return page


def read_only(clinic: Clinic) -> None:
    """While somebody at another computer writes."""
    locked(clinic)
    other = clinic.small.open_elsewhere()
    try:
        clinic.unlock()
        clinic.page(PatientsPage)
        answered(clinic)
    finally:
        other.lock()


def visit(clinic: Clinic) -> VisitBar:
    clinic.person.press(patient(clinic).panel.open)
    clinic.wait_for_visit()
    assert clinic.desk.bar is not None
    return clinic.desk.bar


def visit_not_saved(clinic: Clinic) -> None:
    """With the note open, too."""
    bar = visit(clinic)
    clinic.person.press(bar.note_button)
    clinic.desk.visit.problem = NotSaved("disk_full", "records.db")
    clinic.desk.visit.state_changed.emit()


def compare(clinic: Clinic) -> None:
    """Compares the last visit with the one before it."""
    panel = patient(clinic).panel
    panel.visits.setFocus()
    panel.visits.setCurrentRow(0)
    QTest.keyClick(panel.visits, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    clinic.person.press(panel.compare)
    clinic.page(ComparePage)


def steps(clinic: Clinic) -> None:
    """How the last visit was written."""
    clinic.person.press(patient(clinic).panel.history)
    clinic.page(StepsPage)


def scores(clinic: Clinic) -> PatientsPage:
    page = patient(clinic)
    page.panel.show_part("scores")
    return page


def letters(clinic: Clinic) -> PatientsPage:
    page = patient(clinic)
    page.panel.show_part("letters")
    return page


def incoming(clinic: Clinic) -> None:
    """A file, and what it would bring."""
    page, vault = patients(clinic), clinic.vault
    path = clinic.small.folder.with_name("from the surgery.hipmap")
    document = document_of(vault, find_patients(vault, WITH_VISITS[:4])[0].uid)
    write_document(path, sealed_for_passphrase(document, SECRET, clinic.small.around))
    page.import_asked.emit(path)
    file = clinic.page(ImportPage)
    answered(clinic)
    file.secret.setText(SECRET)
    clinic.person.press(file.open)
    answered(clinic)


def own_visits(clinic: Clinic) -> None:
    """The visits of somebody at home, who keeps only their own."""
    locked(clinic)
    folder = clinic.small.folder.with_name("my visits")
    if not folder.exists():
        vault, _letters = create_vault(folder, OWNER, PASSPHRASE, clinic.small.around, "own")
        vault.lock()
    clinic.person.window.preferences.records_folder = str(folder)
    clinic.go()
    clinic.unlock()
    clinic.page(OwnVisitsPage)
    answered(clinic)


# ---- safe keeping


def keeping(clinic: Clinic) -> KeepingPage:
    """With one backup."""
    patients(clinic)
    assert clinic.screen.bar is not None
    clinic.person.press(clinic.screen.bar.keeping)
    page = clinic.page(KeepingPage)
    page.backups.use_folder(clinic.small.folder.with_name("backups"))
    answered(clinic)
    clinic.person.window.tell("")
    return page


def who_did_what(clinic: Clinic) -> None:
    """The lower part of safe keeping, proved."""
    page = keeping(clinic)
    clinic.person.press(page.audit.prove)
    answered(clinic)
    bar = page.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(bar.maximum())


REACHED: dict[str, Callable[[Clinic], object]] = {
    "records begin": begin,
    "records made new": founding,
    "records recovery key": recovery_key,
    "records locked": nothing_given,
    "records damaged": damaged,
    "records opened by recovery key": recover,
    "records patients": patients,
    "records nobody found": nobody_found,
    "records patient": patient,
    "records steps of a visit": steps,
    "records scores": scores,
    "records letters": letters,
    "records only to be read": read_only,
    "records visit": visit,
    "records visit not saved": visit_not_saved,
    "records compare": compare,
    "records import": incoming,
    "records own visits": own_visits,
    "records keeping": keeping,
    "records who did what": who_did_what,
}
CHIEF = {"records patient", "records visit", "records compare", "records keeping"}
