"""Ways back: out of a link that was followed, out of a case that was emptied; each leads to where one was."""

import pytest
from PySide6.QtCore import Qt

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.result_screen import ResultScreen
from hipmap.desktop.home.review_screen import ReviewScreen
from hipmap.desktop.home.stops import RESULT, Stop
from tests.desktop.home.test_walk import to_questions
from tests.desktop.home.visitor import Visitor

NERVES = Stop("list", "nerves")


def to_result(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.to("question")
    visitor.guide._then(visitor.guide.walk.onto, RESULT)


def result_of(visitor: Visitor) -> ResultScreen:
    assert isinstance(visitor.page, ResultScreen)
    return visitor.page


def answers_of(visitor: Visitor) -> ReviewScreen:
    assert isinstance(visitor.page, ReviewScreen)
    return visitor.page


def made_anew(visitor: Visitor) -> HomeGuide:
    """The guide as it stands after a change of language."""
    session = visitor.guide.session
    panel = BodyMapPanel(session.knowledge.body)
    return HomeGuide(session, panel, visitor.preferences, visitor.host, visitor.guide.place())


def test_undoing_start_again_leads_back_to_where_one_was(visitor: Visitor) -> None:
    to_result(visitor)
    before, reached = visitor.case, visitor.guide.walk.cursor.visited
    visitor.press(result_of(visitor).again)
    assert not visitor.case.answers
    assert visitor.kind == "about"
    visitor.guide.session.undo_stack.undo()
    assert visitor.case == before
    assert visitor.kind == "result"
    assert visitor.guide.walk.cursor.visited == reached
    visitor.guide.session.undo_stack.redo()
    assert visitor.kind == "about"


def test_starting_again_twice_is_undone_step_by_step(visitor: Visitor) -> None:
    to_questions(visitor)
    first = visitor.guide.walk.stop
    visitor.guide._asked("again")
    visitor.to("map")
    visitor.mark("trochanter", "left")
    visitor.guide._asked("again")
    stack = visitor.guide.session.undo_stack
    stack.undo()
    assert visitor.kind == "map"
    while visitor.case.marks or not visitor.case.answers:
        stack.undo()
    while not visitor.case.marks:
        stack.undo()
    assert visitor.guide.walk.stop == first


def test_start_again_begins_anew_also_where_everything_was_skipped(visitor: Visitor) -> None:
    visitor.guide._then(visitor.guide.walk.onto, RESULT)
    visitor.press(result_of(visitor).again)
    assert visitor.kind == "about"
    assert len(visitor.guide.walk.cursor.trail) == 1


def test_start_again_can_still_be_undone_in_another_language(visitor: Visitor) -> None:
    to_questions(visitor)
    stop = visitor.guide.walk.stop
    visitor.guide._asked("again")
    anew = made_anew(visitor)
    visitor.guide.session.undo_stack.undo()
    assert anew.walk.stop == stop


@pytest.mark.parametrize("way", ["alt_left", "escape", "button", "next"])
def test_a_link_from_the_result_leads_back_to_it(visitor: Visitor, way: str) -> None:
    to_result(visitor)
    visitor.press(result_of(visitor).change)
    visitor.press(answers_of(visitor).tiles[NERVES])
    assert visitor.guide.walk.stop == NERVES
    if way == "alt_left":
        visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    elif way == "escape":
        visitor.key(Qt.Key.Key_Escape)
    elif way == "button":
        visitor.back()
    else:
        visitor.next()
    assert visitor.kind == "review"
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert visitor.kind == "result"


def test_open_safety_questions_are_answered_one_list_after_the_other(visitor: Visitor) -> None:
    visitor.next()
    for _ in range(2):
        visitor.press(visitor.list.skip_button)
    to_result(visitor)
    visitor.guide._asked("safety")
    assert visitor.guide.walk.stop == NERVES
    visitor.read_on()
    visitor.next()
    assert visitor.guide.walk.stop == Stop("list", "sudden")
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert visitor.kind == "result"
    visitor.guide._asked("safety")
    visitor.read_on()
    visitor.next()
    assert visitor.kind == "result"


def test_a_place_that_was_changed_is_read_back_before_the_result(visitor: Visitor) -> None:
    to_result(visitor)
    visitor.press(result_of(visitor).change)
    visitor.press(answers_of(visitor).tiles[Stop("map")])
    seen = [visitor.kind]
    while visitor.kind != "review":
        visitor.next()
        seen.append(visitor.kind)
    assert seen == ["map", "words", "read_back", "review"]


def test_a_step_chosen_above_is_gone_through_as_always(visitor: Visitor) -> None:
    to_result(visitor)
    visitor.press(visitor.guide.header.steps["safety"])
    visitor.next()
    assert visitor.guide.walk.stop == NERVES
    visitor.back()
    visitor.back()
    assert visitor.kind == "result", "it was left from there"
