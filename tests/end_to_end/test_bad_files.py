"""Files that cannot be used: the sentence is shown as it is, and the present case stays."""

from pathlib import Path

import pytest

from hipmap.desktop import chosen_file
from tests.end_to_end.person import Person

BAD = {
    "not JSON": "this is not a case",
    "unknown zone": '{"schema": "hipmap-case/1", "marks": [{"zone": "tail", "side": "right"}]}',
    "future schema": '{"schema": "hipmap-case/9"}',
    "no schema": "{}",
    "unknown finding": '{"schema": "hipmap-case/1", "answers": {"horoscope": "yes"}}',
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_told_and_changes_nothing(person: Person, tmp_path: Path, text: str) -> None:
    person.answer("limp", "yes")
    before = person.case
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    assert not person.open(path)
    assert person.message().startswith("bad.json")
    assert person.case == before
    assert person.document.path is None


@pytest.mark.parametrize("name", ["not JSON", "unknown zone", "no schema", "unknown finding"])
def test_it_is_first_said_in_plain_words_and_then_in_detail(
    person: Person, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(BAD[name], encoding="utf-8")
    assert not person.open(path)
    first, _, second = person.message().partition(". ")
    assert first == "bad.json is not a hipmap case, or it cannot be read whole"
    assert second.startswith("In detail: ")
    assert "bad.json" not in second


def test_the_case_of_a_newer_hipmap_is_not_called_unreadable(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "newer.json"
    path.write_text(BAD["future schema"], encoding="utf-8")
    assert not person.open(path)
    assert "cannot be read" not in person.message()
    assert "use the hipmap that wrote the file" in person.message()


def test_a_folder_is_refused(person: Person, tmp_path: Path) -> None:
    assert not person.open(tmp_path)
    assert tmp_path.name in person.message()


def test_a_missing_file_is_refused(person: Person, tmp_path: Path) -> None:
    assert not person.open(tmp_path / "gone.json")
    assert "gone.json" in person.message()


def test_a_message_can_be_dismissed(person: Person, tmp_path: Path) -> None:
    person.open(tmp_path)
    assert person.window.message is not None
    person.press(person.window.message.dismiss)
    assert person.message() == ""


def test_a_failed_save_is_told_and_leaves_the_case_unsaved(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_: str(tmp_path / "gone" / "case.json"))
    person.answer("limp", "yes")
    person.do("save")
    assert person.message().startswith("case.json")
    assert person.document.is_changed


def test_a_file_without_permission_is_refused(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "locked.json"
    path.write_text('{"schema": "hipmap-case/1"}', encoding="utf-8")
    # Not by taking the right away: who runs as root would still have it.
    monkeypatch.setattr(Path, "open", refuse)
    assert not person.open(path)
    assert "locked.json" in person.message()
    assert "Permission denied" in person.message()


def test_a_file_that_was_handed_over_is_not_called_damaged(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "my-visit.HIPMAP"
    path.write_bytes(b'{"schema":"hipmap-handover/1"}\x00')
    before = person.case
    assert not person.document.open_path(path)
    assert person.case == before
    assert person.window.message is not None
    told = person.window.message.words.text()
    assert "my-visit.HIPMAP is a locked file" in told
    assert "Import…" in told
