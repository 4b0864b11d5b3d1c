"""Papers of all visits of a patient go into a folder: all or none; files that are there are asked about."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QMessageBox

from hipmap.desktop import chosen_file
from hipmap.desktop.records import reports_dialog
from hipmap.desktop.records.reports_dialog import ReportsDialog, names_of
from hipmap.exchange.report import Report
from hipmap.report_kinds import Wanted, content_of
from hipmap.storage.records.audit_chain import entries
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.visits import begin_visit
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.test_records_table import CROSSED, case

NOTES = ["2026-01-10 note.txt", "2026-02-10 note 2.txt", "2026-02-10 note.txt"]


@pytest.fixture
def folder(clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    monkeypatch.setattr(chosen_file, "folder", lambda *_: str(made))
    jorg = find_patients(clinic.vault, "jörg")[0]
    for day, one in (
        ("2026-01-10", case()),
        ("2026-02-10", case()),
        ("2026-02-10", case()),
        ("2026-02-20", CROSSED),
    ):
        begin_visit(clinic.vault, jorg.uid, day, one, "")
    return made


@pytest.fixture
def dialog(clinic: Clinic, folder: Path) -> ReportsDialog:
    clinic.choose("Jörg")
    clinic.panel.reports.trigger()
    found = clinic.dialog(ReportsDialog)
    clinic.person.choose(found.kinds, "soap")
    return found


def files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_second_visit_on_a_day_has_a_number() -> None:
    assert names_of(["2026-01-10", "2026-01-10"], "letter") == [
        "2026-01-10 letter.pdf",
        "2026-01-10 letter 2.pdf",
    ]


def test_a_note_of_each_visit_is_written_and_told(
    clinic: Clinic, dialog: ReportsDialog, folder: Path
) -> None:
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    assert files(folder) == NOTES
    assert (folder / NOTES[0]).read_text(encoding="utf-8").startswith("2026-01-10 Jorg Laka A-17")
    assert "Files written to papers: 3." in clinic.person.message()
    assert "20 February 2026" in clinic.person.message()
    assert entries(clinic.vault.session.connection)[-1].action == "visits_reported"


def test_files_that_are_there_are_asked_about_once(
    clinic: Clinic, dialog: ReportsDialog, folder: Path
) -> None:
    for name in NOTES[:2]:
        (folder / name).write_text("mine")
    clinic.person.in_dialog(QMessageBox.StandardButton.Cancel)
    clinic.person.press(dialog.do)
    assert files(folder) == NOTES[:2]
    clinic.person.in_dialog(QMessageBox.StandardButton.No)
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    assert files(folder) == NOTES
    assert (folder / NOTES[0]).read_text() == "mine"
    assert (folder / NOTES[2]).read_text() != "mine"


def test_stop_halfway_leaves_the_folder_as_it_was(
    clinic: Clinic, dialog: ReportsDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = Event(), Event()
    made: list[bytes] = []

    def slow(report: Report, wanted: Wanted) -> bytes:
        made.append(content_of(report, wanted))
        if len(made) == 2:
            reached.set()
            assert go_on.wait(20)
        return made[-1]

    monkeypatch.setattr(reports_dialog, "content_of", slow)
    (folder / NOTES[0]).write_text("mine")
    clinic.person.in_dialog(QMessageBox.StandardButton.Yes)
    clinic.person.press(dialog.do)
    clinic.until(reached.is_set)
    clinic.until(lambda: "1 of 4" in dialog.far.text())
    clinic.person.press(dialog.stay)
    go_on.set()
    clinic.until(lambda: "Nothing was written" in dialog.trouble.text())
    assert files(folder) == NOTES[:1]
    assert (folder / NOTES[0]).read_text() == "mine"
    dialog.reject()


def test_a_patient_without_visits_has_no_papers(clinic: Clinic) -> None:
    clinic.choose("Anna")
    assert not clinic.panel.reports.isEnabled()


def test_where_one_file_cannot_go_the_folder_stays_as_it_was(
    clinic: Clinic, dialog: ReportsDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved, replace = list[str](), Path.replace

    def fails(path: Path, target: Path) -> Path:
        moved.append(target.name)
        if target == folder / NOTES[2]:  # as where another program has the old one open
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    (folder / NOTES[0]).write_text("mine")
    monkeypatch.setattr(Path, "replace", fails)
    clinic.person.in_dialog(QMessageBox.StandardButton.Yes)
    clinic.person.press(dialog.do)
    clinic.until(lambda: "Nothing was saved" in dialog.trouble.text())
    assert NOTES[0] in moved
    assert files(folder) == NOTES[:1]
    assert (folder / NOTES[0]).read_text() == "mine"
    dialog.reject()


def test_a_folder_of_such_a_name_is_left_alone(clinic: Clinic, dialog: ReportsDialog, folder: Path) -> None:
    (folder / NOTES[2]).mkdir()
    clinic.person.in_dialog(QMessageBox.StandardButton.Yes)
    clinic.person.press(dialog.do)
    clinic.until(lambda: "there is a folder of this name" in dialog.trouble.text())
    assert files(folder) == [NOTES[2]]
    dialog.reject()
