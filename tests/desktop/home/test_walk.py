"""Forward, back, undo and by keys: nothing is lost, and every screen takes the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hipmap.desktop.body_map.body_map_panel import BodyMapPanel
from hipmap.desktop.home.difference_screen import DifferenceScreen
from hipmap.desktop.home.home_guide import HomeGuide
from hipmap.desktop.home.map_screens import ReadBackScreen
from hipmap.desktop.home.stops import Stop
from hipmap.desktop.home.words_screen import WordsScreen
from hipmap.model import edits
from hipmap.model.case import NO, UNKNOWN, YES
from hipmap.model.own_words import words_against_marks
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
    assert isinstance(page, ReadBackScreen)
    assert page.which.isHidden()
    visitor.press(page.swap)
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


def test_coming_back_to_a_case_goes_on_where_it_left_off(visitor: Visitor) -> None:
    to_questions(visitor)
    visitor.guide.begin()
    visitor.guide.session.open_case(visitor.case)
    assert visitor.kind == "scans", "the first screen that was left open"
    assert visitor.guide.walk.cursor.visited_of("list")


def a_word_that_differs(visitor: Visitor) -> None:
    """Marks the groin and says a word for somewhere else."""
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.next()
    page = visitor.page
    assert isinstance(page, WordsScreen)
    body = visitor.guide.session.knowledge.body
    word = next(one.id for one in body.own_words if words_against_marks((one.id,), visitor.case.marks, body))
    visitor.press(page.words.chip_of(word))
    visitor.next()


def asked_by_pictures(visitor: Visitor) -> DifferenceScreen:
    """The question is a screen like all others: nothing opens over it, and its pictures are large."""
    page = visitor.page
    assert isinstance(page, DifferenceScreen)
    assert QApplication.activePopupWidget() is None
    assert all(one.width() >= 180 and one.height() >= 160 for one in page.pictures)
    return page


def test_words_that_do_not_fit_the_map_ask_by_pictures(visitor: Visitor) -> None:
    a_word_that_differs(visitor)
    asked = asked_by_pictures(visitor)
    assert "right groin crease" in visitor.title()
    for ending in ("both", "instead"):
        assert not asked.ends.tile_of(ending).isEnabled(), "nothing is chosen yet"
    visitor.press(asked.ends.tile_of("map"))
    assert not visitor.case.own_words
    assert len(visitor.case.marks) == 1
    page = visitor.page
    assert isinstance(page, ReadBackScreen)
    assert page.which.isHidden()


@pytest.mark.parametrize(("ending", "kept"), [("both", True), ("instead", False)])
def test_a_picture_marks_the_place_beside_the_map_or_instead(
    visitor: Visitor, ending: str, kept: bool
) -> None:
    a_word_that_differs(visitor)
    page = asked_by_pictures(visitor)
    before = {mark.place for mark in visitor.case.marks}
    page.pictures[0].setFocus()
    visitor.key(Qt.Key.Key_Space)
    assert visitor.kind == "difference", "a picture alone is no answer"
    visitor.type({"both": "b", "instead": "o"}[ending])
    assert isinstance(visitor.page, ReadBackScreen)
    after = {mark.place for mark in visitor.case.marks}
    assert after - before
    assert {side for _, side in after} <= {"right", "midline"}, "the side is that of the map"
    assert (before <= after) == kept
    visitor.back()
    assert visitor.title() == "Your words and the map fit together."
    visitor.next()
    assert visitor.kind == "read_back"


def test_skipping_that_question_changes_nothing_and_it_can_be_asked_again(visitor: Visitor) -> None:
    a_word_that_differs(visitor)
    asked_by_pictures(visitor)
    visitor.key(Qt.Key.Key_Return)
    assert visitor.kind == "difference", "an Enter too many skips no question"
    assert visitor.goal() == "Skip"
    visitor.next()
    page = visitor.page
    assert isinstance(page, ReadBackScreen)
    visitor.press(page.which)
    asked_by_pictures(visitor)
    visitor.next()
    visitor.next()
    assert visitor.kind == "history"
    assert visitor.case.own_words
    assert len(visitor.case.marks) == 1


def test_the_place_and_what_was_heeded_outlast_a_guide_made_anew(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.sure)
    visitor.press(visitor.emergency.on)
    visitor.to("map")
    place, session = visitor.guide.place(), visitor.guide.session
    panel = BodyMapPanel(session.knowledge.body)
    anew = HomeGuide(session, panel, visitor.preferences, visitor.host, place)
    assert anew.walk.stop == Stop("map")
    assert not anew.walk.is_stopped()
    assert anew.walk.is_urgent()
    anew.walk.back()
    assert anew.walk.cursor.at == place.cursor.at - 1


def test_at_home_the_map_shows_few_tools_and_does_not_repeat_the_title(visitor: Visitor) -> None:
    visitor.to("map")
    header = visitor.guide.body_map.header
    assert header.shown.isHidden()
    assert not header.rail.button_of("brush").isVisible()
    assert "Where it hurts" not in header.plate.text()
    visitor.press(header.rail.more)
    assert header.rail.button_of("brush").isVisible()
    assert header.shown.isVisible()


def test_a_ticked_sign_asks_its_side_only_where_both_sides_hurt(visitor: Visitor) -> None:
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.mark("groin_crease", "left")
    visitor.guide._then(visitor.guide.walk.onto, Stop("list", "legs"))
    row = next(row for row in visitor.list.rows if row.finding.id == "foot_drop")
    side = visitor.list.sides["foot_drop"]
    assert side.isHidden()
    visitor.guide.session.apply("", lambda case: edits.put_answer(case, "foot_drop", YES))
    if visitor.guide.walk.is_stopped():
        visitor.press(visitor.emergency.change)
        side = visitor.list.sides["foot_drop"]
    assert row.finding.sided
    visitor.press(side.tiles.tile_of("left"))
    assert visitor.case.answers["foot_drop"].side == "left"
