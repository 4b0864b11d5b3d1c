"""Several users, each with a passphrase and a role; a recovery key for when all are forgotten."""

import shutil
from pathlib import Path

import pytest

from hipmap.storage.records.letter_code import lettered, read_letters
from hipmap.storage.records.problems import NotAllowed, NotFound, VaultProblem, WrongPassphrase
from hipmap.storage.records.users import (
    add_user,
    change_passphrase,
    change_role,
    remove_user,
    renew_recovery_key,
    reset_by_recovery,
    users,
)
from hipmap.storage.records.vault import Vault
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault

HELP, WORDS = "Bo", "other plain words now"


def test_a_second_user_opens_with_an_own_passphrase(closed: SmallVault, vault: Vault) -> None:
    add_user(vault, HELP, "assistant", WORDS)
    assert [(one.name, one.role) for one in users(vault)] == [(HELP, "assistant"), (OWNER, "clinician")]
    vault.lock()
    with pytest.raises(WrongPassphrase):
        closed.open(HELP, PASSPHRASE)
    helper = closed.open(HELP, WORDS)
    with pytest.raises(NotAllowed, match="only a clinician"):
        add_user(helper, "Cy", "assistant", WORDS)
    helper.lock()


def test_names_are_not_given_twice_nor_badly(vault: Vault) -> None:
    with pytest.raises(NotAllowed, match="known already"):
        add_user(vault, OWNER.upper(), "assistant", WORDS)
    for name in ("", " a", "two\nlines"):
        with pytest.raises(VaultProblem):
            add_user(vault, name, "assistant", WORDS)
    assert len(users(vault)) == 1


def test_a_removed_user_stays_out_even_with_yesterdays_key_file(
    closed: SmallVault, vault: Vault, tmp_path: Path
) -> None:
    add_user(vault, HELP, "assistant", WORDS)
    shutil.copyfile(closed.folder / "keys.json", tmp_path / "yesterday.json")
    remove_user(vault, HELP)
    vault.lock()
    with pytest.raises(WrongPassphrase):
        closed.open(HELP, WORDS)
    shutil.copyfile(tmp_path / "yesterday.json", closed.folder / "keys.json")
    with pytest.raises(WrongPassphrase, match="out of use"):
        closed.open(HELP, WORDS)


def test_one_clinician_stays(vault: Vault) -> None:
    with pytest.raises(NotAllowed, match="one clinician must stay"):
        remove_user(vault, OWNER)
    with pytest.raises(NotAllowed, match="one clinician must stay"):
        change_role(vault, OWNER, "assistant")
    add_user(vault, HELP, "assistant", WORDS)
    change_role(vault, HELP, "clinician")
    remove_user(vault, OWNER)
    with pytest.raises(NotFound):
        remove_user(vault, "Nobody")


def test_a_changed_passphrase_leaves_the_database_under_the_same_key(
    closed: SmallVault, vault: Vault
) -> None:
    key = vault.data_key
    with pytest.raises(WrongPassphrase, match="old passphrase"):
        change_passphrase(vault, "not the old one", WORDS)
    change_passphrase(vault, PASSPHRASE, WORDS)
    vault.lock()
    with pytest.raises(WrongPassphrase):
        closed.open()
    again = closed.open(OWNER, WORDS)
    assert again.data_key == key
    again.lock()


def test_the_recovery_key_gives_a_new_passphrase(closed: SmallVault) -> None:
    copied = closed.recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    vault = reset_by_recovery(closed.folder, copied, OWNER, WORDS, closed.around)
    newer = renew_recovery_key(vault)
    vault.lock()
    closed.open(OWNER, WORDS).lock()
    with pytest.raises(WrongPassphrase, match="a newer one"):
        reset_by_recovery(closed.folder, closed.recovery, OWNER, WORDS, closed.around)
    with pytest.raises(NotFound):
        reset_by_recovery(closed.folder, newer, "Nobody", WORDS, closed.around)


def test_a_letter_copied_wrongly_is_told(closed: SmallVault) -> None:
    at = closed.recovery.index("-") + 1
    wrong = closed.recovery[:at] + ("A" if closed.recovery[at] != "A" else "B") + closed.recovery[at + 1 :]
    for letters in (wrong, closed.recovery[:-2], "", "ABCD", "ÄÖ-ÜÜ", closed.recovery + "0000"):
        with pytest.raises(WrongPassphrase, match="letter by letter"):
            reset_by_recovery(closed.folder, letters, OWNER, WORDS, closed.around)
        closed.clock.forward(minutes=6)


def test_every_letter_of_a_code_is_checked() -> None:
    code = lettered(bytes(range(25)), "test").replace("-", "")
    assert read_letters(code, 25, "test") == bytes(range(25))
    assert read_letters(code, 25, "another") is None
    for at, sign in enumerate(code):
        for other in "0A9Z":
            if other != sign:
                assert read_letters(code[:at] + other + code[at + 1 :], 25, "test") is None
