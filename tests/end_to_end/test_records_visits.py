"""Patients are found, added, changed and deleted; every edit of a visit is on the disk within a moment."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from hipmap.desktop.records.deletion_dialog import DeletionDialog
from hipmap.desktop.records.identity_dialog import IdentityDialog
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.visit_bar import VisitBar
from hipmap.storage.records import saving
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.problems import NotSaved
from hipmap.storage.records.visits import save_visit, steps_of, timeline
from tests.end_to_end.clinic import Clinic

REAL_SAVE = save_visit


def names(page: PatientsPage) -> list[str]:
    return [page.patients.item(row).text() for row in range(page.patients.count())]


def told(bar: VisitBar) -> str:
    """Gives how the saving stands, in words."""
    return bar.state.text()


def marked(clinic: Clinic) -> int:
    return len(clinic.person.case.marks)


@pytest.fixture
def bar(clinic: Clinic) -> VisitBar:
    """The bar over a visit that was just begun."""
    clinic.choose("Jörg")
    clinic.begin_visit()
    assert clinic.desk.bar is not None
    return clinic.desk.bar


def test_patients_are_found_as_one_types(clinic: Clinic) -> None:
    page = clinic.page(PatientsPage)
    clinic.until(lambda: page.patients.count() == 2)
    clinic.write(page.search, "run")
    clinic.until(lambda: names(page) == ["Anna Berg"])
    page.search.clear()
    clinic.write(page.search, "lak a-1")
    clinic.until(lambda: names(page) == ["Jörg Łąka"])
    clinic.write(page.search, "zzz")
    clinic.until(lambda: "Nobody is found" in page.count.text())


def test_patients_are_shown_by_tag(clinic: Clinic) -> None:
    page = clinic.page(PatientsPage)
    clinic.until(lambda: page.tag.isVisible())
    assert [page.tag.itemText(row) for row in range(page.tag.count())] == ["All tags", "runner"]
    page.tag.setFocus()
    QTest.keyClick(page.tag, Qt.Key.Key_Down)
    clinic.until(lambda: names(page) == ["Anna Berg"])
    clinic.write(page.search, "lak")
    clinic.until(lambda: "Nobody is found" in page.count.text())
    page.search.clear()
    page.tag.setFocus()
    QTest.keyClick(page.tag, Qt.Key.Key_Up)
    clinic.until(lambda: page.patients.count() == 2)
    clinic.choose("Jörg")
    clinic.person.press(clinic.panel.change)
    dialog = clinic.dialog(IdentityDialog)
    clinic.write(dialog.tags, "right hip, runner")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: page.tag.findData("right hip") > 0)


def test_the_list_is_reached_and_a_patient_chosen_by_keyboard(clinic: Clinic) -> None:
    page = clinic.page(PatientsPage)
    page.take_keyboard()
    clinic.write(page.search, "anna")
    clinic.until(lambda: names(page) == ["Anna Berg"])
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    clinic.until(lambda: page.panel.name.text() == "Anna Berg")
    assert page.patients.hasFocus()


def test_a_patient_is_added_and_what_is_wrong_is_said_by_its_field(clinic: Clinic) -> None:
    page = clinic.page(PatientsPage)
    clinic.person.press(page.add)
    dialog = clinic.dialog(IdentityDialog)
    clinic.write(dialog.name, "Sun Li")
    clinic.person.press(dialog.do)
    assert dialog.trouble.text() == "Own number: please fill this in."
    clinic.write(dialog.number, "A-17")
    clinic.write(dialog.born, "1955-02-30")
    clinic.person.press(dialog.do)
    assert dialog.trouble.text().startswith("Born:")
    dialog.born.setText("1955-02-20")
    clinic.person.press(dialog.do)
    clinic.until(lambda: "another patient" in dialog.trouble.text())
    dialog.number.setText("A-99")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: page.panel.name.text() == "Sun Li")
    assert [one.identity.born for one in find_patients(clinic.vault, "sun")] == ["1955-02-20"]


def test_a_patient_is_changed_and_archived_and_brought_back(clinic: Clinic) -> None:
    page = clinic.page(PatientsPage)
    clinic.choose("Anna")
    clinic.person.press(page.panel.change)
    dialog = clinic.dialog(IdentityDialog)
    dialog.tags.setText("runner, left handed")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: "left handed" in page.panel.about.text())
    page.panel.archive.trigger()
    clinic.until(lambda: names(page) == [])
    clinic.person.press(page.archived)
    clinic.until(lambda: names(page) == ["Anna Berg"])
    clinic.until(lambda: "Bring back" in page.panel.archive.text())
    page.panel.archive.trigger()
    clinic.until(lambda: names(page) == [])


def test_deleting_for_good_asks_for_the_number_and_tells_of_backups(clinic: Clinic) -> None:
    page = clinic.page(PatientsPage)
    clinic.choose("Anna")
    page.panel.delete.trigger()
    dialog = clinic.dialog(DeletionDialog)
    assert "Backups" in dialog.words.text()
    assert not dialog.do.isEnabled()
    clinic.write(dialog.number, "A-18")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: page.panel.seen is None)
    assert "deleted" in clinic.person.message()
    assert not find_patients(clinic.vault, "anna")


def test_every_edit_of_a_visit_is_saved_and_said_to_be(clinic: Clinic, bar: VisitBar) -> None:
    assert bar.isVisible()
    assert bar.who.text() == "Jörg Łąka"
    assert clinic.person.case.person.age is not None
    assert "Jörg" not in clinic.person.window.windowTitle()
    clinic.person.mark("groin_crease", "right")
    assert told(bar) == "Saving…"
    clinic.wait_saved()
    assert told(bar) == "Saved"
    clinic.person.do("undo")
    clinic.wait_saved()
    visit = clinic.desk.visit.visit
    assert visit is not None
    steps = steps_of(clinic.vault, visit.uid)
    assert [len(step.case.marks) for step in steps] == [0, 1, 0]


def test_edits_that_follow_each_other_at_once_lose_nothing(clinic: Clinic, bar: VisitBar) -> None:
    for zone in ("groin_crease", "trochanter", "anterior_thigh_upper"):
        clinic.person.mark(zone, "right")
    clinic.person.press(bar.note_button)
    bar.note.setFocus()
    clinic.person.keys("Walks with a stick")
    clinic.person.press(bar.back)
    clinic.page(PatientsPage)
    clinic.until(lambda: clinic.panel.visits.count() == 1)
    assert marked(clinic) == 0
    seen = clinic.panel.seen
    assert seen is not None
    saved = timeline(clinic.vault, seen.patient.uid).visits[0]
    assert len(saved.case.marks) == 3
    assert saved.note == "Walks with a stick"
    clinic.person.press(clinic.panel.open)
    clinic.wait_for_visit()
    assert marked(clinic) == 3
    assert bar.note.toPlainText() == "Walks with a stick"


def test_an_edit_that_cannot_be_saved_is_told_and_saved_when_it_can(
    clinic: Clinic, bar: VisitBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_all: Any) -> int:
        raise NotSaved("disk_full", "records.db")

    monkeypatch.setattr(saving, "save_visit", full)
    clinic.person.mark("groin_crease", "right")
    clinic.until(lambda: bar.state.text().startswith("Not saved: The disk is full"))
    assert bar.again.isVisible()
    assert not clinic.person.document.is_changed  # no file is asked for: the records will have it
    clinic.person.in_dialog(QMessageBox.StandardButton.Cancel)
    assert clinic.desk.may_close() is False
    monkeypatch.setattr(saving, "save_visit", REAL_SAVE)
    clinic.person.press(bar.again)
    clinic.wait_saved()
    assert told(bar) == "Saved"
    assert clinic.desk.may_close()


def test_what_could_not_be_saved_before_the_lock_is_saved_after_it(
    clinic: Clinic, bar: VisitBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "save_visit", _gone)
    clinic.person.mark("groin_crease", "right")
    visit = clinic.desk.visit.visit
    assert visit is not None
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    clinic.person.in_dialog(QMessageBox.StandardButton.Cancel)
    assert clinic.desk.may_close() is False
    monkeypatch.setattr(saving, "save_visit", REAL_SAVE)
    clinic.unlock()
    clinic.page(PatientsPage)
    clinic.until(lambda: len(steps_of(clinic.vault, visit.uid)) == 2)


def test_saving_never_holds_the_window(
    clinic: Clinic, bar: VisitBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    let_go = Event()

    def slow(*all_of_it: Any) -> int:
        assert let_go.wait(30)
        return REAL_SAVE(*all_of_it)

    monkeypatch.setattr(saving, "save_visit", slow)
    clinic.person.mark("groin_crease", "right")
    clinic.until(lambda: clinic.desk.visit._on_its_way is not None)
    clinic.person.mark("trochanter", "right")
    assert len(clinic.person.case.marks) == 2
    assert told(bar) == "Saving…"
    let_go.set()
    clinic.wait_saved()
    visit = clinic.desk.visit.visit
    assert visit is not None
    assert len(steps_of(clinic.vault, visit.uid)[-1].case.marks) == 2


def test_another_case_lets_the_visit_go(clinic: Clinic, bar: VisitBar) -> None:
    clinic.person.mark("groin_crease", "right")
    clinic.person.do("new")
    assert not bar.isVisible()
    assert clinic.desk.visit.visit is None
    clinic.person.mark("trochanter", "left")
    clinic.desk.keeper.thread_of_records.wait()
    found = find_patients(clinic.vault, "jörg")[0]
    saved = timeline(clinic.vault, found.uid).visits[0].case
    assert [mark.zone for mark in saved.marks] == ["groin_crease"]
    clinic.person.session.undo_stack.setClean()


def _gone(*_all: Any) -> int:
    raise NotSaved("no_answer", "records.db")
