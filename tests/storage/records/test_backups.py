"""Backups are due, made, checked, thinned out and put back; older formats are brought up to date."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipmap.storage.records.backup_policy import Keep, is_due, to_drop
from hipmap.storage.records.backups import backups_in, drop_old_backups, inspected, make_backup
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.problems import Damaged, NoVault, VaultProblem, WrongPassphrase
from hipmap.storage.records.restoring import preview_restore, restore
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit
from tests.storage.records.small_vaults import OWNER, PASSPHRASE, SmallVault, case, identity

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_backup_is_due_when_the_last_is_old_or_from_the_future() -> None:
    assert is_due(None, NOON, DAY)
    assert not is_due(NOON, NOON + DAY / 2, DAY)
    assert is_due(NOON, NOON + DAY, DAY)
    assert is_due(NOON + DAY, NOON, DAY)


@pytest.mark.parametrize("way", ["itself", "below", "not there yet", "link"])
def test_a_backup_into_the_records_themselves_is_refused(
    way: str, vault: Vault, closed: SmallVault, tmp_path: Path
) -> None:
    link = tmp_path / "a link"
    link.symlink_to(closed.folder, target_is_directory=True)
    (closed.folder / "below").mkdir()
    before = sorted(closed.folder.rglob("*"))
    into = {
        "itself": closed.folder,
        "below": closed.folder / "below",
        "not there yet": closed.folder / "new" / "one",
        "link": link,
    }[way]
    with pytest.raises(VaultProblem, match="belongs to the records themselves"):
        make_backup(vault, into)
    assert sorted(closed.folder.rglob("*")) == before
    make_backup(vault, closed.folder.with_name(f"{closed.folder.name} backups"))


def test_a_year_of_daily_backups_is_thinned_out() -> None:
    made = [NOON - DAY * back for back in range(400)]
    kept = sorted(set(made) - to_drop(made, Keep(days=7, weeks=5, months=12)), reverse=True)
    assert kept[:7] == made[:7]
    assert 18 <= len(kept) <= 24
    assert NOON - kept[-1] > DAY * 300


@given(
    st.lists(st.integers(0, 2_000_000), max_size=60), st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)
)
def test_the_latest_always_stays_and_thinning_twice_is_thinning_once(
    minutes: list[int], days: int, weeks: int, months: int
) -> None:
    made, keep = {NOON - timedelta(minutes=back) for back in minutes}, Keep(days, weeks, months)
    kept = made - to_drop(made, keep)
    assert not made or max(made) in kept
    assert to_drop(kept, keep) == set()


def test_a_backup_opens_like_the_records_and_old_ones_go(
    vault: Vault, closed: SmallVault, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    patient = add_patient(vault, identity())
    begin_visit(vault, patient.uid, "2026-03-01", case())
    for _ in range(5):
        made = make_backup(vault, folder)
        closed.clock.forward(days=1)
    assert inspected(made, vault.data_key).patients == 1
    oldest = SmallVault(min(folder.iterdir()), closed.around, closed.clock)
    with pytest.raises(WrongPassphrase):
        oldest.open(passphrase="not the passphrase")
    assert len(drop_old_backups(folder, Keep(days=2, weeks=0, months=0))) == 3
    assert len(list(folder.iterdir())) == len(backups_in(folder)) == 2
    vault.lock()
    copy = SmallVault(made, closed.around, closed.clock).open()
    assert len(find_patients(copy, "jorg")) == 1
    assert problems_of(copy) == ()
    copy.lock()


def test_thinning_leaves_what_is_no_backup(tmp_path: Path) -> None:
    for name in ("hipmap-20260101T000000Z-aaaaaa", "hipmap-20260102T000000Z-aaaaaa", "hipmap-notes", "x"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "own.txt").write_text("mine")
    drop_old_backups(tmp_path, Keep(1, 1, 1))
    assert len(list(tmp_path.rglob("own.txt"))) == 4


def test_a_damaged_backup_is_told_before_anything_is_restored(
    vault: Vault, closed: SmallVault, tmp_path: Path
) -> None:
    made = make_backup(vault, tmp_path)
    content = bytearray((made / "records.db").read_bytes())
    content[-50] ^= 1
    (made / "records.db").write_bytes(content)
    with pytest.raises(Damaged, match="not whole"):
        preview_restore(made, OWNER, PASSPHRASE, closed.around)


def test_a_restore_is_shown_first_and_keeps_what_stood_there(
    vault: Vault, closed: SmallVault, tmp_path: Path
) -> None:
    patient = add_patient(vault, identity())
    begin_visit(vault, patient.uid, "2026-02-28", case())
    made = make_backup(vault, tmp_path / "backups")
    add_patient(vault, identity("B-2"))
    with pytest.raises(WrongPassphrase):
        preview_restore(made, OWNER, "not the passphrase", closed.around)
    preview = preview_restore(made, OWNER, PASSPHRASE, closed.around)
    contents = preview.contents
    assert (contents.patients, contents.visits, contents.last_day) == (1, 1, "2026-02-28")
    with pytest.raises(VaultProblem, match="are open"):
        restore(preview, closed.folder, closed.around)
    vault.lock()
    done = restore(preview, closed.folder, closed.around)
    again = closed.open()
    assert len(find_patients(again)) == 1
    assert problems_of(again) == ()
    assert again.rows("SELECT count(*) FROM audit WHERE action = 'restored'") == [(1,)]
    again.lock()
    assert done.kept is not None
    kept = SmallVault(done.kept, closed.around, closed.clock).open()
    assert len(find_patients(kept)) == 2
    kept.lock()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_nothing_is_restored_over_other_things(vault: Vault, closed: SmallVault, tmp_path: Path) -> None:
    preview = preview_restore(make_backup(vault, tmp_path / "b"), OWNER, PASSPHRASE, closed.around)
    (tmp_path / "photos").mkdir()
    with pytest.raises(NoVault, match="something that is no records"):
        restore(preview, tmp_path / "photos", closed.around)
    assert restore(preview, tmp_path / "new", closed.around).kept is None
    shutil.rmtree(tmp_path / "new")
