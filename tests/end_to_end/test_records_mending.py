"""A visit that was begun wrongly is mended: its day, whose it is, or that it is there at all."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.visit_dialogs import DayDialog, MoveDialog, VisitDeletionDialog
from hipmap.desktop.records.visits_part import VisitsPart
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.problems import VaultProblem
from hipmap.storage.records.sentences import Sentence
from hipmap.storage.records.vault import ReadOnlyBecause
from hipmap.storage.records.visits import begin_visit, timeline
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import case


@pytest.fixture
def visited(clinic: Clinic) -> Clinic:
    """Before the one visit of a patient."""
    uid = find_patients(clinic.vault, "jörg")[0].uid
    begin_visit(clinic.vault, uid, "2026-01-14", case(), "a note")
    clinic.choose("Jörg")
    clinic.until(lambda: clinic.panel.visits.count() == 1)
    return clinic


def days(clinic: Clinic, name: str) -> list[str]:
    patient = find_patients(clinic.vault, name)[0]
    return [one.day for one in timeline(clinic.vault, patient.uid).visits]


def test_the_day_is_changed_to_one_that_has_been(visited: Clinic) -> None:
    visited.panel.visit_more.day.trigger()
    dialog = visited.dialog(DayDialog)
    assert dialog.day.text() == "2026-01-14"
    dialog.day.setText("2999-01-01")
    visited.person.press(dialog.do)
    assert "a day that has been" in dialog.trouble.text()
    assert days(visited, "jörg") == ["2026-01-14"]
    dialog.day.setText("3.1.2026")
    visited.person.press(dialog.do)
    visited.done(dialog)
    visited.until(lambda: visited.panel.visits.item(0).text() == "3 January 2026")
    assert "3 January 2026" in visited.person.message()
    assert days(visited, "jörg") == ["2026-01-03"]


def test_a_visit_goes_to_the_patient_who_is_searched_and_chosen(visited: Clinic) -> None:
    visited.panel.visit_more.move_on.trigger()
    dialog = visited.dialog(MoveDialog)
    visited.until(lambda: dialog.people.count() == 1)  # everybody but whose it is
    assert not dialog.do.isEnabled()
    visited.write(dialog.search, "zzz")
    visited.until(lambda: dialog.none.isVisible())
    dialog.search.clear()
    visited.write(dialog.search, "berg")
    visited.until(lambda: dialog.people.count() == 1)
    row = dialog.people.visualItemRect(dialog.people.item(0)).center()
    QTest.mouseClick(dialog.people.viewport(), Qt.MouseButton.LeftButton, pos=row)
    visited.person.press(dialog.do)
    visited.done(dialog)
    visited.until(lambda: visited.panel.visits.count() == 0)
    assert "with Anna Berg now" in visited.person.message()
    assert (days(visited, "jörg"), days(visited, "anna")) == ([], ["2026-01-14"])


def test_a_visit_is_deleted_only_by_the_button_that_says_so(visited: Clinic) -> None:
    visited.panel.visit_more.delete.trigger()
    dialog = visited.dialog(VisitDeletionDialog)
    assert "Backups" in dialog.words.text()
    assert not dialog.do.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    visited.done(dialog)
    assert days(visited, "jörg") == ["2026-01-14"]
    visited.panel.visit_more.delete.trigger()
    dialog = visited.dialog(VisitDeletionDialog)
    visited.person.press(dialog.do)
    visited.done(dialog)
    visited.until(lambda: visited.panel.visits.count() == 0)
    assert "copies that were put elsewhere may" in visited.person.message()
    assert days(visited, "jörg") == []


def test_nothing_is_mended_where_only_reading_is_allowed_or_two_are_chosen(
    visited: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = visited.panel.visit_more
    assert more.isEnabled()
    part = visited.panel.findChild(VisitsPart)
    assert part is not None
    uid = find_patients(visited.vault, "jörg")[0].uid
    begin_visit(visited.vault, uid, "2026-01-15", case())
    visited.panel.show_patient(uid)
    visited.until(lambda: part.visits.count() == 2)
    part.visits.selectAll()
    assert not more.isEnabled()
    part.visits.setCurrentRow(0)
    assert more.isEnabled()
    session = visited.vault.session
    user = session.user.model_copy(update={"role": "assistant"})
    monkeypatch.setattr(visited.vault, "_session", replace(session, user=user))
    part.visits.setCurrentRow(1)
    assert [one.isEnabled() for one in (more.day, more.move_on, more.delete)] == [True, True, False]
    reading = ReadOnlyBecause(VaultProblem("read_only_place").said)
    assert isinstance(reading.why, Sentence)
    monkeypatch.setattr(visited.vault, "_session", replace(session, read_only=reading))
    part.visits.setCurrentRow(0)
    assert not more.isEnabled()
    monkeypatch.undo()


def test_who_writes_down_somebody_of_the_same_name_is_told_and_may_go_on(clinic: Clinic) -> None:
    page = clinic.page(PatientsPage)
    clinic.person.press(page.add)
    dialog = clinic.dialog(IdentityDialog)
    clinic.write(dialog.name, "jorg laka")
    clinic.write(dialog.number, "Z-2")
    clinic.person.press(dialog.do)
    clinic.until(lambda: "Somebody of this name is here already: Jörg Łąka, A-17" in dialog.trouble.text())
    assert len(find_patients(clinic.vault)) == 2
    QTest.keyClicks(dialog.name, "a")
    assert not dialog.trouble.isVisible()
    QTest.keyClick(dialog.name, Qt.Key.Key_Backspace)
    clinic.person.press(dialog.do)
    clinic.until(lambda: dialog.do.text() == "Save as somebody else")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: page.panel.name.text() == "jorg laka")
    assert len(find_patients(clinic.vault, "laka")) == 2
