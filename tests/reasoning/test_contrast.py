"""A contrast is how far the ratio of two probabilities falls without what one answer says, done by hand."""

import math
import random
from collections.abc import Sequence

import pytest

from hipmap.model.assessment import Reason
from hipmap.model.case import Case, new_case
from hipmap.model.explanations import Contrast
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.contrast import contrast
from tests.reasoning import known_cases
from tests.reasoning.brute_figures import Statement
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.case_changes import with_answer, without_answer
from tests.reasoning.random_cases import random_case

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
def test_each_weight_is_the_ratio_without_what_the_answer_says(
    seed: int, conditions: bool, knowledge: Knowledge, brute_force: BruteForce
) -> None:
    """The other answers of its dependence group keep their weights, as in the reasons."""
    checked = told = 0
    for case in [*some_cases(seed, 25, knowledge), *known_cases.ALL.values()]:
        result = assess(case, knowledge, ranges=False)
        first, second = [one.id for one in (result.conditions if conditions else result.origins)[:2]]
        weights = weights_of(contrast(case, knowledge, first, second))
        statements = brute_force.statements(case)
        ranks = brute_force.ranks(statements)
        now = ratio_of(first, second, case, statements, ranks, brute_force)
        for at, left_out in enumerate(statements):
            rest, held = statements[:at] + statements[at + 1 :], ranks[:at] + ranks[at + 1 :]
            true = now - ratio_of(first, second, case, rest, held, brute_force)
            weight = weights.get(left_out.name)
            assert abs(true) < UNTOLD if weight is None else abs(weight - true) < ROUNDING, left_out.name
            checked += 1
            told += weight is not None
    assert checked > 100
    assert told > 30


def ratio_of(
    first: str,
    second: str,
    case: Case,
    statements: Sequence[Statement],
    ranks: Sequence[int],
    brute_force: BruteForce,
) -> float:
    prior = brute_force.prior(brute_force.weights(case))
    posterior = brute_force.posterior(prior, statements, ranks=ranks)
    p = {**brute_force.by_condition(posterior), **brute_force.by_origin(posterior)}
    return DECIBANS * math.log(float(p[first]) / float(p[second]))


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
    answers = known_cases.MIXED_SIGNS.answers
    first, second = (
        [one.finding for one in reasons if one.finding in answers]
        for reasons in (found.for_first, found.for_second)
    )
    assert (first[0], second[0]) == ("hip_internal_rotation_deg", "slr")


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
