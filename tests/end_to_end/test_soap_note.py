"""The SOAP note on the clipboard: one key, figures of this very case, and refused where sides disagree."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hipmap.desktop.notes.clinic_template import FILE
from hipmap.desktop.notes.note_desk import NoteDesk
from hipmap.desktop.preferences import ShortMemory
from hipmap.exchange.assessment_text import TELLS_LITTLE
from hipmap.exchange.plain_words import number_words
from hipmap.model import edits
from hipmap.model.case import Answer
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person

COPY = Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def no_copy_stays() -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def folder(person: Person, tmp_path: Path) -> Iterator[Path]:
    """The folder of the settings, as far as this test is concerned."""
    memory = cast("ShortMemory", person.window.preferences._store)
    memory.file = str(tmp_path / "window.ini")
    yield tmp_path
    memory.file = ""


def notes(person: Person) -> NoteDesk:
    found = person.window.findChild(NoteDesk)
    assert found is not None
    found.copied.is_ours = lambda: True  # without a screen Qt does not know whose it is
    return found


def copied() -> str:
    return QGuiApplication.clipboard().text()


def press_copy(person: Person) -> None:
    QTest.keyClick(person.window, *COPY)


def test_one_key_copies_the_note_and_says_so(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.answer("limp", "yes")
    press_copy(person)
    lines = copied().splitlines()
    assert "right inguinal fold" in copied()
    assert copied().isascii()
    assert len(lines) <= 25
    assert f"SOAP note copied: {len(lines)} lines." in person.message()
    assert "cleared after a minute" in person.message()


def test_the_button_below_the_likelihoods_does_the_same(person: Person) -> None:
    assert person.screen.result.hand_on.isHidden()  # of nothing there is no note
    person.mark("groin_crease", "right")
    button = person.screen.result.hand_on.note
    person.screen.result.ensureWidgetVisible(button)
    person.press(button)
    assert "right inguinal fold" in copied()


def test_the_figures_are_those_of_this_case_also_while_they_are_under_way(person: Person) -> None:
    person.mark("groin_crease", "right")
    session = person.session
    session.apply("Answer", lambda case: edits.put_answer(case, "limp", "yes"))
    first = session.assessment.origins[0]
    assert first.low is None  # the ranges have not come yet, nor what to ask next
    press_copy(person)
    whole = session.assessed_whole(session.case).origins[0]
    assert whole.low is not None
    told = next(line for line in copied().splitlines() if line.startswith("Origins:"))
    assert number_words(whole, "clinician") in told
    next_line = next(line for line in copied().splitlines() if line.startswith("P: "))
    assert len(next_line) > len("P: ask or test next: ")
    assert TELLS_LITTLE["clinician"] not in next_line
    assert session.assessed_whole(session.case).versions.digest[:16] in copied()


def test_what_is_still_being_typed_stands_in_it(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.type_age("71")
    QTest.keyClick(person.window.bar.person.age.field, *COPY)
    assert "71 years" in copied()


def test_it_goes_after_a_minute_without_any_records(person: Person) -> None:
    person.mark("groin_crease", "right")
    desk = notes(person)
    press_copy(person)
    assert desk.copied._clock.interval() == 60_000
    assert desk.copied.is_waiting
    desk.copied._clock.start(0)
    QTest.qWait(5)
    assert copied() == ""


def test_what_another_program_copied_since_stays(person: Person) -> None:
    person.mark("groin_crease", "right")
    desk = notes(person)
    press_copy(person)
    QGuiApplication.clipboard().setText("somebody else's")
    desk.copied.clear()
    assert copied() == "somebody else's"


def test_who_chose_so_keeps_the_note(person: Person) -> None:
    person.window.preferences.records_clipboard = "never"
    try:
        person.mark("groin_crease", "right")
        press_copy(person)
        assert not notes(person).copied.is_waiting
        assert "stays on the clipboard" in person.message()
    finally:
        person.window.preferences.records_clipboard = "minute"


def test_at_home_it_says_where_the_note_is_written(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.do("home")
    press_copy(person)
    assert copied() == ""
    assert "at the clinician’s desk" in person.message()
    person.do("consultation")


def test_of_an_empty_case_there_is_no_note(person: Person) -> None:
    press_copy(person)
    assert copied() == ""
    assert "nothing to write yet" in person.message()


def test_a_side_mismatch_refuses_and_leads_to_the_answers(person: Person) -> None:
    def crossed(case: object) -> object:
        return person.case.model_copy(update={"answers": {"fadir": Answer(value="groin", side="left")}})

    person.mark("groin_crease", "right")
    person.session.apply("Answer", crossed)  # type: ignore[arg-type]
    press_copy(person)
    assert copied() == ""
    assert "The SOAP note was not copied." in person.message()
    assert "marked on the right" in person.message()
    bar = person.window.message
    assert bar is not None
    assert bar.way.text() == "Go to these answers"
    person.press(bar.way)
    current = person.screen.sheet.list.current()
    assert current is not None
    assert current.finding.id == "fadir"
    assert person.message() == ""


def test_the_template_of_the_clinic_is_read_at_each_use(person: Person, folder: Path) -> None:
    person.mark("groin_crease", "right")
    (folder / FILE).write_text("Sites only: {sites}", encoding="utf-8")
    press_copy(person)
    assert copied().startswith("Sites only: right inguinal fold")
    (folder / FILE).write_text("Changed: {sites}", encoding="utf-8")
    press_copy(person)
    assert copied().startswith("Changed: ")


def test_a_template_damaged_outside_is_told_before_hipmaps_own_is_used(person: Person, folder: Path) -> None:
    person.mark("groin_crease", "right")
    (folder / FILE).write_text("ok\nS: {sits}", encoding="utf-8")
    press_copy(person)
    assert copied() == ""
    assert "Nothing was copied" in person.message()
    assert "line 2: there is no field {sits}; did you mean {sites}?" in person.message()
    assert person.window.message is not None
    person.press(person.window.message.way)
    assert copied().splitlines()[0].startswith("20")
    assert "SOAP note copied" in person.message()


def test_the_way_offered_for_one_case_is_gone_with_it(person: Person, folder: Path) -> None:
    person.mark("groin_crease", "right")
    (folder / FILE).write_bytes(b"\xff\xfe not text")
    press_copy(person)
    assert "not text in UTF-8" in person.message()
    person.session.undo_stack.setClean()
    person.do("new")
    assert person.message() == ""


def test_the_note_of_a_visit_knows_whose_it_is_and_goes_at_locking(clinic: Clinic) -> None:
    clinic.choose("Jörg")
    clinic.begin_visit()
    person = clinic.person
    memory = cast("ShortMemory", person.window.preferences._store)
    memory.file = str(clinic.small.folder.with_name("window.ini"))
    clinic.small.folder.with_name(FILE).write_text("{name} {number}: {sites}", encoding="utf-8")
    clinic.desk.clipboard.is_ours = lambda: True
    try:
        person.mark("groin_crease", "right")
        person.do("copy_note")
        assert copied().startswith("Jorg Laka A-17: right inguinal fold")
        clinic.desk.lock()
        assert copied() == ""
    finally:
        memory.file = ""
