"""The side note on a question or test: reached by keys, at the row one is at, in both voices."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop.how_to.how_to_note import HowToNote
from tests.end_to_end.person import Person, wait_until

Key = Qt.Key


@pytest.fixture
def reader(person: Person) -> Iterator[Person]:
    yield person
    person.screen.how_to.close()


def note_of(person: Person) -> HowToNote:
    note = person.screen.how_to.note
    assert note is not None
    return note


def read(person: Person) -> str:
    return note_of(person).view.toPlainText()


def test_enter_opens_the_note_on_a_test_and_enter_closes_it(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_Return)
    note = note_of(reader)
    assert note.isVisible()
    assert "FADIR" in read(reader)
    wait_until(lambda: "Positive" in read(reader))
    row = reader.row("fadir")
    help_button = row.equip().help
    assert row.hasFocus()
    assert help_button is not None
    assert help_button.isChecked()
    reader.keys(Key.Key_Return)
    assert not note.isVisible()
    assert not help_button.isChecked()


def test_the_figures_of_a_study_stand_with_their_source_and_judgement_is_called_so(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_F3)
    wait_until(lambda: "Published accuracy" in read(reader))
    words = read(reader)
    assert "sensitivity 80 %" in words
    assert "Where this comes from" in words
    assert "Palsson" in words or "Pålsson" in words
    assert "(judgement)" in words


def test_the_note_follows_the_row_and_escape_closes_it(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_F3, Key.Key_Down)
    here = next(name for name, row in reader.screen.sheet.list.rows.items() if row.hasFocus())
    assert here != "fadir"
    wait_until(lambda: note_of(reader).finding == here)
    reader.keys(Key.Key_Escape)
    assert not note_of(reader).isVisible()
    assert reader.row(here).hasFocus()


def test_escape_in_the_note_gives_the_keyboard_back_to_the_row(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_F3)
    note_of(reader).view.setFocus()
    reader.keys(Key.Key_Escape)
    assert not note_of(reader).isVisible()
    assert reader.row("fadir").hasFocus()


def test_the_note_lies_over_the_map_and_never_over_urgency(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_F3)
    note, screen = note_of(reader), reader.screen
    for size in ((1366, 768), (1024, 700), (740, 600)):
        reader.window.resize(*size)
        reader.settle()
        reader.do("sheet")
        assert note.isVisible()
        assert screen.rect().contains(note.geometry())
        assert not note.geometry().intersects(screen.urgency.geometry())
        assert not note.geometry().intersects(screen.sheet.geometry())


def test_the_patient_is_not_shown_figures_and_is_told_not_to_try_it(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_F3)
    wait_until(lambda: "Published" in read(reader))
    reader.do("flip_voice")
    assert "%" not in read(reader)
    assert "Do not try it by yourself" in read(reader)


def test_a_movement_is_shown_with_its_steps_and_when_to_stop(reader: Person) -> None:
    reader.do("flip_voice")
    reader.screen.sheet.ask(["limp"])
    reader.keys(Key.Key_F3)
    wait_until(lambda: "Walk up and down" in read(reader))
    assert "When to stop" in read(reader)
    assert note_of(reader).more.isVisible()


def test_a_test_that_is_not_safe_in_this_case_says_so_first(reader: Person) -> None:
    reader.answer("major_injury", "yes")
    reader.screen.sheet.ask(["slump"])
    reader.keys(Key.Key_F3)
    assert "Not now:" in read(reader)


def test_more_is_read_in_learn(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_F3)
    wait_until(note_of(reader).more.isVisible)
    reader.press(note_of(reader).more)
    desk = reader.window.desk
    assert desk is not None
    assert desk.learn.window is not None
    assert desk.learn.window.address == "test:fadir"
    desk.learn.close()
    reader.window.activateWindow()


def test_slash_begins_a_search_and_is_a_letter_in_a_field(reader: Person) -> None:
    reader.screen.sheet.ask(["limp"])
    QTest.keyClicks(QApplication.focusWidget() or reader.window, "/")
    search = reader.screen.sheet.search
    assert search.hasFocus()
    assert search.text() == ""
    reader.keys("a/b")
    assert search.text() == "a/b"


def test_a_short_note_covers_no_more_than_it_needs(reader: Person) -> None:
    reader.screen.sheet.ask(["fadir"])
    reader.keys(Key.Key_F3)
    wait_until(lambda: "Published" in read(reader))
    tall = note_of(reader).height()
    reader.do("flip_voice")
    reader.screen.sheet.ask(["worse_lying_on_side"])
    wait_until(lambda: note_of(reader).finding == "worse_lying_on_side")
    assert note_of(reader).height() < tall
    assert note_of(reader).view.verticalScrollBar().maximum() == 0


def test_the_note_is_open_again_when_the_desk_is_made_anew(own_window: Person) -> None:
    own_window.screen.sheet.ask(["fadir"])
    own_window.keys(Key.Key_F3)
    own_window.do("home")
    own_window.do("consultation")
    wait_until(own_window.window.is_ready)
    own_window.settle()
    assert own_window.screen.how_to.is_open()
    assert note_of(own_window).isVisible()
    own_window.screen.how_to.close()
    own_window.do("home")
    own_window.do("consultation")
    wait_until(own_window.window.is_ready)
    assert not own_window.screen.how_to.is_open()
