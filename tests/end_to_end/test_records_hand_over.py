"""Everything of a patient leaves in one encrypted file, and comes in elsewhere after it was seen."""

import shutil
from pathlib import Path

import pytest

from hipmap.desktop.records.export_dialog import ExportDialog
from hipmap.desktop.records.import_dialog import ImportDialog
from hipmap.desktop.records.patients_page import PatientsPage
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.hand_over import recipient_code
from hipmap.storage.records.patients import find_patients
from hipmap.storage.records.visits import begin_visit, timeline
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import case

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


def opened(clinic: Clinic, path: Path, secret: str) -> ImportDialog:
    """Opens a file up to what would come in."""
    clinic.page(PatientsPage).bring_in(path)
    dialog = clinic.dialog(ImportDialog)
    dialog.secret.setText(secret)
    clinic.person.press(dialog.do)
    clinic.until(lambda: dialog.preview is not None or bool(dialog.trouble.text()))
    return dialog


def test_a_patient_comes_in_after_it_was_seen_who_it_is(clinic: Clinic, exported: Path) -> None:
    assert b"private" not in exported.read_bytes()
    dialog = opened(clinic, exported, SECRET)
    assert "Jörg Łąka" in dialog.shown.text()
    assert "1 of 1" in dialog.shown.text()
    assert not find_patients(clinic.vault, "jörg")
    clinic.person.press(dialog.do)
    clinic.done(dialog)
    clinic.until(lambda: clinic.panel.name.text() == "Jörg Łąka")
    uid = find_patients(clinic.vault, "jörg")[0].uid
    assert timeline(clinic.vault, uid).visits[0].note == "a note that is private"


def test_a_wrong_passphrase_and_a_spoilt_file_are_told_and_nothing_comes_in(
    clinic: Clinic, exported: Path, tmp_path: Path
) -> None:
    dialog = opened(clinic, exported, "quite another one")
    assert "passphrase is not right" in dialog.trouble.text()
    assert dialog.do.isEnabled()
    dialog.reject()
    spoilt = tmp_path / "spoilt.hipmap"
    shutil.copyfile(exported, spoilt)
    spoilt.write_bytes(spoilt.read_bytes()[:-40])
    dialog = opened(clinic, spoilt, SECRET)
    assert dialog.trouble.text()
    dialog.reject()
    other = tmp_path / "letter.txt"
    other.write_text("Dear colleague")
    dialog = opened(clinic, other, SECRET)
    assert "no hand-over" in dialog.trouble.text()
    dialog.reject()
    assert not find_patients(clinic.vault, "jörg")


def test_a_file_for_the_code_of_this_clinic_needs_no_passphrase(clinic: Clinic, tmp_path: Path) -> None:
    clinic.choose("Anna")
    path = tmp_path / "anna.hipmap"
    clinic.panel.export.trigger()
    dialog = clinic.dialog(ExportDialog)
    clinic.person.choose(dialog.way, "code")
    dialog.code.setText(recipient_code(clinic.vault))
    dialog.write(path)
    clinic.done(dialog)
    shown = opened(clinic, path, "")
    assert "here already" in shown.shown.text()
    shown.reject()
