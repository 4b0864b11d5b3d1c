"""A warning folds by two deliberate steps only, never goes while it stands, and opens for anything new."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipmap.desktop import urgency_panel
from hipmap.model.conditions import Tier
from tests.end_to_end.person import Person, wait_until

Key = Qt.Key


@pytest.fixture
def warned(person: Person) -> Person:
    person.answer("saddle_numbness", "yes")
    person.settle()
    return person


def tier(person: Person) -> Tier:
    return person.screen.urgency.tier


def is_folded(person: Person) -> bool:
    return person.screen.urgency.is_folded


def fold(person: Person) -> None:
    steps = person.screen.urgency.steps
    person.press(steps.begin)
    person.press(steps.confirm)
    person.settle()


def test_two_presses_fold_it_to_a_strip_that_names_it(warned: Person) -> None:
    urgency = warned.screen.urgency
    tall = urgency.height()
    fold(warned)
    assert is_folded(warned)
    assert urgency.isVisible()
    assert urgency.height() < tall / 2
    assert "Emergency" in warned.reads(urgency)
    assert not urgency.area.isVisible()
    warned.press(urgency.more_button)
    assert not is_folded(warned)
    assert urgency.area.isVisible()


def test_a_double_click_does_not_fold_it(warned: Person) -> None:
    urgency = warned.screen.urgency
    spot = urgency.steps.begin.mapTo(warned.window, urgency.steps.begin.rect().center())
    for _ in range(3):  # as a hand that trembles: a press, and its double
        target = warned.window.childAt(spot)
        assert target is not None
        where = target.mapFrom(warned.window, spot)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=where)
        target = warned.window.childAt(spot) or warned.window
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(warned.window, spot))
    assert not is_folded(warned)


def test_where_the_first_button_stood_the_second_says_not_yet(warned: Person) -> None:
    steps = warned.screen.urgency.steps
    warned.press(steps.begin)
    warned.settle()
    assert steps.not_yet.x() == steps.begin.x()
    assert not steps.confirm.geometry().contains(steps.begin.geometry().center())
    warned.press(steps.not_yet)
    assert steps.begin.isVisible()
    assert not is_folded(warned)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_a_held_key_does_not_fold_it(warned: Person, key: Qt.Key) -> None:
    urgency = warned.screen.urgency
    urgency.steps.begin.setFocus()
    QTest.keyClick(urgency.steps.begin, key)
    assert urgency.steps.stage == "asked"
    for _ in range(20):  # the key stays down: it repeats, wherever the keyboard is by now
        focused = QApplication.focusWidget()
        assert focused is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                focused, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, autorep=True)
            )
    assert not is_folded(warned)


def test_the_keyboard_alone_folds_and_opens_it(warned: Person) -> None:
    urgency = warned.screen.urgency
    urgency.steps.begin.setFocus()
    warned.keys(Key.Key_Return)
    assert urgency.steps.not_yet.hasFocus()
    warned.keys(Key.Key_Tab)
    assert urgency.steps.confirm.hasFocus()
    warned.keys(Key.Key_Return)
    assert is_folded(warned)
    assert urgency.more_button.hasFocus()
    warned.keys(Key.Key_Space)
    assert not is_folded(warned)


def test_a_key_that_came_down_elsewhere_presses_nothing(warned: Person) -> None:
    urgency = warned.screen.urgency
    warned.press(urgency.steps.begin)
    urgency.steps.confirm.setFocus()
    QTest.keyRelease(urgency.steps.confirm, Key.Key_Return)
    assert not is_folded(warned)


def test_another_feature_opens_it_again(warned: Person) -> None:
    fold(warned)
    warned.answer("limp", "yes")
    assert is_folded(warned)
    warned.answer("bladder_change", "yes")
    assert not is_folded(warned)
    assert warned.screen.urgency.steps.begin.isVisible()


def test_what_is_taken_back_and_comes_again_is_shown_whole(warned: Person) -> None:
    fold(warned)
    warned.do("undo")
    assert tier(warned) == "none_found"
    warned.do("redo")
    assert tier(warned) == "emergency_now"
    assert not is_folded(warned)


def test_a_rise_of_the_tier_opens_it(person: Person) -> None:
    person.answer("both_legs_pain_new", "yes")
    assert tier(person) == "same_day"
    fold(person)
    person.answer("saddle_numbness", "yes")
    assert tier(person) == "emergency_now"
    assert not is_folded(person)


def test_another_case_shows_its_warning_whole(warned: Person) -> None:
    fold(warned)
    warned.session.open_case(warned.case)
    assert tier(warned) == "emergency_now"
    assert not is_folded(warned)


def test_with_two_causes_each_has_its_own_features_and_its_own_advice(warned: Person) -> None:
    warned.answer("cold_pale_leg", "yes")
    flags = {one.id: one for one in warned.session.knowledge.red_flags}
    blocks = {block.name.text(): block for block in warned.screen.urgency.body.blocks}
    assert len(blocks) == 2
    for one, other in (("cauda_equina", "acute_limb_ischaemia"), ("acute_limb_ischaemia", "cauda_equina")):
        block = blocks[flags[one].clinician]
        assert block.name.isVisible()
        assert block.advice.text() == flags[one].actions["emergency_now"].clinician
        assert any(feature.clinician in block.because.text() for feature in flags[one].features)
        assert not any(feature.clinician in block.because.text() for feature in flags[other].features)


def test_a_warning_is_spoken_at_once_and_only_once(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(urgency_panel, "speak_at_once", lambda _, text: heard.append(text))
    person.answer("saddle_numbness", "yes")
    person.settle()
    assert len(heard) == 1
    assert heard[0].startswith("Emergency")
    person.answer("limp", "yes")
    assert len(heard) == 1


def test_what_was_acted_on_stays_folded_when_the_desk_is_made_anew(warned: Person) -> None:
    fold(warned)
    warned.window.show_desk("consultation")
    wait_until(warned.window.is_ready)
    assert is_folded(warned)
    assert not warned.screen.urgency.area.isVisible()
    assert warned.screen.urgency.acted.isVisible()
    warned.answer("bladder_change", "yes")
    assert not is_folded(warned)


def test_what_is_raised_at_another_desk_is_shown_whole(warned: Person) -> None:
    fold(warned)
    warned.window.show_desk("home", remember=False)
    wait_until(warned.window.is_ready)
    warned.do("undo")
    warned.do("redo")
    warned.window.show_desk("consultation")
    wait_until(warned.window.is_ready)
    assert tier(warned) == "emergency_now"
    assert not is_folded(warned)


def test_the_strip_still_says_what_was_not_asked(warned: Person) -> None:
    fold(warned)
    asked = warned.screen.urgency.asked
    assert asked.isVisible()
    assert "not asked yet" in asked.text()
    assert asked.text() in warned.screen.urgency.accessibleDescription()
