"""A reason is how far the log-odds fall when one item is left out, checked by really leaving it out.

An answer is left out by assessing the case without it: its dependence group is then smaller, so its
likes count more, as the engine says too. Three things differ when a case is edited by hand, and are
left out of that comparison or rebuilt from statements: an answer that marks imply comes back by
itself; members of a cluster come back when the cluster goes; and a mark that goes would become a zone
left free. The reason of a mark is defined as that one statement left out, all others unchanged.
"""

import math
import random

import numpy as np
import pytest

from hipmap.model.assessment import Likelihood
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.facts import complaint_side
from tests.reasoning import known_cases
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.case_changes import without_answer
from tests.reasoning.random_cases import random_case

DECIBANS = 10 / math.log(10)
# Weights are rounded to a hundredth of a deciban, and those below a fifth are not told.
ROUNDING, UNTOLD = 0.0051, 0.2051
# Nobody asks why an origin is improbable.
EXPLAINED = 0.0201


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


def stays_the_same_case(case: Case, name: str, knowledge: Knowledge) -> bool:
    """Leaving the answer out must not bring another one in, nor turn the complaint to another side."""
    finding = knowledge.finding_by_id[name]
    bare = without_answer(case, name)
    implied = finding.implied_by is not None
    return not (implied or finding.replaces) and complaint_side(case) == complaint_side(bare)


@pytest.mark.parametrize("seed", range(3))
def test_the_reason_of_an_answer_is_the_case_without_it(
    seed: int, knowledge: Knowledge, brute_force: BruteForce
) -> None:
    checked = 0
    for case in random_cases(seed, 12, knowledge):
        origins = explained(case, knowledge)
        now = brute_force.by_origin(brute_force.of_case(case))
        for name in case.answers:
            if not stays_the_same_case(case, name, knowledge):
                continue
            then = brute_force.by_origin(brute_force.of_case(without_answer(case, name)))
            for origin in origins:
                true = (log_odds(float(now[origin.id])) - log_odds(float(then[origin.id]))) * DECIBANS
                assert agrees(weights_of(origin).get(name), true), (case, name, origin.id)
                checked += 1
    assert checked > 200


@pytest.mark.parametrize("seed", range(3))
def test_every_reason_is_one_statement_left_out(
    seed: int, knowledge: Knowledge, brute_force: BruteForce
) -> None:
    for case in random_cases(seed, 8, knowledge):
        statements = brute_force.statements(case)
        prior = brute_force.prior(brute_force.weights(case))
        now = brute_force.by_origin(brute_force.posterior(prior, statements))
        origins = explained(case, knowledge)
        for left_out in statements:
            rest = [one for one in statements if one is not left_out]
            then = brute_force.by_origin(brute_force.posterior(prior, rest))
            for origin in origins:
                true = (log_odds(float(now[origin.id])) - log_odds(float(then[origin.id]))) * DECIBANS
                assert agrees(weights_of(origin).get(left_out.name), true), (left_out.name, origin.id)
        told = {name for origin in origins for name in weights_of(origin)}
        assert told <= {one.name for one in statements}


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
