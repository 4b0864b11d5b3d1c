"""A fault is noted by its place, and nothing that a person wrote is."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipmap.desktop.fault_notes import watch

SECRET = "Mrs Example, born 1960"


@pytest.fixture(autouse=True)
def _hooks_restored() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def test_a_fault_is_told_calmly_and_noted_without_its_message(tmp_path: Path) -> None:
    told: list[str] = []
    watch(told.append, tmp_path)
    try:
        raise ValueError(SECRET)
    except ValueError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    noted = (tmp_path / "hipmap.log").read_text(encoding="utf-8")
    assert "ValueError" in noted
    assert "test_fault_notes.py" in noted
    assert SECRET not in noted
    assert len(told) == 1
    assert "Traceback" not in told[0]
    assert SECRET not in told[0]


def test_without_a_place_for_the_log_hipmap_still_tells(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    told: list[str] = []
    watch(told.append, blocked / "log")
    fault = RuntimeError(SECRET)
    sys.excepthook(RuntimeError, fault, None)
    assert len(told) == 1
