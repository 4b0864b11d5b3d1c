"""What an answer settles is not asked any more; what is in doubt is, and so is what everybody is asked."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings

from hipmap.model.case import UNKNOWN, Case, Mark, new_case
from hipmap.reasoning import assess
from hipmap.reasoning.conflicts import are_contradictory
from hipmap.reasoning.excluded_answers import excluded_questions
from tests.case_builders import own_knowledge
from tests.reasoning.random_cases import cases

KNOWLEDGE = own_knowledge()
PARENTS: dict[str, tuple[str, ...]] = {
    "groin_lump_stuck": ("groin_lump",),
    "implant_start_up_or_giving_way": ("hip_implant",),
    "metal_on_metal_hip": ("hip_implant",),
    "pregnancy_warning_signs": ("pregnant_or_recent_birth", "pregnancy_possible"),
    "self_harm_plan": ("self_harm_thoughts",),
    "leg_weakness_stable": ("leg_feels_weak",),
    "leg_pain_only_walking": ("walking_brings_leg_pain",),
    "relief_standing_still": ("worse_walking", "walking_brings_leg_pain"),
    "night_waking_second_half": ("night_waking",),
    "nsaid_quick_relief": ("nsaid_some_relief",),
}


def excluded(marks: tuple[Mark, ...] = (), **answers: Any) -> frozenset[str]:
    return excluded_by(answers, marks)


def excluded_by(answers: Mapping[str, Any], marks: tuple[Mark, ...] = ()) -> frozenset[str]:
    return excluded_questions(new_case(marks=marks, answers=answers), KNOWLEDGE)


def hurts(*sides: str) -> tuple[Mark, ...]:
    return tuple(Mark.model_validate({"zone": "groin_crease", "side": side}) for side in sides)


@pytest.mark.parametrize("question", PARENTS)
def test_a_no_settles_what_hangs_on_it(question: str) -> None:
    parents = PARENTS[question]
    assert question in excluded_by(dict.fromkeys(parents, "no"))
    for doubtful in parents:
        for said in ("yes", UNKNOWN, None):
            answers = dict.fromkeys(parents, "no") | {doubtful: said}
            given = {name: value for name, value in answers.items() if value is not None}
            assert question not in excluded_by(given), (doubtful, said)


def test_a_pregnancy_that_is_only_not_an_early_one_is_asked_about() -> None:
    assert "pregnancy_warning_signs" not in excluded(pregnancy_possible="no")


def test_weakness_that_may_be_urgent_is_asked_about_all_the_same() -> None:
    urgent = {"leg_too_weak_for_step", "cannot_rise_on_toes", "thigh_weak_wasted", "foot_drop"}
    assert not urgent & excluded(leg_feels_weak="no")


def test_a_side_that_nobody_told_of_is_asked_about() -> None:
    right_no = {"value": "no", "side": "right"}
    assert "groin_lump_stuck" in excluded(hurts("right"), groin_lump=right_no)
    assert "groin_lump_stuck" not in excluded(hurts("right", "left"), groin_lump=right_no)
    assert "groin_lump_stuck" not in excluded(hurts("left"), groin_lump=right_no)


@pytest.mark.parametrize("other", ["yes", UNKNOWN])
def test_a_no_of_one_side_settles_nothing_of_the_other(other: str) -> None:
    two = {"value": "no", "side": "right", "other": other}
    assert "groin_lump_stuck" not in excluded(hurts("right"), groin_lump=two)
    assert "groin_lump_stuck" in excluded(hurts("right"), groin_lump=two | {"other": "no"})


def test_a_no_that_the_map_contradicts_settles_nothing() -> None:
    marks = tuple(Mark.model_validate({"zone": "mid_buttock", "side": side}) for side in ("right", "left"))
    assert "alternating_buttock_pain" in excluded(pain_on_both_sides="no")
    assert "alternating_buttock_pain" not in excluded(marks, pain_on_both_sides="no")


def test_what_everybody_is_asked_is_never_left_out() -> None:
    assert "pain_constant_no_relief" not in excluded(eased_by_lying_down="yes")
    assert "worse_sitting" in excluded(eased_by_sitting="yes")


def test_answers_of_different_sides_do_not_exclude_each_other() -> None:
    lump = {"groin_lump": {"value": "no", "side": "right", "other": "yes"}}
    left = new_case(answers=lump | {"groin_lump_stuck": {"value": "yes", "side": "left"}})
    right = new_case(answers=lump | {"groin_lump_stuck": {"value": "yes", "side": "right"}})
    assert not are_contradictory(left, KNOWLEDGE)
    assert are_contradictory(right, KNOWLEDGE)


def test_what_is_settled_is_not_proposed() -> None:
    case = new_case(setting="home", marks=hurts("right"), answers={"onset": "gradual"})
    before = {one.finding for one in assess(case, KNOWLEDGE).next}
    told = new_case(
        setting="home", marks=hurts("right"), answers={"onset": "gradual", "nsaid_some_relief": "no"}
    )
    after = {one.finding for one in assess(told, KNOWLEDGE).next}
    assert "nsaid_quick_relief" in before
    assert "nsaid_quick_relief" not in after


@settings(max_examples=60, deadline=None)
@given(cases(KNOWLEDGE))
def test_only_an_open_question_whose_yes_would_contradict_is_left_out(case: Case) -> None:
    found = excluded_questions(case, KNOWLEDGE)
    assert not found & set(case.answers)
    for name in found:
        assert not KNOWLEDGE.finding_by_id[name].screening
        told = case.model_copy(
            update={"answers": {**new_case(answers={name: "yes"}).answers, **case.answers}}
        )
        assert are_contradictory(told, KNOWLEDGE)
