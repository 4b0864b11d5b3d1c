"""The safety lists: what is not ticked is answered only by an explicit button, and an alarm stops the way."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hipmap.desktop.home.safety_lists import safety_lists
from hipmap.desktop.home.stops import RESULT, Stop
from hipmap.model import edits
from hipmap.model.case import NO, UNKNOWN, YES, Person, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.who_is_asked import Gates
from tests.desktop.home.visitor import Visitor, open_guide, settle


def test_the_lists_hold_every_safety_question_that_everybody_is_asked(knowledge: Knowledge) -> None:
    lists = safety_lists(new_case(setting="home"), knowledge, frozenset())
    asked = [finding.id for one in lists for finding in one.findings]
    assert len(asked) == len(set(asked))
    assert set(asked) == {f.id for f in knowledge.findings if f.screening and f.kind == "safety"}
    assert len(lists) <= 8
    assert max(len(one.findings) for one in lists) <= 6


def test_a_woman_is_not_asked_about_testicles(knowledge: Knowledge) -> None:
    case = new_case(setting="home", person=Person(age=40, sex="female"))
    shut = Gates(knowledge).shut_for(case.person)
    asked = {finding.id for one in safety_lists(case, knowledge, shut) for finding in one.findings}
    assert "testicle_pain_sudden" not in asked
    assert "saddle_numbness" in asked


def test_none_of_these_answers_no_and_skipping_leaves_the_questions_not_asked(visitor: Visitor) -> None:
    visitor.next()
    first = [row.finding.id for row in visitor.list.rows]
    assert visitor.goal() == "None of these"
    visitor.next()
    assert [visitor.case.answers[name].value for name in first] == [NO] * len(first)
    second = [row.finding.id for row in visitor.list.rows]
    visitor.press(visitor.list.skip_button)
    assert not set(second) & set(visitor.case.answers)


def test_not_sure_stays_unknown_beside_no_to_the_others(visitor: Visitor) -> None:
    visitor.next()
    unsure, *others = (row.finding.id for row in visitor.list.rows)
    visitor.press(visitor.list.rows[0].unsure)
    assert visitor.goal() == "No to the others"
    visitor.next()
    assert visitor.case.answers[unsure].value == UNKNOWN
    assert all(visitor.case.answers[name].value == NO for name in others)


def test_enter_never_answers_a_list_with_no(visitor: Visitor) -> None:
    visitor.next()
    visitor.key(Qt.Key.Key_Return)
    assert visitor.kind == "list"
    assert not visitor.case.answers
    visitor.key(Qt.Key.Key_N)
    assert visitor.guide.walk.stop.of == "sudden"


def test_an_emergency_stops_everything_and_says_whom_to_call(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    read = visitor.reads()
    assert "call\u00a0999" in read
    assert "in 10" not in read
    assert read.count("999") == 1
    assert "possible enough" not in read
    assert visitor.goal() == ""
    assert visitor.case.answers["saddle_numbness"].value == YES


def test_no_accident_passes_the_emergency(visitor: Visitor) -> None:
    visitor.next()
    visitor.press_twice(visitor.list.rows[0].yes)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Y, Qt.Key.Key_N):
        visitor.key(key)
    assert visitor.emergency.on.isHidden()
    visitor.press_twice(visitor.emergency.sure)
    assert visitor.guide.walk.is_stopped()
    assert visitor.emergency.on.isVisible()


def test_going_on_takes_a_tick_and_a_button_and_the_banner_stays(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.sure)
    visitor.press(visitor.emergency.on)
    assert visitor.kind == "list"
    assert visitor.guide.banner.isVisible()
    assert "999" in visitor.guide.banner.words.text()
    visitor.to("result")
    assert visitor.guide.banner.isVisible()
    assert "Leave all exercises for now" in visitor.reads()


def test_a_slip_is_mended_without_the_alarm_coming_back(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.change)
    assert visitor.guide.banner.isVisible()
    visitor.press(visitor.list.rows[0].yes)
    assert not visitor.guide.banner.isVisible()
    visitor.next()
    assert visitor.guide.walk.stop.of == "sudden"


def test_looking_back_is_no_way_round_the_alarm(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.change)
    visitor.read_on()
    visitor.next()
    assert visitor.guide.walk.is_stopped()
    assert "call\u00a0999" in visitor.reads()


def test_the_step_header_is_no_way_round_the_alarm(visitor: Visitor) -> None:
    to_result_and_back(visitor)
    visitor.press(visitor.list.rows[0].yes)
    assert visitor.guide.walk.is_stopped()
    visitor.back()
    visitor.press(visitor.guide.header.steps["safety"])
    assert visitor.kind == "about", "going back is free"
    visitor.press(visitor.guide.header.steps["result"])
    assert visitor.kind != "result"
    assert "call\u00a0999" in visitor.reads()
    visitor.press(visitor.emergency.sure)
    visitor.press(visitor.emergency.on)
    visitor.press(visitor.guide.header.steps["result"])
    assert visitor.kind == "result"


def to_result_and_back(visitor: Visitor) -> None:
    """Gets a result, then goes to the first list by the step header."""
    visitor.to("map")
    visitor.mark("groin_crease", "right")
    visitor.guide._then(visitor.guide.walk.onto, RESULT)
    visitor.press(visitor.guide.header.steps["safety"])
    visitor.next()


@pytest.mark.parametrize("other", ["bladder_change", "saddle_numbness"])
def test_an_alarm_after_a_mended_slip_stops_at_once(visitor: Visitor, other: str) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.key(Qt.Key.Key_Escape)
    visitor.press(visitor.list.rows[0].yes)
    assert not visitor.guide.walk.is_urgent()
    visitor.press(next(row for row in visitor.list.rows if row.finding.id == other).yes)
    assert visitor.guide.walk.is_stopped()
    assert "call\u00a0999" in visitor.reads()


def test_undoing_a_mended_slip_stops_at_once(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.key(Qt.Key.Key_Escape)
    visitor.press(visitor.list.rows[0].yes)
    visitor.guide.session.undo_stack.undo()
    assert visitor.guide.walk.is_stopped()
    assert "call\u00a0999" in visitor.reads()


def test_another_alarm_while_one_is_looked_past_stops_at_once(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.change)
    visitor.guide.session.apply("", lambda case: edits.put_answer(case, "cold_pale_leg", YES))
    assert visitor.guide.walk.is_stopped()


@pytest.mark.parametrize("acted_on", [False, True])
def test_another_sign_of_the_same_rule_stops_at_once(visitor: Visitor, acted_on: bool) -> None:
    visitor.next()
    names = [row.finding.id for row in visitor.list.rows]
    visitor.press(visitor.list.rows[names.index("saddle_numbness")].yes)
    if acted_on:
        visitor.press(visitor.emergency.sure)
        visitor.press(visitor.emergency.on)
    else:
        visitor.press(visitor.emergency.change)
    assert not visitor.guide.walk.is_stopped()
    before = {rule.flag for rule in visitor.guide.session.assessment.urgency.fired}
    visitor.press(visitor.list.rows[names.index("both_legs_weak_numb")].yes)
    assert {rule.flag for rule in visitor.guide.session.assessment.urgency.fired} == before
    assert visitor.emergency.isVisible()
    assert visitor.emergency.on.isHidden()


def test_undoing_at_the_result_shows_the_emergency_and_never_the_result_before_it(visitor: Visitor) -> None:
    to_result_and_back(visitor)
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.change)
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.guide.header.steps["result"])
    assert visitor.kind == "result"
    visitor.guide.session.undo_stack.undo()
    assert visitor.emergency.isVisible()
    visitor.press(visitor.emergency.change)
    assert visitor.list.rows[0].yes.isChecked(), "behind the alarm stands what raised it"
    visitor.back()
    visitor.press(visitor.guide.header.steps["result"])
    assert visitor.emergency.isVisible()


def test_an_alarm_that_rose_at_the_result_shows_what_raised_it(visitor: Visitor) -> None:
    to_result_and_back(visitor)
    visitor.press(visitor.guide.header.steps["result"])
    visitor.guide.session.apply("", lambda case: edits.put_answer(case, "cold_pale_leg", YES))
    visitor.press(visitor.emergency.change)
    assert visitor.guide.walk.stop.of == "sudden"
    assert visitor.guide.banner.isVisible()


def test_no_way_leads_to_the_result_while_an_alarm_is_only_looked_past(visitor: Visitor) -> None:
    to_result_and_back(visitor)
    visitor.press(visitor.guide.header.steps["result"])
    visitor.guide._then(visitor.guide.walk.follow_link, Stop("review"))
    visitor.guide.session.apply("", lambda case: edits.put_answer(case, "cold_pale_leg", YES))
    visitor.press(visitor.emergency.change)
    visitor.back()
    assert visitor.kind == "review"
    visitor.back()
    assert visitor.emergency.isVisible(), "the next screen back is the result"


def test_what_was_acted_on_stops_again_when_it_comes_back(visitor: Visitor) -> None:
    to_result_and_back(visitor)
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.sure)
    visitor.press(visitor.emergency.on)
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.guide.header.steps["result"])
    assert visitor.kind == "result"
    visitor.guide.session.undo_stack.undo()
    assert visitor.emergency.isVisible()


def test_a_second_alarm_stops_again(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.press(visitor.emergency.sure)
    visitor.press(visitor.emergency.on)
    visitor.read_on()
    visitor.next()
    names = [row.finding.id for row in visitor.list.rows]
    visitor.press(visitor.list.rows[names.index("cold_pale_leg")].yes)
    assert visitor.guide.walk.is_stopped()


def test_a_held_key_does_not_run_through_the_screens(visitor: Visitor) -> None:
    for number in range(30):
        press = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", number > 0
        )
        QApplication.sendEvent(QApplication.focusWidget() or visitor.guide, press)
        settle()
    assert visitor.guide.walk.stop.of == "nerves"


def test_the_country_of_the_number_can_be_changed(visitor: Visitor) -> None:
    visitor.next()
    visitor.press(visitor.list.rows[0].yes)
    visitor.guide.show_country("DE")
    assert "112" in visitor.title()


def test_an_emergency_in_an_opened_case_stops_at_once(knowledge: Knowledge, qapp: QApplication) -> None:
    someone = open_guide(knowledge, new_case(answers={"saddle_numbness": "yes"}))
    assert someone.guide.walk.is_stopped()
    someone.close()
