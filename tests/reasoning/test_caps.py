"""No single study and no judgement may move the odds further than the stated limits."""

from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
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
