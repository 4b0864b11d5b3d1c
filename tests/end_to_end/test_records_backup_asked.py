"""Nobody has to find out alone that there are no backups: it is asked at the beginning, and said after."""

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from hipmap.desktop import chosen_file
from hipmap.desktop.records.backup_line import BackupLine
from hipmap.desktop.records.begin_page import BeginPage
from hipmap.desktop.records.founding_page import FoundingPage
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.own_visits_page import OwnVisitsPage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.recovery_page import RecoveryPage
from hipmap.storage.records.backups import backups_in, make_backup
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person
from tests.storage.records.small_vaults import PASSPHRASE, SmallVault, surroundings


@pytest.fixture(autouse=True)
def nothing_put_off(person: Person) -> None:
    person.window.preferences.records_backup_later = ""


def the_line(clinic: Clinic) -> BackupLine:
    page = clinic.screen.page
    line = page.findChild(BackupLine) if page is not None else None
    assert line is not None
    return line


def _named(path: Path, *_question: object) -> str:
    return str(path)


def _reads(key: RecoveryPage, said: str) -> bool:
    return said in key.backups.text()


def test_records_without_a_backup_say_so_and_lead_to_safe_keeping(clinic: Clinic) -> None:
    clinic.page(PatientsPage)
    line = the_line(clinic)
    assert line.isVisible()
    assert "No backups are made" in line.words.text()
    clinic.person.press(line.choose)
    clinic.page(KeepingPage)


def test_who_does_not_want_to_hear_of_it_today_does_not(clinic: Clinic) -> None:
    clinic.page(PatientsPage)
    clinic.person.press(the_line(clinic).later)
    assert not the_line(clinic).isVisible()
    clinic.desk.lock()
    clinic.unlock()
    clinic.page(PatientsPage)
    assert not the_line(clinic).isVisible()
    clinic.person.window.preferences.records_backup_later = "2026-01-01"
    clinic.desk.lock()
    clinic.unlock()
    clinic.page(PatientsPage)
    assert the_line(clinic).isVisible()


def test_a_fresh_backup_is_not_spoken_of_and_an_old_one_is(clinic: Clinic, tmp_path: Path) -> None:
    preferences, folder = clinic.person.window.preferences, tmp_path / "copies"
    make_backup(clinic.vault, folder)
    preferences.records_backups = str(folder)
    line = the_line(clinic)
    line.look_up()
    clinic.desk.keeper.thread_of_records.wait()
    clinic.until(lambda: not line.isVisible())
    clinic.small.clock.time += timedelta(hours=25)
    line.look_up()
    clinic.until(lambda: "A newer one is due" in line.words.text())
    assert line.isVisible()
    clinic.desk.backups.back_up_now()
    clinic.until(lambda: not line.isVisible())


def test_a_folder_of_backups_that_cannot_be_seen_is_told(clinic: Clinic, tmp_path: Path) -> None:
    clinic.person.window.preferences.records_backups = str(tmp_path / "unplugged")
    line = the_line(clinic)
    line.look_up()
    clinic.until(lambda: "No backup can be found" in line.words.text())


@pytest.mark.parametrize("use", ["clinic", "own"])
def test_new_records_ask_where_backups_go(
    use: str, person: Person, tmp_path: Path, records_of_clinic: SmallVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic, preferences = Clinic(person, records_of_clinic), person.window.preferences
    person.do("records")
    clinic.desk.keeper.around = surroundings(7)
    begin = clinic.page(BeginPage)
    person.press(begin.make_own if use == "own" else begin.make)
    form = clinic.page(FoundingPage)
    form.folder.setText(str(tmp_path / "new"))
    clinic.write(form.name, "Ida Berg")
    clinic.write(form.passphrase, PASSPHRASE)
    clinic.write(form.again, PASSPHRASE)
    person.press(form.make)
    key = clinic.page(RecoveryPage)
    assert "Where should backups go?" in clinic.reads()
    try:
        for chosen, said in ((tmp_path / "new", "belongs to the records"), (tmp_path / "copies", "copies")):
            monkeypatch.setattr(chosen_file, "folder", partial(_named, chosen))
            person.press(key.choose)
            clinic.until(partial(_reads, key, said))
        key.on_paper.setChecked(True)
        person.press(key.go_on)
        clinic.page(OwnVisitsPage if use == "own" else PatientsPage)
        clinic.until(lambda: len(backups_in(tmp_path / "copies")) == 1)
        assert not the_line(clinic).isVisible()
    finally:
        preferences.records_backups = ""
        clinic.desk.keeper.lock()
        clinic.desk.keeper.thread_of_records.wait()
        preferences.records_folder = ""


def test_at_home_it_is_said_in_plain_words(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault
) -> None:
    clinic = Clinic(person, records_of_clinic)
    person.do("records")
    clinic.desk.keeper.around = surroundings(7)
    person.press(clinic.page(BeginPage).make_own)
    form = clinic.page(FoundingPage)
    form.folder.setText(str(tmp_path / "new"))
    for field, text in ((form.name, "Ida"), (form.passphrase, PASSPHRASE), (form.again, PASSPHRASE)):
        clinic.write(field, text)
    person.press(form.make)
    key = clinic.page(RecoveryPage)
    key.on_paper.setChecked(True)
    person.press(key.go_on)
    clinic.page(OwnVisitsPage)
    try:
        clinic.until(lambda: "only one copy of your visits" in the_line(clinic).words.text())
        assert the_line(clinic).isVisible()
    finally:
        clinic.desk.keeper.lock()
        clinic.desk.keeper.thread_of_records.wait()
        person.window.preferences.records_folder = ""
