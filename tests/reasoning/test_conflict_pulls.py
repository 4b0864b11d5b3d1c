"""Answers that exclude each other or pull hard apart are told; mild disagreement is not."""

from itertools import product

import pytest
from hypothesis import given, settings

from hipmap.model.assessment import Conflict, Likelihood, Reason
from hipmap.model.case import Case, new_case
from hipmap.model.findings import Finding
from hipmap.model.red_flags import When
from hipmap.reasoning import assess
from hipmap.reasoning.conflicts import answer_conflicts
from hipmap.reasoning.red_flags import holds
from tests.case_builders import own_knowledge
from tests.reasoning.known_cases import ALL, mark, on_right
from tests.reasoning.random_cases import cases

KNOWLEDGE = own_knowledge()
CASES = cases(KNOWLEDGE)


def conflicts(case: Case) -> tuple[Conflict, ...]:
    return answer_conflicts(case, KNOWLEDGE, assess(case, KNOWLEDGE).origins, KNOWLEDGE.opposed_answers)


def pulls(*reasons: tuple[str, float], probability: float = 0.4) -> list[tuple[str, ...]]:
    """The pulls of one origin with these reasons."""
    made = [Reason(finding=name, value="yes", weight=weight, kind="judged") for name, weight in reasons]
    origin = Likelihood(
        id="hip_joint", probability=probability, word="possible",
        reasons_for=tuple(one for one in made if one.weight > 0),
        reasons_against=tuple(one for one in made if one.weight < 0),
    )  # fmt: skip
    return [one.findings for one in answer_conflicts(new_case(), KNOWLEDGE, [origin], ())]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"eased_by_sitting": "yes"}, {"worse_sitting": "yes"}),
        ({"no_pain_when_sitting": "yes"}, {"worse_sitting": "yes"}),
        ({"warms_up_with_walking": "yes"}, {"walking_brings_leg_pain": "yes"}),
        ({"pain_constant_no_relief": "yes"}, {"eased_by_lying_down": "yes"}),
        ({"hip_internal_rotation_deg": 40}, {"hip_internal_rotation_limited": "yes"}),
        ({"cannot_bear_weight": "yes"}, {"single_leg_stance": "no_pain"}),
        ({"crossed_slr": "yes"}, {"slr": "negative"}),
    ],
)
def test_answers_that_exclude_each_other_are_told(first: dict[str, str], second: dict[str, str]) -> None:
    assert conflicts(new_case(answers=first)) == ()
    assert conflicts(new_case(answers=second)) == ()
    told = conflicts(new_case(answers={**first, **second}))
    assert [(one.id, set(one.findings)) for one in told] == [
        ("answers_exclude_each_other", {*first, *second})
    ]


def test_unknown_and_no_exclude_nothing() -> None:
    for answer in ("no", "unknown"):
        assert conflicts(new_case(answers={"eased_by_sitting": "yes", "worse_sitting": answer})) == ()


def test_every_row_speaks_for_some_case_of_two_or_three_answers() -> None:
    for row in KNOWLEDGE.opposed_answers:
        answers = {**_making_true(row.first), **_making_true(row.second)}
        told = conflicts(new_case(answers=answers))
        assert any(set(one.findings) <= set(answers) for one in told), row.id


def _making_true(when: When) -> dict[str, str | float]:
    """Answers that make a statement true, found by trying."""
    parts = _findings(when)
    choices = [[(name, value) for value in (None, *_values(KNOWLEDGE.finding_by_id[name]))] for name in parts]
    for chosen in product(*choices):
        answers = {name: value for name, value in chosen if value is not None}
        if holds(when, new_case(answers=answers), KNOWLEDGE):
            return answers
    raise AssertionError(when)


def _findings(when: When) -> list[str]:
    if when.finding is not None:
        return [when.finding]
    return [name for part in (*when.all_of, *when.any_of) for name in _findings(part)]


def _values(finding: Finding) -> list[str | float]:
    if finding.scale is not None:
        return [finding.scale.least, finding.scale.most]
    return list(finding.outcomes)


def test_two_strong_opposite_pulls_are_told_and_mild_ones_are_not() -> None:
    assert pulls(("fadir", 5.0), ("slr", -4.5)) == [("fadir", "slr")]
    assert pulls(("fadir", 5.0), ("slr", -2.9)) == []
    assert pulls(("fadir", 2.9), ("slr", -5.0)) == []
    assert pulls(("fadir", 5.0), ("slr", 5.0)) == []


def test_marks_do_not_pull_and_an_origin_out_of_question_is_not_pulled_at() -> None:
    assert pulls(("mark:groin_crease", 6.0), ("slr", -5.0)) == []
    assert pulls(("fadir", 5.0), ("slr", -5.0), probability=0.03) == []


def test_the_strongest_comes_first_each_finding_once_and_three_at_most() -> None:
    up = [(name, 9.0 - at) for at, name in enumerate(("fadir", "faber", "limp", "log_roll_pain"))]
    down = [(name, -9.0 + at) for at, name in enumerate(("slr", "slump", "crossed_slr", "femoral_stretch"))]
    assert pulls(*up, *down) == [("fadir", "slr"), ("faber", "slump"), ("limp", "crossed_slr")]


def test_a_real_case_with_signs_of_hip_and_nerve_is_told() -> None:
    case = new_case(
        person={"age": 60},
        marks=[mark("lateral_thigh_upper"), mark("lateral_leg")],
        answers={"crossed_slr": on_right("yes"), "hip_internal_rotation_deg": on_right(10)},
    )
    assert [(one.id, one.findings) for one in conflicts(case)] == [
        ("answers_pull_apart", ("hip_internal_rotation_deg", "crossed_slr"))
    ]


@pytest.mark.parametrize("name", [name for name in ALL if name != "mixed_signs"])
def test_a_clear_case_has_no_conflict(name: str) -> None:
    assert conflicts(ALL[name]) == ()


@settings(max_examples=40)
@given(CASES)
def test_at_most_three_and_no_finding_twice(case: Case) -> None:
    found = conflicts(case)
    named = [name for one in found for name in one.findings]
    assert len(found) <= 3
    assert len(named) == len(set(named))
    assert set(named) <= set(case.answers) | {f.id for f in KNOWLEDGE.findings if f.implied_by}
    order = [one.id for one in found]
    assert order == sorted(order)
