"""What is saved, printed or copied of a visit stands in the list of who did what; else nothing goes."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox

from hipmap.desktop import chosen_file
from hipmap.desktop.records.audit_words import action_words
from hipmap.desktop.reports import leaving_records
from hipmap.desktop.reports.source import Source
from hipmap.exchange.report import Details
from hipmap.model.records import AuditEntry
from hipmap.report_kinds import Wanted
from hipmap.storage.records.audit_chain import entries
from hipmap.storage.records.problems import NotSaved
from hipmap.storage.records.verification import problems_of
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.reporter import Reporter


@pytest.fixture
def at_visit(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> Reporter:
    """A visit that was just begun, and somebody who writes of it."""
    clinic.choose("Jörg")
    clinic.begin_visit()
    clinic.person.mark("groin_crease", "right")
    clinic.wait_saved()
    return Reporter(clinic.person, monkeypatch)


def told(clinic: Clinic) -> list[AuditEntry]:
    """The entries of what left, once all that was asked of the records is done."""
    clinic.desk.keeper.thread_of_records.wait(5)
    every = entries(clinic.vault.session.connection)
    return [one for one in every if one.action.startswith("visit_left_")]


def test_a_letter_that_is_saved_is_told_with_its_kind_and_nothing_of_it(
    clinic: Clinic, at_visit: Reporter, tmp_path: Path
) -> None:
    at_visit.open("soap")
    assert told(clinic) == []
    at_visit.save(tmp_path / "note.txt")
    assert "inguinal" in (tmp_path / "note.txt").read_text(encoding="utf-8")
    (entry,) = told(clinic)
    assert clinic.desk.visit.visit is not None
    assert (entry.action, entry.subject) == ("visit_left_soap", clinic.desk.visit.visit.uid)
    assert entry.user == clinic.vault.user.name
    assert action_words(entry.action) == "A visit was written, printed or copied: SOAP note"
    assert problems_of(clinic.vault) == ()
    at_visit.dialog.reject()


def test_what_is_printed_or_copied_is_told_too(clinic: Clinic, at_visit: Reporter, tmp_path: Path) -> None:
    dialog = at_visit.open("soap")
    clinic.person.press(dialog.copy)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "note.pdf"))
    dialog.print_to(printer)
    at_visit.settle()
    at_visit.choose("map")
    at_visit.settle()
    dialog.print_to(printer)
    at_visit.settle()
    dialog.reject()
    clinic.person.do("copy_note")
    assert [one.action for one in told(clinic)] == [
        f"visit_left_{kind}" for kind in ("soap", "soap", "map", "soap")
    ]


def test_a_copy_as_a_case_file_is_told_too(
    clinic: Clinic, at_visit: Reporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_what, **_how: str(tmp_path / "copy.json"))
    clinic.person.in_dialog(QMessageBox.StandardButton.Save)
    clinic.person.do("save_as")
    assert (tmp_path / "copy.json").exists()
    assert [one.action for one in told(clinic)] == ["visit_left_json"]


def test_what_holds_nothing_of_the_visit_is_not_told(
    clinic: Clinic, at_visit: Reporter, tmp_path: Path
) -> None:
    at_visit.open("dictionary")
    at_visit.save(tmp_path / "dictionary.csv")
    clinic.person.press(at_visit.dialog.copy)
    assert (tmp_path / "dictionary.csv").exists()
    assert told(clinic) == []
    at_visit.dialog.reject()


def test_where_it_cannot_be_told_no_file_is_written(
    clinic: Clinic, at_visit: Reporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_what: object) -> None:
        raise NotSaved("unreachable", why="the share is gone")

    monkeypatch.setattr(leaving_records, "visit_leaves", fails)
    at_visit.open("soap")
    at_visit.save(tmp_path / "note.txt")
    assert "the share is gone" in at_visit.told()
    assert not (tmp_path / "note.txt").exists()
    at_visit.dialog.reject()


def test_who_saves_and_locks_at_once_finds_the_file_and_its_entry(
    clinic: Clinic, at_visit: Reporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = at_visit.open("soap")
    made, begun, locked = Source.content, Event(), Event()

    def slowly(source: Source, wanted: Wanted, details: Details) -> bytes:
        begun.set()
        locked.wait()
        return made(source, wanted, details)

    monkeypatch.setattr(Source, "content", slowly)
    target = tmp_path / "note.txt"
    dialog.write(target)
    clinic.until(begun.is_set)
    clinic.desk.keeper.lock("away")
    locked.set()
    clinic.until(target.exists)
    assert "inguinal" in target.read_text(encoding="utf-8")
    clinic.unlock()
    clinic.until(lambda: clinic.desk.keeper.is_open)
    assert [one.action for one in told(clinic)] == ["visit_left_soap"]


def test_records_that_do_not_answer_are_said_to_be_silent(
    clinic: Clinic, at_visit: Reporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()
    monkeypatch.setattr(leaving_records, "PATIENCE_S", 0.001)
    monkeypatch.setattr(leaving_records, "visit_leaves", lambda *_what: answers.wait())
    at_visit.open("soap")
    at_visit.save(tmp_path / "note.txt")
    told = at_visit.told()
    answers.set()
    assert told.startswith("The disk or the network share does not answer."), told
    assert not (tmp_path / "note.txt").exists()
    at_visit.dialog.reject()


def test_what_is_not_of_the_records_tells_nobody(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clinic.person.window.show_desk("consultation")
    reporter = Reporter(clinic.person, monkeypatch)
    reporter.look_at()
    reporter.open("soap")
    reporter.save(tmp_path / "note.txt")
    assert (tmp_path / "note.txt").exists()
    assert told(clinic) == []
    reporter.dialog.reject()
