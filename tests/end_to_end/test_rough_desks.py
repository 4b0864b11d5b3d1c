"""Rough handling at the other desks: the start, the guide at home, the records; and a very fine screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.question_screen import QuestionScreen
from hipmap.desktop.home.stops import Stop
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.model.case import new_case
from hipmap.storage.assets import asset
from tests.case_builders import ROOT
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.fingers import slide, stay, tap
from tests.end_to_end.monkey import key_event
from tests.end_to_end.person import Person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
SIZES = ((1, 1), (720, 520), (4000, 300), (300, 4000), (1366, 768))
HELD = (Key.Key_Space, Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Down, Key.Key_Delete, Key.Key_Y)


def guide_at(person: Person, stop: Stop) -> HomeGuide:
    """Goes to a screen of the guide."""
    person.do("home")
    guide = person.window.home
    assert guide is not None
    guide._then(guide.walk.onto, stop)
    person.settle()
    return guide


def question(person: Person) -> QuestionScreen:
    guide = guide_at(person, Stop("question", "worse_lying_on_side"))
    assert isinstance(guide.current, QuestionScreen)
    return guide.current


def shrunk_and_back(person: Person) -> tuple[list[tuple[str, QRect]], list[tuple[str, QRect]]]:
    """Gives what stands where in the window, before and after it was made very small and very large."""
    found = []
    for sizes in (SIZES[-1:], SIZES):
        for size in sizes:
            person.window.resize(*size)
            person.settle()
            person.window.grab()
        person.settle()
        found.append(
            [
                (type(part).__name__, QRect(part.mapTo(person.window, part.rect().topLeft()), part.size()))
                for part in person.window.findChildren(QWidget)
                if part.isVisibleTo(person.window) and not part.visibleRegion().isEmpty()
            ]
        )
    return found[0], found[1]


@pytest.mark.parametrize("stop", [Stop("about"), Stop("map"), Stop("question", "worse_lying_on_side")])
def test_the_guide_is_as_before_when_it_was_shrunk_to_nothing(stop: Stop, person: Person) -> None:
    guide_at(person, stop)
    before, after = shrunk_and_back(person)
    assert after == before


def test_the_start_is_as_before_when_it_was_shrunk_to_nothing(person: Person) -> None:
    person.do("start")
    before, after = shrunk_and_back(person)
    assert after == before


def test_the_records_are_as_before_when_they_were_shrunk_to_nothing(clinic: Clinic) -> None:
    clinic.choose("Jörg")
    before, after = shrunk_and_back(clinic.person)
    assert after == before
    assert clinic.screen.bar is not None
    clinic.person.press(clinic.screen.bar.keeping)
    clinic.page(KeepingPage)
    clinic.desk.keeper.thread_of_records.wait()
    before, after = shrunk_and_back(clinic.person)
    assert after == before


def hold(person: Person, key: Qt.Key, times: int = 12) -> None:
    for again in range(times):
        QApplication.sendEvent(QApplication.focusWidget() or person.window, key_event(key, again > 0))


@pytest.mark.parametrize("key", HELD)
def test_a_key_held_down_at_a_question_answers_it_at_most_once(key: Qt.Key, person: Person) -> None:
    """The screen that follows is not answered by the same press."""
    question(person)
    hold(person, key)
    person.settle()
    assert person.session.undo_stack.count() <= 1
    assert not person.case.marks


@pytest.mark.parametrize("key", HELD)
def test_a_key_held_down_in_the_records_changes_nothing(key: Qt.Key, clinic: Clinic) -> None:
    clinic.choose("Jörg")
    clinic.panel.setFocus()
    for held in (clinic.page(PatientsPage).patients, clinic.page(PatientsPage).search):
        held.setFocus()
        hold(clinic.person, key)
        clinic.desk.keeper.thread_of_records.wait()
        clinic.person.settle()
    assert clinic.person.case == new_case()
    assert QApplication.activeModalWidget() is None


def test_a_finger_answers_a_question_of_the_guide_and_one_that_slides_does_not(person: Person) -> None:
    tiles = question(person).tiles.tiles
    slide(person, tiles[0], [30, 90, 200])
    assert not person.case.answers
    tap(person, question(person).tiles.tiles[0])
    assert "worse_lying_on_side" in person.case.answers
    assert person.session.undo_stack.count() == 1


def test_a_finger_that_stays_on_an_answer_of_the_guide_answers_once(person: Person) -> None:
    stay(person, question(person).tiles.tiles[0])
    assert QApplication.activePopupWidget() is None
    assert "worse_lying_on_side" in person.case.answers
    assert person.session.undo_stack.count() == 1


def test_at_three_times_the_scale_all_is_painted_three_times_as_fine(tmp_path: Path) -> None:
    """Qt takes the factor of the screen once, when a process starts."""
    picture = tmp_path / "fine.png"
    command = [sys.executable, "-m", "hipmap", "window", str(asset("examples/lateral_hip.json"))]
    asked = ["--picture", str(picture), "--size", "1280x720"]
    fine = {"QT_SCALE_FACTOR": "3", "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [*command, *asked], cwd=ROOT, env={**os.environ, **fine}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert QImage(str(picture)).size().toTuple() == (3840, 2160)
