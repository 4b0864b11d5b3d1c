"""A contrast is how far the ratio of two probabilities falls when one answer is left out, done by hand."""

import math
import random

import pytest

from hipmap.model.assessment import Reason
from hipmap.model.case import Case, new_case
from hipmap.model.explanations import Contrast
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.contrast import contrast
from tests.reasoning import known_cases
from tests.reasoning.case_changes import with_answer, without_answer
from tests.reasoning.random_cases import random_case
from tests.reasoning.test_reasons import stays_the_same_case

DECIBANS = 10 / math.log(10)
# Weights are rounded to a hundredth of a deciban, probabilities to a millionth; below a half nothing is told.
ROUNDING, UNTOLD = 0.0065, 0.5065
# Of smaller probabilities a millionth is too much to compare ratios by.
COMPARED = 0.01


def probabilities(case: Case, knowledge: Knowledge) -> dict[str, float]:
    result = assess(case, knowledge, ranges=False)
    return {one.id: one.probability for one in (*result.conditions, *result.origins)}


def ratio(case: Case, knowledge: Knowledge, first: str, second: str) -> float | None:
    p = probabilities(case, knowledge)
    if min(p[first], p[second]) < COMPARED:
        return None
    return DECIBANS * math.log(p[first] / p[second])


def weights_of(found: Contrast) -> dict[str, float]:
    return {one.finding: one.weight for one in (*found.for_first, *found.for_second)}


def some_cases(seed: int, count: int, knowledge: Knowledge) -> list[Case]:
    chance = random.Random(seed)
    return [random_case(knowledge, chance) for _ in range(count)]


@pytest.mark.parametrize("conditions", [False, True])
@pytest.mark.parametrize("seed", range(2))
def test_each_weight_is_the_ratio_without_the_answer(
    seed: int, conditions: bool, knowledge: Knowledge
) -> None:
    checked = told = 0
    for case in [*some_cases(seed, 25, knowledge), *known_cases.ALL.values()]:
        result = assess(case, knowledge, ranges=False)
        first, second = [one.id for one in (result.conditions if conditions else result.origins)[:2]]
        found = contrast(case, knowledge, first, second)
        now = ratio(case, knowledge, first, second)
        for name in case.answers:
            then = ratio(without_answer(case, name), knowledge, first, second)
            if now is None or then is None or not stays_the_same_case(case, name, knowledge):
                continue
            weight = weights_of(found).get(name)
            true = now - then
            assert abs(true) < UNTOLD if weight is None else abs(weight - true) < ROUNDING, (case, name)
            checked += 1
            told += weight is not None
    assert checked > 100
    assert told > 30


def test_start_and_result_are_ratios_of_the_starting_rates_and_of_the_result(knowledge: Knowledge) -> None:
    compared = 0
    for case in known_cases.ALL.values():
        found = contrast(case, knowledge, "hip_joint", "lumbar_axial")
        bare = new_case(setting=case.setting, person=case.person)
        start = ratio(bare, knowledge, "hip_joint", "lumbar_axial")
        result = ratio(case, knowledge, "hip_joint", "lumbar_axial")
        assert start is not None
        assert found.start == pytest.approx(start, abs=ROUNDING)
        if result is not None:
            assert found.result == pytest.approx(result, abs=ROUNDING)
            compared += 1
    assert compared > 5


def test_the_other_way_round_is_the_mirror(knowledge: Knowledge) -> None:
    def turned(reasons: tuple[Reason, ...]) -> list[Reason]:
        return [one.model_copy(update={"weight": -one.weight}) for one in reasons]

    for case in some_cases(4, 20, knowledge):
        one = contrast(case, knowledge, "hip_joint", "lumbar_radicular")
        two = contrast(case, knowledge, "lumbar_radicular", "hip_joint")
        assert turned(one.for_first) == list(two.for_second)
        assert turned(one.for_second) == list(two.for_first)
        assert (one.start, one.result) == (-two.start, -two.result)


def test_the_strongest_stands_first_and_nothing_small_is_told(knowledge: Knowledge) -> None:
    for case in some_cases(5, 40, knowledge):
        found = contrast(case, knowledge, "hip_joint", "lumbar_axial")
        for sign, reasons in ((1, found.for_first), (-1, found.for_second)):
            weights = [sign * one.weight for one in reasons]
            assert weights == sorted(weights, reverse=True)
            assert all(weight >= 0.5 for weight in weights)


def test_a_raised_leg_that_hurts_speaks_for_the_nerve_and_a_stiff_hip_for_the_hip(
    knowledge: Knowledge,
) -> None:
    found = contrast(known_cases.MIXED_SIGNS, knowledge, "hip_joint", "lumbar_radicular")
    assert found.for_first[0].finding == "hip_internal_rotation_deg"
    assert found.for_second[0].finding == "slr"


def test_nothing_separates_a_thing_from_itself(knowledge: Knowledge) -> None:
    found = contrast(known_cases.HIP_JOINT, knowledge, "hip_joint", "hip_joint")
    assert (found.start, found.result, found.for_first, found.for_second) == (0, 0, (), ())


def test_order_and_unknown_answers_change_nothing(knowledge: Knowledge) -> None:
    chance = random.Random(6)
    for case in some_cases(6, 20, knowledge):
        name = chance.choice(knowledge.findings).id
        bare = without_answer(case, name)
        answers = dict(reversed(list(with_answer(bare, name, "unknown").answers.items())))
        turned = bare.model_copy(update={"answers": answers, "marks": tuple(reversed(bare.marks))})
        first = contrast(bare, knowledge, "lateral_hip", "hip_joint")
        assert contrast(turned, knowledge, "lateral_hip", "hip_joint") == first


def test_an_unknown_target_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="no origin or condition"):
        contrast(new_case(), knowledge, "hip_joint", "elbow")
