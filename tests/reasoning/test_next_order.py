"""In which order the proposals come: by information per second, with a place kept for a test."""

import random

import pytest

from hipmap.model.assessment import NextFinding
from hipmap.model.case import Case, new_case
from hipmap.model.telling_next import telling_most
from hipmap.reasoning.next_findings import keep_a_place_for_a_test
from tests.reasoning.known_cases import ALL, SETTLED, mark
from tests.reasoning.random_cases import random_case
from tests.reasoning.test_next_findings import KNOWLEDGE, PHYSICAL, names, proposals


def rate(one: NextFinding) -> float:
    return one.bits / one.seconds


def is_test(one: NextFinding) -> bool:
    return KNOWLEDGE.finding_by_id[one.finding].kind in PHYSICAL


def test_the_order_is_by_information_for_each_second_but_for_the_place_of_a_test() -> None:
    found = list(proposals(ALL["one_mark"]))
    assert len(found) > 50
    assert all(one.seconds == KNOWLEDGE.finding_by_id[one.finding].seconds for one in found)
    kept = found.pop(2)
    assert is_test(kept)
    assert rate(kept) < rate(found[2])
    much = [one for one in found if one.bits >= 0.03]
    little = [one for one in found if one.bits < 0.03]
    assert found == much + little
    assert much == sorted(much, key=rate, reverse=True)
    assert little == sorted(little, key=rate, reverse=True)


HIP_MOVEMENT = {
    "seated_hip_rotation", "seated_rotation_less", "hip_rotation_pain", "hip_internal_rotation_deg",
    "hip_internal_rotation_limited", "internal_rotation_limited_hip_straight", "hip_planes_restricted",
    "knee_to_chest_pain", "log_roll_pain", "fadir", "faber", "leg_out_to_side",
}  # fmt: skip


@pytest.mark.parametrize("setting", ["physio", "primary"])
def test_in_groin_pain_at_66_one_of_the_first_three_moves_the_hip(setting: str) -> None:
    case = new_case(setting=setting, person={"age": 66}, marks=[mark("groin_crease", worst=True)])
    first = names(case)[:3]
    assert HIP_MOVEMENT.intersection(first)
    assert {KNOWLEDGE.finding_by_id[name].kind for name in first} & {"history", "aggravating", "easing"}


@pytest.mark.parametrize("seed", range(15, 45))
def test_in_a_visit_one_of_the_first_three_is_a_test_if_any_is_worth_it(seed: int) -> None:
    case = random_case(KNOWLEDGE, random.Random(seed)).model_copy(update={"setting": "physio"})
    found = proposals(case)
    tests = [one for one in found if is_test(one)]
    if not any(is_test(one) for one in found[:3]):
        least = found[2].bits / 2 if len(found) > 2 else 0.0
        assert all(one.bits < max(0.03, least) for one in tests)
    elif len(found) > 3 and is_test(found[2]) and rate(found[2]) < rate(found[3]) - 1e-9:
        # It has been given the place: it changes much, by half of the best test and of what it displaced.
        assert found[2].bits >= max(0.03, found[3].bits / 2, max(one.bits for one in tests) / 2)


def test_a_quick_test_that_tells_little_does_not_stand_for_the_examination() -> None:
    """In a sore buttock at 25, pointing at the dimple takes a third of the time of a FABER but tells less."""
    case = new_case(setting="physio", person={"age": 25}, marks=[mark("mid_buttock", worst=True)])
    assert names(case)[2] == "faber"
    rates = {one.finding: rate(one) for one in proposals(case)}
    assert rates["one_finger_at_dimple"] > rates["faber"]


@pytest.mark.parametrize(
    ("tests", "kept"),
    [
        ({"faber": 0.05, "slr": 0.2}, "slr"),  # the first is no half of the best
        ({"faber": 0.1, "slr": 0.2}, "faber"),
        ({"faber": 0.029}, None),  # would change too little, though it is half of what it would displace
        ({"faber": 0.03}, "faber"),
    ],
)
def test_a_place_is_kept_only_for_a_test_that_tells_a_fair_share(
    tests: dict[str, float], kept: str | None
) -> None:
    bits = {"hip_feels_stiff": 0.3, "worse_squatting": 0.2, "onset": 0.05, **tests}
    order = [KNOWLEDGE.finding_by_id[name] for name in bits]
    keep_a_place_for_a_test(order, bits)
    found = [one.id for one in order]
    assert sorted(found) == sorted(bits)
    assert found[:2] == ["hip_feels_stiff", "worse_squatting"]
    assert found[2] == (kept or "onset")


def test_a_test_must_tell_half_of_what_the_question_tells_that_it_displaces() -> None:
    bits = {"hip_feels_stiff": 0.3, "worse_squatting": 0.3, "onset": 0.3, "faber": 0.14}
    order = [KNOWLEDGE.finding_by_id[name] for name in bits]
    keep_a_place_for_a_test(order, bits)
    assert [one.id for one in order] == list(bits)


def at_home(**answers: str) -> Case:
    marks = [mark("groin_crease", worst=True)]
    person = {"age": 66, "sex": "female"}
    return new_case(setting="home", person=person, marks=marks, answers=answers)


def test_alone_at_home_a_movement_is_put_forward_only_when_every_safety_question_has_an_answer() -> None:
    safety = {finding.id: "no" for finding in KNOWLEDGE.findings if finding.screening}
    open_one = {**safety, "cannot_bear_weight": "unknown"}
    for answers in ({}, open_one):
        found = [one for one in proposals(at_home(**answers)) if one.bits >= 0.03]
        assert found == sorted(found, key=rate, reverse=True)
        assert not any(is_test(one) for one in found[:3])
    answered = [one for one in proposals(at_home(**safety))[:3] if is_test(one)]
    assert answered
    assert all(one.who != "clinician" for one in answered)


def test_when_all_is_told_what_is_left_is_still_listed() -> None:
    found = proposals(SETTLED)
    assert found
    assert max(one.bits for one in found) < 0.03
    assert not telling_most(found)
