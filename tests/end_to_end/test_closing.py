"""Leaving a case: nothing unsaved is lost without a question."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from hipmap.desktop import chosen_file
from tests.end_to_end.person import Person

Button = QMessageBox.StandardButton


def test_a_clean_case_closes_without_a_question(own_window: Person) -> None:
    assert own_window.window.close()


def test_cancel_keeps_the_window_and_the_case(own_window: Person) -> None:
    own_window.answer("limp", "yes")
    own_window.in_dialog(Button.Cancel)
    assert not own_window.window.close()
    assert own_window.case.answers["limp"].value == "yes"


def test_discard_closes(own_window: Person) -> None:
    own_window.answer("limp", "yes")
    own_window.in_dialog(Button.Discard)
    assert own_window.window.close()


def test_save_writes_the_file_and_closes(
    own_window: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.json"
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_: str(path))
    own_window.answer("limp", "yes")
    own_window.in_dialog(Button.Save)
    assert own_window.window.close()
    assert '"limp": "yes"' in path.read_text(encoding="utf-8")


def test_a_new_case_asks_first(person: Person) -> None:
    person.answer("limp", "yes")
    person.in_dialog(Button.Cancel)
    person.do("new")
    assert person.case.answers
