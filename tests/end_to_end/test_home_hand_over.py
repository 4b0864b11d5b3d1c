"""Whoever is at home hands the visit over in one locked file, which only the clinic opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop import chosen_file
from hipmap.desktop.home.hand_over_lock import CodeLock, PassphraseLock
from hipmap.desktop.home.hand_over_screen import HandOverScreen
from hipmap.desktop.home.home_field import HomeField
from hipmap.desktop.records.written_days import read_day
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.storage.records.hand_over import Opener, opened_hand_over, opener_of, recipient_code
from hipmap.storage.records.problems import WrongPassphrase
from tests.desktop.home.visitor import Visitor, open_guide
from tests.end_to_end.clinic import Clinic
from tests.storage.records.small_vaults import surroundings

SECRET = "five birds under one roof"
CASE = new_case(
    setting="home",
    marks=[{"zone": "groin_crease", "side": "right", "kind": "pain"}],
    answers={"limp": "yes"},
)


@pytest.fixture
def visitor(qapp: QApplication, knowledge: Knowledge) -> Iterator[Visitor]:
    """Someone before the screen on which the file is locked."""
    someone = open_guide(knowledge, CASE)
    someone.guide.current.asked.emit("result")  # type: ignore[union-attr]
    someone.next()
    page(someone).around = surroundings(5)
    yield someone
    someone.close()


def page(visitor: Visitor) -> HandOverScreen:
    found = visitor.page
    assert isinstance(found, HandOverScreen)
    return found


def lock(visitor: Visitor) -> PassphraseLock:
    found = page(visitor).locks["passphrase"]
    assert isinstance(found, PassphraseLock)
    return found


def code_lock(visitor: Visitor) -> CodeLock:
    found = page(visitor).locks["code"]
    assert isinstance(found, CodeLock)
    return found


def write(field: HomeField, text: str) -> None:
    field.line.setFocus()
    QTest.keyClicks(field.line, text)


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Will choose this place for the file."""
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_all: str(path))


def test_a_visit_is_locked_with_a_passphrase(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tmp_path / "to clinic")
    write(lock(visitor).secret, SECRET)
    assert "Fair" in visitor.reads()
    write(lock(visitor).again, SECRET)
    write(page(visitor).name, "Ann Lee")
    write(page(visitor).born, "30.4.1960")
    assert "Never write both in one message" in visitor.reads()
    QTest.keyClick(page(visitor).born.line, Qt.Key.Key_Return)  # Enter goes on from any field
    assert visitor.title() == "Your file is ready"
    assert "by phone" in visitor.reads()
    assert [path.name for path in tmp_path.iterdir()] == ["to clinic.hipmap"]
    content = (tmp_path / "to clinic.hipmap").read_bytes()
    assert not [word for word in (b"Ann", b"groin", b"limp", SECRET.encode()) if word in content]
    assert not any(field.line.text() for field in lock(visitor).findChildren(HomeField))
    document = opened_hand_over(content, "x", Opener(passphrase=SECRET))
    assert (document.identity.name, document.identity.born) == ("Ann Lee", "1960-04-30")
    assert document.visits[0].case == CASE
    visitor.next()
    assert visitor.kind == "result"


def test_what_is_missing_is_said_where_it_is_missing_and_nothing_is_written(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_all: pytest.fail("asked for a place"))
    visitor.next()
    assert "Please think of a passphrase" in lock(visitor).secret.trouble.text()
    assert visitor.host.focusWidget() is lock(visitor).secret.line
    write(lock(visitor).secret, "short")
    visitor.next()
    assert "Too short" in lock(visitor).secret.trouble.text()
    lock(visitor).secret.line.clear()
    write(lock(visitor).secret, SECRET)
    write(lock(visitor).again, "five birds")
    visitor.next()
    assert lock(visitor).again.trouble.text() == "The two are not the same."
    write(lock(visitor).again, " under one roof")
    visitor.next()
    assert page(visitor).name.trouble.text() == "Please write your name."
    page(visitor).name.line.setText("\u200b\t ")  # nobody sees what is pasted here
    visitor.next()
    assert page(visitor).name.trouble.text() == "Please write your name."
    page(visitor).name.line.clear()
    write(page(visitor).name, "Ann")
    write(page(visitor).born, "2999-04-30")
    visitor.next()
    assert "1960-04-30" in page(visitor).born.trouble.text()
    page(visitor).born.line.clear()
    write(page(visitor).born, "4/5/1960")
    visitor.next()
    assert "1960-04-30" in page(visitor).born.trouble.text()
    assert not page(visitor).name.trouble.isVisible()


def test_a_place_that_takes_no_file_is_told(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, tmp_path / "nowhere" / "visit.hipmap")
    write(lock(visitor).secret, SECRET)
    write(lock(visitor).again, SECRET)
    write(page(visitor).name, "Ann")
    visitor.next()
    assert "cannot be written" in page(visitor).trouble.text()
    assert page(visitor).trouble.isVisible()
    assert visitor.title() == "A file for my clinic"


def test_a_visit_is_locked_for_the_code_of_a_clinic(
    clinic: Clinic, knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = recipient_code(clinic.vault)
    path = tmp_path / "visit.hipmap"
    chosen(monkeypatch, path)
    visitor = open_guide(knowledge, CASE)
    visitor.guide.current.asked.emit("result")  # type: ignore[union-attr]
    visitor.next()
    visitor.press(page(visitor).ways.tile_of("code"))
    assert not lock(visitor).isVisible()
    write(page(visitor).name, "Ann Lee")
    wrong = ("3" if code[0] == "2" else "2") + code[1:]
    code_lock(visitor).code.line.setText(wrong[:-1])
    assert code_lock(visitor).state.text() == "Letters so far: 59 of 60"
    code_lock(visitor).code.line.setText(wrong)
    visitor.next()
    assert "A letter is not right" in code_lock(visitor).code.trouble.text()
    code_lock(visitor).code.line.setText(code.replace("-", " ").lower())
    assert code_lock(visitor).state.text() == "The code is right."
    visitor.next()
    assert "Only the clinic with this code" in visitor.reads()
    document = opened_hand_over(path.read_bytes(), "x", opener_of(clinic.vault))
    assert document.identity.name == "Ann Lee"
    with pytest.raises(WrongPassphrase):
        opened_hand_over(path.read_bytes(), "x", Opener(private=bytes(range(32))))
    visitor.close()


def test_the_file_without_a_lock_is_still_there_and_said_to_be_open_to_all(visitor: Visitor) -> None:
    saved: list[bool] = []
    visitor.guide.save_asked.connect(lambda: saved.append(True))
    assert "can be read by everyone" in visitor.reads()
    visitor.press(page(visitor).plain)
    assert saved == [True]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1960-04-30", "1960-04-30"), (" 30.4.1960 ", "1960-04-30"), ("3.12.1999", "1999-12-03"),
        ("31.4.1960", None), ("4/5/1960", None), ("1960-4-30", None), ("", None), ("tomorrow", None),
    ],
)  # fmt: skip
def test_a_day_is_read_where_it_can_mean_one_day_only(text: str, day: str | None) -> None:
    assert read_day(text) == day
