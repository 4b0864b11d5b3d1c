"""The steps of a waterfall sum to the change of the log-odds, and are what all evidence coming in brings.

The steps are worked out a second time by walking the way from no evidence to all of it in numpy.
"""

import math
import random

import numpy as np
import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.explanations import Waterfall
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.waterfall import waterfall
from tests.reasoning import known_cases
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.case_changes import with_answer, without_answer
from tests.reasoning.moved_figures import holds
from tests.reasoning.random_cases import known_values, random_case

DECIBANS = 10 / math.log(10)
EXACT = 1e-9
LEAST, MOST_STEPS = 0.2, 12
# So many looks on the way, each in the middle of its piece, are right to a hundredth of a deciban.
LOOKS = 1500


def targets(knowledge: Knowledge) -> list[str]:
    return [*(one.id for one in knowledge.origins), *(one.id for one in knowledge.conditions)]


def some_cases(seed: int, count: int, knowledge: Knowledge) -> list[Case]:
    chance = random.Random(seed)
    return [random_case(knowledge, chance) for _ in range(count)]


def missing(way: Waterfall) -> float:
    return way.start + math.fsum(step.weight for step in way.steps) + way.others - way.result


def log_odds(p: float) -> float:
    return DECIBANS * math.log(p / (1 - p))


def walked(case: Case, target: str, brute_force: BruteForce) -> dict[str, float]:
    """What each statement adds to the log-odds while all come in together, in many small pieces."""
    parameters = brute_force.knowledge.manifest.parameters
    statements = brute_force.statements(case)
    evidence = []
    for statement, rank in zip(statements, brute_force.ranks(statements), strict=True):
        rho = parameters.group_dependence.get(statement.group, parameters.dependence).value
        whole = sum(strength * brute_force.log_p(one.p, one) for strength, one in statement.parts)
        evidence.append(parameters.evidence_scale.value * rho**rank * np.asarray(whole))
    held, found = holds(target, brute_force).astype(float), np.zeros(len(statements))
    with np.errstate(divide="ignore"):
        start = np.log(brute_force.prior(brute_force.weights(case)))
    for look in range(LOOKS):
        score = start + (look + 0.5) / LOOKS * np.sum(evidence, axis=0)
        p = np.exp(score - score.max())
        pull = held * p / (held @ p) - (1 - held) * p / ((1 - held) @ p)
        found += np.array([vector @ pull for vector in evidence]) / LOOKS
    return {one.name: DECIBANS * float(x) for one, x in zip(statements, found, strict=True)}


@pytest.mark.parametrize("seed", range(4))
def test_the_steps_sum_to_the_change(seed: int, knowledge: Knowledge) -> None:
    chance, names = random.Random(seed), targets(knowledge)
    for case in some_cases(seed, 50, knowledge):
        for name in chance.sample(names, 3):
            assert abs(missing(waterfall(case, knowledge, name))) < EXACT, (case, name)


def test_the_steps_sum_where_everything_is_answered(knowledge: Knowledge) -> None:
    for at in (0, -1):
        case = new_case(answers={one.id: known_values(one)[at] for one in knowledge.findings})
        for name in targets(knowledge):
            assert abs(missing(waterfall(case, knowledge, name))) < EXACT, name


def test_start_and_result_are_the_starting_rate_and_the_result(
    knowledge: Knowledge, brute_force: BruteForce
) -> None:
    chance = random.Random(7)
    for case in some_cases(7, 20, knowledge):
        name = chance.choice(brute_force.origins)
        held = holds(name, brute_force).astype(float)
        way = waterfall(case, knowledge, name)
        prior = float(held @ brute_force.prior(brute_force.weights(case)))
        posterior = float(held @ brute_force.of_case(case))
        assert way.start == pytest.approx(log_odds(prior), abs=1e-6)
        assert way.result == pytest.approx(log_odds(posterior), abs=1e-5)
        assert way.start_probability == pytest.approx(prior, abs=6e-7)
        assert way.result_probability == pytest.approx(posterior, abs=6e-7)


def test_every_step_is_what_the_statement_brings_on_the_way(
    knowledge: Knowledge, brute_force: BruteForce
) -> None:
    cases = [*known_cases.ALL.values(), *some_cases(3, 6, knowledge)]
    for case in cases:
        name = assess(case, knowledge, ranges=False).origins[0].id
        true, way = walked(case, name, brute_force), waterfall(case, knowledge, name)
        for step in way.steps:
            assert step.weight == pytest.approx(true.pop(step.finding), abs=0.01), (case, step.finding)
        assert way.others == pytest.approx(sum(true.values()), abs=0.01)
        assert way.others_count == len(true)


def test_steps_stand_strongest_first_and_small_ones_are_gathered(knowledge: Knowledge) -> None:
    gathered = 0
    for case in some_cases(1, 40, knowledge):
        way = waterfall(case, knowledge, "hip_joint")
        weights = [abs(step.weight) for step in way.steps]
        assert weights == sorted(weights, reverse=True)
        assert len(weights) <= MOST_STEPS
        assert all(weight >= LEAST for weight in weights)
        gathered += way.others_count
    assert gathered > 40


def test_one_answer_alone_is_all_of_the_change(knowledge: Knowledge) -> None:
    way = waterfall(new_case(answers={"limp": "yes"}), knowledge, "hip_joint")
    assert [step.finding for step in way.steps] == ["limp"]
    assert way.steps[0].weight == pytest.approx(way.result - way.start, abs=EXACT)
    assert way.steps[0].weight > 1
    assert way.others_count == 0


def test_nothing_answered_takes_no_step(knowledge: Knowledge) -> None:
    way = waterfall(new_case(), knowledge, "hip_joint")
    assert (way.steps, way.others, way.result) == ((), 0.0, way.start)


def test_what_cannot_be_at_this_age_has_no_way(knowledge: Knowledge) -> None:
    grown = new_case(person={"age": 40})
    impossible = [one.id for one in assess(grown, knowledge, ranges=False).conditions if not one.probability]
    assert impossible
    case = grown.model_copy(update={"answers": known_cases.HIP_JOINT.answers})
    for name in impossible:
        way = waterfall(case, knowledge, name)
        assert (way.steps, way.start, way.result_probability) == ((), way.result, 0.0), name


def test_a_step_says_the_same_of_its_figures_as_the_reason(knowledge: Knowledge) -> None:
    compared = 0
    for case in known_cases.ALL.values():
        for one in assess(case, knowledge).origins[:3]:
            reasons = {r.finding: r for r in (*one.reasons_for, *one.reasons_against)}
            for step in waterfall(case, knowledge, one.id).steps:
                if step.finding in reasons:
                    told = {**reasons[step.finding].model_dump(), "weight": step.weight}
                    # only a reason names the places that were left free
                    assert {**step.model_dump(), "places": told["places"]} == told
                    compared += 1
    assert compared > 60


def test_the_order_of_answers_and_marks_never_matters(knowledge: Knowledge) -> None:
    chance = random.Random(9)
    for case in some_cases(9, 20, knowledge):
        marks, answers = list(case.marks), list(case.answers.items())
        chance.shuffle(marks)
        chance.shuffle(answers)
        turned = case.model_copy(update={"marks": tuple(marks), "answers": dict(answers)})
        assert waterfall(turned, knowledge, "hip_joint") == waterfall(case, knowledge, "hip_joint")


def test_unknown_takes_no_step(knowledge: Knowledge) -> None:
    chance = random.Random(10)
    for case in some_cases(10, 20, knowledge):
        name = chance.choice(knowledge.findings).id
        bare = without_answer(case, name)
        asked = with_answer(bare, name, "unknown")
        assert waterfall(asked, knowledge, "lumbar_axial") == waterfall(bare, knowledge, "lumbar_axial")


def test_an_unknown_target_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="no origin or condition"):
        waterfall(new_case(), knowledge, "elbow")
