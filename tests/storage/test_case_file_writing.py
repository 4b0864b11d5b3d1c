"""Saving a case: the new file is whole or the old one stays, and nothing else is left behind."""

import errno
import os
from pathlib import Path
from typing import Any, NoReturn

import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.edits import cycle_pain, put_answer
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.storage.case_files import case_text, read_case, write_case
from tests.case_builders import EXAMPLE

OLD = case_text(new_case())


@pytest.fixture
def example() -> Case:
    return Case.model_validate_json(EXAMPLE)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A case file that is already there."""
    path = tmp_path / "visit.json"
    path.write_text(OLD, encoding="utf-8")
    return path


def failing(code: int) -> Any:
    """A system call that fails as the system would."""

    def fail(*_arguments: object, **_options: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def refused(path: Path, case: Case) -> str:
    """The sentence of the refusal, which leaves no half-written file in the folder."""
    before = sorted(path.parent.iterdir())
    with pytest.raises(BadInput) as caught:
        write_case(path, case)
    assert sorted(path.parent.iterdir()) == before
    return str(caught.value)


def test_a_saved_case_opens_as_it_was(tmp_path: Path, example: Case, knowledge: Knowledge) -> None:
    path = tmp_path / "visit.json"
    write_case(path, example)
    assert read_case(path, knowledge) == example
    assert list(tmp_path.iterdir()) == [path]


def test_saving_replaces_what_was_there(saved: Path, example: Case, knowledge: Knowledge) -> None:
    write_case(saved, example)
    changed = put_answer(cycle_pain(example, "sacrum", "midline"), "limp", "no")
    write_case(saved, changed)
    assert read_case(saved, knowledge) == changed


def test_the_same_case_gives_the_same_bytes(tmp_path: Path, example: Case, knowledge: Knowledge) -> None:
    first, second = tmp_path / "one.json", tmp_path / "two.json"
    write_case(first, example)
    write_case(second, read_case(first, knowledge))
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().endswith(b"}\n")


@pytest.mark.parametrize(
    ("call", "code", "reason"),
    [
        ("os.fsync", errno.ENOSPC, "No space left on device"),
        ("os.fsync", errno.EIO, "Input/output error"),
        ("tempfile.mkstemp", errno.EACCES, "Permission denied"),
        ("tempfile.mkstemp", errno.EROFS, "Read-only file system"),
        ("Path.replace", errno.EACCES, "Permission denied"),
    ],
)
def test_the_old_case_stays_when_saving_fails(
    saved: Path, example: Case, monkeypatch: pytest.MonkeyPatch, call: str, code: int, reason: str
) -> None:
    monkeypatch.setattr(f"hipmap.storage.whole_file.{call}", failing(code))
    sentence = refused(saved, example)
    assert sentence.startswith(f"visit.json: the case could not be saved ({reason}); ")
    assert "choose another folder" in sentence
    assert saved.read_text(encoding="utf-8") == OLD


def test_the_old_case_stays_when_the_disk_fills_half_way(saved: Path, example: Case) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no limit on the size of files")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(BadInput, match="the case could not be saved"):
            write_case(saved, example)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert saved.read_text(encoding="utf-8") == OLD
    assert list(saved.parent.iterdir()) == [saved]


def test_an_interrupted_save_leaves_the_old_case(
    saved: Path, example: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_handle: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("hipmap.storage.whole_file.os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_case(saved, example)
    assert saved.read_text(encoding="utf-8") == OLD
    assert list(saved.parent.iterdir()) == [saved]


def test_a_folder_is_not_overwritten(tmp_path: Path, example: Case) -> None:
    folder = tmp_path / "visits.json"
    folder.mkdir()
    assert refused(folder, example).startswith("visits.json: the case could not be saved")
    assert folder.is_dir()


def test_a_folder_that_does_not_exist_is_not_made(tmp_path: Path, example: Case) -> None:
    with pytest.raises(BadInput, match=r"visit\.json: the case could not be saved \(No such file"):
        write_case(tmp_path / "absent" / "visit.json", example)
    assert list(tmp_path.iterdir()) == []
