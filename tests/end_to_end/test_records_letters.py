"""Letters are attached, read by a copy that is taken away again, saved elsewhere, and removed."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QUrl

from hipmap.desktop.records.letter_dialogs import OpenLetterDialog, SaveLetterDialog
from hipmap.desktop.records.letters_part import LettersPart
from hipmap.desktop.records.open_copies import LOCK
from hipmap.desktop.records.remove_dialog import RemoveDialog
from hipmap.storage.opened_copies import folders_left, put_copy
from hipmap.storage.records.attachments import add_attachment, fitting_name
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.visits import timeline
from tests.end_to_end.clinic import Clinic

CANARY = b"a canary in the letter"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of one's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def opened(clinic: Clinic, temporary: Path) -> Iterator[list[Path]]:
    """The files that another program was asked to open."""
    copies, found = clinic.desk.keeper.copies, []
    usual = copies.show_file

    def show(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    copies.show_file = show
    yield found
    copies.wipe()
    copies.show_file = usual


def uid(clinic: Clinic) -> str:
    return find_patients(clinic.vault, "jörg")[0].uid


def part(clinic: Clinic) -> LettersPart:
    clinic.choose("Jörg")
    clinic.person.press(clinic.panel.tabs.tab_of("letters"))
    clinic.until(lambda: clinic.panel.letters.isVisible())
    return clinic.panel.letters


def with_letter(clinic: Clinic, name: str = "report.pdf") -> LettersPart:
    add_attachment(clinic.vault, uid(clinic), name, "2026-01-14", CANARY)
    letters = part(clinic)
    clinic.until(lambda: letters.letters.count() == 1)
    return letters


def read(clinic: Clinic, letters: LettersPart) -> None:
    clinic.person.press(letters.open)
    dialog = clinic.dialog(OpenLetterDialog)
    assert "a copy without encryption is written" in clinic.person.reads(dialog)
    clinic.person.press(dialog.do)
    clinic.done(dialog)


def copies_in(temporary: Path) -> list[Path]:
    return [path for path in temporary.rglob("*") if path.is_file() and CANARY in path.read_bytes()]


def test_a_file_is_attached_and_stays_where_it_was(clinic: Clinic, tmp_path: Path) -> None:
    letters = part(clinic)
    assert "There are no letters yet." in clinic.person.reads(letters)
    path = tmp_path / "  MRI: right hip?.pdf"
    path.write_bytes(CANARY)
    letters.take_in(path)
    clinic.until(lambda: letters.letters.count() == 1)
    assert letters.letters.item(0).text() == "MRI_ right hip_.pdf"
    assert "is still where it was" in clinic.person.message()
    assert path.exists()
    letters.take_in(tmp_path / "not there.pdf")
    clinic.until(lambda: "not there.pdf" in clinic.person.message())
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(10_000_001)
    letters.take_in(large)
    clinic.until(lambda: "larger than 10 MB" in clinic.person.message())
    assert letters.letters.count() == 1


def test_a_letter_is_read_by_a_copy_that_is_taken_away(
    clinic: Clinic, opened: list[Path], temporary: Path
) -> None:
    letters = with_letter(clinic)
    clinic.person.press(letters.open)
    clinic.dialog(OpenLetterDialog).reject()
    assert copies_in(temporary) == []
    read(clinic, letters)
    assert [path.name for path in opened] == ["report.pdf"]
    assert opened[0].read_bytes() == CANARY
    assert opened[0].stat().st_mode & 0o777 == 0o400
    assert opened[0].parent.stat().st_mode & 0o777 == 0o700
    assert "A copy without encryption is open: report.pdf" in clinic.person.reads(letters)
    clinic.desk.keeper.copies.sweep()  # what is open is never taken for a thing that a crash left
    assert copies_in(temporary) == opened
    clinic.person.press(letters.copy_done)
    assert list(temporary.iterdir()) == []
    assert not letters.copy_bar.isVisible()
    assert "gone from this computer" in clinic.person.message()


def test_locking_takes_the_copy_away(clinic: Clinic, opened: list[Path], temporary: Path) -> None:
    read(clinic, with_letter(clinic))
    assert copies_in(temporary) == opened
    clinic.desk.lock()
    assert list(temporary.iterdir()) == []


def test_a_copy_that_a_crash_left_goes_when_records_are_next_opened(clinic: Clinic, temporary: Path) -> None:
    left = put_copy("report.pdf", CANARY)
    other = put_copy("other.pdf", CANARY)
    of_another = QLockFile(str(other.parent / LOCK))
    assert of_another.tryLock(0)
    clinic.desk.lock()
    clinic.unlock()
    clinic.until(lambda: clinic.desk.keeper.is_open)
    assert not left.parent.exists()
    assert other.exists()
    of_another.unlock()
    clinic.desk.keeper.copies.sweep()
    assert folders_left() == []


def test_where_no_program_opens_it_nothing_stays(clinic: Clinic, opened: list[Path], temporary: Path) -> None:
    clinic.desk.keeper.copies.show_file = lambda _url: False
    letters = with_letter(clinic)
    clinic.person.press(letters.open)
    dialog = clinic.dialog(OpenLetterDialog)
    clinic.person.press(dialog.do)
    clinic.until(lambda: "No program here opens" in dialog.trouble.text())
    dialog.reject()
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("name", ["setup.exe", "letter.pdf.bat", "page.html", "run.desktop", "plain"])
def test_what_may_be_a_program_is_never_started(clinic: Clinic, name: str) -> None:
    letters = with_letter(clinic, name)
    assert not letters.open.isEnabled()
    assert "may be a program" in clinic.person.reads(letters)
    letters.letters.itemActivated.emit(letters.letters.item(0))
    assert clinic.desk.keeper.copies.names == []


def test_a_copy_is_saved_where_somebody_says(clinic: Clinic, tmp_path: Path) -> None:
    letters = with_letter(clinic)
    clinic.person.press(letters.save)
    dialog = clinic.dialog(SaveLetterDialog)
    assert "The copy is not encrypted" in clinic.person.reads(dialog)
    dialog.write(tmp_path / "nowhere" / "x.pdf")
    clinic.until(lambda: "cannot be written" in dialog.trouble.text())
    dialog.write(tmp_path / "x.pdf")
    clinic.done(dialog)
    assert (tmp_path / "x.pdf").read_bytes() == CANARY


def test_a_letter_is_removed_after_asking(clinic: Clinic) -> None:
    letters = with_letter(clinic)
    clinic.person.press(letters.remove)
    dialog = clinic.dialog(RemoveDialog)
    assert "Backups made before still hold it" in clinic.person.reads(dialog)
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: letters.letters.count() == 0)
    assert timeline(clinic.vault, uid(clinic)).attachments == ()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("report.pdf", "report.pdf"), ("../../etc/passwd", "_.._etc_passwd"), (".hidden", "hidden"),
        ("a\nb\t.pdf", "a_b_.pdf"), ("x" * 200 + ".pdf", "x" * 116 + ".pdf"), (" . ", "_"), ("c:\\x", "c__x"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_is_kept_as_far_as_it_can_be(name: str, kept: str) -> None:
    assert fitting_name(name) == kept
