"""What nobody holds any more is freed between events, in the thread of the window, and at no other time."""

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.collecting import Collecting, collect_between_events
from tests.case_builders import ROOT

# Widgets that nobody holds any more and that hold themselves: only Python's search frees them.
THROWING_AWAY = """
from PySide6.QtWidgets import QWidget
from hipmap.app import make_application
from hipmap.desktop.design_tokens import THEMES
from hipmap.desktop.look import Look, wear

class Held(QWidget):
    def __init__(self, parent=None):
        super().__init__(parent)
        self.itself = lambda: self

    def changeEvent(self, event):
        [dict(room=[1]) for _ in range(50)]
        super().changeEvent(event)

application = make_application()
kept = [Held() for _ in range(50)]
for turn in range(12):
    for _ in range(40):
        left = Held()
        [Held(left) for _ in range(5)]
    kept += [Held() for _ in range(3)]
    wear(application, Look(list(THEMES.values())[turn % 2], 1.0 + turn % 3 / 4))
    application.processEvents()
print("alive")
"""


class Held(QWidget):
    """A widget that holds itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself: Callable[[], QWidget] = lambda: self


class Thrown:
    """Tells in which thread it was freed."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        self.itself, self.threads = self, threads

    def __del__(self) -> None:
        self.threads.append(threading.current_thread())


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[QTimer]:
    """The search of the program, at moments that the test chooses."""
    app.make_application()
    timer = qapp.findChild(Collecting)
    assert isinstance(timer, QTimer)
    timer.stop()
    yield timer
    timer.start()


def make_much() -> list[list[int]]:
    """Far more than makes Python search by itself."""
    return [[number] for number in range(20 * gc.get_threshold()[0])]


def test_it_stays_while_an_event_is_worked_on_and_goes_after_it(collecting: QTimer) -> None:
    seen = ref(Held())
    much = make_much()
    assert seen() is not None
    collecting.timeout.emit()
    assert (seen(), bool(much)) == (None, True)


def test_another_thread_frees_nothing(collecting: QTimer) -> None:
    threads: list[threading.Thread] = []
    Thrown(threads)
    maker = threading.Thread(target=make_much)
    maker.start()
    maker.join()
    much = make_much()
    assert not threads
    collecting.timeout.emit()
    assert (threads, bool(much)) == ([threading.main_thread()], True)


def test_what_is_thrown_away_when_it_is_old_goes_too(collecting: QTimer) -> None:
    held = Held()
    seen = ref(held)
    for turn in range(400):
        much = make_much()
        collecting.timeout.emit()
        assert much.pop()
        del much  # what goes counts against what is made
        if turn == 30:
            del held
        if seen() is None:
            break
    assert seen() is None


def test_no_thread_may_search_while_it_is_done(collecting: QTimer) -> None:
    others_may: list[bool] = []

    def look(_phase: str, _what: object) -> None:
        others_may.append(gc.isenabled())

    much = make_much()
    gc.callbacks.append(look)
    try:
        collecting.timeout.emit()
    finally:
        gc.callbacks.remove(look)
    assert (others_may, bool(much)) == ([False, False], True)


def test_it_comes_by_itself_once_the_program_waits(qapp: QApplication, qtbot: QtBot) -> None:
    app.make_application()
    seen = ref(Held())
    much = make_much()
    qtbot.waitUntil(lambda: seen() is None and bool(much), timeout=10_000)


def test_one_application_has_one(qapp: QApplication) -> None:
    for _ in range(3):
        collect_between_events(qapp)
    assert len(qapp.findChildren(Collecting)) == 1


def test_widgets_that_nobody_holds_do_not_vanish_under_a_new_look() -> None:
    done = subprocess.run(
        [sys.executable, "-c", THROWING_AWAY], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr[-500:]
