"""Forward, back, undo and by keys: nothing is lost, and every screen takes the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipmap.desktop.home.stops import Stop
from hipmap.desktop.home.words_screen import WordsScreen
from hipmap.model import edits
from hipmap.model.case import NO, UNKNOWN, YES
from tests.desktop.home.visitor import Visitor


def to_questions(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.to("question")


def test_two_clicks_on_next_are_one_screen(visitor: Visitor) -> None:
    visitor.press_twice(visitor.guide.bar.next_button)
    assert visitor.guide.walk.stop.of == "nerves"


def test_going_back_and_changing_an_answer_keeps_the_later_ones(visitor: Visitor) -> None:
    to_questions(visitor)
    first = visitor.guide.walk.stop
    visitor.press(visitor.question.tiles.tiles[0])
    visitor.next()
    second = visitor.guide.walk.stop
    visitor.press(visitor.question.tiles.tiles[1])
    visitor.next()
    third = visitor.guide.walk.stop
    visitor.back()
    visitor.back()
    assert visitor.guide.walk.stop == first
    assert visitor.question.tiles.tiles[0].isChecked()
    visitor.press(visitor.question.tiles.tiles[2])
    assert visitor.case.answers[second.of].value is not None
    visitor.next()
    assert visitor.guide.walk.stop == second
    assert visitor.question.tiles.tiles[1].isChecked()
    visitor.next()
    assert visitor.guide.walk.stop == third


def test_undo_shows_the_screen_it_concerns(visitor: Visitor) -> None:
    to_questions(visitor)
    asked = visitor.guide.walk.stop
    visitor.press(visitor.question.tiles.tiles[0])
    visitor.next()
    assert visitor.guide.walk.stop != asked
    visitor.guide.session.undo_stack.undo()
    assert visitor.guide.walk.stop == asked
    assert not any(tile.isChecked() for tile in visitor.question.tiles.tiles)


def test_a_question_says_why_and_how_far(visitor: Visitor) -> None:
    to_questions(visitor)
    assert "Question 1" in visitor.question.progress.text()
    button, note = visitor.question.folds.notes["why"]
    assert not note.isVisible()
    visitor.press(button)
    assert note.isVisible()
    assert "tell these two apart" in visitor.reads()


def test_questions_can_be_answered_by_letters(visitor: Visitor) -> None:
    to_questions(visitor)
    asked = visitor.guide.walk.stop.of
    for letter, value in (("y", YES), ("n", NO), ("u", UNKNOWN)):
        visitor.type(letter)
        assert visitor.case.answers[asked].value == value
    visitor.key(Qt.Key.Key_Return)
    assert visitor.guide.walk.stop.of != asked
    visitor.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert visitor.guide.walk.stop.of == asked
    visitor.key(Qt.Key.Key_Escape)
    assert visitor.guide.walk.stop.of != asked


@pytest.mark.parametrize("kind", ["list", "orient", "map", "read_back", "history", "scans", "question"])
def test_every_screen_gives_the_keyboard_to_its_question(visitor: Visitor, kind: str) -> None:
    visitor.to("map") if kind in ("read_back", "question") else None
    if visitor.kind == "map":
        visitor.mark("groin_crease", "right")
    visitor.to(kind)
    assert QApplication.focusWidget() is visitor.page.title
    assert visitor.page.spoken()


def test_the_sides_are_shown_only_once(visitor: Visitor) -> None:
    visitor.to("orient")
    visitor.next()
    assert visitor.preferences.sides_shown
    assert visitor.kind == "map"


def test_what_was_marked_is_read_back_and_sides_can_be_swapped(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.to("read_back")
    assert "right groin crease" in visitor.reads()
    page = visitor.page
    visitor.press(page.findChildren(type(visitor.guide.bar.back_button))[0])
    assert [mark.side for mark in visitor.case.marks] == ["left"]
    assert visitor.kind == "read_back"
    assert "left groin crease" in visitor.reads()


def test_the_words_for_the_place_are_kept_beside_the_marks(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.next()
    page = visitor.page
    assert isinstance(page, WordsScreen)
    visitor.press(page.words.chips[0])
    assert visitor.case.own_words == (page.words.chips[0].word,)
    assert page.words.chips[0].isChecked()


def test_nothing_need_be_marked(visitor: Visitor) -> None:
    visitor.to("map")
    assert visitor.goal() == "I can’t show it"
    visitor.next()
    assert visitor.kind == "history"


def test_where_both_sides_hurt_a_sided_answer_asks_which(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.mark("groin_crease", "left")
    visitor.to("scans")
    visitor.guide.walk.onto(Stop("question", "one_leg_swollen"))
    visitor.guide._show_screen()
    visitor.press(visitor.question.tiles.tile_of(NO))
    assert not visitor.question.sides.isVisible()
    visitor.guide.session.apply("", lambda case: edits.remove_answer(case, "one_leg_swollen"))
    visitor.guide.session.apply("", lambda case: edits.put_answer(case, "seated_hip_rotation", "groin"))
    visitor.guide.walk.onto(Stop("question", "seated_hip_rotation"))
    visitor.guide._show_screen()
    assert visitor.question.sides.isVisible()
    visitor.press(visitor.question.sides.tiles.tile_of("left"))
    assert visitor.case.answers["seated_hip_rotation"].side == "left"


def test_the_voice_flips_without_losing_the_place(visitor: Visitor) -> None:
    to_questions(visitor)
    stop, plain = visitor.guide.walk.stop, visitor.title()
    visitor.guide.show_voice("clinician")
    assert visitor.guide.walk.stop == stop
    assert visitor.title() != plain
    visitor.guide.show_voice("patient")
    assert visitor.title() == plain


def test_the_first_screen_sets_the_home(visitor: Visitor) -> None:
    visitor.type("56")
    assert visitor.case.person.age == 56
    visitor.next()
    assert visitor.case.setting == "home"


def test_starting_again_can_be_undone(visitor: Visitor) -> None:
    to_questions(visitor)
    before = visitor.case
    visitor.guide._asked("again")
    assert not visitor.case.answers
    assert visitor.kind == "about"
    visitor.guide.session.undo_stack.undo()
    assert visitor.case == before


def test_coming_back_to_a_case_goes_on_where_it_left_off(visitor: Visitor) -> None:
    to_questions(visitor)
    visitor.guide.begin()
    visitor.guide.session.open_case(visitor.case)
    assert visitor.kind == "scans", "the first screen that was left open"
    assert visitor.guide.walk.cursor.visited_of("list")
