"""A picture shows the window as it stands when nobody touches it, on a fast computer and on a slow one."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop.main_window import MainWindow
from hipmap.storage.assets import asset


def test_a_picture_is_taken_once_what_tells_most_stands_on_top(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, list[str], tuple[str, ...]]] = []
    grab = MainWindow.grab

    def look_and_grab(window: MainWindow) -> QPixmap:
        assert window.session is not None
        assert window.consultation is not None
        sheet = window.consultation.sheet
        ranged = all(one.low is not None for one in window.session.assessment.origins)
        telling = [step.finding for step in window.session.assessment.next[:1]]
        seen.append((ranged, telling, tuple(sheet.list.lead[:1])))
        return grab(window)

    monkeypatch.setattr(MainWindow, "grab", look_and_grab)
    assert app.picture(tmp_path / "window.png", asset("examples/hip_joint.json")) == 0
    [(ranged, telling, lead)] = seen
    assert ranged
    assert telling
    assert list(lead) == telling
    assert (tmp_path / "window.png").exists()
