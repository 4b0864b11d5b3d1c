"""Records that were put back to an older state are opened only where somebody says that it is meant."""

import shutil
from pathlib import Path

from hipmap.desktop.records.older_state_dialog import OlderStateDialog
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.storage.records.audit_chain import entries
from hipmap.storage.records.database import RECORDS
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.users import add_user
from hipmap.storage.records.verification import problems_of
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import PASSPHRASE, identity


def put_back(clinic: Clinic, tmp_path: Path) -> UnlockPage:
    """Locks, and has an older copy of the database lie in the records' place."""
    keeper = clinic.desk.keeper
    clinic.desk.lock()
    keeper.thread_of_records.wait()
    shutil.copyfile(clinic.small.folder / RECORDS, tmp_path / RECORDS)
    clinic.unlock()
    clinic.page(PatientsPage)
    add_patient(clinic.vault, identity("A-19", "Cara Dunn"))
    clinic.desk.lock()
    keeper.thread_of_records.wait()
    shutil.copyfile(tmp_path / RECORDS, clinic.small.folder / RECORDS)
    clinic.unlock()
    page = clinic.page(UnlockPage)
    clinic.until(lambda: page.older.isVisible())
    return page


def test_an_older_state_is_opened_where_that_is_meant(clinic: Clinic, tmp_path: Path) -> None:
    page = put_back(clinic, tmp_path)
    assert "An older state of these records lies here" in page.trouble.text()
    assert not clinic.desk.keeper.is_open
    clinic.person.press(page.older)
    dialog = clinic.dialog(OlderStateDialog)
    words = clinic.person.reads(dialog)
    assert "What was written after that copy was made is not in it" in words
    assert not dialog.do.isEnabled()
    clinic.write(dialog.secret, "not this one")
    clinic.person.press(dialog.do)
    clinic.until(lambda: "is not right" in dialog.trouble.text())
    assert not clinic.desk.keeper.is_open
    clinic.write(dialog.secret, PASSPHRASE)
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.page(PatientsPage)
    assert not find_patients(clinic.vault, "cara")
    told = [one.action for one in entries(clinic.vault.session.connection, 0, 100)]
    assert told.count("older_state_accepted") == 1
    assert not problems_of(clinic.vault)
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    clinic.unlock()
    clinic.page(PatientsPage)  # and is not asked again


def test_an_assistant_is_told_to_ask_a_clinician(clinic: Clinic, tmp_path: Path) -> None:
    add_user(clinic.vault, "Bo Lind", "assistant", "a quiet green morning")
    page = put_back(clinic, tmp_path)
    page.name.setText("Bo Lind")
    clinic.person.press(page.older)
    dialog = clinic.dialog(OlderStateDialog)
    clinic.write(dialog.secret, "a quiet green morning")
    clinic.person.press(dialog.do)
    clinic.until(lambda: "Only a clinician may accept an older state" in dialog.trouble.text())
    assert not clinic.desk.keeper.is_open
    clinic.person.press(dialog.stay)
    clinic.done(dialog)


def test_who_does_not_mean_it_stays_outside(clinic: Clinic, tmp_path: Path) -> None:
    page = put_back(clinic, tmp_path)
    clinic.person.press(page.older)
    dialog = clinic.dialog(OlderStateDialog)
    clinic.person.press(dialog.stay)
    clinic.done(dialog)
    assert not clinic.desk.keeper.is_open
    clinic.unlock("not this one at all")
    clinic.until(lambda: "is not right" in page.trouble.text())
    assert not page.older.isVisible()
