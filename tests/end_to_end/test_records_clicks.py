"""A click too many makes no second visit, and the wish to keep a case lasts until it is taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from hipmap.desktop.records import visits_at_desk
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.unlock_page import UnlockPage
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import case

LEFT = Qt.MouseButton.LeftButton


def double_click(button: QPushButton) -> None:
    """Clicks twice, as a hand does, faster than the records answer."""
    QTest.mousePress(button, LEFT)
    QTest.mouseRelease(button, LEFT)
    here = QPointF(button.rect().center())
    there = QPointF(button.mapToGlobal(button.rect().center()))
    again = QMouseEvent(
        QEvent.Type.MouseButtonDblClick, here, there, LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(button, again)
    QTest.mouseRelease(button, LEFT)


def count(vault: Vault) -> int:
    found: int = vault.rows("SELECT count(*) FROM visit")[0][0]
    return found


def told(vault: Vault, action: str) -> int:
    """Gives how often the audit tells of something."""
    found: int = vault.rows("SELECT count(*) FROM audit WHERE action = ?", action)[0][0]
    return found


def test_a_double_click_begins_one_visit_and_opens_it_once(clinic: Clinic) -> None:
    clinic.choose("Jörg")
    double_click(clinic.panel.begin)
    clinic.wait_for_visit()
    clinic.desk.keeper.thread_of_records.wait()
    assert count(clinic.vault) == 1
    clinic.person.do("records")
    clinic.page(PatientsPage)
    clinic.until(lambda: clinic.panel.visits.count() == 1)
    before = told(clinic.vault, "visit_seen")
    double_click(clinic.panel.open)
    clinic.wait_for_visit()
    clinic.desk.keeper.thread_of_records.wait()
    assert told(clinic.vault, "visit_seen") == before + 1


def test_a_visit_that_could_not_be_begun_can_be_begun_again(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_all: object) -> None:
        raise OSError(28, "No space left on device")

    clinic.choose("Jörg")
    monkeypatch.setattr(visits_at_desk, "begin_visit", broken)
    clinic.person.press(clinic.panel.begin)
    clinic.until(lambda: bool(clinic.person.message()))
    monkeypatch.setattr(visits_at_desk, "begin_visit", begin_visit)
    clinic.begin_visit()


@pytest.fixture
def wish(clinic: Clinic) -> Iterator[Clinic]:
    """A case that is to become a visit; its person looked elsewhere, and the records locked meanwhile."""
    clinic.person.do("consultation")
    clinic.until(clinic.person.window.is_ready)
    clinic.person.mark("groin_crease", "right")
    clinic.person.do("records_keep")
    clinic.page(PatientsPage)
    clinic.person.do("start")
    clinic.desk.keeper.lock("idle")
    clinic.page(UnlockPage)
    clinic.unlock()
    clinic.page(PatientsPage)
    clinic.choose("Jörg")
    yield clinic
    clinic.person.session.undo_stack.setClean()


def test_the_wish_to_keep_a_case_survives_looking_elsewhere_and_unlocking(wish: Clinic) -> None:
    assert "Keep the open case" in wish.panel.begin.text()
    wish.begin_visit()
    assert len(wish.person.case.marks) == 1
    assert wish.desk.visit.visit is not None
    wish.person.do("records")
    wish.page(PatientsPage)
    assert wish.panel.begin.text() == "Begin a visit"


def test_the_wish_is_taken_back_by_a_plain_button(wish: Clinic) -> None:
    wish.person.press(wish.panel.keep_not)
    assert wish.panel.begin.text() == "Begin a visit"
    assert not wish.panel.keep_not.isVisible()
    wish.person.in_dialog(QMessageBox.StandardButton.Cancel)
    wish.person.press(wish.panel.begin)  # the case is asked about, not taken
    assert count(wish.vault) == 0
    assert len(wish.person.case.marks) == 1


def test_the_wish_ends_with_its_case(wish: Clinic) -> None:
    wish.person.do("consultation")
    wish.until(wish.person.window.is_ready)
    wish.person.do("undo")
    wish.person.do("records")
    wish.page(PatientsPage)
    assert wish.panel.begin.text() == "Begin a visit"


@pytest.fixture
def reader(clinic: Clinic) -> Iterator[tuple[Clinic, Vault]]:
    """A visit that is open only to be read, because another window writes."""
    clinic.choose("Jörg")
    seen = clinic.panel.seen
    assert seen is not None
    clinic.desk.lock()
    clinic.desk.keeper.thread_of_records.wait()
    writer = clinic.small.open_elsewhere()
    begin_visit(writer, seen.patient.uid, "2026-03-01", case())
    clinic.unlock()
    clinic.page(PatientsPage)
    clinic.choose("Jörg")
    clinic.person.press(clinic.panel.open)
    clinic.wait_for_visit()
    yield clinic, writer
    writer.lock()


def test_nothing_can_be_changed_where_one_may_only_read(reader: tuple[Clinic, Vault]) -> None:
    clinic, _ = reader
    bar = clinic.desk.bar
    assert bar is not None
    assert "Only to be read" in bar.state.text()
    before = clinic.person.case
    clinic.person.mark("groin_crease", "right")
    assert clinic.person.case == before
    assert "can only be read" in clinic.person.message()
    clinic.person.press(bar.note_button)
    bar.note.setFocus()
    clinic.person.keys("words that would be lost")
    assert bar.note.toPlainText() == ""
    clinic.person.do("records")
    clinic.page(PatientsPage)
    clinic.person.do("consultation")
    clinic.until(clinic.person.window.is_ready)
    clinic.person.mark("groin_crease", "right")
    assert len(clinic.person.case.marks) == 1  # a case of one's own can be changed
    clinic.person.session.undo_stack.setClean()


def test_when_the_writer_has_left_the_visit_is_opened_anew_to_write(reader: tuple[Clinic, Vault]) -> None:
    clinic, writer = reader
    bar = clinic.desk.bar
    assert bar is not None
    clinic.desk.keeper.writer.look()
    clinic.desk.keeper.thread_of_records.wait()
    assert not bar.anew.isVisible()
    writer.lock()
    clinic.desk.keeper.writer.look()
    clinic.until(bar.anew.isVisible)
    assert "has closed" in bar.state.text()
    clinic.person.press(bar.anew)
    assert "open them anew" in clinic.page(UnlockPage).words.text()
    clinic.unlock()
    clinic.wait_for_visit()
    clinic.person.mark("groin_crease", "right")
    clinic.wait_saved()
    assert bar.state.text() == "Saved"
