"""No single study and no judgement may move the odds further than the stated limits."""

import random

import pytest

from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import outcome_tables
from hipmap.reasoning.network import network_of

ROUNDING = 1e-9


def limits(finding: Finding, condition: str, knowledge: Knowledge) -> tuple[float, float]:
    parameters = knowledge.manifest.parameters
    if finding.cells[condition].kind == "judged":
        return parameters.judged_ratio_least.value, parameters.judged_ratio_most.value
    return parameters.ratio_least.value, parameters.ratio_most.value


def test_every_figure_keeps_its_ratio_to_the_background_within_the_limits(knowledge: Knowledge) -> None:
    network = network_of(knowledge)
    conditions = network.hypotheses.conditions
    seen = 0
    for finding in knowledge.findings:
        if finding.id not in network.findings:
            continue
        table = network.findings[finding.id]
        for number, figure in table.figures.items():
            if finding.cells[conditions[number]].pooled:
                continue
            least, most = limits(finding, conditions[number], knowledge)
            for p, background in zip(figure.p, table.background.p, strict=True):
                assert least - ROUNDING <= p / background <= most + ROUNDING, (finding.id, conditions[number])
                seen += 1
    assert seen > 2000


def test_the_outcomes_of_every_figure_still_sum_to_one(knowledge: Knowledge) -> None:
    for table in network_of(knowledge).findings.values():
        for figure in (*table.figures.values(), table.background):
            assert abs(sum(figure.p) - 1) < ROUNDING


Chances = tuple[float, ...]


def held_by_halving_alone(p: Chances, floors: Chances, ceilings: Chances) -> Chances:
    """Every halving asked, none spared by a bracket."""
    if all(low <= x <= high for x, low, high in zip(p, floors, ceilings, strict=True)):
        return p

    def held(scale: float) -> Chances:
        return tuple(min(high, max(low, scale * x)) for x, low, high in zip(p, floors, ceilings, strict=True))

    lower, upper = 0.0, 1.0 / min(p)
    for _ in range(60):
        middle = (lower + upper) / 2
        lower, upper = (middle, upper) if sum(held(middle)) < 1 else (lower, middle)
    return held(upper)


@pytest.mark.parametrize("seed", range(4))
def test_the_bracket_spares_halvings_and_changes_no_bit(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(400):
        count, most = chance.choice((2, 2, 3, 5)), chance.choice((1.5, 3.0, 10.0))
        raw = [[0.005 + chance.random() ** chance.choice((1, 5)) for _ in range(count)] for _ in range(2)]
        own, background = (tuple(x / sum(values) for x in values) for values in raw)
        limits = tuple(x / most for x in background), tuple(x * most for x in background)
        assert outcome_tables._held_between(own, *limits) == held_by_halving_alone(own, *limits)
