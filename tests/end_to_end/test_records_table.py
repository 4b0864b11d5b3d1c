"""All visits leave as a table: without who they are, whole or not at all, and the audit is told."""

import csv
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from hipmap import records_rows
from hipmap.desktop import chosen_file
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.table_dialog import TableDialog
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.model.case import Case, new_case
from hipmap.reasoning import assess
from hipmap.storage.records.audit_chain import entries
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.users import add_user
from hipmap.storage.records.visits import begin_visit
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import identity

GROIN = {"zone": "groin_crease", "side": "right", "intensity": 6}
CROSSED = new_case(marks=[GROIN], answers={"fadir": {"value": "groin", "side": "left"}})
FORMULA = "=cmd|' /C calc'!A1"


def case(age: int = 40) -> Case:
    return new_case(person={"age": age}, marks=[GROIN], answers={"limp": "yes"})


def keeping(clinic: Clinic) -> KeepingPage:
    assert clinic.screen.bar is not None
    clinic.person.press(clinic.screen.bar.keeping)
    return clinic.page(KeepingPage)


@pytest.fixture
def target(clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person wants the table; two patients have visits, one of them with sides that disagree."""
    jorg = find_patients(clinic.vault, "jörg")[0]
    for day, one in (("2026-01-10", case(93)), ("2026-02-10", case(93)), ("2026-02-20", CROSSED)):
        begin_visit(clinic.vault, jorg.uid, day, one, FORMULA)
    anna = find_patients(clinic.vault, "anna")[0]
    begin_visit(clinic.vault, anna.uid, "2026-02-01", case(), "")
    path = tmp_path / "out" / "visits.csv"
    path.parent.mkdir()
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_, **_more: str(path))
    return path


@pytest.fixture
def dialog(clinic: Clinic, target: Path) -> TableDialog:
    clinic.person.press(keeping(clinic).table.table)
    return clinic.dialog(TableDialog)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Event, Event]]:
    """The second visit waits: the first event is set when it is reached, the second lets it go on."""
    reached, go_on = Event(), Event()
    seen: list[Case] = []

    def slow(one: Case, *about: object, **more: object) -> object:
        seen.append(one)
        if len(seen) == 2:
            reached.set()
            assert go_on.wait(20)
        return assess(one, *about, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(records_rows, "assess", slow)
    yield reached, go_on
    go_on.set()


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_is_written_without_who_they_are(clinic: Clinic, dialog: TableDialog, target: Path) -> None:
    assert "Left out: name, number, day of birth" in dialog.about.text()
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    found = rows(target)
    assert len(found) == 3
    assert {one["age"] for one in found} == {"90", "40"}
    numbered = sorted((one["visit"], one["days_since_first"]) for one in found)
    assert numbered == [("1", "0"), ("1", "0"), ("2", "31")]
    text = target.read_text(encoding="utf-8")
    assert not any(word in text for word in ("Jörg", "A-17", "1960", "2026-01", "cmd"))
    assert found[0]["low_hip_joint"]  # with the ranges
    assert "101" <= found[0]["choir_pain"][:3] <= "238"
    dictionary = rows(target.with_name("visits_dictionary.csv"))
    assert [one["column"] for one in dictionary] == list(found[0])
    message = clinic.person.message()
    assert "Rows written to visits.csv: 3." in message
    assert "about other sides: 1" in message
    audit = entries(clinic.vault.session.connection)
    assert audit[-1].action == "table_exported"
    assert audit[-1].subject == ""


def test_names_come_only_with_a_second_choice_and_no_note_becomes_a_formula(
    clinic: Clinic, dialog: TableDialog, target: Path
) -> None:
    clinic.person.choose(dialog.way, "with")
    assert not dialog.do.isEnabled()
    assert "whoever gets it knows" in dialog.about.text()
    dialog.sure.setFocus()
    QTest.keyClick(dialog.sure, Qt.Key.Key_Space)
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    assert {one["name"] for one in rows(target)} == {"Jörg Łąka", "Anna Berg"}
    assert {one["note"] for one in rows(target)} == {f"'{FORMULA}", ""}


def test_for_excel_both_files_begin_with_the_sign_for_utf8(
    clinic: Clinic, dialog: TableDialog, target: Path
) -> None:
    dialog.excel.setFocus()
    QTest.keyClick(dialog.excel, Qt.Key.Key_Space)
    clinic.person.press(dialog.ranges)
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    for path in (target, target.with_name("visits_dictionary.csv")):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows(target)[0]["\ufeffperson"] == "1"


def test_ranges_can_be_left_out(clinic: Clinic, dialog: TableDialog, target: Path) -> None:
    dialog.ranges.setFocus()
    QTest.keyClick(dialog.ranges, Qt.Key.Key_Space)
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    assert {one["low_hip_joint"] for one in rows(target)} == {""}
    assert all(one["p_hip_joint"] for one in rows(target))


def test_going_back_to_no_names_takes_the_second_choice_back(clinic: Clinic, dialog: TableDialog) -> None:
    clinic.person.choose(dialog.way, "with")
    dialog.sure.setChecked(True)
    clinic.person.choose(dialog.way, "without")
    assert dialog.do.isEnabled()
    clinic.person.choose(dialog.way, "with")
    assert not dialog.do.isEnabled()
    dialog.reject()


def test_the_window_lives_while_it_is_written_and_stop_leaves_nothing(
    clinic: Clinic, dialog: TableDialog, target: Path, held: tuple[Event, Event]
) -> None:
    clinic.person.press(dialog.do)
    clinic.until(held[0].is_set)
    clinic.until(lambda: "1 of 4" in dialog.far.text())
    assert dialog.bar.maximum() == 4
    assert not dialog.way.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert "Stopping" in dialog.far.text()
    held[1].set()
    clinic.until(lambda: "Nothing was written" in dialog.trouble.text())
    assert list(target.parent.iterdir()) == []
    assert dialog.do.isEnabled()
    clinic.person.press(dialog.stay)
    clinic.done(dialog)


def test_stop_leaves_what_was_there(
    clinic: Clinic, dialog: TableDialog, target: Path, held: tuple[Event, Event]
) -> None:
    target.write_text("of before")
    clinic.person.in_dialog(QMessageBox.StandardButton.Yes)
    clinic.person.press(dialog.do)
    clinic.until(held[0].is_set)
    clinic.person.press(dialog.stay)
    held[1].set()
    clinic.until(lambda: "as it was" in dialog.trouble.text())
    assert target.read_text() == "of before"
    assert list(target.parent.iterdir()) == [target]
    dialog.reject()


def test_a_file_that_is_there_is_asked_about(clinic: Clinic, dialog: TableDialog, target: Path) -> None:
    dictionary = target.with_name("visits_dictionary.csv")
    dictionary.write_text("mine")
    clinic.person.in_dialog(QMessageBox.StandardButton.Cancel)
    clinic.person.press(dialog.do)
    assert not dialog.is_at_work
    assert dictionary.read_text() == "mine"
    assert not target.exists()
    dialog.reject()


def test_locking_stops_it_and_leaves_nothing(
    clinic: Clinic, dialog: TableDialog, target: Path, held: tuple[Event, Event]
) -> None:
    clinic.person.press(dialog.do)
    clinic.until(held[0].is_set)
    clinic.desk.lock()
    clinic.done(dialog)
    held[1].set()
    clinic.desk.keeper.thread_of_records.wait()
    assert list(target.parent.iterdir()) == []


def test_a_folder_that_is_gone_is_told(clinic: Clinic, dialog: TableDialog, target: Path) -> None:
    target.parent.rmdir()
    clinic.person.press(dialog.do)
    clinic.until(lambda: "Nothing was saved" in dialog.trouble.text())
    assert dialog.do.isEnabled()
    dialog.reject()


def test_an_assistant_may_not_and_is_told_why(clinic: Clinic) -> None:
    add_user(clinic.vault, "bo", "assistant", "seven small boats at sea")
    add_patient(clinic.vault, identity("A-30", "Third"))
    clinic.desk.lock()
    page = clinic.page(UnlockPage)
    page.name.setText("bo")
    clinic.write(page.passphrase, "seven small boats at sea")
    clinic.person.press(page.unlock)
    clinic.until(lambda: clinic.desk.keeper.is_open)
    card = keeping(clinic).table
    assert not card.table.isEnabled()
    assert "clinician" in card.may_not.text()
    assert not card.may_not.isHidden()


def test_a_note_about_the_other_side_leaves_out_no_row_that_has_no_note(
    clinic: Clinic, dialog: TableDialog, target: Path
) -> None:
    jorg = find_patients(clinic.vault, "jörg")[0]
    begin_visit(clinic.vault, jorg.uid, "2026-03-10", case(), "Her left hip was replaced.")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    assert len(rows(target)) == 4
    assert "about other sides: 1" in clinic.person.message()
