"""A person at home keeps their own visits; a case that was begun without records becomes a visit of them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipmap.desktop.records.begin_page import BeginPage
from hipmap.desktop.records.founding_page import FoundingPage
from hipmap.desktop.records.own_visits_page import OwnVisitsPage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.recovery_page import RecoveryPage
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.model.voice import Voice
from hipmap.storage.records.home_document import is_home_number
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person
from tests.storage.records.small_vaults import PASSPHRASE, SmallVault, surroundings

OWN_NAME = "Ida Berg"


@pytest.fixture
def at_home(person: Person, tmp_path: Path, records_of_clinic: SmallVault) -> Iterator[Clinic]:
    """Somebody at home who has marked the groin and keeps this in records of their own."""
    clinic = Clinic(person, records_of_clinic)
    person.mark("groin_crease", "right")
    person.window.show_desk("home", remember=False)
    person.do("records_keep")
    clinic.desk.keeper.around = surroundings(7)
    person.press(clinic.page(BeginPage).make_own)
    form = clinic.page(FoundingPage)
    form.folder.setText(str(tmp_path / "mine"))
    clinic.write(form.name, OWN_NAME)
    clinic.write(form.passphrase, PASSPHRASE)
    clinic.write(form.again, PASSPHRASE)
    person.press(form.make)
    key = clinic.page(RecoveryPage)
    key.on_paper.setChecked(True)
    person.press(key.go_on)
    clinic.page(OwnVisitsPage)
    clinic.until(lambda: clinic.own_panel.seen is not None)
    yield clinic
    clinic.desk.keeper.lock()
    clinic.desk.keeper.thread_of_records.wait()
    person.window.preferences.records_folder = ""


def voice_of(clinic: Clinic) -> Voice:
    return clinic.person.window.voice


def test_what_was_marked_at_home_becomes_a_visit_in_the_guide_and_is_there_next_time(at_home: Clinic) -> None:
    person, window = at_home.person, at_home.person.window
    panel = at_home.own_panel
    assert panel.name.text() == OWN_NAME
    assert "Keep the open case" in panel.begin.text()
    assert not panel.archive.isVisible()
    assert panel.seen is not None
    assert is_home_number(panel.seen.patient.identity.number)
    assert not panel.visit_more.move_on.isVisible()
    person.press(panel.begin)
    at_home.until(lambda: window.home is not None)
    assert voice_of(at_home) == "patient"
    assert [mark.zone for mark in person.case.marks] == ["groin_crease"]
    at_home.wait_saved()
    assert at_home.desk.bar is not None
    assert at_home.desk.bar.state.text() == "Saved"
    assert at_home.desk.bar.about.text().startswith("Visit of ")
    assert window.home is not None
    assert "kept in your records" in window.home.bar.note.text()
    at_home.desk.lock()
    assert not person.case.marks
    page = at_home.page(UnlockPage)
    at_home.write(page.passphrase, PASSPHRASE)
    QTest.keyClick(page.passphrase, Qt.Key.Key_Return)
    at_home.page(OwnVisitsPage)
    at_home.until(lambda: at_home.own_panel.visits.count() == 1)
    assert at_home.own_panel.begin.text() == "Begin a visit"
    person.press(at_home.own_panel.open)
    at_home.until(lambda: bool(person.case.marks))
    assert window.home is not None


def test_a_case_begun_without_records_becomes_a_visit_of_the_patient_who_is_chosen(clinic: Clinic) -> None:
    person = clinic.person
    person.do("consultation")
    person.mark("groin_crease", "left")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(person.window, Qt.Key.Key_K, modifiers)
    clinic.choose("Anna")
    assert "Keep the open case" in clinic.panel.begin.text()
    clinic.begin_visit()  # and nobody is asked whether to save the case in a file
    assert [mark.side for mark in person.case.marks] == ["left"]
    patient = clinic.desk.visit.patient
    assert patient is not None
    assert "Anna" in patient.identity.name
    person.do("records")
    clinic.choose("Anna")
    clinic.until(lambda: clinic.panel.visits.count() == 1)
    assert clinic.panel.begin.text() == "Begin a visit"


def test_nothing_is_kept_of_an_empty_case_and_a_visit_is_kept_already(clinic: Clinic) -> None:
    person = clinic.person
    person.do("consultation")
    person.do("records_keep")
    assert "nothing to keep yet" in clinic.reads()
    assert person.window.consultation is not None
    clinic.go()
    clinic.choose("Anna")
    clinic.begin_visit()
    person.do("records_keep")
    assert "saved by itself" in clinic.reads()
    assert clinic.desk.visit.visit is not None


def test_the_visit_comes_back_when_the_records_had_locked_by_themselves(clinic: Clinic) -> None:
    clinic.choose("Jörg")
    clinic.begin_visit()
    clinic.person.mark("groin_crease", "right")
    clinic.desk.keeper.lock("idle")
    assert "Jörg" not in clinic.reads()
    clinic.unlock()
    clinic.wait_for_visit()
    clinic.until(lambda: bool(clinic.person.case.marks))
    assert "Jörg" in clinic.reads()


def test_the_visit_of_one_user_does_not_come_back_to_another(clinic: Clinic) -> None:
    clinic.choose("Jörg")
    clinic.begin_visit()
    clinic.desk.keeper.lock("idle")
    left = clinic.desk.visits._left
    assert left is not None
    clinic.desk.visits._left = replace(left, user="Somebody else")
    clinic.unlock()
    clinic.page(PatientsPage)
    assert clinic.desk.visit.visit is None
