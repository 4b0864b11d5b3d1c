"""A file that is double-clicked on macOS comes as an event to the program, and is opened like any other."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.incoming.opened_file import OpenedFile
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.model.case import new_case
from hipmap.storage.case_files import write_case
from tests.end_to_end.person import Person, wait_until
from tests.exchange.reports import RICH


@pytest.fixture
def listening(person: Person, qapp: QApplication) -> Iterator[OpenedFile]:
    """As on macOS: the window in use is told of files by events to the program."""
    opened = OpenedFile(qapp, person.window)
    yield opened
    qapp.removeEventFilter(opened)
    opened.deleteLater()


@pytest.mark.usefixtures("listening")
def test_a_file_that_is_double_clicked_on_a_mac_is_opened(
    person: Person, qapp: QApplication, tmp_path: Path
) -> None:
    case = new_case(**RICH)
    write_case(tmp_path / "Schmerz über alles.json", case)
    person.mark("groin_crease", "right")
    person.session.undo_stack.setClean()
    QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "Schmerz über alles.json")))
    wait_until(lambda: person.case == case)
    assert person.window.windowTitle().startswith("Schmerz über alles.json")
    QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "visit.hipmap")))
    wait_until(lambda: "visit.hipmap" in person.message())
    assert person.case == case


def test_a_file_that_comes_before_the_desk_waits_for_it(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = app.make_window(Preferences(ShortMemory()))
    qtbot.addWidget(window)
    opened = OpenedFile(qapp, window)
    QApplication.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "case.json")))
    try:
        qtbot.waitUntil(lambda: opened._waiting is not None)
        assert opened.take() == tmp_path / "case.json"
        assert opened.take() is None
    finally:
        qapp.removeEventFilter(opened)


def test_only_a_mac_needs_to_listen(
    person: Person, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "QSysInfo", SimpleNamespace(kernelType=lambda: "linux"))
    assert app.files_asked_for(qapp, person.window) is None
    monkeypatch.setattr(app, "QSysInfo", SimpleNamespace(kernelType=lambda: "darwin"))
    opened = app.files_asked_for(qapp, person.window)
    assert isinstance(opened, OpenedFile)
    qapp.removeEventFilter(opened)
    opened.deleteLater()
