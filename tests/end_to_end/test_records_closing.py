"""Closing waits for the records and says so; a share that never answers holds nobody for ever."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.desktop.records import closing
from hipmap.desktop.records.closing import Closing, WaitDialog
from hipmap.desktop.records.records_keeper import RecordsKeeper
from hipmap.desktop.records.visit_keeper import VisitKeeper
from hipmap.storage.records import saving
from hipmap.storage.records.visits import save_visit, steps_of
from tests.case_builders import ROOT
from tests.end_to_end.clinic import Clinic

STUCK = """
from threading import Event
from PySide6.QtCore import QCoreApplication
from hipmap.desktop.records.records_thread import RecordsThread
application = QCoreApplication([])
thread = RecordsThread()
thread.ask(Event().wait, print, print)
assert not thread.wait(0.01)
thread.finish()
"""


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A share that answers when it is let to."""
    answers = Event()

    def slow(*all_of_it: Any) -> int:
        assert answers.wait(60)
        return save_visit(*all_of_it)

    monkeypatch.setattr(saving, "save_visit", slow)
    monkeypatch.setattr(closing, "AT_ONCE", 0.01)
    yield answers
    answers.set()


@pytest.fixture
def edited(clinic: Clinic, share: Event) -> Clinic:
    """A visit whose last edit is on its way."""
    clinic.choose("Jörg")
    clinic.begin_visit()
    clinic.person.mark("groin_crease", "right")
    return clinic


def in_wait(act: Any) -> None:
    """Will do something with the question that is about to be shown."""

    def found() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, WaitDialog)
        act(box)

    QTimer.singleShot(0, found)


def test_closing_waits_for_the_last_edit_and_says_so(edited: Clinic, share: Event) -> None:
    said: list[str] = []

    def answer(box: WaitDialog) -> None:
        said.append(box.words.text())
        assert not box.do.isEnabled()  # nobody loses an edit by a click too many
        assert box.stay.isDefault() or not box.do.isDefault()
        share.set()

    in_wait(answer)
    assert edited.desk.may_close()
    assert "last changes" in said[0]
    assert edited.desk.visit.is_saved
    visit = edited.desk.visit.visit
    assert visit is not None
    assert len(steps_of(edited.vault, visit.uid)[-1].case.marks) == 1


def test_who_does_not_want_to_lose_it_stays(edited: Clinic, share: Event) -> None:
    in_wait(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert not edited.desk.may_close()
    assert edited.desk.keeper.is_open
    share.set()
    edited.wait_saved()
    assert edited.desk.may_close()


def test_a_share_that_never_answers_can_be_left(edited: Clinic, share: Event) -> None:
    def leave(box: WaitDialog) -> None:
        edited.person.press(box.do)
        assert box.isVisible()
        box.allow()
        edited.person.press(box.do)

    in_wait(leave)
    assert edited.desk.may_close()
    assert not edited.desk.visit.is_saved


def test_a_save_that_takes_long_is_said_to_wait_for_the_disk(edited: Clinic, share: Event) -> None:
    bar, visit = edited.desk.bar, edited.desk.visit
    assert bar is not None
    edited.until(lambda: visit._on_its_way is not None)
    assert bar.state.text() == "Saving…"
    visit._slow.stop()  # as if its time were over
    visit._slow.timeout.emit()
    assert "slow to answer" in bar.state.text()
    share.set()
    edited.wait_saved()
    assert bar.state.text() == "Saved"


def test_a_backup_at_closing_is_waited_for_in_words(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closing, "AT_ONCE", 0.01)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    keeper = RecordsKeeper(Preferences(ShortMemory()), window)
    done = Event()
    keeper.thread_of_records.ask(lambda: done.wait(60), lambda _: None, lambda _: None)
    said: list[str] = []

    def look(box: WaitDialog) -> None:
        said.append(box.words.text())
        QTest.keyClick(box, Qt.Key.Key_Escape)
        assert box.isVisible()
        assert not box.stay.isVisible()
        done.set()

    in_wait(look)
    Closing(window, keeper, None).close()  # type: ignore[arg-type]
    assert "backup" in said[0]
    asked: list[int] = []
    keeper.thread_of_records.ask(lambda: 1, asked.append, lambda _: None)
    assert keeper.thread_of_records.wait()
    assert asked == []


def test_who_left_without_waiting_is_not_asked_to_wait_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "AT_ONCE", 0.01)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    keeper = RecordsKeeper(Preferences(ShortMemory()), window)
    answers = Event()
    keeper.thread_of_records.ask(lambda: answers.wait(60), lambda _: None, lambda _: None)
    leaving = Closing(window, keeper, cast(VisitKeeper, Unsaved()))

    def leave(box: WaitDialog) -> None:
        assert "last changes" in box.words.text()
        box.allow()
        box.do.click()

    in_wait(leave)
    assert leaving.may_close()
    leaving.close()  # would wait for ever if it asked once more
    answers.set()


class Unsaved:
    """A visit whose last edit is on its way and does not arrive."""

    is_saved = is_given_up = False
    may_write = True

    def save_now(self) -> None:
        """Nothing more can be done."""


def test_the_program_ends_while_a_share_is_silent(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", STUCK], cwd=ROOT, timeout=60, check=True)
