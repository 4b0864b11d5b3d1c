"""Work beside the window: the newest of what is shown wins, what is written is always written."""

from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from hipmap.desktop.reports.beside import Beside, wait_for_files
from hipmap.model.problems import BadInput, refusal


@pytest.fixture
def beside(qapp: QApplication) -> Iterator[Beside]:
    parent = QObject()
    yield Beside(parent)
    delete(parent)


def held(gate: Event, answer: str) -> Callable[[], str]:
    def work() -> str:
        assert gate.wait(30)
        return answer

    return work


def idle(beside: Beside) -> Callable[[], bool]:
    return lambda: not beside.is_at_work


def test_only_the_newest_of_what_is_shown_arrives(beside: Beside, qtbot: QtBot) -> None:
    gate, shown, failed = Event(), list[str](), list[object]()
    beside.ask_latest(held(gate, "first"), shown.append, failed.append)
    beside.ask_latest(held(gate, "second"), shown.append, failed.append)
    beside.ask(held(gate, "written"), shown.append, failed.append)
    assert beside.is_at_work
    assert shown == [], "the window does not wait"
    gate.set()
    qtbot.waitUntil(idle(beside))
    assert (shown, failed) == (["second", "written"], [])


def test_what_nobody_waits_for_is_not_answered(beside: Beside, qtbot: QtBot) -> None:
    gate, shown = Event(), list[str]()
    beside.ask_latest(held(gate, "old"), shown.append, shown.append)  # type: ignore[arg-type]
    beside.forget_latest()
    gate.set()
    qtbot.waitUntil(idle(beside))
    assert shown == []


@pytest.mark.parametrize("problem", [refusal("x", "is refused"), OSError(28, "full")])
def test_a_refusal_and_a_full_disk_are_told(
    beside: Beside, qtbot: QtBot, problem: BadInput | OSError
) -> None:
    def work() -> None:
        raise problem

    failed: list[object] = []
    beside.ask(work, failed.append, failed.append)
    qtbot.waitUntil(idle(beside))
    assert failed == [problem]


def test_nothing_arrives_after_the_end(beside: Beside, qtbot: QtBot) -> None:
    gate, done, shown = Event(), Event(), list[object]()

    def work() -> None:
        held(gate, "")()
        done.set()

    beside.ask(work, shown.append, shown.append)
    beside.finish()
    gate.set()
    assert done.wait(30), "what was being written is written"
    QApplication.processEvents()
    assert shown == []
    beside.ask(work, shown.append, shown.append)
    assert shown == []


def test_the_end_of_the_program_waits_for_a_file(beside: Beside) -> None:
    gate, written, answers, at_end = Event(), list[str](), list[object](), list[bool]()

    def work() -> None:
        assert gate.wait(30)
        written.append("letter")

    def end() -> None:
        wait_for_files()
        at_end.append(bool(written))

    beside.ask(work, answers.append, answers.append)
    beside.finish()  # as the dialog that asked for it was closed
    ending = Thread(target=end)
    ending.start()
    gate.set()
    ending.join(30)
    assert at_end == [True]
