"""Measures how soon a click on the body map is seen, against its budget: from the press to the painted face.

Run by `python -m pytest -s tests/benchmarks/test_map_repaint.py`; prints each figure as a ratio.
The whole road is measured: the press, the edit, the assessment without ranges, and all that is repainted.
"""

import statistics
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.body_map.face_view import FaceView
from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.main_window import MainWindow
from tests.benchmarks.test_reasoning_speed import KNOWLEDGE, percentile_95, report
from tests.desktop.body_map.desk import Desk
from tests.end_to_end.conftest import open_window
from tests.end_to_end.person import wait_until

BUDGET_MS = 50.0
CLICKS = 200
MARKS = 8
"""So many clicks are made on one map before it is cleared, about as many as people mark."""


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    window = open_window(KNOWLEDGE)
    window.resize(1366, 768)
    wait_until(window.is_ready)
    QTest.qWait(800)
    yield window
    window.discard()


def views_of(window: MainWindow) -> list[FaceView]:
    assert window.consultation is not None
    return [view for view in window.consultation.body_map.area.views() if view.key.part == "inset"]


class Eye(QObject):
    """Sees when something is painted, not before a click has ended."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: float | None = None

    def close(self) -> None:
        """Forgets what was seen."""
        self._seen = None

    def wait(self) -> float:
        """Gives when something was painted since the eye was closed."""
        while self._seen is None:
            QCoreApplication.sendPostedEvents(None, 0)
        return self._seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._seen = time.perf_counter()
        return False


def click_until_painted(view: FaceView, place: Place, eye: Eye) -> float:
    """Gives the milliseconds from the press until the face shows the mark; ranges follow later."""
    point = view.point_in(place).toPoint()
    eye.close()
    start = time.perf_counter()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    return 1000 * (eye.wait() - start)


def test_click_to_repaint(window: MainWindow) -> None:
    times, eye = [], Eye()
    assert window.consultation is not None
    for view in views_of(window):
        view.installEventFilter(eye)
    places = [(view, place) for view in views_of(window) for place in view.zones.shown(False)]
    for at in range(CLICKS):
        if at % MARKS == 0:
            window.consultation.body_map.clear_requested.emit()
        times.append(click_until_painted(*places[(at * 7) % len(places)], eye))
    times.sort()
    report("click to repaint, median", statistics.median(times), BUDGET_MS, "ms")
    assert report("click to repaint, p95", percentile_95(times), BUDGET_MS, "ms") <= 1


def test_the_map_alone(qtbot: QtBot) -> None:
    """The part of it that is the map's own: a click, a pure edit, the new marks, the painting."""
    panel = BodyMapPanel(KNOWLEDGE.body)
    qtbot.addWidget(panel)
    panel.resize(598, 692)
    with qtbot.waitExposed(panel):
        panel.show()
    desk, eye, times = Desk(panel), Eye(), []
    views = [view for view in panel.area.views() if view.key.part == "inset"]
    places = [(view, place) for view in views for place in view.zones.shown(False)]
    QTest.qWait(50)
    for view in views:
        view.installEventFilter(eye)
    for at in range(CLICKS):
        if at % MARKS == 0:
            desk.show_marks()
        times.append(click_until_painted(*places[(at * 7) % len(places)], eye))
    times.sort()
    report("map alone, median", statistics.median(times), BUDGET_MS, "ms")
    assert report("map alone, p95", percentile_95(times), BUDGET_MS, "ms") <= 0.5


def test_a_stroke_follows_the_hand(window: MainWindow) -> None:
    view = views_of(window)[0]
    assert window.consultation is not None
    window.consultation.body_map.header.take_grip("brush")
    box = view.rect()
    times, eye = [], Eye()
    view.installEventFilter(eye)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=box.center())
    for at in range(100):
        across, down = 0.3 + 0.4 * (at % 10) / 10, 0.2 + 0.006 * at
        eye.close()
        start = time.perf_counter()
        QTest.mouseMove(view, QPointF(box.width() * across, box.height() * down).toPoint())
        times.append(1000 * (eye.wait() - start))
    start = time.perf_counter()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=box.center())
    ended = 1000 * (time.perf_counter() - start)
    times.sort()
    report("end of a long stroke, edit and all", ended, BUDGET_MS, "ms")
    assert report("a step of a stroke to repaint, p95", percentile_95(times), BUDGET_MS, "ms") <= 1
