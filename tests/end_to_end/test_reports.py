"""Letters, handouts, notes, pictures and data go out of the window as they were seen there."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from hipmap.desktop.cleared_copy import ClearedCopy
from hipmap.desktop.languages import Languages, speak
from hipmap.desktop.preferences import ShortMemory
from hipmap.desktop.reports import report_dialog
from hipmap.storage.case_files import read_case
from tests.end_to_end.person import Person, wait_until
from tests.end_to_end.reporter import CONTROL, Reporter

CANARY = "Quentin Zweig"


@pytest.fixture
def reporter(person: Person, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reporter]:
    someone = Reporter(person, monkeypatch)
    someone.look_at()
    yield someone
    for left in someone.open_dialogs():
        left.reject()


def is_pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF") and b"pdfuaid:part" in content


READ: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    "letter": ("x.pdf", is_pdf),
    "handout": ("x.pdf", is_pdf),
    "soap": ("x.txt", lambda content: content.isascii() and b"\nO" in content),
    "map": ("x.svg", lambda content: ElementTree.fromstring(content).tag.endswith("svg")),
    "likelihood": ("x.svg", lambda content: ElementTree.fromstring(content).tag.endswith("svg")),
    "fhir": ("x.json", lambda content: json.loads(content)["resourceType"] == "Bundle"),
    "questionnaire": ("x.json", lambda content: json.loads(content)["resourceType"] == "Questionnaire"),
    "csv": ("x.csv", lambda content: len(content.decode().splitlines()) == 2),
    "dictionary": ("x.csv", lambda content: content.startswith(b"column,meaning,type,values\r\n")),
    "json": ("x.json", lambda content: "marks" in json.loads(content)),
}


@pytest.mark.parametrize("kind", READ)
def test_every_kind_is_saved_as_it_was_seen(reporter: Reporter, kind: str, tmp_path: Path) -> None:
    dialog = reporter.open(kind)
    name, reads = READ[kind]
    reporter.save(tmp_path / name)
    content = (tmp_path / name).read_bytes()
    assert reads(content)
    assert f"Saved as {name}." in reporter.told()
    if dialog.kind.looks == "text":
        assert content.decode() == reporter.seen()
    else:
        assert dialog.preview.shown.pages
        assert len(reporter.seen()) > 20, "it can be heard"


def test_a_case_that_was_saved_is_the_case(reporter: Reporter, tmp_path: Path) -> None:
    reporter.open("json")
    reporter.save(tmp_path / "again.json")
    assert read_case(tmp_path / "again.json", reporter.person.session.knowledge) == reporter.person.case


def test_a_dictionary_fits_the_row_with_or_without_who_it_is(reporter: Reporter, tmp_path: Path) -> None:
    dialog = reporter.open("csv")
    for named in (False, True):
        if named:
            reporter.person.press(dialog.form.identified)
        columns = {}
        for kind in ("csv", "dictionary"):
            reporter.choose(kind)
            reporter.settle()
            reporter.save(tmp_path / f"{kind}_{named}.csv")
            columns[kind] = (tmp_path / f"{kind}_{named}.csv").read_text(encoding="utf-8").splitlines()
        explained = [line.partition(",")[0] for line in columns["dictionary"][1:]]
        assert explained == columns["csv"][0].split(",")
        assert ("born" in explained) is named


def test_the_other_format_and_an_ending_that_was_left_out(reporter: Reporter, tmp_path: Path) -> None:
    dialog = reporter.open("handout")
    reporter.person.choose(dialog.form._ending_strips[".pdf", ".html"], ".html")
    reporter.settle()
    reporter.save(tmp_path / "for Quentin")
    assert "<!DOCTYPE html>" in (tmp_path / "for Quentin.html").read_text(encoding="utf-8")


def test_a_file_is_replaced_only_after_yes(reporter: Reporter, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("of somebody else", encoding="utf-8")
    reporter.open("soap")
    asked: list[str] = []
    buttons = QMessageBox.StandardButton

    def answer(button: QMessageBox.StandardButton) -> Callable[[QMessageBox], object]:
        def answered(box: QMessageBox) -> object:
            asked.append(box.text())
            return button

        return answered

    reporter.monkeypatch.setattr(QMessageBox, "exec", answer(buttons.Cancel))
    reporter.save(path)
    assert path.read_text(encoding="utf-8") == "of somebody else"
    reporter.monkeypatch.setattr(QMessageBox, "exec", answer(buttons.Yes))
    reporter.save(path)
    assert path.read_text(encoding="utf-8") == reporter.seen()
    assert asked == ["Replace “note.txt”?"] * 2


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (13, "this folder may not be written to"),
        (30, "this folder may not be written to"),
        (28, "the disk is full"),
        (2, "this folder is not there any more"),
        (5, "Input/output error"),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_typed_is_lost(
    reporter: Reporter, tmp_path: Path, number: int, told: str
) -> None:
    def fails(_path: Path, _content: bytes) -> None:
        raise OSError(number, "Input/output error")

    reporter.monkeypatch.setattr(report_dialog, "replace_file", fails)
    dialog = reporter.open("soap")
    reporter.type("number", "A-17-3")
    reporter.save(tmp_path / "note.txt")
    assert told in reporter.told()
    assert dialog.isVisible()
    assert "A-17-3" in reporter.seen()
    assert not list(tmp_path.iterdir())


def test_the_preview_shows_the_pages_and_what_is_typed(reporter: Reporter) -> None:
    dialog = reporter.open("letter")
    reporter.type("question", "Is an injection sensible?")
    preview = dialog.preview
    assert "Is an injection sensible?" in reporter.seen()
    reporter.person.settle()  # so that the pages have their places
    assert preview.where.text() == "Page 1 of 2"
    assert [page.accessibleName() for page in preview.area.pages] == [
        "Letter to a doctor, page 1 of 2", "Letter to a doctor, page 2 of 2"
    ]  # fmt: skip
    QTest.keyClick(preview.area, Qt.Key.Key_PageDown)
    assert preview.where.text() == "Page 2 of 2"
    assert preview.area.verticalScrollBar().value() > 0
    reporter.person.choose(preview.as_seen, "text")
    assert preview.text.isVisible()
    assert "Is an injection sensible?" in preview.text.toPlainText()


def test_a_day_that_is_none_is_told_and_nothing_goes_out(reporter: Reporter) -> None:
    dialog = reporter.open("letter")
    reporter.type("born", "30/04/1960")
    assert "no day" in reporter.told()
    assert not dialog.save.isEnabled()
    reporter.type("born", "30.4.1960")
    assert reporter.told() == ""
    assert dialog.save.isEnabled()
    assert "1960-04-30" in reporter.seen()


@pytest.mark.parametrize(("first", "last", "printed"), [(0, 0, 2), (2, 2, 1)])
def test_a_printer_gets_as_many_pages(
    reporter: Reporter, tmp_path: Path, first: int, last: int, printed: int
) -> None:
    dialog = reporter.open("letter")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(first, last)
    dialog.print_to(printer)
    reporter.settle()
    assert reporter.told() == "Sent to the printer."
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "out.pdf").read_bytes())
    assert len(pages) == printed


def test_without_a_printer_that_is_said_plainly(reporter: Reporter) -> None:
    reporter.monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    QTest.keyClick(reporter.person.window, Qt.Key.Key_P, CONTROL)
    wait_until(lambda: bool(reporter.open_dialogs()))
    reporter.settle()
    assert reporter.dialog.kind.id == "letter"
    QTest.keyClick(QApplication.focusWidget() or reporter.dialog, Qt.Key.Key_Return)
    assert "No printer is set up" in reporter.told()


def test_a_copy_goes_after_its_minute(reporter: Reporter) -> None:
    clipboard = QGuiApplication.clipboard()
    dialog = reporter.open("soap")
    QTest.keyClick(dialog, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert clipboard.text() == reporter.seen()
    reporter.choose("map")
    reporter.settle()
    reporter.person.press(dialog.copy)
    assert not clipboard.image().isNull()
    dialog.reject()
    guard = reporter.person.window.findChild(ClearedCopy, "reports_copy")
    assert isinstance(guard, ClearedCopy)
    assert guard.is_waiting
    guard.is_ours = lambda: True  # which the clipboard of a test does not say of pictures
    guard.clear()
    assert clipboard.image().isNull()


def test_a_row_for_research_names_nobody_unless_that_is_meant(reporter: Reporter) -> None:
    dialog = reporter.open("csv")
    assert not dialog.form.identified.isChecked()
    assert not dialog.form.fields["name"].isVisible()
    without = reporter.seen()
    reporter.person.press(dialog.form.identified)
    reporter.settle()
    reporter.type("name", CANARY)
    assert CANARY in reporter.seen()
    assert CANARY not in without
    assert "name" not in without.split(",")[:3]


def test_nothing_typed_is_kept(reporter: Reporter) -> None:
    window = reporter.person.window
    reporter.open("letter")
    reporter.type("name", CANARY)
    assert CANARY in reporter.seen()
    QTest.keyClick(reporter.dialog, Qt.Key.Key_Escape)
    wait_until(lambda: not window.findChildren(report_dialog.ReportDialog))
    store = window.preferences._store
    assert isinstance(store, ShortMemory)
    assert CANARY not in repr(store._kept)
    assert not [one for one in QApplication.allWidgets() if CANARY in one.windowTitle()]
    field = reporter.open("letter").form.fields["name"]
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    assert CANARY not in reporter.seen()


@pytest.mark.parametrize("kind", ["letter", "fhir"])
def test_it_can_be_closed_while_pages_are_being_made(reporter: Reporter, kind: str, tmp_path: Path) -> None:
    dialog = reporter.open()
    reporter.choose(kind)
    QTest.keyClicks(dialog.form.fields["name"], "A")
    reporter.saves_to(tmp_path / "late")
    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    assert not dialog.is_settled
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait_until(lambda: not reporter.person.window.findChildren(report_dialog.ReportDialog))
    assert not list(tmp_path.iterdir()), "what was not seen yet is not written"
    assert reporter.open("soap").preview.text.toPlainText()


def test_a_report_speaks_the_language_that_was_chosen_last(reporter: Reporter) -> None:
    languages = reporter.person.window.languages
    speak(Languages())  # as another window of the program does when it is made
    languages.choose("x_pseudo")
    try:
        wait_until(reporter.person.window.is_ready)
        reporter.open("handout")
        lines = [line for line in reporter.seen().splitlines() if line and ":" not in line]
        assert [line for line in lines if "[" not in line] == []
        reporter.dialog.reject()
    finally:
        languages.choose("en")
        wait_until(reporter.person.window.is_ready)


def test_the_result_leads_there(reporter: Reporter) -> None:
    screen = reporter.person.screen
    reporter.person.do("result")
    reporter.person.settle()
    reporter.person.press(screen.result.hand_on.reports)
    assert reporter.dialog.kind.id == "letter"
