"""What is kept encrypted leaves that only where it is meant, and nothing of it stays in a locked window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMessageBox
from shiboken6 import isValid

from hipmap.desktop import chosen_file
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.visit_bar import VisitBar
from tests.end_to_end.clinic import Clinic


@pytest.fixture
def bar(clinic: Clinic) -> VisitBar:
    """The bar over a visit that was just begun."""
    clinic.choose("Jörg")
    clinic.begin_visit()
    assert clinic.desk.bar is not None
    return clinic.desk.bar


def test_a_visit_leaves_the_encryption_only_where_that_is_meant(
    clinic: Clinic, bar: VisitBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic.person.mark("groin_crease", "right")
    clinic.wait_saved()
    copy = tmp_path / "copy.json"
    asked: list[Path] = []

    def named(*_question: object) -> str:
        asked.append(copy)
        return str(copy)

    monkeypatch.setattr(chosen_file, "file_to_save", named)
    clinic.person.in_dialog(QMessageBox.StandardButton.Cancel)
    clinic.person.do("save_as")
    assert not asked
    warned = []
    real = QMessageBox.exec

    def reading(box: QMessageBox) -> int:
        warned.append(box.informativeText())
        return real(box)

    monkeypatch.setattr(QMessageBox, "exec", reading)
    clinic.person.in_dialog(QMessageBox.StandardButton.Save)
    clinic.person.do("save_as")
    assert "Everybody who gets it can read it" in warned[0]
    assert copy.exists()
    before = copy.read_bytes()
    clinic.person.press(bar.back)
    clinic.page(PatientsPage)
    assert clinic.person.document.path is None
    assert copy.read_bytes() == before


def test_no_message_of_a_patient_stays_in_the_hidden_bar(clinic: Clinic) -> None:
    window = clinic.person.window
    window.tell("Jörg Łąka was moved", "calm")
    assert window.message is not None
    clinic.desk.lock()
    assert window.message.isHidden()
    assert window.message.words.text() == window.message.accessibleName() == ""


def words_of(top: QObject) -> list[str]:
    """Gives every word that a part of the window holds, seen or hidden."""
    names = (
        "text",
        "plainText",
        "accessibleName",
        "accessibleDescription",
        "toolTip",
        "windowTitle",
        "title",
    )
    found = [one.property(name) for one in top.findChildren(QObject) for name in names]
    models = [view.model() for view in top.findChildren(QAbstractItemView)]
    rows = [one.index(row, 0).data() for one in models if isValid(one) for row in range(one.rowCount())]
    return [word for word in (*found, *rows) if isinstance(word, str)]


def test_after_locking_nothing_of_a_patient_is_held_anywhere_in_the_window(
    clinic: Clinic, bar: VisitBar
) -> None:
    clinic.person.press(bar.note_button)
    QTest.keyClicks(bar.note, "walks badly")
    clinic.wait_saved()
    window = clinic.person.window
    assert any("Jörg" in word for word in words_of(window))
    assert any("walks badly" in word for word in words_of(window))
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    clinic.person.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    held = [word for top in QApplication.topLevelWidgets() for word in (*words_of(top), top.windowTitle())]
    assert [word for word in held if "Jörg" in word or "walks badly" in word] == []
