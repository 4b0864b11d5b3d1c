"""A complaint has a side: what is on the other side counts for that one, and both for the whole."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipmap.model.assessment import Assessment, ComplaintSide, Likelihood, Reason, SideAssessment
from hipmap.model.case import Case, new_case
from hipmap.model.conditions import TierWhenLikely
from hipmap.model.edits import put_answer
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.sides import VIEWS
from tests.case_builders import own_knowledge
from tests.reasoning.case_changes import OTHER, mirrored
from tests.reasoning.known_cases import HIP_JOINT, STENOSIS, mark, on_right
from tests.reasoning.random_cases import known_values


def on_left(value: str | int | float) -> dict[str, Any]:
    return {"value": value, "side": "left"}


HIP_AND_TENDON = new_case(
    setting="primary",
    person={"age": 67, "sex": "female"},
    marks=[mark("groin_crease", worst=True), mark("trochanter", "left"), mark("lateral_thigh_upper", "left")],
    answers={
        "hip_internal_rotation_limited": on_right("yes"),
        "hip_internal_rotation_deg": on_right(5),
        "trochanter_tender": on_left("yes"),
        "single_leg_stance": on_left("outer_hip"),
    },
)
"""A worn hip on the right, the outer hip on the left."""
LEG_ON_EACH_SIDE = [mark("calf", "right"), mark("calf", "left")]


def sides_of(case: Case, knowledge: Knowledge) -> dict[str, SideAssessment]:
    return {one.side: one for one in assess(case, knowledge, proposals=False).sides}


def shares(likelihoods: tuple[Likelihood, ...]) -> dict[str, float]:
    return {one.id: one.probability for one in likelihoods}


def test_a_hip_on_the_right_and_a_tendon_on_the_left_are_two_complaints(knowledge: Knowledge) -> None:
    told = assess(HIP_AND_TENDON, knowledge, proposals=False)
    sides = {one.side: one for one in told.sides}
    assert sides["right"].origins[0].id == "hip_joint"
    assert sides["left"].origins[0].id == "lateral_hip"
    assert told.side == "right"
    main = SideAssessment(
        side="right", origins=told.origins, conditions=told.conditions, combined=told.combined,
        enough=told.enough,
    )  # fmt: skip
    assert sides["right"].model_dump_json() == main.model_dump_json()


def test_both_legs_on_walking_are_one_complaint(knowledge: Knowledge) -> None:
    told = assess(STENOSIS, knowledge, proposals=False)
    both = next(one for one in told.sides if one.side == "both")
    assert told.side == "both"
    assert (told.origins, told.conditions) == (both.origins, both.conditions)
    assert both.origins[0].id == "lumbar_stenosis"
    assert "pain_on_both_sides" in {reason.finding for reason in both.origins[0].reasons_for}


@pytest.mark.parametrize("condition", ["lumbar_stenosis", "axial_spondyloarthritis", "cauda_equina"])
def test_pain_in_both_legs_speaks_for_what_hurts_on_both_sides(knowledge: Knowledge, condition: str) -> None:
    """Beside the same case with the question answered no: it is the pattern that speaks."""
    drawn = new_case(marks=LEG_ON_EACH_SIDE)
    for side in ("right", "left", "both"):
        case = put_answer(drawn, "pain_on_both_sides", "no")
        now = shares(sides_of(drawn, knowledge)[side].conditions)
        then = shares(sides_of(case, knowledge)[side].conditions)
        assert now[condition] > then[condition], side


def test_a_test_on_the_left_moves_the_left_and_never_the_right(knowledge: Knowledge) -> None:
    bare = new_case(
        person={"age": 30}, marks=[mark("groin_crease", worst=True), mark("groin_crease", "left")]
    )
    tested = put_answer(bare, "fadir", "groin", "left")
    before, after = sides_of(bare, knowledge), sides_of(tested, knowledge)
    assert after["right"] == before["right"]
    hip = (shares(one["left"].origins)["hip_joint"] for one in (before, after))
    assert next(hip) < next(hip)
    told = assess(tested, knowledge)
    assert told.side == "right"
    assert told.conflicts == ()  # nothing was left aside: the left is told as well


def test_what_has_no_side_counts_for_every_side(knowledge: Knowledge) -> None:
    answered = put_answer(HIP_AND_TENDON, "pain_on_both_sides", "no")
    answers = {name: answer.model_copy(update={"side": None}) for name, answer in answered.answers.items()}
    unsided = answered.model_copy(
        update={
            "answers": answers,
            "marks": (*answered.marks, *new_case(marks=[mark("lumbar_midline", "midline")]).marks),
        }
    )
    for side in ("right", "left", "both"):
        facts = facts_of(unsided, knowledge, side)
        assert set(answers) <= set(facts.answers)
        assert "lumbar_midline" in {one.zone for one in facts.pain}


def test_pain_on_one_side_only_has_no_sides(knowledge: Knowledge) -> None:
    spared = HIP_JOINT.model_copy(
        update={
            "marks": (*HIP_JOINT.marks, *new_case(marks=[mark("groin_crease", "left", kind="none")]).marks)
        }
    )
    for case, side in ((HIP_JOINT, "right"), (spared, "right"), (new_case(), None)):
        told = assess(case, knowledge, proposals=False)
        assert (told.sides, told.side) == ((), side)


def test_numbness_of_the_other_leg_makes_it_a_complaint_of_both_sides(knowledge: Knowledge) -> None:
    case = new_case(marks=[mark("calf", worst=True), mark("foot_outer", "left", kind="numb")])
    told = assess(case, knowledge, proposals=False)
    assert [one.side for one in told.sides] == ["right", "left", "both"]
    assert told.side == "right"


def test_point_estimates_come_without_sides_and_say_what_they_leave_aside(knowledge: Knowledge) -> None:
    quick, full = (assess(HIP_AND_TENDON, knowledge, ranges=r, proposals=False) for r in (False, True))
    assert quick.sides == ()
    assert {one.id for one in quick.conflicts} == {"marks_on_the_other_side", "answers_for_the_other_side"}
    assert full.conflicts == ()
    assert shares(quick.origins) == shares(full.origins)


def test_a_zone_that_hurts_on_one_side_is_not_free_of_pain(knowledge: Knowledge) -> None:
    """Equal pain on both sides, one buttock told to be free: the zone hurts in the complaint as a whole."""
    marks = [mark("mid_buttock"), mark("mid_buttock", "left", kind="none"), mark("calf", "left")]
    facts = facts_of(new_case(marks=marks), knowledge, "both")
    assert ({one.zone for one in facts.pain}, facts.denied) == ({"mid_buttock", "calf"}, ())


def test_a_zone_marked_alike_on_both_sides_is_told_without_a_side(knowledge: Knowledge) -> None:
    case = new_case(marks=[*LEG_ON_EACH_SIDE, mark("groin_crease"), mark("trochanter", "left")])
    told = assess(case, knowledge, proposals=False)
    said = {r.finding: r.side for one in told.conditions for r in (*one.reasons_for, *one.reasons_against)}
    assert (said["mark:calf"], said["mark:groin_crease"], said["mark:trochanter"]) == (None, "right", "left")


def test_red_flags_see_the_marks_of_both_sides(knowledge: Knowledge) -> None:
    """The right hip hurts most, and both calves are newly painful: that is no matter of the right side."""
    recent = {"duration_weeks": 3}
    right = [mark("groin_crease", worst=True), mark("calf")]
    one = assess(new_case(marks=right, answers=recent), knowledge, proposals=False)
    both = assess(new_case(marks=[*right, mark("calf", "left")], answers=recent), knowledge, proposals=False)
    assert (both.side, one.urgency.tier, both.urgency.tier) == ("right", "none_found", "same_day")


@pytest.mark.parametrize("ranges", [True, False])
def test_what_is_serious_and_likely_on_the_lesser_side_raises_the_tier(
    knowledge: Knowledge, ranges: bool
) -> None:
    """The right hip hurts most and is arthritic; the left one would alarm if it stood alone."""
    alone = shares(sides_of(HIP_AND_TENDON, knowledge)["left"].conditions)["gluteal_tendinopathy"]
    main = shares(assess(HIP_AND_TENDON, knowledge, ranges=False).conditions)["gluteal_tendinopathy"]
    alarm = TierWhenLikely(
        tier="within_2_weeks", above=(alone + main) / 2, kind="judged", why="For this test."
    )
    told = assess(HIP_AND_TENDON, _with_alarm(knowledge, "gluteal_tendinopathy", alarm), ranges=ranges)
    assert told.side == "right"
    assert told.urgency.tier == "within_2_weeks"
    assert [(one.flag, one.probability) for one in told.urgency.fired] == [("gluteal_tendinopathy", alone)]


def _with_alarm(knowledge: Knowledge, condition: str, alarm: TierWhenLikely) -> Knowledge:
    conditions = tuple(
        one.model_copy(update={"tier_when_likely": alarm}) if one.id == condition else one
        for one in knowledge.conditions
    )
    fields = {name: getattr(knowledge, name) for name in Knowledge.model_fields}
    return Knowledge(**fields | {"conditions": conditions})


KNOWLEDGE = own_knowledge()
_EXCHANGED: dict[ComplaintSide, ComplaintSide] = {"right": "left", "left": "right", "both": "both"}
_ZONES = [zone.id for zone in KNOWLEDGE.body.zones if not zone.midline and zone.layer == "pain"]
_SIDED = [finding for finding in KNOWLEDGE.findings if finding.sided and finding.background]
_MARKS = st.lists(
    st.tuples(st.sampled_from(_ZONES), st.sampled_from(["right", "left"]), st.sampled_from(["pain", "numb"])),
    min_size=1, max_size=4, unique_by=lambda one: one[:2],
)  # fmt: skip
_ANSWERS = st.dictionaries(
    st.sampled_from(range(len(_SIDED))), st.tuples(st.sampled_from(["right", "left"]), st.integers(0, 9)),
    max_size=4,
)  # fmt: skip


@settings(max_examples=6, deadline=None, derandomize=True)
@given(marks=_MARKS, answers=_ANSWERS)
def test_swapping_right_and_left_swaps_the_sides_and_nothing_else(
    marks: list[tuple[str, str, str]], answers: dict[int, tuple[str, int]]
) -> None:
    both = [mark("mid_buttock", "right", worst=True), mark("calf", "left")]
    drawn = [mark(zone, side, kind=kind) for zone, side, kind in marks]  # type: ignore[arg-type]
    own = {(one["zone"], one["side"]) for one in drawn}
    kept = [one for one in both if (one["zone"], one["side"]) not in own]
    given_answers = {
        _SIDED[at].id: {"value": _value(_SIDED[at], number), "side": side}
        for at, (side, number) in answers.items()
    }
    case = new_case(marks=[*drawn, *kept], answers=given_answers)
    told, mirror = (assess(one, KNOWLEDGE, proposals=False) for one in (case, mirrored(case)))
    assert _mirrored(told) == mirror.model_copy(update={"versions": told.versions})


def _value(finding: Finding, number: int) -> str | int | float:
    values = known_values(finding)
    return values[number % len(values)]


def _mirrored(told: Assessment) -> Assessment:
    """Gives the assessment with right and left exchanged in every reason and in the sides."""
    by_side = {_EXCHANGED[one.side]: one for one in told.sides}
    sides = tuple(
        by_side[side].model_copy(update={"side": side} | _reflected(by_side[side])) for side in VIEWS
    )
    side = None if told.side is None else _EXCHANGED[told.side]
    return told.model_copy(update={"side": side, "sides": sides} | _reflected(told))


def _reflected(part: Assessment | SideAssessment) -> dict[str, tuple[Likelihood, ...]]:
    return {
        "origins": tuple(map(_reflected_reasons, part.origins)),
        "conditions": tuple(map(_reflected_reasons, part.conditions)),
    }


def _reflected_reasons(one: Likelihood) -> Likelihood:
    def reflected(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
        return tuple(
            reason if reason.side is None else reason.model_copy(update={"side": OTHER[reason.side]})
            for reason in reasons
        )

    new = {"reasons_for": reflected(one.reasons_for), "reasons_against": reflected(one.reasons_against)}
    return one.model_copy(update=new)


def test_two_places_on_two_sides_are_not_one_pain_on_both_sides() -> None:
    """A right buttock and a left calf are two complaints; both calves may be one."""
    knowledge = own_knowledge()
    apart = facts_of(new_case(marks=[mark("mid_buttock"), mark("calf", "left")]), knowledge, "both")
    alike = facts_of(new_case(marks=[mark("calf"), mark("calf", "left")]), knowledge, "both")
    assert "pain_on_both_sides" not in apart.answers
    assert "pain_on_both_sides" in alike.answers


@pytest.mark.parametrize("ranges", [True, False])
def test_what_is_unsafe_for_the_lesser_side_is_never_proposed(ranges: bool) -> None:
    """A left hip that may be dying is not hopped on because the right one hurts more."""
    knowledge = own_knowledge()
    answers = {"steroid_use": "yes", "heavy_alcohol": "yes", "osteonecrosis_illness": "yes"}
    necrosis = {**answers, "sudden_groin_thigh_pain": on_left("yes"), "hip_rotation_pain": on_left("groin")}
    case = new_case(
        setting="physio",
        person={"age": 38, "sex": "male"},
        marks=[mark("lumbar_paraspinal", worst=True), mark("groin_crease", "left")],
        answers=necrosis,
    )
    result = assess(case, knowledge, ranges=ranges, proposals=True)
    left = facts_of(case, knowledge, "left")
    alone = assess(case.model_copy(update={"marks": left.pain}), knowledge)
    chance = {one.id: one.probability for one in alone.conditions}["avascular_necrosis"]
    assert chance > 0.25
    assert result.side == "right"
    assert "single_leg_hop" not in {one.finding for one in result.next}
