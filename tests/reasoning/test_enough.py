"""Whether the answers settle the origin, and why not; and how far the map may wobble."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipmap.model.case import Answer, Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.likelihood_words import is_possible, word_of
from hipmap.storage.case_files import read_case
from tests.reasoning import known_cases
from tests.reasoning.known_cases import mark
from tests.vignettes.case_sets import SETS

# The answers of a worn hip, with a free hip and a stiff one told in one breath.
DENIED = known_cases.HIP_JOINT.model_copy(
    update={
        "answers": {
            **known_cases.HIP_JOINT.answers,
            "hip_internal_rotation_deg": Answer(value=45, side="right"),
            "hip_internal_rotation_limited": Answer(value="yes", side="right"),
        }
    }
)
OUTER_HIP = new_case(marks=[mark("trochanter", "right")])
TAIL_BONE = new_case(marks=[mark("coccyx", "midline")], answers={"worse_sitting": "yes"})


@pytest.mark.parametrize(
    ("case", "why"),
    [
        (known_cases.EMPTY, "nothing_known"),
        (known_cases.ONE_MARK, "no_origin_likely"),
        (OUTER_HIP, "two_origins_close"),
        (known_cases.MOSTLY_NO, "range_too_wide"),
        (known_cases.HIP_AND_BACK, "range_too_wide"),
        (TAIL_BONE, "outside_hip_and_back"),
        (DENIED, "answers_contradict"),
    ],
)
def test_it_says_why_it_is_not_enough(case: Case, why: str, knowledge: Knowledge) -> None:
    told = assess(case, knowledge).enough
    assert (told.enough, told.why) == (False, why)


@pytest.mark.parametrize("name", ["hip_joint", "radicular", "lateral_hip", "sacroiliac", "thigh_nerve"])
def test_a_clear_case_is_enough(name: str, knowledge: Knowledge) -> None:
    told = assess(known_cases.ALL[name], knowledge).enough
    assert (told.enough, told.why) == (True, "one_origin_stands_clear")


@pytest.mark.parametrize("name", ["discogenic_pain_03_mixed", "gluteal_tendinopathy_06_mixed"])
def test_none_stands_clear_where_both_may_be_true_together(name: str, knowledge: Knowledge) -> None:
    result = assess(read_case(SETS["textbook"].cases / f"{name}.json", knowledge), knowledge)
    first, second = result.origins[:2]
    together = next(one for one in result.combined if set(one.origins) == {first.id, second.id})
    assert together.probability > 0.5, "one that is true with the other is no rival of it"
    assert (result.enough.enough, result.enough.why) == (True, "second_possible_too")


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_what_is_called_possible_never_leaves_another_alone(
    probability: float, low: float, high: float
) -> None:
    word = word_of(probability, low, high, widest=100)
    assert is_possible(probability) == (word not in ("very_unlikely", "unlikely"))


def test_a_quick_look_never_says_enough(knowledge: Knowledge) -> None:
    """Without the range nobody knows how sure the first origin is."""
    told = assess(known_cases.HIP_JOINT, knowledge, ranges=False).enough
    assert (told.enough, told.why) == (False, "range_not_known")


def test_what_is_enough_is_likely_clear_and_not_too_wide(knowledge: Knowledge) -> None:
    for case in known_cases.ALL.values():
        result = assess(case, knowledge)
        if result.enough.enough:
            first, second = result.origins[:2]
            assert first.probability >= 0.6
            assert first.probability - second.probability >= 0.2
            assert first.word != "cannot_say_yet"
            stands_alone = second.word in ("very_unlikely", "unlikely")
            assert stands_alone or result.enough.why == "second_possible_too"


def test_a_clear_map_stays_and_one_between_two_origins_wobbles(knowledge: Knowledge) -> None:
    clear, mixed = (
        assess(case, knowledge).robustness for case in (known_cases.STENOSIS, known_cases.HIP_AND_BACK)
    )
    assert clear == 1.0
    assert mixed is not None
    assert 0.4 < mixed < 0.9
    assert assess(known_cases.EMPTY, knowledge).robustness is None
