"""Everything of a patient leaves in one encrypted file, and comes in elsewhere after it was seen."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from hipmap.desktop.records.code_dialog import CodeDialog
from hipmap.desktop.records.code_sheet import code_sheet
from hipmap.desktop.records.export_dialog import ExportDialog
from hipmap.desktop.records.import_page import ImportPage
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.desktop.records.two_lines import BELOW, TwoLineList
from hipmap.exchange.paper.plain_text import plain_text
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.hand_over import recipient_code, sealed_for_recipient
from hipmap.storage.records.home_document import home_document
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.visits import begin_visit, timeline
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, case, identity, surroundings

SECRET = "five birds under one roof"


@pytest.fixture
def exported(clinic: Clinic, tmp_path: Path) -> Path:
    """The file of a patient with one visit, who was then deleted here."""
    path = tmp_path / "jörg.hipmap"
    uid = find_patients(clinic.vault, "jörg")[0].uid
    begin_visit(clinic.vault, uid, "2026-01-14", case(), "a note that is private")
    clinic.choose("Jörg")
    clinic.panel.export.trigger()
    dialog = clinic.dialog(ExportDialog)
    dialog.secret.setText(SECRET)
    clinic.person.press(dialog.do)
    assert "not the same" in dialog.trouble.text()
    dialog.again.setText(SECRET)
    dialog.write(path)
    clinic.done(dialog)
    clinic.until(lambda: path.name in clinic.person.message())
    delete_patient(clinic.vault, uid, ())
    clinic.page(PatientsPage).look_up()
    return path


def shown(clinic: Clinic, path: Path) -> ImportPage:
    """The page of a file, once it is known how the file is sealed."""
    clinic.page(PatientsPage).import_asked.emit(path)
    page = clinic.page(ImportPage)
    clinic.until(lambda: page.lock.isVisible() or page.plan is not None or bool(page.trouble.text()))
    return page


def opened(clinic: Clinic, path: Path, secret: str = SECRET) -> ImportPage:
    page = shown(clinic, path)
    assert page.lock.isVisible()
    clinic.write(page.secret, secret)
    QTest.keyClick(page.secret, Qt.Key.Key_Return)
    clinic.until(lambda: page.plan is not None or bool(page.trouble.text()))
    return page


def rows(part: TwoLineList) -> list[str]:
    return [f"{part.item(row).text()}: {part.item(row).data(BELOW)}" for row in range(part.count())]


def choose(clinic: Clinic, page: ImportPage, row: int) -> None:
    before = page.plan
    people = page.whose.people
    QTest.mouseClick(
        people.viewport(), Qt.MouseButton.LeftButton, pos=people.visualItemRect(people.item(row)).center()
    )
    clinic.until(lambda: page.plan is not before)


def from_home(clinic: Clinic, path: Path, name: str, born: str | None = None, number: str = "") -> Path:
    """A file that somebody at home has locked for this clinic."""
    document = home_document(case(), name, born, number, "2026-02-20", surroundings(11))
    path.write_bytes(sealed_for_recipient(document, recipient_code(clinic.vault), surroundings(12)))
    return path


def test_a_patient_comes_in_after_it_was_seen_who_it_is(clinic: Clinic, exported: Path) -> None:
    assert b"private" not in exported.read_bytes()
    page = opened(clinic, exported)
    assert page.who.text() == "Jörg Łąka"
    assert page.about.text() == "A-17 · born 30 April 1960"
    assert rows(page.things) == [
        "Visit of 14 January 2026: New · Places marked: 0 · Answers: 1 · a note that is private"
    ]
    assert "New here: 1 of 1" in page.hint.text()
    assert "Nobody here has this name" in page.whose.words.text()
    assert page.secret.text() == ""
    assert not find_patients(clinic.vault, "jörg")
    clinic.person.press(page.whose.take)
    clinic.page(PatientsPage)
    clinic.until(lambda: clinic.panel.name.text() == "Jörg Łąka")
    uid = find_patients(clinic.vault, "jörg")[0].uid
    assert timeline(clinic.vault, uid).visits[0].note == "a note that is private"


def test_a_wrong_passphrase_and_a_spoilt_file_are_told_and_nothing_comes_in(
    clinic: Clinic, exported: Path, tmp_path: Path
) -> None:
    page = opened(clinic, exported, "quite another one")
    assert "is not right" in page.trouble.text()
    assert page.open.isEnabled()
    assert not page.whose.isVisible()
    clinic.person.press(page.back)
    spoilt = tmp_path / "spoilt.hipmap"
    shutil.copyfile(exported, spoilt)
    spoilt.write_bytes(spoilt.read_bytes()[:-40])
    page = opened(clinic, spoilt)
    assert "was changed" in page.trouble.text()
    clinic.person.press(page.back)
    other = tmp_path / "letter.txt"
    other.write_text("Dear colleague")
    page = shown(clinic, other)
    assert "not a file that hipmap handed over" in page.trouble.text()
    clinic.person.press(page.back)
    newer = tmp_path / "newer.hipmap"
    newer.write_bytes(exported.read_bytes().replace(b"hipmap-handover/1", b"hipmap-handover/7", 1))
    assert "A newer hipmap wrote" in shown(clinic, newer).trouble.text()
    clinic.person.press(clinic.page(ImportPage).back)
    theirs = tmp_path / "theirs.hipmap"
    elsewhere = create_vault(tmp_path / "elsewhere", OWNER, PASSPHRASE, surroundings(21))[0]
    document = home_document(case(), "Ann", None, "", "2026-02-20", surroundings(11))
    theirs.write_bytes(sealed_for_recipient(document, recipient_code(elsewhere), surroundings(12)))
    assert "for another clinic" in shown(clinic, theirs).trouble.text()
    clinic.person.press(clinic.page(ImportPage).back)
    clinic.page(PatientsPage)
    assert len(find_patients(clinic.vault)) == 1


def test_a_visit_that_cannot_be_shown_here_stays_outside_and_is_told(clinic: Clinic, tmp_path: Path) -> None:
    odd = case(answers={"no such\nfinding": "yes"})
    document = home_document(odd, "Cleo", None, "C-3", "2026-02-20", surroundings(11))
    path = tmp_path / "odd.hipmap"
    path.write_bytes(sealed_for_recipient(document, recipient_code(clinic.vault), surroundings(12)))
    page = shown(clinic, path)
    assert "Visits that stay outside, because this hipmap cannot show them: 1." in page.outside.text()
    assert "20 February 2026: answers.no such" in page.outside.text()
    assert "\n" not in page.outside.text()
    assert page.things.count() == 0
    clinic.person.press(page.back)
    page = shown(clinic, path)
    clinic.until(lambda: page.whose.isVisible())
    clinic.person.press(page.back)


def test_a_file_for_the_code_of_this_clinic_needs_no_passphrase(clinic: Clinic, tmp_path: Path) -> None:
    clinic.choose("Anna")
    path = tmp_path / "anna.hipmap"
    clinic.panel.export.trigger()
    dialog = clinic.dialog(ExportDialog)
    clinic.person.choose(dialog.way, "code")
    assert not dialog.secret.isVisible()
    dialog.code.setText(recipient_code(clinic.vault)[:-1])
    assert dialog.right.text() == "Letters so far: 59 of 60"
    dialog.code.setText(recipient_code(clinic.vault))
    assert dialog.right.text() == "The code is right."
    dialog.write(path)
    clinic.done(dialog)
    page = shown(clinic, path)
    assert not page.lock.isVisible()
    assert "here already" in page.whose.words.text()
    assert not page.whose.people.isVisible()
    assert "Nothing in this file is new here" in page.hint.text()
    assert not page.whose.take.isVisible()


def test_a_namesake_is_not_taken_for_the_patient_unless_somebody_says_so(
    clinic: Clinic, tmp_path: Path
) -> None:
    path = from_home(clinic, tmp_path / "visit.hipmap", "jörg łąka", "1960-04-30")
    page = shown(clinic, path)
    assert rows(page.whose.people)[1] == ("Jörg Łąka: same name · same birthday · A-17 · born 30 April 1960")
    assert "Somebody here is alike" in page.whose.words.text()
    assert not page.whose.take.isEnabled()
    choose(clinic, page, 1)
    assert not page.whose.numbering.isVisible()
    clinic.person.press(page.whose.take)
    clinic.page(PatientsPage)
    clinic.until(lambda: clinic.panel.visits.count() == 1)
    found = find_patients(clinic.vault, "jörg")
    assert [one.identity.number for one in found] == ["A-17"]


def test_a_new_patient_gets_a_number_of_the_clinic(clinic: Clinic, tmp_path: Path) -> None:
    path = from_home(clinic, tmp_path / "visit.hipmap", "Ann Lee", number="A-17")
    page = shown(clinic, path)
    choose(clinic, page, 0)
    assert "another patient’s" in page.trouble.text()
    assert not page.whose.take.isEnabled()
    page.whose.number.setText("\u200b")
    page.whose.number.textEdited.emit("")
    assert not page.whose.take.isEnabled()
    page.whose.number.setText("\tA-\u200b")
    clinic.write(page.whose.number, "19")
    clinic.person.press(page.whose.take)
    clinic.page(PatientsPage)
    clinic.until(lambda: clinic.panel.name.text() == "Ann Lee")
    assert find_patients(clinic.vault, "ann lee")[0].identity.number == "A- 19"


def test_the_file_can_be_somebody_who_is_written_otherwise_here(clinic: Clinic, tmp_path: Path) -> None:
    path = from_home(clinic, tmp_path / "visit.hipmap", "Annie B.")
    page = shown(clinic, path)
    assert len(rows(page.whose.people)) == 1
    clinic.write(page.whose.search, "berg")
    clinic.until(lambda: page.whose.people.count() == 2)
    choose(clinic, page, 1)
    clinic.person.press(page.whose.take)
    clinic.page(PatientsPage)
    clinic.until(lambda: clinic.panel.name.text() == "Anna Berg" and clinic.panel.visits.count() == 1)


def test_two_files_from_home_are_not_taken_for_one_person(clinic: Clinic, tmp_path: Path) -> None:
    own = "home-3feb3c"
    first = shown(clinic, from_home(clinic, tmp_path / "ida.hipmap", "Ida Berg", number=own))
    assert own not in first.about.text()
    assert first.whose.number.text() == ""
    assert not first.whose.take.isEnabled()
    clinic.write(first.whose.number, "A-19")
    assert first.whose.take.isEnabled()
    clinic.person.press(first.back)
    add_patient(clinic.vault, identity(own, "Otto Wald"))
    second = shown(clinic, tmp_path / "ida.hipmap")
    assert "Nobody here has this name, number or birthday" in second.whose.words.text()
    assert second.whose.people.count() == 1
    assert second.trouble.text() == ""
    clinic.person.press(second.back)


def test_the_code_of_the_clinic_is_shown_copied_and_put_on_a_sheet(clinic: Clinic, tmp_path: Path) -> None:
    code = recipient_code(clinic.vault)
    clinic.person.press(clinic.page(PatientsPage).code)
    dialog = clinic.dialog(CodeDialog)
    clinic.until(lambda: all(group in clinic.person.reads(dialog) for group in code.split("-")))
    assert "The last letters are a check" in clinic.person.reads(dialog)
    clinic.person.press(dialog.do)
    assert QGuiApplication.clipboard().text() == code
    dialog.write_sheet(tmp_path / "code.pdf")
    clinic.until(lambda: not dialog.out.is_at_work)
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
    sheet = plain_text(code_sheet(code))
    assert all(group in sheet for group in code.split("-"))
    dialog.write_sheet(tmp_path / "nowhere" / "code.pdf")
    clinic.until(lambda: not dialog.out.is_at_work)
    assert "Nothing was saved" in dialog.trouble.text()
    clinic.person.press(dialog.stay)
    clinic.done(dialog)
