"""A short run of every fault; `run_faults` makes the long ones."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hipmap.storage.records.patients import add_patient
from hipmap.storage.records.verification import problems_of
from hipmap.storage.records.visits import begin_visit, save_visit, steps_of
from tests.faults.crowded_folder import crowd
from tests.faults.failing_disk import fail_disks
from tests.faults.flipped_bytes import flip_bytes
from tests.faults.killed_writers import ROOT, files_with, kill_writers
from tests.faults.odd_imports import try_imports
from tests.storage.records.small_vaults import case, identity, small_vault


def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    done = kill_writers(tmp_path, 4, seed=1)
    assert done.acknowledged >= done.kills == 4
    assert (done.lost, done.unreadable, done.readable_words) == (0, 0, 0)


def test_no_changed_byte_is_taken_silently(tmp_path: Path) -> None:
    done = flip_bytes(tmp_path, 25, seed=1)
    assert done.silent_ones == ()
    assert done.refused + done.found == 25


def test_odd_files_come_in_or_are_refused_in_words(tmp_path: Path) -> None:
    done = try_imports(tmp_path, 300, seed=1)
    assert done.refused > 150
    assert done.accepted > 20
    assert (done.carried_out > 0, done.unclear) == (True, 0)


def test_the_search_for_words_finds_one(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes("a canary".encode("utf-16-le"))
    assert files_with(tmp_path, "canary") == [tmp_path / "leak"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace lets the calls to the disk fail")
def test_a_disk_that_fails_for_a_while_loses_nothing(tmp_path: Path) -> None:
    done = fail_disks(tmp_path, 2, seed=4)
    assert (done.outages, done.acknowledged > 0, done.refused > 0) == (2, True, True)
    assert (done.lost, done.unreadable, done.crashed, done.stuck) == (0, 0, 0, 0)


def test_a_crowd_on_one_folder_loses_nothing(tmp_path: Path) -> None:
    done = crowd(tmp_path, 1, seed=1)
    assert (done.wrote > 0, done.only_looked > 0) == (True, True)
    assert (done.lost, done.unreadable, done.crashed) == (0, 0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="select takes no pipes there")
def test_a_second_window_looks_while_the_first_writes(tmp_path: Path) -> None:
    vault = small_vault(tmp_path / "clinic").open()
    patient = add_patient(vault, identity())
    visit = begin_visit(vault, patient.uid, "2026-03-01", case())
    command = [sys.executable, "-m", "tests.faults.two_windows", str(vault.folder), patient.uid]
    second = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with second:
        assert second.stdin is not None
        assert second.stdout is not None
        assert second.stdout.readline() == "looking\n"
        for number in range(40):
            save_visit(vault, visit.uid, case(), f"edit {number}")
        second.stdin.close()
        looks = int(second.stdout.read())
    assert second.returncode == 0
    seen = vault.rows("SELECT count(*) FROM audit WHERE action = 'patient_seen'")
    assert (len(steps_of(vault, visit.uid)), seen) == (41, [(looks,)])
    assert problems_of(vault) == ()
    vault.lock()
