"""Backups are made when due and put back after a look into them; the audit is shown and proved."""

from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.records import backup_card, backup_line
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.passphrase_dialog import NewUserDialog, PassphraseDialog
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.recovery_page import RecoveryPage
from hipmap.desktop.records.remove_dialog import RemoveDialog
from hipmap.desktop.records.renew_dialog import RenewDialog
from hipmap.desktop.records.restore_dialog import RestoreDialog
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.storage.records.backups import backups_in, make_backup
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.opening import unlocked_by_recovery
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.problems import WrongPassphrase
from hipmap.storage.records.users import add_user, users
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import PASSPHRASE


def keeping(clinic: Clinic) -> KeepingPage:
    assert clinic.screen.bar is not None
    clinic.person.press(clinic.screen.bar.keeping)
    return clinic.page(KeepingPage)


def backed_up(clinic: Clinic, folder: Path) -> KeepingPage:
    """Chooses the folder, so that the first backup is made."""
    page = keeping(clinic)
    assert "No backups are made" in page.backups.where.text()
    page.backups.use_folder(folder)
    clinic.until(lambda: "Kept: 1" in page.backups.state.text())
    return page


def test_a_backup_is_made_when_it_is_due_and_not_before(clinic: Clinic, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    backed_up(clinic, folder)
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    assert len(backups_in(folder)) == 1
    clinic.small.clock.forward(hours=25)
    clinic.unlock()
    clinic.page(PatientsPage)
    clinic.desk.keeper.thread_of_records.wait()
    assert len(backups_in(folder)) == 2


def test_a_new_backup_is_looked_up_once_however_often_one_came_to_the_records(
    clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[Path] = []

    def look(_vault: object, folder: Path, _every: object) -> tuple[None, bool]:
        looks.append(folder)
        return None, False

    for desk in ("consultation", "records") * 3:
        clinic.person.do(desk)
        clinic.until(clinic.person.window.is_ready)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    clinic.page(PatientsPage)
    monkeypatch.setattr(backup_line, "_last_and_due", look)
    clinic.person.window.preferences.records_backups = str(tmp_path)
    clinic.desk.keeper.thread_of_records.wait()
    looks.clear()
    clinic.desk.backups.made.emit("a backup")
    clinic.desk.keeper.thread_of_records.wait()
    assert looks == [tmp_path]


def test_a_backup_that_cannot_be_made_is_told(clinic: Clinic, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    keeping(clinic).backups.use_folder(blocked)
    clinic.until(lambda: "is not made" in clinic.person.message())


def test_a_backup_is_put_back_after_a_look_into_it(clinic: Clinic, tmp_path: Path) -> None:
    page = backed_up(clinic, tmp_path / "copies")
    delete_patient(clinic.vault, find_patients(clinic.vault, "anna")[0].uid, ())
    clinic.person.press(page.backups.restore)
    dialog = clinic.dialog(RestoreDialog)
    dialog.secret.setText("not this one")
    clinic.person.press(dialog.do)
    clinic.until(lambda: "is not right" in dialog.trouble.text())
    dialog.secret.setText(PASSPHRASE)
    clinic.person.press(dialog.do)
    clinic.until(lambda: dialog.preview is not None)
    assert "Patients: 2" in dialog.shown.text()
    assert not find_patients(clinic.vault, "anna")
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # once too often puts nothing back
    clinic.done(dialog)
    assert clinic.desk.keeper.is_open
    clinic.person.press(page.backups.restore)
    dialog = clinic.dialog(RestoreDialog)
    dialog.secret.setText(PASSPHRASE)
    clinic.person.press(dialog.do)
    clinic.until(lambda: dialog.preview is not None)
    clinic.person.press(dialog.do)
    clinic.page(UnlockPage)
    clinic.until(lambda: "was put back" in clinic.person.message())
    clinic.unlock()
    clinic.page(PatientsPage)
    assert find_patients(clinic.vault, "anna")


def test_an_answer_for_a_page_that_is_gone_is_dropped(clinic: Clinic) -> None:
    page = keeping(clinic)
    clinic.person.press(page.audit.prove)
    clinic.person.press(page.back)
    patients = clinic.page(PatientsPage)
    patients.look_up()
    clinic.person.do("start")
    clinic.desk.keeper.thread_of_records.wait()
    clinic.person.settle()
    clinic.person.do("records")
    clinic.page(PatientsPage)


def test_the_audit_says_who_did_what_without_what_was_written(clinic: Clinic) -> None:
    clinic.choose("Jörg")
    page = keeping(clinic)
    clinic.until(lambda: page.audit.audit.count() > 3)
    rows = [page.audit.audit.item(row).text() for row in range(page.audit.audit.count())]
    assert rows[0] == "A patient was looked at"
    assert "The records were made" in rows
    assert not any("Jörg" in row for row in rows)
    clinic.person.press(page.audit.prove)
    clinic.until(lambda: "Whole" in page.audit.proof.text())


def test_somebody_is_let_in_given_another_role_and_removed(clinic: Clinic) -> None:
    people = keeping(clinic).people
    clinic.person.press(people.add)
    dialog = clinic.dialog(NewUserDialog)
    clinic.write(dialog.called, "Bo Lind")
    dialog.new.setText("a quiet green morning")
    clinic.person.press(dialog.do)
    assert "not the same" in dialog.trouble.text()
    dialog.again.setText("a quiet green morning")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: people.people.count() == 2)
    people.people.setCurrentRow(0)
    clinic.person.press(people.role)
    clinic.until(lambda: users(clinic.vault)[0].role == "clinician")
    people.people.setCurrentRow(0)
    clinic.person.press(people.remove)
    question = clinic.dialog(RemoveDialog)
    assert "Bo Lind" in question.windowTitle()
    QTest.keyClick(question, Qt.Key.Key_Return)  # nobody is removed by a key too many
    clinic.done(question)
    assert len(users(clinic.vault)) == 2
    clinic.person.press(people.remove)
    question = clinic.dialog(RemoveDialog)
    clinic.person.press(question.do)
    clinic.done(question)
    clinic.until(lambda: people.people.count() == 1)
    people.people.setCurrentRow(0)
    assert not people.remove.isEnabled()


def test_ones_own_passphrase_is_changed_by_who_knows_it(clinic: Clinic) -> None:
    people = keeping(clinic).people
    clinic.person.press(people.own)
    dialog = clinic.dialog(PassphraseDialog)
    dialog.old.setText("not this one")
    for field in (dialog.new, dialog.again):
        field.setText("a quiet green morning")
    clinic.person.press(dialog.do)
    clinic.until(lambda: "passphrase of now is not right" in dialog.trouble.text())
    dialog.old.setText(PASSPHRASE)
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.desk.lock()
    clinic.unlock("a quiet green morning")
    clinic.page(PatientsPage)


def test_a_new_recovery_key_needs_the_passphrase_and_voids_the_old_one(clinic: Clinic) -> None:
    people = keeping(clinic).people
    clinic.person.press(people.renew)
    dialog = clinic.dialog(RenewDialog)
    dialog.secret.setText("not this one")
    clinic.person.press(dialog.do)
    clinic.until(lambda: "is not right" in dialog.trouble.text())
    dialog.secret.setText(PASSPHRASE)
    clinic.person.press(dialog.do)
    page = clinic.page(RecoveryPage)
    letters = page.letters.text()
    assert not page.go_on.isEnabled()
    page.on_paper.setFocus()
    QTest.keyClick(page.on_paper, Qt.Key.Key_Space)
    clinic.person.press(page.go_on)
    clinic.page(KeepingPage)
    assert letters.replace("\n", "-") not in clinic.reads()
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    folder, around = clinic.small.folder, clinic.small.around
    with pytest.raises(WrongPassphrase):
        unlocked_by_recovery(folder, clinic.small.recovery, around)
    assert unlocked_by_recovery(folder, letters, around).data_key


def test_an_assistant_is_shown_what_only_a_clinician_may_do(clinic: Clinic) -> None:
    add_user(clinic.vault, "Bo Lind", "assistant", "a quiet green morning")
    make_backup(clinic.vault, clinic.small.folder.with_name("backups"))
    clinic.person.window.preferences.records_backups = str(clinic.small.folder.with_name("backups"))
    clinic.desk.lock()
    unlock = clinic.page(UnlockPage)
    unlock.name.setText("Bo Lind")
    unlock.passphrase.setText("a quiet green morning")
    clinic.person.press(unlock.unlock)
    clinic.page(PatientsPage)
    clinic.choose("Jörg")
    assert clinic.panel.begin.isEnabled()
    assert not clinic.panel.delete.isEnabled()
    page = keeping(clinic)
    clinic.until(lambda: page.people.people.count() == 2 and "Kept: 1" in page.backups.state.text())
    page.people.people.setCurrentRow(1)
    for button in (page.people.add, page.people.role, page.people.remove, page.people.renew):
        assert not button.isEnabled()
    assert page.people.own.isEnabled()
    assert not page.backups.restore.isEnabled()
    assert page.backups.now.isEnabled()
    assert "Ask a clinician to" in page.people.may.text()
    assert "Only a clinician" in page.backups.may_not.text()


def test_a_silent_share_with_backups_does_not_hold_the_window(
    clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()

    def silent(folder: Path) -> dict[datetime, Path]:
        assert answers.wait(60)
        return backups_in(folder)

    monkeypatch.setattr(backup_card, "backups_in", silent)
    clinic.person.window.preferences.records_backups = str(tmp_path / "share")
    page = keeping(clinic)
    assert str(tmp_path / "share") in page.backups.where.text()
    assert not page.backups.restore.isEnabled()
    answers.set()
    clinic.until(lambda: "None has been made" in page.backups.state.text())


def test_the_records_themselves_take_no_backups(clinic: Clinic) -> None:
    page = keeping(clinic)
    page.backups.use_folder(clinic.small.folder)
    clinic.until(lambda: "belongs to the records themselves" in page.backups.state.text())
    assert clinic.person.window.preferences.records_backups == ""
