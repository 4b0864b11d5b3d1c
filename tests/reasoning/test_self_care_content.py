"""The library of self-care as a whole: every place has a plan, every row is used, every dose a basis."""

import pytest

from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.rule_check import statement_problems
from hipmap.model.self_care import Exercise, HomeMovement, Plan
from hipmap.reasoning.self_care import self_care_for
from hipmap.storage.library_files import read_library
from tests.reasoning.self_care_cases import NO_LOADING, assessed, case, closed, offered


@pytest.fixture(scope="module")
def library(knowledge: Knowledge) -> Library:
    library, problems = read_library(knowledge)
    assert library is not None, problems
    return library


def test_every_origin_and_condition_has_a_plan(library: Library, knowledge: Knowledge) -> None:
    meant = {name for plan in library.plans if plan.only_when is None for name in plan.good_for}
    assert meant == set(knowledge.origin_by_id) | set(knowledge.condition_by_id)


def test_conditions_in_which_loading_may_harm_block(library: Library, knowledge: Knowledge) -> None:
    blocking = {name for plan in library.plans if plan.blocks_exercise for name in plan.good_for}
    assert blocking & set(knowledge.condition_by_id) == NO_LOADING
    assert not any(plan.exercises for plan in library.plans if plan.blocks_exercise)


def test_every_exercise_is_reached_through_a_plan(library: Library, knowledge: Knowledge) -> None:
    reached: set[str] = set()
    for plan in library.plans:
        if plan.only_when or plan.blocks_exercise:
            continue
        for name in plan.good_for:
            care = self_care_for(case(), assessed(knowledge, **{name: 0.5}), library, knowledge)
            reached |= offered(care) | set(closed(care))
    assert reached == set(library.exercise_by_id)


def test_every_gate_and_stop_rule_is_used(library: Library) -> None:
    rows: list[Exercise | Plan | HomeMovement] = [*library.exercises, *library.plans, *library.movements]
    assert {gate for row in rows for gate in row.gates} == {gate.id for gate in library.gates}
    spoken = {"urgent_help_first", "exercise_on_hold"}
    used = {rule for row in rows for rule in row.stop_rules} | spoken
    assert used == {rule.id for rule in library.stop_rules}


def test_every_dose_says_where_it_comes_from(library: Library, knowledge: Knowledge) -> None:
    for exercise in library.exercises:
        assert exercise.dose.why, exercise.id
        assert exercise.stop_rules, exercise.id
        general = {knowledge.source_by_id[name].general_article for name in exercise.dose.sources}
        wanted = {"published": {False}, "article": {True}}.get(exercise.dose.basis, general)
        assert general == wanted, exercise.id


def test_every_condition_that_closes_exists(library: Library, knowledge: Knowledge) -> None:
    named = {name for gate in library.gates for name in gate.closes_with}
    named |= {name for tip in library.tips for name in tip.good_for}
    assert named <= set(knowledge.origin_by_id) | set(knowledge.condition_by_id)


def test_plans_for_some_people_ask_what_can_be_answered(library: Library, knowledge: Knowledge) -> None:
    for plan in library.plans:
        if plan.only_when is not None:
            assert not list(statement_problems(plan.only_when, knowledge, ("", plan.id, "only_when")))


def test_what_is_published_names_its_sources(library: Library) -> None:
    for plan in library.plans:
        assert plan.sources, plan.id
        for step in plan.steps:
            assert step.sources or step.basis != "published", (plan.id, step.patient)
    for tip in library.tips:
        assert tip.sources or tip.basis != "published", tip.id


def test_every_plan_names_the_emergency(library: Library) -> None:
    for plan in library.plans:
        emergency = {"nerve_or_bladder", "cannot_stand_on_leg", "chest_or_cold_leg"}
        assert emergency & set(plan.stop_rules), plan.id


def test_every_movement_for_patients_is_told_step_by_step(library: Library, knowledge: Knowledge) -> None:
    told = {move.finding for move in library.movements}
    asked = {f.id for f in knowledge.findings if f.kind == "movement" and f.who != "clinician"}
    assert asked <= told
    loading = {"squat", "single_leg_stance", "long_stride_pain", "heel_walk_weak", "toe_walk_weak"}
    for move in library.movements:
        if move.finding in loading:
            assert "bone_check_first" in move.gates, move.finding
