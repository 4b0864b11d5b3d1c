"""What was begun at home and not finished outlasts every change of the window, and no visit."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hipmap.desktop import chosen_file
from hipmap.desktop.home.emergency_screen import EmergencyScreen
from hipmap.desktop.home.hand_over_screen import HandOverScreen
from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.model.case import Answer, new_case
from tests.end_to_end.person import Person, wait_until
from tests.storage.records.small_vaults import surroundings

SECRET = "five birds under one roof"
TYPED = {
    "secret": SECRET, "again": "five birds under", "code": "ABCD-EFGH",
    "name": "Ann Lee", "born": "30.4.1960", "number": "A-17",
}  # fmt: skip
CASE = new_case(
    setting="home",
    marks=[{"zone": "groin_crease", "side": "right", "kind": "pain"}],
    answers={"limp": "yes"},
)
EMERGENCY = new_case(setting="home", answers={"saddle_numbness": "yes"})


@pytest.fixture
def at_home(person: Person) -> Iterator[Person]:
    yield person
    speak("en", person)


def speak(language: str, person: Person) -> None:
    person.window.languages.choose(language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_until(person.window.is_ready)
    person.settle()


CHANGES: dict[str, Callable[[Person], None]] = {
    "voice": lambda one: one.do("flip_voice"),
    "theme": lambda one: one.do("theme_dark"),
    "text": lambda one: one.do("scale_150"),
    "language": lambda one: speak("x_pseudo", one),
    "country": lambda one: guide(one).show_country("NZ"),
}


def back_and_forward(person: Person) -> None:
    person.press(guide(person).bar.back_button)
    assert isinstance(guide(person).current, ResultScreen)
    person.press(guide(person).bar.next_button)


def guide(person: Person) -> HomeGuide:
    assert person.window.home is not None
    return person.window.home


def page(person: Person) -> HandOverScreen:
    found = guide(person).current
    assert isinstance(found, HandOverScreen)
    return found


def come_to_file(person: Person) -> None:
    """Goes on from wherever the guide stands to the file for the clinic."""
    person.do("home")
    screen = guide(person).current
    assert screen is not None
    screen.asked.emit("result")
    person.press(guide(person).bar.next_button)


def fill_in(person: Person) -> None:
    person.session.open_case(CASE)
    come_to_file(person)
    for name, text in TYPED.items():
        page(person).ways.tile_of("code" if name == "code" else "passphrase").click()
        QTest.keyClicks(page(person).fields[name].line, text)
    person.press(page(person).ways.tile_of("code"))


def stands(person: Person) -> dict[str, str]:
    return {name: field.line.text() for name, field in page(person).fields.items()}


def reads(person: Person) -> str:
    return "\n".join(part.text() for part in page(person).findChildren(QLabel) if part.isVisible())


def test_what_was_typed_for_the_clinic_is_still_there(at_home: Person) -> None:
    fill_in(at_home)
    expected = dict(TYPED)
    for what, change in {**CHANGES, "back": back_and_forward}.items():
        before = page(at_home)
        change(at_home)
        assert page(at_home) is not before
        assert stands(at_home) == expected, what
        assert page(at_home).fields["code"].isVisible(), what
        assert not page(at_home).fields["secret"].isVisible()
        QTest.keyClicks(page(at_home).name.line, "x")  # what is added later is kept as well
        expected["name"] += "x"
    assert at_home.session.undo_stack.count() == 0, "what is typed here is no step to be undone"
    assert at_home.case == CASE


def start_again(person: Person) -> None:
    screen = guide(person).current
    assert screen is not None
    screen.asked.emit("again")
    person.session.undo_stack.undo()


def open_another(person: Person) -> None:
    person.session.open_case(CASE)


@pytest.mark.parametrize("leave", [start_again, open_another, lambda one: one.do("start")])
def test_nothing_that_was_typed_waits_for_whoever_comes_next(
    at_home: Person, leave: Callable[[Person], None]
) -> None:
    fill_in(at_home)
    leave(at_home)
    come_to_file(at_home)
    assert not any(stands(at_home).values())
    assert page(at_home).fields["secret"].isVisible()


def test_a_case_opened_at_another_desk_finds_nothing_typed(at_home: Person) -> None:
    fill_in(at_home)
    at_home.do("consultation")
    open_another(at_home)
    come_to_file(at_home)
    assert not any(stands(at_home).values())


def test_another_desk_leaves_no_passphrase_behind(at_home: Person) -> None:
    fill_in(at_home)
    kept = guide(at_home).walk.unfinished
    at_home.do("consultation")
    assert SECRET not in str(vars(kept))
    at_home.do("home")
    assert stands(at_home) == TYPED | {"secret": "", "again": ""}


def written(person: Person, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_all: str(path))
    person.session.open_case(CASE)
    come_to_file(person)
    for name in ("secret", "again"):
        QTest.keyClicks(page(person).fields[name].line, SECRET)
    QTest.keyClicks(page(person).name.line, "Ann Lee")
    page(person).around = surroundings(5)
    person.press(guide(person).bar.next_button)


def test_what_to_do_with_the_file_stands_until_one_goes_on(
    at_home: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(at_home, tmp_path / "to clinic.hipmap", monkeypatch)
    kept = guide(at_home).walk.unfinished
    assert SECRET not in str(vars(kept))
    assert "Ann" not in str(vars(kept))
    assert not any(stands(at_home).values())
    title, steps = page(at_home).title.text(), len(page(at_home).locks["passphrase"].steps())
    assert title == "Your file is ready"
    for what, change in CHANGES.items():
        before = page(at_home)
        change(at_home)
        assert page(at_home) is not before
        assert "to clinic.hipmap" in reads(at_home), what
        assert f"{steps}." in reads(at_home), what
    speak("en", at_home)
    assert page(at_home).title.text() == title
    assert "by phone" in reads(at_home)
    assert guide(at_home).bar.next_button.text() == "Back to my result"
    at_home.press(guide(at_home).bar.next_button)
    assert isinstance(guide(at_home).current, ResultScreen)
    at_home.press(guide(at_home).bar.next_button)
    assert page(at_home).title.text() == "A file for my clinic"
    assert not any(stands(at_home).values())


def alarm(person: Person) -> EmergencyScreen:
    found = guide(person).current
    assert isinstance(found, EmergencyScreen)
    return found


def tick(person: Person) -> None:
    person.session.open_case(EMERGENCY)
    person.do("home")
    assert alarm(person).on.isHidden()
    person.press(alarm(person).sure)
    assert alarm(person).on.isVisible()


def test_the_tick_that_help_was_called_is_kept_and_goes_on_by_itself_nowhere(at_home: Person) -> None:
    tick(at_home)
    for what, change in CHANGES.items():
        before = alarm(at_home)
        change(at_home)
        assert alarm(at_home) is not before
        assert alarm(at_home).sure.isChecked(), what
        assert alarm(at_home).on.isVisible(), what
        assert not guide(at_home).walk.cursor.heeded
    at_home.press(alarm(at_home).sure)
    at_home.do("theme_light")
    assert not alarm(at_home).sure.isChecked(), "taken back is taken back"


def look_back(person: Person) -> None:
    person.press(alarm(person).change)
    guide(person).walk.stop_again()
    guide(person).wear_look()


def leave_and_come(person: Person) -> None:
    person.do("consultation")
    person.do("home")


def another_sign(person: Person) -> None:
    answers = {**person.case.answers, "urinary_retention": Answer(value="yes")}
    person.session.apply("Answer", lambda case: case.model_copy(update={"answers": answers}))


@pytest.mark.parametrize("event", [look_back, leave_and_come, another_sign])
def test_the_tick_holds_for_these_signs_and_this_sitting_only(
    at_home: Person, event: Callable[[Person], None]
) -> None:
    tick(at_home)
    event(at_home)
    assert not alarm(at_home).sure.isChecked()
    assert alarm(at_home).on.isHidden()
