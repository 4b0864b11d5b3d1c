"""A change that cannot be saved is never let go silently, and never takes the place of newer work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.storage.records import saving
from hipmap.storage.records.problems import NotSaved
from hipmap.storage.records.users import add_user
from hipmap.storage.records.visits import save_visit, steps_of
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import small_vault

BUTTONS = QMessageBox.StandardButton
OTHER, OTHER_PASSPHRASE = "Bo Lind", "a quiet green morning"
NOTE = "Walks with a stick"


@dataclass
class Disk:
    """A disk that may be full."""

    is_full: bool = False

    def save(self, *all_of_it: Any) -> int:
        if self.is_full:
            raise NotSaved("disk_full", "records.db")
        return save_visit(*all_of_it)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    found = Disk()
    monkeypatch.setattr(saving, "save_visit", found.save)
    return found


@pytest.fixture
def unsaved(clinic: Clinic, disk: Disk) -> Iterator[str]:
    """A visit with an edit that the disk did not take; gives the visit."""
    clinic.choose("Jörg")
    clinic.begin_visit()
    visit = clinic.desk.visit.visit
    assert visit is not None
    disk.is_full = True
    clinic.person.mark("groin_crease", "right")
    clinic.until(lambda: clinic.desk.visit.problem is not None)
    yield visit.uid
    disk.is_full = False
    clinic.desk.keeper.stranded.try_again()  # the window outlives the test
    clinic.desk.keeper.thread_of_records.wait()


def answered(button: QMessageBox.StandardButton, act: Callable[[], object] = lambda: None) -> list[str]:
    """Will answer the question that is about to be asked; gives its words."""
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(f"{box.text()} {box.informativeText()}")
        act()
        chosen = box.button(button)
        assert chosen is not None
        chosen.click()

    QTimer.singleShot(0, answer)
    return said


def leave(clinic: Clinic) -> None:
    """Goes back to the records although the change is not saved."""
    assert clinic.desk.bar is not None
    answered(BUTTONS.Discard)
    clinic.person.press(clinic.desk.bar.back)
    clinic.page(PatientsPage)
    clinic.until(lambda: bool(clinic.desk.keeper.stranded))


def reopen(clinic: Clinic) -> None:
    clinic.until(lambda: clinic.panel.seen is not None and clinic.panel.visits.count() == 1)
    clinic.person.press(clinic.panel.open)
    clinic.wait_for_visit()


def unlock_as(clinic: Clinic, name: str, passphrase: str) -> None:
    page = clinic.page(UnlockPage)
    page.name.setText(name)
    page.passphrase.setText(passphrase)
    clinic.person.press(page.unlock)
    clinic.page(PatientsPage)
    clinic.desk.keeper.thread_of_records.wait()


@pytest.mark.parametrize("command", ["records", "new", "open"])
def test_leaving_asks_first_and_says_why(clinic: Clinic, unsaved: str, command: str) -> None:
    said = answered(BUTTONS.Cancel)
    clinic.person.do(command)
    assert "not saved" in said[0]
    assert "disk is full" in said[0]
    assert clinic.desk.visit.visit is not None
    assert len(clinic.person.case.marks) == 1


def test_trying_again_saves_it_and_goes_on(clinic: Clinic, disk: Disk, unsaved: str) -> None:
    answered(BUTTONS.Retry, lambda: setattr(disk, "is_full", False))
    clinic.person.do("records")
    clinic.page(PatientsPage)
    assert not clinic.desk.keeper.stranded
    assert len(steps_of(clinic.vault, unsaved)[-1].case.marks) == 1


def test_what_was_left_is_said_and_tried_until_it_is_saved(clinic: Clinic, disk: Disk, unsaved: str) -> None:
    leave(clinic)
    bar = clinic.screen.bar
    assert bar is not None
    assert bar.unsaved.isVisible()
    assert "Jörg Łąka" in bar.unsaved.text()
    assert "disk is full" in bar.unsaved.text()
    assert clinic.person.message() == ""  # it is said once
    assert clinic.desk.keeper.stranded._again.isActive()
    disk.is_full = False
    clinic.desk.keeper.stranded._again.timeout.emit()  # as if its time had come
    clinic.until(lambda: not bar.unsaved.isVisible())
    assert "saved now" in clinic.person.message()
    assert len(steps_of(clinic.vault, unsaved)) == 2


def test_what_was_left_for_another_case_is_told_there(clinic: Clinic, unsaved: str) -> None:
    answered(BUTTONS.Discard)
    clinic.person.do("new")
    clinic.until(lambda: "Jörg Łąka is not saved yet" in clinic.person.message())


def test_the_visit_opened_again_brings_the_change_back_to_the_desk(
    clinic: Clinic, disk: Disk, unsaved: str
) -> None:
    leave(clinic)
    reopen(clinic)
    assert len(clinic.person.case.marks) == 1
    assert not clinic.desk.visit.is_saved
    assert clinic.desk.bar is not None
    assert "disk is full" in clinic.desk.bar.state.text()
    disk.is_full = False
    clinic.person.press(clinic.desk.bar.again)
    clinic.wait_saved()
    clinic.person.mark("trochanter", "right")
    clinic.wait_saved()
    assert [len(step.case.marks) for step in steps_of(clinic.vault, unsaved)] == [0, 1, 2]


def test_a_change_that_comes_late_leaves_the_newer_state_and_says_which_visit(
    clinic: Clinic, disk: Disk, unsaved: str
) -> None:
    leave(clinic)
    newer = steps_of(clinic.vault, unsaved)[0].case
    save_visit(clinic.vault, unsaved, newer, NOTE)
    disk.is_full = False
    clinic.desk.keeper.stranded.try_again()
    clinic.until(lambda: "Who changed what" in clinic.person.message())
    assert "Jörg Łąka" in clinic.person.message()
    notes = [(step.note, len(step.case.marks)) for step in steps_of(clinic.vault, unsaved)]
    assert notes == [("", 0), (NOTE, 0), ("", 1), (NOTE, 0)]


def test_a_change_waits_for_its_user_after_a_lock(clinic: Clinic, disk: Disk, unsaved: str) -> None:
    add_user(clinic.vault, OTHER, "assistant", OTHER_PASSPHRASE)
    clinic.desk.keeper.lock("idle")
    page = clinic.page(UnlockPage)
    clinic.until(page.unsaved.isVisible)
    assert "Dr Ada Öz" in page.unsaved.text()
    assert "Jörg" not in clinic.reads()
    disk.is_full = False
    unlock_as(clinic, OTHER, OTHER_PASSPHRASE)
    assert clinic.desk.keeper.stranded
    assert clinic.screen.bar is not None
    assert "Dr Ada Öz" in clinic.screen.bar.unsaved.text()
    assert len(steps_of(clinic.vault, unsaved)) == 1
    clinic.desk.lock()
    clinic.unlock()
    clinic.page(PatientsPage)
    clinic.until(lambda: not clinic.desk.keeper.stranded)
    assert [step.user for step in steps_of(clinic.vault, unsaved)] == ["Dr Ada Öz", "Dr Ada Öz"]


def test_a_change_never_goes_into_other_records(
    clinic: Clinic, disk: Disk, unsaved: str, tmp_path: Path
) -> None:
    leave(clinic)
    other = small_vault(tmp_path / "other clinic")
    clinic.desk.lock()
    disk.is_full = False
    clinic.screen._show_folder(str(other.folder))
    clinic.unlock()
    clinic.page(PatientsPage)
    clinic.desk.keeper.thread_of_records.wait()
    assert clinic.desk.keeper.stranded
    said = answered(BUTTONS.Cancel)
    assert not clinic.desk.may_close()
    assert "hipmap records" in said[0]
    clinic.desk.lock()
    clinic.screen._show_folder(str(clinic.small.folder))
    clinic.unlock()
    clinic.until(lambda: not clinic.desk.keeper.stranded)


def test_closing_says_why_and_goes_when_there_is_room_again(clinic: Clinic, disk: Disk, unsaved: str) -> None:
    leave(clinic)
    said = answered(BUTTONS.Cancel)
    assert not clinic.desk.may_close()
    assert "disk is full" in said[0]
    answered(BUTTONS.Retry, lambda: setattr(disk, "is_full", False))
    assert clinic.desk.may_close()
    assert len(steps_of(clinic.vault, unsaved)) == 2


def test_who_closes_and_loses_a_change_is_asked_once(clinic: Clinic, unsaved: str) -> None:
    answered(BUTTONS.Discard)
    assert clinic.desk.may_close()
    assert clinic.person.document.may_leave()  # would wait for ever if it asked once more


def test_the_reason_is_worded_in_the_language_of_now(clinic: Clinic, unsaved: str) -> None:
    languages = clinic.person.window.languages
    assert clinic.desk.bar is not None
    english = clinic.desk.bar.state.text()
    languages.choose("x_pseudo")
    said = clinic.desk.bar.state.text()
    languages.choose("en")
    assert said != english
    assert "The disk is full" not in said


def test_a_save_on_its_way_is_not_asked_about(clinic: Clinic, disk: Disk) -> None:
    clinic.choose("Jörg")
    clinic.begin_visit()
    clinic.person.mark("groin_crease", "right")
    clinic.person.do("records")  # a question would wait for ever
    clinic.page(PatientsPage)
    assert not clinic.desk.keeper.stranded
