"""Published ratios between hip osteoarthritis and stenosis come out in their direction and about their size.

Rainville 2019 and Khan 2004 compared people with hip osteoarthritis with people with lumbar stenosis. A
ratio counts at the power of the evidence scale and, from one study, within the stated caps.
"""

import math

import pytest

from hipmap.model.case import new_case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from tests.reasoning.known_cases import on_right

HIP, BACK = "hip_osteoarthritis", "lumbar_stenosis"
COMPARISONS = ("rainville_2019", "khan_2004")


def single_odds(answers: dict[str, object], knowledge: Knowledge) -> float:
    """The odds of hip osteoarthritis alone against stenosis alone."""
    case = new_case(setting="primary", answers=answers)
    probabilities = infer(network_of(knowledge), case, facts_of(case, knowledge)).probabilities
    numbers = network_of(knowledge).hypotheses.conditions
    return probabilities[numbers.index(HIP)] / probabilities[numbers.index(BACK)]


def compared(knowledge: Knowledge) -> list[Finding]:
    """The yes/no findings whose figure for the hip or for stenosis comes from a comparison of the two."""
    return [
        finding
        for finding in knowledge.findings
        if finding.answer == "yes_no"
        and {HIP, BACK} <= set(finding.cells)
        and any(finding.cells[name].source in COMPARISONS for name in (HIP, BACK))
    ]


def test_some_findings_come_from_the_comparisons(knowledge: Knowledge) -> None:
    assert len(compared(knowledge)) >= 4


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_compared_finding_moves_the_odds_by_its_ratio(answer: str, knowledge: Knowledge) -> None:
    limits = knowledge.manifest.parameters
    start = single_odds({}, knowledge)
    for finding in compared(knowledge):
        hip, back = (finding.cells[name].probability for name in (HIP, BACK))
        ratio = hip / back if answer == "yes" else (1 - hip) / (1 - back)
        moved = single_odds({finding.id: answer}, knowledge) / start
        assert (moved > 1) == (ratio > 1), finding.id
        expected = limits.evidence_scale.value * math.log(ratio)
        assert math.log(moved) == pytest.approx(expected, abs=0.35), finding.id


def test_a_compared_finding_moves_the_odds_about_as_far_as_published(knowledge: Knowledge) -> None:
    """A likelihood ratio against stenosis may not be stretched by a judged figure on the other side."""
    scale = knowledge.manifest.parameters.evidence_scale.value
    start = single_odds({}, knowledge)
    for finding in compared(knowledge):
        derivation = finding.cells[HIP].derivation
        if derivation is not None and derivation.lr_pos is not None:
            moved = single_odds({finding.id: "yes"}, knowledge) / start
            assert 0.5 <= moved / derivation.lr_pos**scale <= 2, (finding.id, moved, derivation.lr_pos)


def test_limp_and_limited_rotation_speak_for_the_hip(knowledge: Knowledge) -> None:
    start = single_odds({}, knowledge)
    limp = single_odds({"limp": "yes"}, knowledge) / start
    rotation = single_odds({"hip_internal_rotation_limited": on_right("yes")}, knowledge) / start
    assert limp > 1.5
    assert rotation > 1.5


def test_relief_by_bending_forward_speaks_for_stenosis(knowledge: Knowledge) -> None:
    assert single_odds({"eased_by_bending_forward": "yes"}, knowledge) < 0.6 * single_odds({}, knowledge)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("worse_dressing_leg", "worse_getting_in_or_out_of_car"),
        ("hip_internal_rotation_limited", "hip_feels_stiff"),
    ],
)
def test_a_second_answer_of_a_group_adds_less_than_the_first(
    first: str, second: str, knowledge: Knowledge
) -> None:
    """The more telling of two counts in full and the other by rho: it adds less than it would alone."""
    finding = knowledge.finding_by_id
    assert finding[first].group == finding[second].group
    start = math.log(single_odds({}, knowledge))
    alone = {name: math.log(single_odds({name: "yes"}, knowledge)) - start for name in (first, second)}
    both = math.log(single_odds({first: "yes", second: "yes"}, knowledge)) - start
    rho = knowledge.manifest.parameters.dependence.value
    either_order = (alone[first] + rho * alone[second], rho * alone[first] + alone[second])
    assert min(abs(both - one) for one in either_order) < 1e-9
    assert max(alone.values()) < both < sum(alone.values())


def test_the_comparison_of_hip_and_stenosis_is_told_of_no_third_condition(knowledge: Knowledge) -> None:
    """Who was compared with whom is all that such a figure knows: it says nothing of a tendon or a root."""
    told = {
        condition
        for finding in knowledge.findings
        for condition, cell in finding.cells.items()
        if cell.source in COMPARISONS
    }
    drawn = {
        referral.condition
        for referral in knowledge.referral.pain
        for cell in referral.zones.values()
        if cell.source in COMPARISONS
    }
    assert told == {HIP, BACK}
    assert drawn <= {HIP, BACK}
