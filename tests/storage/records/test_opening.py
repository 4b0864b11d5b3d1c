"""Records open with the right name and passphrase, and with nothing else."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from hipmap.storage.records.founding import create_vault
from hipmap.storage.records.opening import open_vault
from hipmap.storage.records.problems import (
    Damaged,
    Locked,
    NewerFormat,
    NoVault,
    OlderCopy,
    TooSoon,
    VaultProblem,
    WeakPassphrase,
    WrongPassphrase,
)
from hipmap.storage.records.users import add_user, change_passphrase
from hipmap.storage.records.vault import Vault
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, surroundings


def content_of(folder: Path) -> dict[str, bytes]:
    """Everything but the count of wrong passphrases, which is meant to change."""
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return {name: content for name, content in files.items() if name != "attempts.json"}


def refuse(folder: Path, kind: type[VaultProblem], words: str) -> None:
    before = content_of(folder) if folder.is_dir() else {}
    with pytest.raises(kind, match=words) as caught:
        open_vault(folder, OWNER, PASSPHRASE, surroundings())
    assert "\n" not in str(caught.value)
    assert (content_of(folder) if folder.is_dir() else {}) == before


def test_they_open_again_under_any_way_of_writing_the_name(closed: SmallVault) -> None:
    for name in (OWNER, "dr ada öz", "  DR  Ada O\u0308Z "):
        vault = closed.open(name)
        assert (vault.user.name, vault.user.role, vault.read_only) == (OWNER, "clinician", None)
        vault.lock()


def test_nothing_of_the_user_stands_in_any_file(closed: SmallVault) -> None:
    vault = closed.open()
    for content in content_of(closed.folder).values():
        assert all(
            word.encode() not in content for word in ("Dr Ada", "dr ada", "opened", "clinician", PASSPHRASE)
        )
    vault.lock()


def test_a_wrong_name_and_a_wrong_passphrase_are_told_alike(closed: SmallVault) -> None:
    told = set()
    for name, passphrase in ((OWNER, "four other words here"), ("Dr Bob", PASSPHRASE)):
        with pytest.raises(WrongPassphrase) as caught:
            closed.open(name, passphrase)
        told.add(str(caught.value))
    assert len(told) == 1


def test_wrong_passphrases_wait_longer_and_longer_across_restarts(closed: SmallVault) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            closed.open(passphrase="a wrong one again")
    with pytest.raises(TooSoon) as caught:
        closed.open()
    assert caught.value.seconds == 2
    closed.clock.forward(seconds=2)
    with pytest.raises(WrongPassphrase):
        closed.open(passphrase="a wrong one again")
    with pytest.raises(TooSoon) as caught:
        closed.open()
    assert caught.value.seconds == 4
    closed.clock.forward(seconds=4)
    closed.open().lock()
    closed.open().lock()


def test_a_clock_set_back_neither_spares_the_wait_nor_makes_it_endless(closed: SmallVault) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            closed.open(passphrase="a wrong one again")
    closed.clock.forward(days=-400)
    for _ in range(3):
        with pytest.raises(TooSoon):
            closed.open()
    closed.clock.forward(seconds=2)
    closed.open().lock()


def test_a_spoilt_count_of_wrong_ones_does_not_spare_the_wait_for_ever(closed: SmallVault) -> None:
    (closed.folder / "attempts.json").write_text("[")
    closed.open().lock()


def test_ones_own_passphrase_does_not_clear_what_was_guessed_at_anothers(closed: SmallVault) -> None:
    vault = closed.open()
    add_user(vault, "Bo", "assistant", "other plain words now")
    vault.lock()
    waited = 0
    for _ in range(8):
        closed.open("Bo", "other plain words now").lock()
        try:
            with pytest.raises(WrongPassphrase):
                closed.open(passphrase="a wrong one again")
        except TooSoon:
            waited += 1
    assert waited == 4
    closed.clock.forward(seconds=2)
    closed.open().lock()
    with pytest.raises(WrongPassphrase):
        closed.open(passphrase="a wrong one again")
    closed.open().lock()


def test_who_tries_one_name_after_the_other_waits_too(closed: SmallVault) -> None:
    for number in range(13):
        with pytest.raises(WrongPassphrase):
            closed.open(f"Somebody {number}", "a wrong one again")
    with pytest.raises(TooSoon):
        closed.open("Somebody 14", "a wrong one again")
    closed.clock.forward(seconds=2)
    closed.open().lock()


def test_mistyped_names_are_forgotten_after_a_day(closed: SmallVault) -> None:
    for number in range(13):
        with pytest.raises(WrongPassphrase):
            closed.open(f"Somebody {number}", "a wrong one again")
    assert "Somebody" not in (closed.folder / "attempts.json").read_text()
    closed.clock.forward(hours=25)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            closed.open(passphrase="a wrong one again")
    closed.open().lock()


def test_many_names_do_not_push_out_what_was_counted(closed: SmallVault) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            closed.open(passphrase="a wrong one again")
    for number in range(90):
        closed.clock.forward(seconds=301)
        with pytest.raises(WrongPassphrase):
            closed.open(f"Somebody {number}", "a wrong one again")
    closed.clock.forward(seconds=301)
    with pytest.raises(WrongPassphrase):
        closed.open(passphrase="a wrong one again")
    with pytest.raises(TooSoon):
        closed.open()
    assert (closed.folder / "attempts.json").stat().st_size < 10_000


def test_guessing_at_an_open_window_waits_as_at_the_door(vault: Vault, closed: SmallVault) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            change_passphrase(vault, "a wrong one again", "other plain words now")
    with pytest.raises(TooSoon):
        change_passphrase(vault, PASSPHRASE, "other plain words now")
    closed.clock.forward(seconds=2)
    change_passphrase(vault, PASSPHRASE, "other plain words now")


def test_a_locked_vault_holds_no_key_and_answers_nothing(vault: Vault) -> None:
    key = vault.session.data_key
    vault.lock()
    assert bytes(key) == bytes(32)
    with pytest.raises(Locked):
        vault.rows("SELECT 1")
    vault.lock()


@pytest.mark.parametrize("passphrase", ["short", "aaaaaaaaaaaaaaaa", "Dr Ada Öz"])
def test_weak_passphrases_are_refused(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(WeakPassphrase):
        create_vault(tmp_path / "clinic", OWNER, passphrase, surroundings())
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "clinic").mkdir()
    (tmp_path / "clinic" / "own.txt").write_text("mine")
    with pytest.raises(NoVault, match="of this name already"):
        create_vault(tmp_path / "clinic", OWNER, PASSPHRASE, surroundings())
    assert [path.name for path in tmp_path.rglob("*")] == ["clinic", "own.txt"]


@pytest.mark.parametrize("name", ["Praxis Müller & Söhne", "a'b\"c;--", "100% #1?", "患者"])
def test_odd_names_of_folders_are_no_matter(tmp_path: Path, name: str) -> None:
    create_vault(tmp_path / name, OWNER, PASSPHRASE, surroundings())[0].lock()
    open_vault(tmp_path / name, OWNER, PASSPHRASE, surroundings()).lock()


def test_a_folder_that_is_not_there_or_holds_none(tmp_path: Path) -> None:
    refuse(tmp_path / "absent", NoVault, "no such folder")
    refuse(tmp_path, NoVault, "holds no records")


def test_the_database_of_another_program(closed: SmallVault) -> None:
    (closed.folder / "records.db").unlink()
    with sqlite3.connect(closed.folder / "records.db") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    refuse(closed.folder, NoVault, "another program")


@pytest.mark.parametrize(("size", "words"), [(0, "empty"), (100, "cut"), (4096, "damaged"), (4097, "cut")])
def test_a_cut_database(closed: SmallVault, size: int, words: str) -> None:
    path = closed.folder / "records.db"
    path.write_bytes(path.read_bytes()[:size])
    refuse(closed.folder, Damaged, words)


def test_a_database_under_another_key(closed: SmallVault, tmp_path: Path) -> None:
    create_vault(tmp_path / "other", OWNER, PASSPHRASE, surroundings(seed=9))[0].lock()
    shutil.copyfile(tmp_path / "other" / "records.db", closed.folder / "records.db")
    refuse(closed.folder, Damaged, "another key file")


def test_links_are_refused(closed: SmallVault, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(closed.folder)
    refuse(tmp_path / "link", NoVault, "a link")
    (closed.folder / "records.db").rename(tmp_path / "moved.db")
    (closed.folder / "records.db").symlink_to(tmp_path / "moved.db")
    refuse(closed.folder, NoVault, "a link")


def test_a_newer_key_file(closed: SmallVault) -> None:
    from hipmap.storage.records import key_file

    for name in ("keys.json", "keys-copy.json"):
        body = json.loads((closed.folder / name).read_text()) | {"format": 2}
        body["sum"] = key_file._sum({key: value for key, value in body.items() if key != "sum"})
        (closed.folder / name).write_bytes(key_file._text(body))
    refuse(closed.folder, NewerFormat, "newer hipmap")


def test_a_newer_database_is_left_alone(closed: SmallVault) -> None:
    vault = closed.open()
    vault.session.connection.execute("PRAGMA user_version = 2")
    vault.lock()
    refuse(closed.folder, NewerFormat, "newer hipmap")


def test_a_damaged_key_file_is_made_good_by_its_copy(closed: SmallVault) -> None:
    (closed.folder / "keys.json").write_text("{")
    vault = closed.open()
    assert ["damaged" in note for note in vault.notes] == [True]
    vault.lock()
    (closed.folder / "keys-copy.json").unlink()
    refuse(closed.folder, Damaged, "damaged")


def test_an_older_database_put_in_the_place_of_the_newer(closed: SmallVault, tmp_path: Path) -> None:
    older = (closed.folder / "records.db").read_bytes()
    for _ in range(3):
        closed.open().lock()
    (closed.folder / "records.db").write_bytes(older)
    refuse(closed.folder, OlderCopy, "audit reached entry 6 and now ends at 3")
    vault = closed.open(accept_older=True)
    assert "older_state_accepted" in [row[0] for row in vault.rows("SELECT action FROM audit")]
    vault.lock()
    closed.open().lock()
