"""Locking takes away what stands before a report; absent buttons have no keys; paper speaks as the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QMessageBox

from hipmap.desktop import chosen_file
from hipmap.desktop.design_tokens import Size
from hipmap.desktop.notes.template_dialog import TemplateDialog
from hipmap.desktop.records.reports_dialog import ReportsDialog
from hipmap.desktop.reports import print_out
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.visits import begin_visit
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person, wait_until
from tests.end_to_end.reporter import CONTROL, SHIFT, Reporter
from tests.end_to_end.test_records_table import case
from tests.screens.targets import targets


@pytest.fixture
def at_visit(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reporter]:
    """Someone with the visit of a patient open, and something marked."""
    clinic.choose("Jörg")
    clinic.begin_visit()
    clinic.person.mark("groin_crease", "right")
    QGuiApplication.clipboard().clear()
    yield Reporter(clinic.person, monkeypatch)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def pseudo(person: Person) -> Iterator[Person]:
    """A person before the window in a language with other letters."""
    person.window.languages.choose("x_pseudo")
    wait_until(person.window.is_ready)
    yield person
    person.window.languages.choose("en")
    wait_until(person.window.is_ready)


def dialogs() -> list[QDialog]:
    tops = QApplication.topLevelWidgets()
    return [one for one in tops if isinstance(one, QDialog) and one.isVisible()]


def lock_before(clinic: Clinic, kind: type[QDialog], seen: list[list[QDialog]]) -> None:
    """Locks as soon as such a question stands before the window."""

    def look() -> None:
        if not any(isinstance(one, kind) for one in dialogs()):
            QTimer.singleShot(1, look)
            return
        clinic.desk.lock()
        seen.append(dialogs())

    QTimer.singleShot(0, look)


def test_locking_takes_away_the_question_for_a_file(clinic: Clinic, at_visit: Reporter) -> None:
    dialog, seen = at_visit.open("soap"), list[list[QDialog]]()
    lock_before(clinic, QFileDialog, seen)
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)  # an exception here fails the test
    assert seen == [[]]


def test_locking_asks_nothing_about_a_changed_template(clinic: Clinic, at_visit: Reporter) -> None:
    clinic.person.do("note_template")
    wait_until(lambda: any(isinstance(one, TemplateDialog) for one in dialogs()))
    (dialog,) = (one for one in dialogs() if isinstance(one, TemplateDialog))
    QTest.keyClicks(dialog.editor, "Own: ")
    asked: list[str] = []
    at_visit.monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    clinic.desk.lock()
    assert asked == []
    assert dialogs() == []


def test_a_picture_is_cleared_at_locking(clinic: Clinic, at_visit: Reporter) -> None:
    clinic.desk.clipboard.is_ours = lambda: True  # without a screen Qt does not know whose it is
    dialog = at_visit.open("map")
    QTest.keyClick(dialog, Qt.Key.Key_C, CONTROL | SHIFT)
    assert not QGuiApplication.clipboard().image().isNull()
    clinic.desk.lock()
    assert QGuiApplication.clipboard().image().isNull()


def test_the_keys_of_a_button_that_is_not_there_do_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone, asked = Reporter(person, monkeypatch), list[object]()
    monkeypatch.setattr(print_out, "no_printer_words", lambda: "")
    monkeypatch.setattr(print_out, "asked_printer", asked.append)
    someone.look_at()
    dialog = someone.open("json")
    QTest.keyClick(dialog, Qt.Key.Key_P, CONTROL)
    assert asked == []
    someone.choose("letter")
    someone.settle()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(dialog, Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().image().isNull()
    assert someone.told() == ""
    dialog.reject()


@pytest.mark.parametrize("kind", ["handout", "map", "letter"])
def test_at_home_all_is_as_large_as_a_finger_needs(
    person: Person, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    someone = Reporter(person, monkeypatch)
    someone.look_at()
    person.do("home")
    wait_until(person.window.is_ready)
    try:
        dialog = someone.open(kind)
        person.settle()
        found = [one for one in targets(dialog) if not isinstance(one.widget, QComboBox)]
        assert len(found) > 3
        assert [str(one) for one in found if one.least_side < Size.TARGET] == []
        assert dialog.pick.height() >= Size.TARGET
        dialog.reject()
    finally:
        person.do("consultation")
        wait_until(person.window.is_ready)


def test_a_name_that_is_too_long_is_said(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    someone = Reporter(person, monkeypatch)
    someone.look_at()
    dialog = someone.open("soap")
    someone.save(tmp_path / f"{'n' * 300}.txt")
    assert "this name is too long" in someone.told()
    assert not list(tmp_path.iterdir())
    dialog.reject()


def test_the_copied_note_is_the_one_that_is_seen_in_the_language_of_the_window(
    pseudo: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = Reporter(pseudo, monkeypatch)
    someone.look_at()
    pseudo.do("copy_note")
    dialog = someone.open("soap")
    assert QGuiApplication.clipboard().text() == someone.seen()
    dialog.reject()
    pseudo.do("note_template")
    wait_until(lambda: any(isinstance(one, TemplateDialog) for one in dialogs()))
    (template,) = (one for one in dialogs() if isinstance(one, TemplateDialog))
    assert template.preview.toPlainText() == QGuiApplication.clipboard().text()
    template.reject()
    QGuiApplication.clipboard().clear()


def test_papers_of_all_visits_speak_the_language_of_the_window(
    clinic: Clinic, pseudo: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    monkeypatch.setattr(chosen_file, "folder", lambda *_: str(folder))
    begin_visit(clinic.vault, find_patients(clinic.vault, "jörg")[0].uid, "2026-01-10", case(), "")
    clinic.choose("Jörg")
    clinic.panel.reports.trigger()
    dialog = clinic.dialog(ReportsDialog)
    clinic.person.choose(dialog.kinds, "soap")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    note = (folder / "2026-01-10 note.txt").read_text(encoding="utf-8")
    assert "S: [40 yeaars]" in note


def test_closing_while_it_prints_loses_no_page(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    someone, paper = Reporter(person, monkeypatch), tmp_path / "out.pdf"
    someone.look_at()
    dialog = someone.open("letter")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    dialog.print_to(printer)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert someone.open_dialogs() == []
    wait_until(lambda: not person.window.findChildren(type(dialog)))
    assert paper.read_bytes().rstrip().endswith(b"%%EOF")
