"""What a role does not allow is refused by the records themselves, whatever a window shows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hipmap.storage.records.attachments import add_attachment, remove_attachment
from hipmap.storage.records.backups import make_backup
from hipmap.storage.records.database import RECORDS
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.every_visit import every_visit
from hipmap.storage.records.patients import add_patient, change_patient, find_patients
from hipmap.storage.records.problems import NotAllowed, OlderCopy, WrongPassphrase
from hipmap.storage.records.restoring import preview_restore, restore
from hipmap.storage.records.rights import RIGHTS
from hipmap.storage.records.users import (
    add_user,
    change_role,
    must_know,
    remove_user,
    renew_recovery_key,
    users,
)
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import begin_visit, timeline
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, case, identity

HELP, WORDS = "Bo", "other plain words now"
Deed = Callable[[Vault], object]


@pytest.fixture
def with_helper(closed: SmallVault, vault: Vault) -> SmallVault:
    """Records of a clinician and an assistant, with a patient and a letter."""
    add_user(vault, HELP, "assistant", WORDS)
    patient = add_patient(vault, identity())
    add_attachment(vault, patient.uid, "letter.pdf", "2026-02-28", b"%PDF-1.4 a letter")
    vault.lock()
    return closed


def _patient(vault: Vault) -> str:
    return find_patients(vault)[0].uid


def _letter(vault: Vault) -> str:
    return timeline(vault, _patient(vault)).attachments[0].uid


CLINICIANS_ONLY: dict[str, Deed] = {
    "lets in": lambda vault: add_user(vault, "Cy", "assistant", WORDS),
    "removes": lambda vault: remove_user(vault, OWNER),
    "gives a role": lambda vault: change_role(vault, HELP, "clinician"),
    "renews the recovery key": renew_recovery_key,
    "deletes a patient": lambda vault: delete_patient(vault, _patient(vault), ()),
    "deletes a letter": lambda vault: remove_attachment(vault, _letter(vault)),
    "takes all visits away": lambda vault: list(every_visit(vault)),
}


@pytest.mark.parametrize("deed", CLINICIANS_ONLY)
def test_an_assistant_is_refused_and_nothing_changes(deed: str, with_helper: SmallVault) -> None:
    vault = with_helper.open(HELP, WORDS)
    with pytest.raises(NotAllowed, match="only a clinician"):
        CLINICIANS_ONLY[deed](vault)
    assert [one.role for one in users(vault)] == ["assistant", "clinician"]
    assert timeline(vault, _patient(vault)).attachments
    vault.lock()


def test_an_older_state_is_accepted_by_a_clinician_only(with_helper: SmallVault, tmp_path: Path) -> None:
    older = (with_helper.folder / RECORDS).read_bytes()
    vault = with_helper.open()
    add_patient(vault, identity("A-19", "Cara Dunn"))
    vault.lock()
    (with_helper.folder / RECORDS).write_bytes(older)
    with pytest.raises(NotAllowed, match="only a clinician may accept an older state"):
        with_helper.open(HELP, WORDS, accept_older=True)
    with pytest.raises(OlderCopy):
        with_helper.open()
    with_helper.open(accept_older=True).lock()
    with_helper.open(HELP, WORDS).lock()


def test_an_assistant_does_the_daily_work(with_helper: SmallVault) -> None:
    vault = with_helper.open(HELP, WORDS)
    change_patient(vault, _patient(vault), identity("A-18"))
    begin_visit(vault, _patient(vault), "2026-03-01", case())
    assert not any(vault.has(right) for right in RIGHTS["clinician"])
    vault.lock()


def test_a_backup_is_put_back_by_a_clinician_only(with_helper: SmallVault, tmp_path: Path) -> None:
    vault = with_helper.open()
    made = make_backup(vault, tmp_path / "backups")
    vault.lock()
    preview = preview_restore(made, HELP, WORDS, with_helper.around)
    with pytest.raises(NotAllowed, match="put a backup"):
        restore(preview, with_helper.folder, with_helper.around)
    assert not list(tmp_path.glob("clinic.before-restore-*"))


def test_who_was_a_clinician_in_the_backup_and_is_none_now_is_refused(
    with_helper: SmallVault, tmp_path: Path
) -> None:
    vault = with_helper.open()
    change_role(vault, HELP, "clinician")
    made = make_backup(vault, tmp_path / "backups")
    change_role(vault, HELP, "assistant")
    vault.lock()
    preview = preview_restore(made, HELP, WORDS, with_helper.around)
    with pytest.raises(NotAllowed, match="put a backup"):
        restore(preview, with_helper.folder, with_helper.around)
    (with_helper.folder / "records.db").write_bytes(b"\0" * 4096)  # then it is what a backup is for
    assert restore(preview, with_helper.folder, with_helper.around).kept is not None


def test_whoever_found_the_records_open_does_not_know_the_passphrase(vault: Vault) -> None:
    must_know(vault, PASSPHRASE)
    with pytest.raises(WrongPassphrase, match="old passphrase"):
        must_know(vault, WORDS)
