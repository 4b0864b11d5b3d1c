"""A short run of every fault; `run_faults` makes the long ones."""

from pathlib import Path

from tests.faults.flipped_bytes import flip_bytes
from tests.faults.killed_writers import files_with, kill_writers
from tests.faults.odd_imports import try_imports


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
