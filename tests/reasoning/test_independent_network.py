"""The engine gives the posteriors of an independent Bayesian-network library to 1e-9 (design, section 4)."""

import platform
import random

import numpy as np
import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from hipmap.reasoning.posterior import share_of
from tests.reasoning import known_cases
from tests.reasoning.random_cases import random_case

if platform.machine() == "ARM64":
    pytest.skip("pyagrum has no wheel for Windows on ARM", allow_module_level=True)

from tests.reasoning.independent_network import IndependentNetwork, gate

CASES, PARTS = 1000, 10
TWO_SIDED_CASES = 100
CLOSE = 1e-9
# How the other side is marked: where both sides count, pain goes before what it spreads to.
OTHERWISE = {"pain": "spread", "spread": "pain"}
OTHER_SIDE = {"right": "left", "left": "right"}


@pytest.fixture(scope="module")
def library(knowledge: Knowledge) -> IndependentNetwork:
    return IndependentNetwork(knowledge)


def largest_difference(case: Case, knowledge: Knowledge, library: IndependentNetwork) -> float:
    """Over all explanations, all origins and all conditions."""
    network = network_of(knowledge)
    ours = infer(network, case, facts_of(case, knowledge)).probabilities
    theirs = library.posterior(case)
    origins = [share_of(ours, members) - theirs.origins[name] for name, members in network.by_origin.items()]
    conditions = [
        share_of(ours, members) - theirs.conditions[name]
        for name, members in zip(network.hypotheses.conditions, network.by_condition, strict=True)
    ]
    return float(np.abs([*(np.array(ours) - theirs.explanations), *origins, *conditions]).max())


@pytest.mark.parametrize("part", range(PARTS))
def test_a_thousand_random_answer_sets_agree(
    part: int, knowledge: Knowledge, library: IndependentNetwork
) -> None:
    chance = random.Random(1000 + part)
    for _ in range(CASES // PARTS):
        case = random_case(knowledge, chance)
        assert largest_difference(case, knowledge, library) < CLOSE, case


def test_zones_marked_on_both_sides_agree(knowledge: Knowledge, library: IndependentNetwork) -> None:
    chance = random.Random(2)
    for _ in range(TWO_SIDED_CASES):
        case = marked_on_both_sides(random_case(knowledge, chance))
        assert largest_difference(case, knowledge, library) < CLOSE, case


def marked_on_both_sides(case: Case) -> Case:
    """The same zones on the other side as well, painful ones otherwise, and none the worst."""
    here = [mark.model_copy(update={"worst": False}) for mark in case.marks]
    there = [
        mark.model_copy(update={"side": OTHER_SIDE[mark.side], "kind": OTHERWISE.get(mark.kind, mark.kind)})
        for mark in here
        if mark.side in OTHER_SIDE
    ]
    return case.model_copy(update={"marks": (*here, *there)})


@pytest.mark.parametrize("name", list(known_cases.ALL))
def test_the_known_cases_agree(name: str, knowledge: Knowledge, library: IndependentNetwork) -> None:
    assert largest_difference(known_cases.ALL[name], knowledge, library) < CLOSE


def test_a_moved_figure_would_be_noticed(knowledge: Knowledge, library: IndependentNetwork) -> None:
    """The comparison is no empty one: a thousandth more weight of all evidence is far outside its limit."""
    parameters = knowledge.manifest.parameters
    scale = parameters.evidence_scale
    moved = scale.model_copy(update={"value": scale.value * 1.001})
    manifest = knowledge.manifest.model_copy(
        update={"parameters": parameters.model_copy(update={"evidence_scale": moved})}
    )
    other = knowledge.model_copy(update={"manifest": manifest})
    case = new_case(person={"age": 70}, answers={"eased_by_bending_forward": "yes"})
    assert largest_difference(case, other, library) > 1000 * CLOSE


def test_the_gate_of_the_library_is_the_leaky_noisy_or() -> None:
    assert gate(0.6, 0.3, 0.1) == pytest.approx(1 - 0.4 * 0.7 / 0.9, abs=1e-12)
    assert gate(0.6, 0.1, 0.1) == pytest.approx(0.6, abs=1e-12)
