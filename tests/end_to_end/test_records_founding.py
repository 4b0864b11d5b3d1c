"""New records can be made at the place that is offered; what is wrong with it can be put right at once."""

from pathlib import Path

import pytest

from hipmap.desktop.records.begin_page import BeginPage
from hipmap.desktop.records.founding_page import FoundingPage
from hipmap.desktop.records.recovery_page import RecoveryPage
from tests.end_to_end.clinic import Clinic
from tests.end_to_end.person import Person
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, surroundings


@pytest.fixture
def in_bare_home(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of somebody on a Linux without a desktop: there is no folder of documents in it."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    return home


def form_of(clinic: Clinic) -> FoundingPage:
    clinic.go()
    clinic.desk.keeper.around = surroundings(3)
    clinic.person.press(clinic.page(BeginPage).make)
    form = clinic.page(FoundingPage)
    clinic.write(form.name, OWNER)
    clinic.write(form.passphrase, PASSPHRASE)
    clinic.write(form.again, PASSPHRASE)
    return form


def test_the_place_that_is_offered_can_be_taken_without_a_folder_of_documents(
    person: Person, in_bare_home: Path, records_of_clinic: SmallVault
) -> None:
    clinic = Clinic(person, records_of_clinic)
    form = form_of(clinic)
    assert Path(form.folder.text()) == in_bare_home / "hipmap records"
    person.press(form.make)
    clinic.page(RecoveryPage)
    assert (in_bare_home / "hipmap records" / "records.db").exists()
    clinic.desk.keeper.lock()
    clinic.desk.keeper.thread_of_records.wait()
    person.window.preferences.records_folder = ""


def test_records_are_offered_among_the_documents_where_there_are_some(
    person: Person, in_bare_home: Path, records_of_clinic: SmallVault
) -> None:
    (in_bare_home / "Documents").mkdir()
    form = form_of(Clinic(person, records_of_clinic))
    assert Path(form.folder.text()) == in_bare_home / "Documents" / "hipmap records"


def test_a_place_that_cannot_be_is_told_and_the_keyboard_is_in_its_field(
    person: Person, tmp_path: Path, records_of_clinic: SmallVault
) -> None:
    clinic = Clinic(person, records_of_clinic)
    form = form_of(clinic)
    form.folder.setText(str(tmp_path / "missing" / "records"))
    form.make.setFocus()
    person.press(form.make)
    clinic.until(form.make.isEnabled)
    assert "There is no folder" in form.trouble.text()
    assert person.window.focusWidget() is form.folder
