"""The first screen: who is using hipmap; it is asked once, and no case is lost by going there."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop import chosen_file
from hipmap.desktop.desk_names import DeskName
from hipmap.desktop.main_window import MainWindow
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.desktop.start_screen import StartScreen
from hipmap.model.knowledge import Knowledge
from hipmap.storage.assets import asset
from tests.end_to_end.person import Person, wait_until

Button = QMessageBox.StandardButton


@pytest.fixture
def new_here(qtbot: QtBot, knowledge: Knowledge) -> Iterator[Person]:
    """Someone who has never seen the program."""
    app.make_application()
    window = app.make_window(Preferences(ShortMemory()))
    window.show()
    app.furnish(window, knowledge, None)
    window.activateWindow()
    wait_until(window.isActiveWindow)
    yield Person(window, qtbot)
    window.discard()


def start_of(window: MainWindow) -> StartScreen:
    return next(found for found in window.findChildren(StartScreen) if not found.isHidden())


def test_a_stranger_is_asked_who_uses_it_and_only_once(new_here: Person) -> None:
    window = new_here.window
    start = start_of(window)
    assert start.ways["consultation"].hasFocus()
    assert not window.actions_by_id["find"].isEnabled()
    QTest.keyClick(start.ways["consultation"], Qt.Key.Key_Return)
    wait_until(window.is_ready)
    assert window.consultation is not None
    assert window.preferences.desk == "consultation"
    assert window.actions_by_id["find"].isEnabled()


def test_at_the_start_nothing_is_undone_unseen(new_here: Person) -> None:
    window = new_here.window
    undo = window.actions_by_id["undo"]
    assert not undo.isEnabled()
    new_here.do("consultation")
    wait_until(window.is_ready)
    new_here.answer("limp", "yes")
    assert undo.isEnabled()
    new_here.do("start")
    assert not undo.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert new_here.case.answers["limp"].value == "yes"
    window.show_desk("consultation")
    wait_until(window.is_ready)
    assert undo.isEnabled()


def test_every_way_is_reached_by_tab(new_here: Person) -> None:
    start = start_of(new_here.window)
    order = [
        start.ways["consultation"],
        start.ways["home"],
        start.records_button,
        start.open_button,
        start.manual_button,
    ]
    for before, after in pairwise(order):
        assert before.hasFocus()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_a_case_opened_at_the_start_is_gone_to(new_here: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    path = asset("examples/hip_joint.json")
    monkeypatch.setattr(chosen_file, "file_to_open", lambda *_: str(path))
    new_here.press(start_of(new_here.window).open_button)
    wait_until(new_here.window.is_ready)
    assert new_here.window.consultation is not None
    assert "limp" in new_here.case.answers


@pytest.mark.parametrize("desk", ["consultation", "home"])
def test_a_case_from_home_asks_who_is_looking_at_it(
    new_here: Person, monkeypatch: pytest.MonkeyPatch, desk: DeskName
) -> None:
    """A physiotherapist opens what a patient brings; a person at home goes on with their own."""
    path = asset("examples/emergency.json")
    monkeypatch.setattr(chosen_file, "file_to_open", lambda *_: str(path))
    start = start_of(new_here.window)
    new_here.press(start.open_button)
    assert start.isVisible()
    assert "Who is looking" in start.title.text()
    assert "emergency.json" in start.purpose.text()
    assert start.ways["consultation"].hasFocus()
    new_here.window.reword()
    start = start_of(new_here.window)
    assert "emergency.json" in start.purpose.text(), "another language still asks"
    new_here.press(start.ways[desk])
    wait_until(new_here.window.is_ready)
    found = new_here.window.home if desk == "home" else new_here.window.consultation
    assert found is not None
    assert new_here.window.preferences.desk == desk
    assert "saddle_numbness" in new_here.case.answers
    new_here.do("start")
    assert "Who is looking" not in start_of(new_here.window).title.text(), "that was answered"


def test_a_case_from_home_given_by_name_asks_the_same_of_a_stranger(
    qtbot: QtBot, knowledge: Knowledge
) -> None:
    app.make_application()
    window = app.make_window(Preferences(ShortMemory()))
    window.show()
    app.furnish(window, knowledge, asset("examples/emergency.json"))
    assert "emergency.json" in start_of(window).purpose.text()
    window.discard()


def test_a_case_from_home_opens_where_its_file_was_asked_for(qtbot: QtBot, knowledge: Knowledge) -> None:
    """A clinic opens what a patient brings; the desk chosen last stays chosen."""
    app.make_application()
    preferences = Preferences(ShortMemory())
    preferences.desk = "consultation"
    window = app.make_window(preferences)
    app.furnish(window, knowledge, asset("examples/emergency.json"))
    assert window.session is not None
    assert window.session.case.setting == "home"
    assert window.consultation is not None
    assert preferences.desk == "consultation"
    window.discard()


def test_a_bad_file_is_told_at_the_start(
    new_here: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    monkeypatch.setattr(chosen_file, "file_to_open", lambda *_: str(bad))
    new_here.press(start_of(new_here.window).open_button)
    message = new_here.window.message
    assert message is not None
    assert message.isVisible()
    assert "bad.json" in message.words.text()
    assert new_here.window.consultation is None


def test_going_from_desk_to_desk_keeps_the_case_and_what_can_be_undone(person: Person) -> None:
    person.answer("limp", "yes")
    for desk in ("home", "start", "consultation"):
        person.do(desk)
        QApplication.processEvents()
        assert person.case.answers["limp"].value == "yes"
    wait_until(person.window.is_ready)
    person.do("undo")
    assert not person.case.answers


def test_the_guide_is_left_by_its_own_button(person: Person) -> None:
    """The button stands on the desk that it takes away."""
    person.do("home")
    assert person.window.home is not None
    person.press(person.window.home.header.leave)
    QApplication.processEvents()
    assert start_of(person.window).isVisible()


@pytest.mark.parametrize(("button", "kept"), [(Button.Yes, True), (Button.No, False), (Button.Cancel, True)])
def test_a_case_still_open_is_not_handed_to_the_next_person_unasked(
    person: Person, button: QMessageBox.StandardButton, kept: bool
) -> None:
    person.answer("limp", "yes")
    person.session.undo_stack.setClean()
    person.do("start")
    person.in_dialog(button)
    person.press(start_of(person.window).ways["home"])
    QApplication.processEvents()
    assert ("limp" in person.case.answers) == kept
    assert (person.window.home is not None) == (button != Button.Cancel)


def test_the_manual_is_opened_from_the_start(new_here: Person) -> None:
    new_here.press(start_of(new_here.window).manual_button)
    desk = new_here.window.desk
    assert desk is not None
    assert desk.manual.window is not None
    assert desk.manual.window.isVisible()


def test_at_home_everything_is_first_said_to_the_patient(person: Person) -> None:
    voices = [person.window.voice]
    for command in ("home", "flip_voice", "consultation"):
        person.do(command)
        voices.append(person.window.voice)
    wait_until(person.window.is_ready)
    assert voices == ["clinician", "patient", "clinician", "clinician"]
