"""Tests of both sides by few keys, answers of both sides seen at once, and marks that change sides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from hipmap.desktop.body_map.swap_note import SwapNote
from hipmap.desktop.finding_row import FindingRow
from hipmap.model.case import Answer, Side
from tests.end_to_end.keystrokes import Hands
from tests.end_to_end.person import Person


def told(person: Person, finding: str) -> Answer:
    return person.case.answers[finding]


def test_one_key_says_no_of_both_sides_and_one_step_takes_it_back(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("0")
    assert {told(person, "log_roll_pain").on(side) for side in ("right", "left")} == {"no"}
    assert not person.row("log_roll_pain").hasFocus(), "the next row is at hand"
    person.do("undo")
    assert "log_roll_pain" not in person.case.answers


def test_b_gives_the_next_answer_to_both_sides_and_to_one_row_only(person: Person) -> None:
    person.mark("groin_crease", "left")
    person.screen.sheet.ask(["fadir"])
    person.keys("b", "2")
    answer = told(person, "fadir")
    assert (answer.value, answer.side, answer.other) == ("groin", "left", "groin")
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("y")
    assert told(person, "log_roll_pain").told == ("yes",), "the next row is of one side again"


def test_b_is_taken_back_by_a_side(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("b", "r", "y")
    assert told(person, "log_roll_pain").told == ("yes",)


def test_who_names_a_side_is_asked_for_the_other_one_at_once(person: Person) -> None:
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("r", "y", "n")
    answer = told(person, "log_roll_pain")
    assert (answer.on("right"), answer.on("left")) == ("yes", "no")
    there = QApplication.focusWidget()
    assert isinstance(there, FindingRow)
    assert there is not person.row("log_roll_pain")


@pytest.mark.parametrize("finding", ["limp", "saddle_numbness", "hip_internal_rotation_deg"])
def test_the_keys_of_both_sides_mean_nothing_where_there_are_none(finding: str, person: Person) -> None:
    person.screen.sheet.ask([finding])
    person.keys("b", "y" if finding == "limp" else "n" if finding == "saddle_numbness" else "u")
    assert told(person, finding).other is None


def test_a_choice_test_has_right_and_left_beside_or_below_each_other(person: Person) -> None:
    for finding in ("fadir", "knee_reflex"):
        person.screen.sheet.ask([finding])
        columns = person.row(finding).columns
        assert columns is not None
        first = person.row(finding).finding.options[0].id
        last = person.row(finding).finding.options[-1].id
        person.choose(columns.controls["right"].strip, last)
        person.choose(columns.controls["left"].strip, first)
        answer = told(person, finding)
        assert (answer.on("right"), answer.on("left")) == (last, first)
        shown = {side: checked(person.row(finding), side) for side in ("right", "left")}
        assert shown == {"right": [last], "left": [first]}
        for control in columns.controls.values():
            box = control.geometry()
            assert columns.rect().contains(box)
            assert all(control.rect().contains(button.geometry()) for button in control.strip.buttons)
        right, left = (columns.controls[side].geometry() for side in ("right", "left"))
        assert not right.intersects(left)


def checked(row: FindingRow, side: Side) -> list[str]:
    assert row.columns is not None
    return [one.choice for one in row.columns.controls[side].strip.buttons if one.isChecked()]


def test_options_show_the_keys_that_choose_them(person: Person) -> None:
    person.screen.sheet.ask(["onset"])
    strip = person.row("onset").control.strip
    assert [button.key for button in strip.buttons] == ["1", "2", "3", "4", "5", ""]
    assert strip.buttons[1].accessibleDescription() == "Key 2"
    person.keys("2")
    assert told(person, "onset").value == strip.buttons[1].choice


def test_the_root_signs_too_have_right_and_left_apart_in_few_words(person: Person) -> None:
    person.screen.sheet.ask(["root_signs_level"])
    columns = person.row("root_signs_level").columns
    assert columns is not None
    right, left = (columns.controls[side].strip for side in ("right", "left"))
    person.choose(right, "l4")
    person.choose(left, "s1")
    answer = told(person, "root_signs_level")
    assert (answer.on("right"), answer.on("left")) == ("l4", "s1")
    assert right.button_of("l4").text() == "L4"
    assert "medial shin" in right.button_of("l4").accessibleName()
    assert "medial shin" in right.button_of("l4").toolTip()
    row = person.row("root_signs_level")
    assert row.visibleRegion().boundingRect().height() == row.height()


@pytest.mark.parametrize("way", ["down", "side"])
def test_a_row_taller_than_the_list_is_seen_to_its_end_before_the_next(person: Person, way: str) -> None:
    person.window.resize(1280, 720)
    person.do("scale_200")
    person.do("sheet")
    person.screen.sheet.ask(["root_signs_level"])
    person.settle()
    row, area = person.row("root_signs_level"), person.screen.sheet.area
    assert row.height() > area.viewport().height(), "this row must be too tall"
    assert row.columns is not None
    last = row.columns.controls["left"].strip.buttons[-1]
    assert last.visibleRegion().boundingRect().height() < last.height()
    if way == "side":
        person.keys("r", "4")  # and the left one is next
        assert row.columns.controls["left"].strip.buttons[0].visibleRegion().boundingRect().height() > 20
    for _ in range(4):
        if row.hasFocus() and last.visibleRegion().boundingRect().height() < last.height():
            person.keys(Qt.Key.Key_Down)
            person.settle()
    assert row.hasFocus()
    assert last.visibleRegion().boundingRect().height() == last.height()
    person.keys(Qt.Key.Key_Down)
    assert not row.hasFocus(), "now all of it has been seen"
    person.keys(Qt.Key.Key_Up)
    assert row.hasFocus()


# ---- the marks change sides


@pytest.fixture
def on_the_right(person: Person) -> Person:
    person.mark("groin_crease", "right")
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("y")
    assert told(person, "log_roll_pain").side == "right"
    return person


def note(person: Person) -> SwapNote | None:
    found = person.screen.body_map.findChildren(SwapNote)
    return next((one for one in found if one.isVisible()), None)


def press(person: Person, button: QPushButton) -> None:
    person.press(button)
    person.settle()


def test_swapped_marks_leave_tests_where_they_were_done_and_it_is_said(on_the_right: Person) -> None:
    press(on_the_right, on_the_right.screen.body_map.footer.swap)
    assert on_the_right.case.marks[0].side == "left"
    assert told(on_the_right, "log_roll_pain").side == "right"
    asked = note(on_the_right)
    assert asked is not None
    assert "stay as they are (1)" in on_the_right.reads(asked)
    assert not QApplication.activeModalWidget()


def test_the_answers_change_sides_too_if_wished_in_one_step_with_the_marks(on_the_right: Person) -> None:
    before = on_the_right.case
    press(on_the_right, on_the_right.screen.body_map.footer.swap)
    asked = note(on_the_right)
    assert asked is not None
    press(on_the_right, asked.too)
    assert told(on_the_right, "log_roll_pain").side == "left"
    assert note(on_the_right) is None
    assert on_the_right.case.marks[0].side == "left"
    on_the_right.do("undo")
    assert on_the_right.case == before


def test_nothing_is_asked_where_the_marks_are_back_at_their_side(on_the_right: Person) -> None:
    before = on_the_right.case
    for _ in range(2):
        press(on_the_right, on_the_right.screen.body_map.footer.swap)
    assert on_the_right.case == before
    assert note(on_the_right) is None


def test_nothing_is_asked_of_what_both_sides_gave_alike(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("0")
    press(person, person.screen.body_map.footer.swap)
    assert note(person) is None


def test_b_goes_with_an_answer_that_is_taken_back(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.screen.sheet.ask(["log_roll_pain"])
    person.keys("b", Qt.Key.Key_Delete, "y")
    assert told(person, "log_roll_pain").told == ("yes",)


def test_a_number_below_nought_can_be_typed_on_its_row(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.screen.sheet.ask(["hip_internal_rotation_deg"])
    person.keys("-", "5")
    assert told(person, "hip_internal_rotation_deg").value == -5


def test_the_question_goes_with_the_next_thing_that_is_done(on_the_right: Person) -> None:
    footer = on_the_right.screen.body_map.footer
    press(on_the_right, footer.swap)
    asked = note(on_the_right)
    assert asked is not None
    press(on_the_right, asked.leave)
    assert note(on_the_right) is None
    press(on_the_right, footer.swap)
    assert note(on_the_right) is not None
    on_the_right.do("undo")
    assert note(on_the_right) is None
    press(on_the_right, footer.swap)
    on_the_right.begin_anew()
    assert note(on_the_right) is None


def test_by_keyboard_the_question_follows_and_gives_the_keyboard_back(
    on_the_right: Person,
) -> None:
    footer = on_the_right.screen.body_map.footer
    footer.swap.setFocus()
    on_the_right.keys(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    asked = note(on_the_right)
    assert asked is not None
    assert QApplication.focusWidget() is asked.too
    on_the_right.keys(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert note(on_the_right) is None
    assert QApplication.focusWidget() is footer.swap


def test_without_answers_of_a_side_nothing_is_asked(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.answer("limp", "yes")
    press(person, person.screen.body_map.footer.swap)
    assert person.case.marks[0].side == "left"
    assert note(person) is None


# ---- how many keys it takes


def test_fifteen_tests_of_both_sides_take_few_keys(person: Person) -> None:
    """The tests of the hip in their order, each of both sides; every third differs between them."""
    person.mark("groin_crease", "right")
    person.choose(person.screen.sheet.head.which, "all")
    rows = [f for f in person.screen.sheet.list.sections["hip"] if f.sided and f.answer == "yes_no"][:15]
    hands = Hands(person)
    for at, finding in enumerate(rows):
        person.screen.sheet.ask([finding.id])
        hands.think()
        hands.type("ryn" if at % 3 == 2 else "0")
    told_both = [told(person, finding.id).other for finding in rows]
    assert len(rows) == 15
    assert None not in told_both
    assert hands.keys <= 25, str(hands)
