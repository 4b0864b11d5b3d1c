"""What is acknowledged is on the disk; what cannot be saved is told and kept; one writes at a time."""

import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from hipmap.storage.records.database import connect, translated
from hipmap.storage.records.deletion import delete_patient
from hipmap.storage.records.patients import add_patient, find_patients, forget_words, row_of
from hipmap.storage.records.problems import Damaged, Locked, NotSaved, ReadOnly
from hipmap.storage.records.saving import VisitSaver
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, steps_of, visit_of
from tests.storage.records.small_vaults import SmallVault, case, identity


def saver_of(vault: Vault) -> tuple[VisitSaver, str]:
    patient = add_patient(vault, identity())
    visit = begin_visit(vault, patient.uid, "2026-03-01", case())
    return VisitSaver(vault, visit), visit.uid


def test_the_disk_is_waited_for(vault: Vault) -> None:
    assert vault.rows("PRAGMA journal_mode") == [("truncate",)]
    assert vault.rows("PRAGMA synchronous") == [(2,)]
    assert vault.rows("PRAGMA temp_store") == [(2,)]
    add_patient(vault, identity())
    names = {path.name for path in vault.folder.iterdir()}
    assert not any(name.endswith(("-wal", "-shm")) for name in names)


def test_a_second_window_reads_and_is_told_who_writes(vault: Vault, closed: SmallVault) -> None:
    add_patient(vault, identity())
    second = closed.open_elsewhere()
    assert second.read_only is not None
    assert second.read_only.owner is not None
    assert (second.read_only.owner.user, second.read_only.owner.host) == ("Dr Ada Öz", "desk-1")
    assert "since 2026-03-01T09:00:00Z is writing" in second.read_only.why
    assert len(find_patients(second, "jorg")) == 1
    with pytest.raises(ReadOnly, match="desk-1"):
        add_patient(second, identity("B-2"))
    add_patient(vault, identity("C-3"))
    assert len(find_patients(second)) == 2
    second.looked("patient_seen", "x")
    second.lock()
    add_patient(vault, identity("D-4"))
    assert b"Ada" not in (vault.folder / "writer.lock").read_bytes()


def test_the_second_may_write_when_the_first_has_closed(vault: Vault, closed: SmallVault) -> None:
    vault.lock()
    second = closed.open_elsewhere()
    assert (second.read_only, second.notes) == (None, ())
    second.lock()


def test_a_lock_left_by_a_crash_is_recovered_and_told(closed: SmallVault) -> None:
    program = (
        "import os, sys; from pathlib import Path; from tests.storage.records.small_vaults import *\n"
        "open_vault(Path(sys.argv[1]), OWNER, PASSPHRASE, surroundings(host='crashed'))\n"
        "os._exit(9)"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", program, str(closed.folder)], cwd=root, check=False)
    vault = closed.open()
    assert vault.read_only is None
    assert ["not closed properly" in note and "crashed" in note for note in vault.notes] == [True]
    vault.lock()


def test_where_locks_do_not_hold_the_second_writer_stops_the_first(
    vault: Vault, closed: SmallVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hipmap.storage.records.write_lock._lock", lambda _: None)
    saver, visit = saver_of(vault)
    second = closed.open_elsewhere()
    assert second.read_only is None
    with pytest.raises(NotSaved, match="another computer has begun to write"):
        saver.save(case(answers={"limp": "no"}), "mine")
    assert saver.unsaved is not None
    assert saver.try_again(second) == 2
    assert visit_of(second, visit).note == "mine"
    second.lock()


def test_a_full_disk_keeps_the_edit_until_there_is_room(vault: Vault) -> None:
    saver, visit = saver_of(vault)
    pages = vault.rows("PRAGMA page_count")[0][0]
    vault.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="disk is full"):
        saver.save(case(), "x" * 90_000)
    assert (saver.unsaved, saver.problem is not None) == ((case(), "x" * 90_000), True)
    assert len(steps_of(vault, visit)) == 1
    vault.rows("PRAGMA max_page_count = 1000000")
    assert saver.try_again() == 2
    assert (saver.unsaved, saver.problem, saver.try_again()) == (None, None, None)
    assert visit_of(vault, visit).note == "x" * 90_000


@pytest.mark.parametrize("how", ["gone", "replaced"])
def test_a_file_gone_or_replaced_under_the_program(vault: Vault, how: str, tmp_path: Path) -> None:
    saver, visit = saver_of(vault)
    vault.path.rename(tmp_path / "aside.db")
    if how == "replaced":
        vault.path.write_bytes((tmp_path / "aside.db").read_bytes())
    before = vault.path.read_bytes() if how == "replaced" else b""
    with pytest.raises(NotSaved, match=how):
        saver.save(case(), "kept")
    if how == "replaced":
        assert vault.path.read_bytes() == before
    (tmp_path / "aside.db").replace(vault.path)
    assert saver.try_again() == 2
    assert visit_of(vault, visit).note == "kept"


def test_a_folder_that_is_gone_altogether(vault: Vault, tmp_path: Path) -> None:
    saver, _ = saver_of(vault)
    vault.folder.rename(tmp_path / "unmounted")
    with pytest.raises(NotSaved, match="gone"):
        saver.save(case(), "kept")
    (tmp_path / "unmounted").rename(vault.folder)
    assert saver.try_again() == 2


def test_a_locked_vault_keeps_the_edit_for_the_next_opening(vault: Vault, closed: SmallVault) -> None:
    saver, visit = saver_of(vault)
    vault.lock()
    with pytest.raises(Locked):
        saver.save(case(), "kept")
    again = closed.open()
    assert saver.try_again(again) == 2
    assert visit_of(again, visit).note == "kept"
    again.lock()


def test_a_change_that_fails_half_way_leaves_nothing(vault: Vault) -> None:
    def half_way() -> None:
        with vault.changing() as change:
            change.execute("INSERT INTO vault VALUES ('half', 'x')")
            change.log("never", "x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    assert vault.rows("SELECT count(*) FROM vault WHERE key = 'half'") == [(0,)]
    assert vault.rows("SELECT count(*) FROM audit WHERE action = 'never'") == [(0,)]


def test_a_medium_that_can_only_be_read(closed: SmallVault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere, so that the refusal of the medium is stood in for."""
    opened = os.open

    def refuse_writing(path: object, flags: int, *more: int) -> int:
        if str(path).startswith(str(closed.folder)) and flags & os.O_RDWR:
            raise OSError(30, "Read-only file system")
        return opened(path, flags, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse_writing)
    monkeypatch.setattr("hipmap.storage.records.opening._is_writable", lambda _: False)
    vault = closed.open()
    assert vault.read_only is not None
    assert "takes no changes" in vault.read_only.why
    assert find_patients(vault) == ()
    vault.looked("patient_seen", "x")
    with pytest.raises(ReadOnly):
        add_patient(vault, identity())
    vault.lock()


def spoil_pages(path: Path, pages: Iterable[int]) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * 4096 + 99] ^= 1
    path.write_bytes(content)


def with_free_pages(vault: Vault) -> list[int]:
    """Deletes a patient but keeps the pages; gives those of another patient, who lies behind them."""
    first = add_patient(vault, identity(notes="x" * 90_000))
    begin = vault.path.stat().st_size // 4096
    add_patient(vault, identity("B-2", notes="y" * 90_000))
    end = vault.path.stat().st_size // 4096
    with vault.changing() as change:
        forget_words(change, row_of(vault, first.uid))
        change.execute("DELETE FROM patient WHERE uid = ?", first.uid)
        change.log("patient_deleted", first.uid, "patient")
    assert vault.rows("PRAGMA freelist_count")[0][0] > 20
    return list(range(begin, end))


def test_a_damaged_page_does_not_keep_the_records_from_opening_and_is_told(
    vault: Vault, closed: SmallVault
) -> None:
    """Free pages are given back at opening, and a damaged page that is met then spoils the connection."""
    pages = with_free_pages(vault)
    vault.lock()
    spoil_pages(vault.path, pages[-6:])
    again = closed.open()
    assert "a part of the records is damaged" in " ".join(again.notes)
    assert add_patient(again, identity("C-3")).identity.number == "C-3"
    assert "damaged" in " ".join(problems_of(again))
    again.lock()


def test_every_free_page_that_a_power_cut_tore_is_mended(vault: Vault, closed: SmallVault) -> None:
    """No journal keeps free pages; they would fail every proof and every backup."""
    with_free_pages(vault)
    count, key = vault.rows("PRAGMA page_count")[0][0], vault.data_key
    vault.lock()
    good = {path: path.read_bytes() for path in closed.folder.iterdir() if path.is_file()}
    mended = 0
    for page in range(2, count):
        for path, content in good.items():
            path.write_bytes(content)
        spoil_pages(vault.path, [page])
        looking = connect(vault.path, key, read_only=True)
        with suppress(dbapi2.Error, MemoryError):
            is_free = looking.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            looking.close()
            if is_free:
                again = closed.open()
                assert (again.notes, problems_of(again)) == ((), ()), page
                again.lock()
                mended += 1
    assert mended > 20


def test_a_patient_is_deleted_although_another_page_is_damaged(vault: Vault) -> None:
    pages = with_free_pages(vault)
    third = add_patient(vault, identity("C-3"))
    spoil_pages(vault.path, pages[-6:])
    assert delete_patient(vault, third.uid, ()).still_in == ()
    assert vault.rows("SELECT count(*) FROM patient WHERE number = 'C-3'") == [(0,)]
    add_patient(vault, identity("D-4"))


def test_memory_at_its_end_is_not_called_damage_alone(vault: Vault) -> None:
    with pytest.raises(Damaged, match="no memory left"), translated(vault.path):
        raise MemoryError


def test_damage_that_shows_while_reading_is_told(vault: Vault) -> None:
    patient = add_patient(vault, identity(notes="x" * 50_000))
    vault.rows("PRAGMA shrink_memory")
    content = bytearray(vault.path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 99] ^= 1
    vault.path.write_bytes(content)
    with pytest.raises(Damaged, match="put back the folder from a backup"):
        vault.rows("SELECT notes FROM patient WHERE uid = ?", patient.uid)
