"""The engine's posterior agrees with an independent brute-force computation to 1e-9 on random cases."""

import random

import numpy as np
import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.random_cases import known_values, random_case

CASES = 240
CLOSE = 1e-9


def largest_difference(case: Case, knowledge: Knowledge, brute_force: BruteForce) -> float:
    """Over every explanation: singles, pairs and *not covered* stand in the same order in both."""
    ours = infer(network_of(knowledge), case, facts_of(case, knowledge)).probabilities
    return float(np.abs(np.array(ours) - brute_force.of_case(case)).max())


def test_the_explanations_are_singles_pairs_and_none(knowledge: Knowledge, brute_force: BruteForce) -> None:
    hypotheses = network_of(knowledge).hypotheses
    assert len(hypotheses.each) == brute_force.of_condition.shape[1]
    ours = [[at in one for one in hypotheses.each] for at in range(len(hypotheses.conditions))]
    assert np.array_equal(np.array(ours), brute_force.of_condition)


@pytest.mark.parametrize("seed", range(8))
def test_random_cases_agree(seed: int, knowledge: Knowledge, brute_force: BruteForce) -> None:
    chance = random.Random(seed)
    for _ in range(CASES // 8):
        case = random_case(knowledge, chance)
        assert largest_difference(case, knowledge, brute_force) < CLOSE, case


def test_every_answer_alone_agrees(knowledge: Knowledge, brute_force: BruteForce) -> None:
    for finding in knowledge.findings:
        for value in known_values(finding):
            case = new_case(answers={finding.id: value})
            assert largest_difference(case, knowledge, brute_force) < CLOSE, case


def test_every_setting_age_and_sex_agrees(knowledge: Knowledge, brute_force: BruteForce) -> None:
    for setting in ("home", "primary", "physio", "secondary"):
        for age in (None, 0, 11, 12, 17, 18, 29, 30, 44, 45, 59, 60, 74, 75, 119):
            for sex in ("female", "male", "other"):
                person = {"sex": sex} if age is None else {"age": age, "sex": sex}
                case = new_case(setting=setting, person=person)
                assert largest_difference(case, knowledge, brute_force) < CLOSE, case


def test_the_assessment_shows_these_probabilities(knowledge: Knowledge, brute_force: BruteForce) -> None:
    chance = random.Random(11)
    for _ in range(20):
        case = random_case(knowledge, chance)
        posterior = brute_force.of_case(case)
        expected = {**brute_force.by_origin(posterior), **brute_force.by_condition(posterior)}
        # An origin and its one condition may share an id; then both show the same number.
        result = assess(case, knowledge, ranges=False)
        for likelihood in (*result.origins, *result.conditions):
            assert likelihood.probability == pytest.approx(float(expected[likelihood.id]), abs=6e-7)
