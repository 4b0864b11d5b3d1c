"""A reason is how far the log-odds fall without what one statement says, checked by brute force.

The other statements of its dependence group keep their weights, so that a reason tells of its own answer
and not of a mate that would step up into its place.
"""

import math
import random
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.reasoning import known_cases
from tests.reasoning.brute_figures import Statement
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.case_changes import without_answer
from tests.reasoning.random_cases import random_case

DECIBANS = 10 / math.log(10)
# Weights are rounded to a hundredth of a deciban, and those below a fifth are not told.
ROUNDING, UNTOLD = 0.0051, 0.2051
# Nobody asks why an origin is improbable.
EXPLAINED = 0.0201
# Below this, two log probabilities differ by rounding only.
ALIKE = 1e-9


def weights_of(likelihood: Likelihood) -> dict[str, float]:
    return {one.finding: one.weight for one in (*likelihood.reasons_for, *likelihood.reasons_against)}


def log_odds(p: float) -> float:
    held = min(1 - 1e-12, max(1e-12, p))
    return math.log(held / (1 - held))


def agrees(told: float | None, true: float) -> bool:
    return abs(true) < UNTOLD if told is None else abs(told - true) < ROUNDING


def random_cases(seed: int, count: int, knowledge: Knowledge) -> list[Case]:
    chance = random.Random(seed)
    return [random_case(knowledge, chance) for _ in range(count)] + list(known_cases.ALL.values())


def explained(case: Case, knowledge: Knowledge) -> list[Likelihood]:
    return [one for one in assess(case, knowledge, ranges=False).origins if one.probability >= EXPLAINED]


@pytest.mark.parametrize("seed", range(3))
def test_every_reason_is_one_statement_left_out(
    seed: int, knowledge: Knowledge, brute_force: BruteForce
) -> None:
    checked = 0
    for case in random_cases(seed, 8, knowledge):
        statements = brute_force.statements(case)
        ranks = brute_force.ranks(statements)
        prior = brute_force.prior(brute_force.weights(case))
        now = brute_force.by_origin(brute_force.posterior(prior, statements))
        origins = explained(case, knowledge)
        for at, left_out in enumerate(statements):
            rest, held = statements[:at] + statements[at + 1 :], ranks[:at] + ranks[at + 1 :]
            then = brute_force.by_origin(brute_force.posterior(prior, rest, ranks=held))
            for origin in origins:
                true = (log_odds(float(now[origin.id])) - log_odds(float(then[origin.id]))) * DECIBANS
                assert agrees(weights_of(origin).get(left_out.name), true), (left_out.name, origin.id)
                checked += 1
        told = {name for origin in origins for name in weights_of(origin)}
        assert told <= {one.name for one in statements}
    assert checked > 200


def test_an_answer_alone_in_its_group_is_the_case_without_it(knowledge: Knowledge) -> None:
    limping = known_cases.HIP_JOINT
    reason = weights_of(_origin(assess(limping, knowledge), "hip_joint"))["limp"]
    with_it, without = (
        _origin(assess(case, knowledge), "hip_joint").probability
        for case in (limping, without_answer(limping, "limp"))
    )
    assert reason == pytest.approx((log_odds(with_it) - log_odds(without)) * DECIBANS, abs=0.02)
    assert reason > 0.5


@pytest.mark.parametrize("seed", range(3))
def test_no_answer_speaks_for_what_it_makes_less_likely(
    seed: int, knowledge: Knowledge, brute_force: BruteForce
) -> None:
    """Where every explanation of an origin shows the answer less often than all others, it speaks against."""
    checked = 0
    for case in random_cases(seed, 16, knowledge):
        statements = {one.name: one for one in brute_force.statements(case)}
        for origin in explained(case, knowledge):
            of_origin = brute_force.of_origin[brute_force.origins.index(origin.id)]
            told = weights_of(origin)
            for name, speaks in _clear_statements(statements, of_origin, brute_force):
                if name in told:
                    assert (told[name] > 0) is speaks, (name, origin.id, told[name])
                    checked += 1
    assert checked >= 10


def _clear_statements(
    statements: dict[str, Statement], of_origin: NDArray[np.bool_], brute_force: BruteForce
) -> Iterator[tuple[str, bool]]:
    """The statements that all explanations of an origin show more often, or less often, than any other."""
    for name, one in statements.items():
        log_p = sum(strength * brute_force.log_p(figures.p, figures) for strength, figures in one.parts)
        inside, outside = np.asarray(log_p)[of_origin], np.asarray(log_p)[~of_origin]
        if inside.min() >= outside.max() + ALIKE:
            yield name, True
        elif inside.max() <= outside.min() - ALIKE:
            yield name, False


def test_a_negative_nerve_test_never_speaks_for_the_nerve_root(knowledge: Knowledge) -> None:
    """Beside a positive slump a negative straight-leg raise still counts against, not for."""
    right = {"value": "positive", "side": "right"}
    case = new_case(
        setting="physio",
        marks=[{"zone": "calf", "side": "right"}, {"zone": "lumbar_paraspinal", "side": "right"}],
        answers={"slump": right, "slr": {"value": "negative", "side": "right"}},
    )
    root = weights_of(_origin(assess(case, knowledge), "lumbar_radicular"))
    assert root["slump"] > 0 > root["slr"]


def _origin(result: Assessment, name: str) -> Likelihood:
    return next(one for one in result.origins if one.id == name)


def test_reasons_stand_strongest_first_and_on_their_side(knowledge: Knowledge) -> None:
    for case in known_cases.ALL.values():
        for one in assess(case, knowledge, ranges=False).origins:
            supporting = [reason.weight for reason in one.reasons_for]
            opposing = [reason.weight for reason in one.reasons_against]
            assert supporting == sorted(supporting, reverse=True)
            assert opposing == sorted(opposing)
            assert all(weight > 0 for weight in supporting)
            assert all(weight < 0 for weight in opposing)
            assert np.isfinite([*supporting, *opposing]).all()
