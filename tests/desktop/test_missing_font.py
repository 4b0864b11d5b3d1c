"""Without its own letters hipmap goes on with those of the system, says so once, and cuts nothing off."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hipmap import app
from hipmap.desktop import fonts
from hipmap.desktop.design_tokens import FAMILY, TYPE
from hipmap.desktop.labels import label
from hipmap.desktop.look import look, wear
from hipmap.desktop.preferences import Preferences, ShortMemory
from hipmap.storage.assets import asset

SPOILED = ("missing", "empty")


def forget_fonts() -> None:
    for kept in (fonts.register_fonts, fonts.family, fonts.font):
        kept.cache_clear()


@pytest.fixture(params=SPOILED)
def spoiled(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    """One of the four files is not there, or is no font."""

    def spoiled_asset(name: str) -> Path:
        if not name.endswith("Bold.otf"):
            return asset(name)
        if request.param == "missing":
            raise FileNotFoundError(name)
        (tmp_path / "empty.otf").write_bytes(b"")
        return tmp_path / "empty.otf"

    worn = look()
    monkeypatch.setattr(fonts, "asset", spoiled_asset)
    forget_fonts()
    yield
    monkeypatch.undo()
    forget_fonts()
    wear(qapp, worn)


def test_the_letters_of_the_system_stand_in(spoiled: None) -> None:
    assert not fonts.register_fonts()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert fonts.font("body").family() == system


def test_the_window_says_it_once_and_opens(spoiled: None, qtbot: QtBot) -> None:
    window = app.make_window(Preferences(ShortMemory()))
    qtbot.addWidget(window)
    window.build()
    assert window.message is not None
    assert "cannot be read" in window.message.words.text()
    window.message.dismiss.click()
    window.build()
    assert window.message.isHidden()
    window.discard()


def test_nothing_is_cut_off(spoiled: None, qtbot: QtBot) -> None:
    for role in TYPE:
        words: QLabel = label("Grundlegend (Ågrj)", role)
        qtbot.addWidget(words)
        words.ensurePolished()
        needed = words.fontMetrics().boundingRect(words.text())
        assert words.sizeHint().width() >= needed.width()
        assert words.sizeHint().height() >= words.fontMetrics().height()


def test_on_windows_the_letters_are_read_wherever_they_lie(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There Qt would take the file by its name and, in a folder with signs of another script, show boxes."""
    monkeypatch.setattr(fonts, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", None)
    forget_fonts()
    assert fonts.register_fonts()
    forget_fonts()


def test_with_its_own_letters_it_wears_them(qapp: QApplication) -> None:
    assert fonts.register_fonts()
    assert fonts.font("body").family() == FAMILY
