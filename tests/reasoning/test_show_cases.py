"""Known cases: the origin that a clinician would name comes first, and what must not be missed shows."""

from typing import Any

import pytest

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.reasoning import known_cases
from tests.reasoning.case_changes import with_answer
from tests.reasoning.known_cases import mark, on_right

# About one in ten people with such pain stays without a source; a little less in a mixed group.
UNCOVERED = 0.06


def probability(result: Assessment, name: str) -> float:
    return next(one.probability for one in result.origins if one.id == name)


@pytest.mark.parametrize(
    ("case", "origin"),
    [
        (known_cases.HIP_JOINT, "hip_joint"),
        (known_cases.RADICULAR, "lumbar_radicular"),
        (known_cases.STENOSIS, "lumbar_stenosis"),
        (known_cases.LATERAL_HIP, "lateral_hip"),
        (known_cases.SACROILIAC, "sacroiliac"),
        (known_cases.THIGH_NERVE, "peripheral_nerve"),
        (known_cases.DEEP_BUTTOCK, "deep_gluteal"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_expected_origin_comes_first(case: Case, origin: str, knowledge: Knowledge) -> None:
    result = assess(case, knowledge)
    assert result.origins[0].id == origin
    assert result.origins[0].probability > 2 * result.origins[1].probability


def test_new_saddle_numbness_is_an_emergency(knowledge: Knowledge) -> None:
    for case in (
        with_answer(known_cases.RADICULAR, "saddle_numbness", "yes"),
        new_case(marks=[mark("saddle", "midline", kind="numb")]),
    ):
        urgency = assess(case, knowledge).urgency
        assert urgency.tier == "emergency_now"
        assert urgency.fired[0].tier == "emergency_now"


def test_groin_and_back_signs_together_rank_the_pair_first(knowledge: Knowledge) -> None:
    result = assess(known_cases.HIP_AND_BACK, knowledge)
    assert "hip_joint" in result.combined[0].origins
    assert any(origin.startswith("lumbar_") for origin in result.combined[0].origins)
    assert result.combined[0].probability > 0.15
    alone = assess(known_cases.HIP_JOINT, knowledge)
    assert result.combined[0].probability > 2 * alone.combined[0].probability


def test_nothing_known_is_not_enough(knowledge: Knowledge) -> None:
    result = assess(known_cases.EMPTY, knowledge)
    assert (result.enough.enough, result.enough.why) == (False, "nothing_known")
    assert (result.conflicts, result.urgency.tier) == ((), "none_found")
    assert probability(result, "not_covered") == pytest.approx(UNCOVERED, abs=0.015)


def test_what_fits_no_pattern_puts_not_covered_first(knowledge: Knowledge) -> None:
    far_away = new_case(
        marks=[mark("neck", "midline"), mark("chest", "midline"), mark("knee_inner")],
        answers={
            "fadir": on_right("none"),
            "slr": on_right("negative"),
            "lumbar_movement": "full_and_painless",
            "trochanter_tender": on_right("no"),
            "limp": "no",
        },
    )
    result = assess(far_away, knowledge)
    assert result.origins[0].id == "not_covered"
    assert result.enough.why in ("nothing_fits", "outside_hip_and_back")
    assert not result.enough.enough
    assert result.origins[0].probability > 5 * UNCOVERED


@pytest.mark.parametrize(
    ("condition", "marks", "answers"),
    [
        ("knee_or_lower_leg", ["knee_front"], {"squat": "knee", "worse_stairs": "yes"}),
        ("tail_bone_pain", ["coccyx"], {"worse_sitting": "yes", "lumbar_movement": "full_and_painless"}),
        (
            "polymyalgia_rheumatica",
            ["shoulder_arm", "groin_crease"],
            {
                "shoulders_hips_stiff_both": "yes",
                "morning_stiffness_minutes": 90,
                "hip_rotation_pain": "none",
            },
        ),
    ],
)
def test_a_known_cause_outside_hip_and_back_is_named(
    condition: str, marks: list[str], answers: dict[str, Any], knowledge: Knowledge
) -> None:
    case = new_case(
        person={"age": 70},
        marks=[mark(zone, "midline" if zone == "coccyx" else "right") for zone in marks],
        answers=answers,
    )
    result = assess(case, knowledge)
    assert (result.origins[0].id, result.conditions[0].id) == ("not_covered", condition)
    assert result.enough.why == "outside_hip_and_back"


def test_normal_tests_everywhere_leave_something_unknown(knowledge: Knowledge) -> None:
    """Hip, pelvis, back and nerves all answer no: the honest answer is that nothing known fits."""
    normal = {
        "hip_rotation_pain": on_right("none"), "faber": on_right("none"), "slr": on_right("negative"),
        "si_provocation_count": 0, "lumbar_movement": "full_and_painless",
        "trochanter_tender": on_right("no"),
        "hip_internal_rotation_deg": {"value": 38, "side": "right"}, "worse_walking": "no",
        "worse_sitting": "no",
    }  # fmt: skip
    result = assess(new_case(marks=[mark("mid_buttock")], answers=normal), knowledge)
    assert (result.origins[0].id, result.conditions[0].id) == ("not_covered", "something_else")
    assert result.enough.why == "nothing_fits"
