"""A mark that covers part of a zone weighs that part; one that covers all of it weighs whole."""

import random

import pytest

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, Mark, MarkKind, new_case
from hipmap.reasoning import assess
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from hipmap.reasoning.posterior import log_odds, share_of
from tests.case_builders import own_knowledge

KNOWLEDGE = own_knowledge()
NETWORK = network_of(KNOWLEDGE)
SHARES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)


def marked(share: float | None, zone: str = "groin_crease", kind: MarkKind = "pain") -> Case:
    return new_case(marks=(Mark(zone=zone, side="right", kind=kind, share=share),))


def odds(case: Case, origin: str) -> float:
    found = infer(NETWORK, case, facts_of(case, KNOWLEDGE))
    return log_odds(share_of(found.probabilities, NETWORK.by_origin[origin]))


def results(case: Case) -> dict[str, object]:
    """Gives the assessment without what tells the cases apart as such."""
    told: Assessment = assess(case, KNOWLEDGE)
    return told.model_dump(exclude={"versions"})


@pytest.mark.parametrize(
    ("zone", "kind", "origin"),
    [
        ("groin_crease", "pain", "hip_joint"),
        ("trochanter", "pain", "lateral_hip"),
        ("si_dimple", "spread", "sacroiliac"),
        ("shin", "numb", "lumbar_radicular"),
    ],
)
def test_the_more_of_a_zone_is_covered_the_more_it_tells(zone: str, kind: MarkKind, origin: str) -> None:
    told = [odds(marked(share, zone, kind), origin) for share in SHARES]
    assert told == sorted(told)
    assert told[-1] - told[0] > 0.2


def test_no_pain_in_part_of_a_zone_speaks_less_against_it() -> None:
    pain = Mark(zone="trochanter", side="right")
    against = [
        odds(
            new_case(marks=(pain, Mark(zone="groin_crease", side="right", kind="none", share=share))),
            "hip_joint",
        )
        for share in SHARES
    ]
    assert against == sorted(against, reverse=True)
    assert against[0] > against[-1]


def test_all_of_a_zone_is_the_same_as_nothing_said() -> None:
    case = new_case(
        marks=(
            Mark(zone="groin_crease", side="right", worst=True),
            Mark(zone="shin", side="right", kind="numb"),
            Mark(zone="coccyx", side="midline", kind="none"),
        )
    )
    whole = case.model_copy(
        update={"marks": tuple(mark.model_copy(update={"share": 1.0}) for mark in case.marks)}
    )
    assert results(whole) == results(case)
    nearly = case.model_copy(
        update={"marks": tuple(mark.model_copy(update={"share": 0.999}) for mark in case.marks)}
    )
    for origin in NETWORK.by_origin:
        assert abs(odds(nearly, origin) - odds(case, origin)) < 0.01


def test_a_small_mark_takes_nothing_from_the_weight_of_the_others() -> None:
    worst = Mark(zone="groin_crease", side="right", worst=True)
    speck = Mark(zone="anterior_thigh_upper", side="right", share=0.01)
    whole = speck.model_copy(update={"share": None})

    def weights(*marks: Mark) -> dict[str, float]:
        case = new_case(marks=marks)
        items = infer(NETWORK, case, facts_of(case, KNOWLEDGE)).groups["marks"].items
        return {item.finding: item.weight for item in items}

    assert weights(worst, speck)["mark:groin_crease"] == weights(worst, whole)["mark:groin_crease"]
    assert weights(worst, speck)["mark:anterior_thigh_upper"] == pytest.approx(
        0.01 * weights(worst, whole)["mark:anterior_thigh_upper"]
    )


def test_the_order_of_marks_never_matters() -> None:
    marks = [
        Mark(zone="groin_crease", side="right", share=0.4),
        Mark(zone="groin_crease", side="left", share=0.7),
        Mark(zone="trochanter", side="right", share=0.2, worst=True),
        Mark(zone="mid_buttock", side="right", kind="spread", share=0.5),
        Mark(zone="calf", side="right", kind="numb", share=0.3),
        Mark(zone="sacrum", side="midline", kind="none", share=0.6),
    ]
    first = results(new_case(marks=tuple(marks)))
    for seed in range(4):
        random.Random(seed).shuffle(marks)
        assert results(new_case(marks=tuple(marks))) == first


def test_one_zone_covered_differently_on_either_side_is_not_alike() -> None:
    alike = new_case(marks=(Mark(zone="trochanter", side="right"), Mark(zone="trochanter", side="left")))
    differing = new_case(
        marks=(Mark(zone="trochanter", side="right", share=0.3), Mark(zone="trochanter", side="left"))
    )
    assert facts_of(alike, KNOWLEDGE).side_of(alike.marks[0]) is None
    facts = facts_of(differing, KNOWLEDGE)
    assert facts.pain[0].share is None, "the side that covers more of the zone counts"
    assert facts.side_of(facts.pain[0]) == "left"
