"""The kept knowledge: the same as when read anew, never stale, never more than frozen values."""

import hashlib
import os
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from hipmap.storage import kept_knowledge as kept
from hipmap.storage import knowledge_files
from hipmap.storage.knowledge_reading import read_knowledge
from tests.case_builders import own_knowledge


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the knowledge is kept, with writing allowed."""
    path = tmp_path / "compiled" / "kept.pickle"
    monkeypatch.setattr(kept, "_file", lambda: path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return path


@pytest.mark.usefixtures("file")
def test_kept_is_as_read() -> None:
    kept.keep_knowledge(own_knowledge(), kept.made_from())
    found = kept.kept_knowledge(kept.made_from())
    assert found is not None
    assert found is not own_knowledge()
    assert found == read_knowledge()[0]
    assert repr(found) == repr(read_knowledge()[0])


def test_the_second_start_reads_nothing_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = knowledge_files.load_knowledge()
    assert file.is_file()
    monkeypatch.setattr(knowledge_files, "_read", lambda _: pytest.fail("it was read anew"))
    assert knowledge_files.load_knowledge() == first


@pytest.mark.usefixtures("file")
def test_changed_knowledge_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    row = folder / "rows.yaml"
    row.write_text("a: 1\n", encoding="utf-8")
    monkeypatch.setattr(kept, "asset", lambda _: folder)
    kept.keep_knowledge(own_knowledge(), kept.made_from())
    assert kept.kept_knowledge(kept.made_from()) is not None
    row.write_text("a: 2\n", encoding="utf-8")
    assert kept.kept_knowledge(kept.made_from()) is None


def test_nothing_is_kept_that_was_changed_meanwhile(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep_knowledge(own_knowledge(), b"as it was before")
    assert not file.exists()
    source = kept.made_from()
    monkeypatch.setattr(kept, "_modules", lambda: b"another module")
    kept.keep_knowledge(own_knowledge(), source)
    assert not file.exists()


def test_another_module_is_another_source(monkeypatch: pytest.MonkeyPatch) -> None:
    source = kept.made_from()
    monkeypatch.setattr(kept, "_LOADED", b"another module")
    assert kept.made_from() != source


def test_nothing_is_written_where_python_writes_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept.keep_knowledge(own_knowledge(), kept.made_from())
    assert not file.exists()


def test_a_damaged_file_is_not_used(file: Path) -> None:
    source = kept.made_from()
    kept.keep_knowledge(own_knowledge(), source)
    whole = file.read_bytes()
    for damaged in (b"", whole[:40], whole[:-1], whole[:9000] + b"?" + whole[9001:]):
        file.write_bytes(damaged)
        assert kept.kept_knowledge(source) is None


class Harmful:
    """What would run a command where pickles are trusted."""

    def __reduce__(self) -> Any:
        return os.mkdir, ("made_by_a_pickle",)


@pytest.mark.parametrize("held", [Harmful(), {"a": 1}, Path()])
def test_only_knowledge_comes_out(
    file: Path, held: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file.parent.mkdir()
    content = pickle.dumps(held)
    file.write_bytes(b"s" * 32 + hashlib.sha256(content).digest() + content)
    assert kept.kept_knowledge(b"s" * 32) is None
    assert not (tmp_path / "made_by_a_pickle").exists()


def test_knowledge_cannot_be_kept_in_a_closed_folder(file: Path) -> None:
    file.parent.write_text("a file where a folder should be", encoding="utf-8")
    kept.keep_knowledge(own_knowledge(), kept.made_from())
    assert kept.kept_knowledge(kept.made_from()) is None
