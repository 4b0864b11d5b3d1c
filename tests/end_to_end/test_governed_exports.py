"""What the policy of a clinic keeps in leaves the window by no way: key, file, paper or table."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from hipmap.desktop import chosen_file
from hipmap.desktop.home.printing import offer_printing
from hipmap.desktop.records.keeping_page import KeepingPage
from hipmap.desktop.records.reports_dialog import ReportsDialog
from hipmap.desktop.records.table_dialog import TableDialog
from hipmap.desktop.reports.print_out import asked_printer
from hipmap.model.case import new_case
from hipmap.report_papers import Paper
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.visits import begin_visit
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person, wait_until
from tests.end_to_end.reporter import Reporter
from tests.governed import governed

ONLY_HANDOUTS = "[exports]\nallowed = ['handout']"
ONLY_LETTERS = "[exports]\nallowed = ['letter']"
COPY_NOTE = Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reporter(person: Person, monkeypatch: pytest.MonkeyPatch) -> Reporter:
    someone = Reporter(person, monkeypatch)
    someone.look_at()
    return someone


def test_a_note_that_may_not_leave_is_not_copied(person: Person, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("before")
    person.mark("groin_crease", "right")
    with governed(tmp_path, ONLY_HANDOUTS):
        QTest.keyClick(person.window, *COPY_NOTE)
    assert QGuiApplication.clipboard().text() == "before"
    assert person.window.message is not None
    assert "exports.allowed" in person.window.message.words.text()
    QTest.keyClick(person.window, *COPY_NOTE)
    assert QGuiApplication.clipboard().text().startswith("20")
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize(
    ("policy", "page", "copied"),
    [
        (ONLY_LETTERS, "list:for_this_case", "before"),
        (ONLY_LETTERS, "page:hip_osteoarthritis", "Hip osteoarthritis"),
        (ONLY_HANDOUTS, "list:for_this_case", "For this case"),
    ],
)
def test_what_helps_in_this_case_is_copied_only_where_a_handout_may_leave(
    person: Person, tmp_path: Path, policy: str, page: str, copied: str
) -> None:
    person.mark("groin_crease", "right")
    assert person.window.desk is not None
    learn = person.window.desk.learn
    with governed(tmp_path, policy):
        learn.open(page)
        assert learn.window is not None
        view = learn.window.view
        QGuiApplication.clipboard().setText("before")
        QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().startswith(copied)
        assert "hip" in view.toPlainText().lower()
    QGuiApplication.clipboard().clear()
    learn.close()


def test_a_letter_that_may_not_leave_is_seen_and_has_no_way_out(reporter: Reporter, tmp_path: Path) -> None:
    with governed(tmp_path, ONLY_HANDOUTS):
        dialog = reporter.open("letter")
        assert dialog.preview.shown.pages
        assert not dialog.save.isEnabled()
        assert not dialog.print_button.isEnabled()
        assert "exports.allowed" in reporter.told()
        reporter.save(tmp_path / "letter.pdf")
        assert not (tmp_path / "letter.pdf").exists()
        reporter.choose("handout")
        reporter.settle()
        assert dialog.save.isEnabled()
        reporter.save(tmp_path / "handout.pdf")
        assert (tmp_path / "handout.pdf").read_bytes().startswith(b"%PDF")
        dialog.reject()


def test_what_may_be_a_file_but_no_paper_is_not_printed(
    reporter: Reporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(f"{asked_printer.__module__}.asked_printer", asked.append)
    monkeypatch.setattr(f"{asked_printer.__module__}.no_printer_words", lambda: "")
    with governed(tmp_path, ONLY_LETTERS):
        dialog = reporter.open("letter")
        reporter.person.press(dialog.print_button)
        assert asked == []
        assert "exports.allowed" in reporter.told()
        dialog.reject()


def test_at_home_the_page_for_the_clinic_stays_in(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    button = QPushButton()
    qtbot.addWidget(button)
    target = tmp_path / "page.pdf"
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_, **_more: str(target))
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)

    def make() -> Paper:
        raise AssertionError("nothing is made that may not leave")

    with governed(tmp_path, "[exports]\nallowed = ['soap']"):
        for action in offer_printing(button, button, make, told.append, lambda: None).actions():
            if not action.isSeparator():
                action.trigger()
    assert len(told) == 3
    assert all("exports.allowed" in line and "Ask Ann at the IT desk" in line for line in told)
    assert not target.exists()


def test_neither_table_nor_papers_leave_the_records(
    clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_, **_more: str(out / "visits.csv"))
    monkeypatch.setattr(chosen_file, "folder", lambda *_: str(out))
    jorg = find_patients(clinic.vault, "jörg")[0]
    begin_visit(clinic.vault, jorg.uid, "2026-01-10", new_case(answers={"limp": "yes"}), "")
    clinic.choose("Jörg")
    wait_until(clinic.panel.reports.isEnabled)
    with governed(tmp_path, "[exports]\nallowed = ['map']"):
        clinic.panel.reports.trigger()
        papers = clinic.dialog(ReportsDialog)
        clinic.person.press(papers.do)
        assert "exports.allowed" in papers.trouble.text()
        papers.reject()
        assert clinic.screen.bar is not None
        clinic.person.press(clinic.screen.bar.keeping)
        clinic.person.press(clinic.page(KeepingPage).table.table)
        table = clinic.dialog(TableDialog)
        clinic.person.press(table.do)
        assert "exports.allowed" in table.trouble.text()
        table.reject()
    assert list(out.iterdir()) == []
