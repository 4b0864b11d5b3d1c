"""What must hold for any case: order never matters, unknown says nothing, numbers stay probabilities."""

import math
import random
from collections.abc import Iterable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.case import Case, new_case
from hipmap.model.findings import Finding
from hipmap.reasoning import assess
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from tests.case_builders import own_knowledge
from tests.reasoning.case_changes import mirrored, with_answer, without_answer
from tests.reasoning.random_cases import cases, known_values

KNOWLEDGE = own_knowledge()
CASES = cases(KNOWLEDGE)
ROUNDING = 2e-6
# What to ask next has tests of its own (test_next_findings.py) and takes half of the time.
weigh = partial(assess, knowledge=KNOWLEDGE, proposals=False)


def numbers(likelihoods: Iterable[Likelihood]) -> dict[str, tuple[float, float | None, float | None]]:
    return {one.id: (one.probability, one.low, one.high) for one in likelihoods}


def said(result: Assessment) -> tuple[object, ...]:
    """All of an assessment that rests on evidence, without the list of questions and the digest."""
    return result.origins, result.conditions, result.combined, result.enough, result.conflicts


@settings(max_examples=40)
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_marks_and_answers_never_matters(case: Case, chance: random.Random) -> None:
    marks, answers = list(case.marks), list(case.answers.items())
    chance.shuffle(marks)
    chance.shuffle(answers)
    turned = case.model_copy(update={"marks": tuple(marks), "answers": dict(answers)})
    first, second = assess(case, KNOWLEDGE), assess(turned, KNOWLEDGE)
    assert first.model_dump_json() == second.model_dump_json()


def test_the_order_of_two_worst_spots_never_matters() -> None:
    right = {"zone": "groin_crease", "side": "right", "worst": True}
    left = {"zone": "mid_buttock", "side": "left", "worst": True}
    first = assess(new_case(marks=[right, left]), KNOWLEDGE)
    second = assess(new_case(marks=[left, right]), KNOWLEDGE)
    assert first.model_dump_json() == second.model_dump_json()


@settings(max_examples=40)
@given(CASES, st.sampled_from(KNOWLEDGE.findings), st.sampled_from(("right", "left", None)))
def test_unknown_changes_nothing(case: Case, finding: Finding, side: str | None) -> None:
    bare = without_answer(case, finding.id)
    asked = with_answer(bare, finding.id, "unknown", side if finding.sided else None)
    assert said(weigh(asked)) == said(weigh(bare))


def test_unknown_does_not_unsay_what_a_mark_says() -> None:
    for finding in KNOWLEDGE.findings:
        if finding.implied_by is not None:
            kind, zone = finding.implied_by.kinds[0], KNOWLEDGE.body.by_id[finding.implied_by.zones[0]]
            case = new_case(marks=[{"zone": zone.id, "side": side, "kind": kind} for side in zone.sides])
            asked = with_answer(case, finding.id, "unknown")
            assert said(weigh(asked)) == said(weigh(case)), finding.id


def test_unknown_for_a_side_does_not_choose_the_side() -> None:
    right = {"slr": {"value": "positive", "side": "right"}}
    unknown = {name: {"value": "unknown", "side": "left"} for name in ("fadir", "faber")}
    first = assess(new_case(answers=right), KNOWLEDGE)
    second = assess(new_case(answers={**right, **unknown}), KNOWLEDGE)
    assert said(first) == said(second)


@settings(max_examples=60)
@given(CASES)
def test_probabilities_and_ranges_are_in_order(case: Case) -> None:
    result = weigh(case)
    for one in (*result.origins, *result.conditions):
        assert one.low is not None
        assert one.high is not None
        assert 0 <= one.low <= one.probability <= one.high <= 1, one.id
    for pair in result.combined:
        assert 0 <= pair.probability <= 1


@settings(max_examples=60)
@given(CASES)
def test_explanations_sum_to_one(case: Case) -> None:
    inference = infer(network_of(KNOWLEDGE), case, facts_of(case, KNOWLEDGE))
    assert math.fsum(inference.probabilities) == pytest.approx(1, abs=1e-12)


@settings(max_examples=60)
@given(CASES)
def test_an_origin_lies_between_its_largest_condition_and_their_sum(case: Case) -> None:
    result = assess(case, KNOWLEDGE, ranges=False)
    for origin in result.origins:
        own = [
            one.probability
            for one in result.conditions
            if KNOWLEDGE.condition_by_id[one.id].origin == origin.id
        ]
        if own:
            assert max(own) - ROUNDING <= origin.probability <= sum(own) + ROUNDING * len(own)


@settings(max_examples=40)
@given(CASES)
def test_the_mirrored_case_gives_the_same_numbers(case: Case) -> None:
    first, second = weigh(case), weigh(mirrored(case))
    assert numbers(first.origins) == numbers(second.origins)
    assert numbers(first.conditions) == numbers(second.conditions)
    assert (first.combined, first.enough) == (second.combined, second.enough)


@settings(max_examples=20)
@given(CASES)
def test_the_same_case_twice_gives_the_same_bytes(case: Case) -> None:
    again = Case.model_validate_json(case.model_dump_json(by_alias=True))
    assert assess(case, KNOWLEDGE).model_dump_json() == assess(again, KNOWLEDGE).model_dump_json()


def everything_marked(kind: str) -> Case:
    zones = [zone for zone in KNOWLEDGE.body.zones if kind != "pain" or zone.layer != "numbness"]
    return new_case(
        marks=[{"zone": zone.id, "side": side, "kind": kind} for zone in zones for side in zone.sides]
    )


def everything_answered(at: int) -> Case:
    return new_case(answers={one.id: known_values(one)[at] for one in KNOWLEDGE.findings})


@pytest.mark.parametrize(
    "case",
    [
        new_case(),
        new_case(answers={one.id: "unknown" for one in KNOWLEDGE.findings}),
        *(everything_marked(kind) for kind in ("pain", "numb", "spread", "none")),
        everything_answered(0),
        everything_answered(-1),
        new_case(person={"age": 0}),
        new_case(person={"age": 120, "sex": "other"}),
    ],
)
def test_extreme_cases_give_finite_numbers(case: Case) -> None:
    result = assess(case, KNOWLEDGE)
    assert math.fsum(one.probability for one in result.origins) >= 1 - 1e-5
    for one in (*result.origins, *result.conditions):
        for value in (one.probability, one.low, one.high):
            assert value is not None
            assert math.isfinite(value)


def test_a_sign_that_fits_a_condition_never_lowers_it_when_it_is_all_that_is_known() -> None:
    network = network_of(KNOWLEDGE)
    start = {one.id: one.probability for one in assess(new_case(), KNOWLEDGE, ranges=False).conditions}
    for finding in KNOWLEDGE.findings:
        table = network.findings.get(finding.id)
        if finding.answer != "yes_no" or table is None:
            continue
        result = assess(new_case(answers={finding.id: "yes"}), KNOWLEDGE, ranges=False)
        now = {one.id: one.probability for one in result.conditions}
        for number, figure in table.figures.items():
            name = network.hypotheses.conditions[number]
            others = [own.p[1] for own in table.figures.values()]
            if figure.p[1] > table.background.p[1] and figure.p[1] >= max(others):
                assert now[name] >= start[name] - ROUNDING, (finding.id, name)


def test_answers_for_the_other_side_do_not_count_and_are_reported() -> None:
    marks = [{"zone": "groin_crease", "side": "right", "worst": True}]
    bare = new_case(marks=marks)
    crossed = new_case(marks=marks, answers={"slr": {"value": "positive", "side": "left"}})
    first, second = assess(bare, KNOWLEDGE), assess(crossed, KNOWLEDGE)
    assert (first.origins, first.conditions) == (second.origins, second.conditions)
    assert [(c.id, c.findings) for c in second.conflicts] == [("answers_for_the_other_side", ("slr",))]


def test_numbness_of_the_other_side_does_not_count() -> None:
    mark = {"zone": "groin_crease", "side": "right", "worst": True}
    numb = {"zone": "foot_outer", "side": "left", "kind": "numb"}
    first = assess(new_case(marks=[mark]), KNOWLEDGE)
    second = assess(new_case(marks=[mark, numb]), KNOWLEDGE)
    assert numbers(first.origins) == numbers(second.origins)
