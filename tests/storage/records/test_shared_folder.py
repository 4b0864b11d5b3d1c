"""Two computers on one folder, a clock that is set back, a disk that fails for a while."""

import errno
from datetime import timedelta
from pathlib import Path

import pytest

from hipmap.storage.records.audit_chain import entries
from hipmap.storage.records.backup_policy import Keep, is_due
from hipmap.storage.records.backups import backups_in, drop_old_backups, inspected, make_backup
from hipmap.storage.records.patients import add_patient, find_patients
from hipmap.storage.records.problems import Damaged, NotSaved, ReadOnly
from hipmap.storage.records.restoring import preview_restore
from hipmap.storage.records.saving import VisitSaver
from hipmap.storage.records.users import reset_by_recovery
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, steps_of, visit_of
from tests.storage.records.small_vaults import SmallVault, case, identity

LOCK = "hipmap.storage.records.write_lock._lock"


def no_locks(code: int) -> object:
    def refuse(_: int) -> None:
        raise OSError(code, "no locks here")

    return refuse


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EIO])
def test_a_folder_without_locks_is_only_read_and_blames_nobody(
    closed: SmallVault, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """The note of a window that was not closed must not make it seem to be writing for ever."""
    left = closed.open()
    (closed.folder / "kept").write_bytes((closed.folder / "writer.lock").read_bytes())
    left.lock()
    (closed.folder / "kept").replace(closed.folder / "writer.lock")
    monkeypatch.setattr(LOCK, no_locks(code))
    vault = closed.open_elsewhere()
    assert vault.read_only is not None
    assert vault.read_only.owner is None
    assert "does not say who else writes" in vault.read_only.why
    with pytest.raises(ReadOnly):
        add_patient(vault, identity())
    vault.lock()


@pytest.mark.parametrize("code", [errno.EAGAIN, errno.EACCES])
def test_a_lock_that_a_dead_computer_still_holds_says_whose_it_is(
    closed: SmallVault, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """The server of a share lets go of the lock of a computer that died only after some time."""
    dead = closed.open()
    monkeypatch.setattr(LOCK, no_locks(code))
    vault = closed.open_elsewhere()
    assert vault.read_only is not None
    assert "Dr Ada Öz on desk-1 since" in vault.read_only.why
    assert find_patients(vault) == ()
    vault.lock()
    monkeypatch.undo()
    dead.lock()
    again = closed.open_elsewhere()
    assert again.read_only is None
    again.lock()


def test_the_pen_goes_back_and_forth_between_two_computers(closed: SmallVault) -> None:
    for turn in range(6):
        first, second = closed.open_elsewhere() if turn % 2 else closed.open(), closed.open()
        add_patient(first, identity(f"N-{turn}"))
        assert second.read_only is not None
        assert len(find_patients(second)) == turn + 1
        second.lock()
        first.lock()
    vault = closed.open()
    assert (len(find_patients(vault)), problems_of(vault)) == (6, ())
    vault.lock()


@pytest.mark.parametrize("how", ["closed", "read", "read_only"])
def test_when_the_disk_is_back_the_edit_is_saved_by_the_same_window(vault: Vault, how: str) -> None:
    """A connection under which the disk failed may answer with errors for ever; a new one takes its place."""
    patient = add_patient(vault, identity())
    visit = begin_visit(vault, patient.uid, "2026-03-01", case())
    saver, old = VisitSaver(vault, visit), vault.connection
    if how == "closed":
        old.close()
    elif how == "read_only":
        old.execute("PRAGMA query_only = ON")
    else:
        content = vault.path.read_bytes()
        old.execute("PRAGMA shrink_memory")
        vault.path.write_bytes(content[:4096] + bytes(len(content) - 4096))
    with pytest.raises((NotSaved, Damaged, ReadOnly)):
        saver.save(case(), "kept")
    if how == "read":
        vault.path.write_bytes(content)
    assert saver.try_again() == 2
    assert vault.connection is not old
    assert (visit_of(vault, visit.uid).note, len(steps_of(vault, visit.uid))) == ("kept", 2)
    assert problems_of(vault) == ()


def test_after_a_failure_no_other_file_is_read_in_the_place_of_the_records(
    vault: Vault, tmp_path: Path
) -> None:
    add_patient(vault, identity())
    vault.connection.close()
    with pytest.raises(NotSaved):
        vault.rows("SELECT 1")
    vault.path.rename(tmp_path / "kept")
    vault.path.write_bytes((tmp_path / "kept").read_bytes())
    with pytest.raises(NotSaved, match="replaced"):
        find_patients(vault)


def test_a_clock_that_is_set_back_harms_neither_audit_nor_backups(closed: SmallVault, tmp_path: Path) -> None:
    closed.clock.forward(days=400)
    vault = closed.open()
    add_patient(vault, identity())
    for _ in range(9):
        make_backup(vault, tmp_path)
        closed.clock.forward(days=1)
    vault.lock()
    closed.clock.forward(days=-800)
    vault = closed.open()
    add_patient(vault, identity("B-2"))
    assert is_due(max(backups_in(tmp_path)), closed.clock(), timedelta(days=1))
    made = make_backup(vault, tmp_path)
    drop_old_backups(tmp_path, Keep())
    assert inspected(made, vault.data_key).patients == 2
    times = [entry.at for entry in entries(vault.session.connection)]
    assert times != sorted(times)
    assert problems_of(vault) == ()
    vault.lock()


def test_a_share_that_goes_while_the_records_are_opened_is_told(
    closed: SmallVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Path) -> None:
        raise OSError(errno.ESTALE, "Stale file handle")

    monkeypatch.setattr("hipmap.storage.records.opening.must_look_encrypted", gone)
    with pytest.raises(NotSaved, match="cannot be reached"):
        closed.open()
    with pytest.raises(NotSaved, match="cannot be reached"):
        reset_by_recovery(closed.folder, closed.recovery, "Ada", "other plain words now", closed.around)
    with pytest.raises(NotSaved, match="cannot be reached"):
        preview_restore(closed.folder, "Ada", "x", closed.around)
