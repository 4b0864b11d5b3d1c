"""Known cases: the origin that a clinician would name comes first, and what must not be missed shows."""

import pytest

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.reasoning import known_cases
from tests.reasoning.case_changes import with_answer
from tests.reasoning.known_cases import mark, on_right


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
    assert probability(result, "not_covered") == pytest.approx(knowledge.priors.not_covered_share, abs=1e-6)


def test_what_fits_no_pattern_raises_not_covered(knowledge: Knowledge) -> None:
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
    assert probability(result, "not_covered") > 2 * knowledge.priors.not_covered_share
