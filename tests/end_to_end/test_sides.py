"""A complaint on both sides: the likelihoods of each side, and of both as one, are one press away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipmap.desktop.side_chooser import SideChooser
from hipmap.model.case import Case
from tests.end_to_end.person import Person, wait_until
from tests.reasoning.test_sides import HIP_AND_TENDON


@pytest.fixture
def two_sided(person: Person) -> Person:
    open_case(person, HIP_AND_TENDON)
    return person


def open_case(person: Person, case: Case) -> None:
    person.session.open_case(case)
    wait_until(lambda: person.assessment.origins[0].low is not None)


def chooser(person: Person) -> SideChooser:
    return person.screen.likelihoods.sides


def chosen(person: Person) -> list[str]:
    return [button.choice for button in chooser(person).buttons if button.isChecked()]


def first_row(person: Person) -> str:
    return person.screen.likelihoods.visible_rows()[0].shown.id


def test_one_painful_side_leaves_nothing_to_choose(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.settle()
    assert not chooser(person).isVisible()
    person.mark("groin_crease", "left")
    assert chooser(person).isVisible()
    assert chosen(person) == ["both"]


def test_the_leading_side_is_shown_first_and_each_is_one_press_away(two_sided: Person) -> None:
    assert chooser(two_sided).isVisible()
    assert (chosen(two_sided), first_row(two_sided)) == (["right"], "hip_joint")
    two_sided.choose(chooser(two_sided), "left")
    assert (chosen(two_sided), first_row(two_sided)) == (["left"], "lateral_hip")
    assert "Lateral hip" in two_sided.screen.reasons.title.text()
    reasons = {item.reason.finding for item in two_sided.screen.reasons.items}
    assert "trochanter_tender" in reasons
    assert "mark:groin_crease" not in reasons
    both = next(one for one in two_sided.assessment.sides if one.side == "both")
    two_sided.choose(chooser(two_sided), "both")
    shown = {row.shown.id: row.shown.probability for row in two_sided.screen.likelihoods.visible_rows()}
    likely = {one.id: one.probability for one in both.origins}
    assert {one: shown[one] for one in shown if one in likely} == {
        one: likely[one] for one in shown if one in likely
    }
    assert first_row(two_sided) == both.origins[0].id


def test_the_keyboard_reaches_the_sides(two_sided: Person) -> None:
    """They stand right before the list, and from them it is read from its top."""
    two_sided.do("result")
    two_sided.keys(Qt.Key.Key_Backtab, Qt.Key.Key_Backtab)
    focused = QApplication.focusWidget()
    assert focused is chooser(two_sided).button_of("left")
    assert focused.accessibleName() == "Look at the left side"
    two_sided.keys(Qt.Key.Key_Space)
    assert (chosen(two_sided), first_row(two_sided)) == (["left"], "lateral_hip")
    two_sided.keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is two_sided.screen.likelihoods.visible_rows()[0]
    two_sided.keys(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is two_sided.screen.likelihoods.visible_rows()[1]


def test_another_case_begins_with_its_leading_side(two_sided: Person) -> None:
    two_sided.choose(chooser(two_sided), "left")
    open_case(two_sided, HIP_AND_TENDON)
    assert (chosen(two_sided), first_row(two_sided)) == (["right"], "hip_joint")
    two_sided.begin_anew()
    assert not chooser(two_sided).isVisible()


def test_the_side_looked_at_stays_while_answers_come_in_and_nothing_flickers(two_sided: Person) -> None:
    two_sided.choose(chooser(two_sided), "left")
    seen: list[tuple[bool, list[str], str, bool]] = []

    def look(case: Case, assessment: object) -> None:
        note = two_sided.screen.conflicts.isVisible()
        seen.append((chooser(two_sided).isVisible(), chosen(two_sided), first_row(two_sided), note))

    two_sided.session.changed.connect(look)
    two_sided.answer("limp", "no")
    wait_until(lambda: len(seen) > 1)
    two_sided.session.changed.disconnect(look)
    assert set(map(str, seen)) == {str((True, ["left"], "lateral_hip", False))}


def test_both_voices_name_the_sides(two_sided: Person) -> None:
    clinician = [button.text() for button in chooser(two_sided).buttons]
    two_sided.do("flip_voice")
    patient = [button.text() for button in chooser(two_sided).buttons]
    assert clinician == ["Right", "Left", "As one complaint"]
    assert patient == ["Right", "Left", "Both as one"]
