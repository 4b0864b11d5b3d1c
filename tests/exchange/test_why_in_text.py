"""The text says why: what raised a warning, which places were left free, and what counted for both sides."""

import pytest

from hipmap.exchange.assessment_text import assessment_text
from hipmap.exchange.plain_words import ENOUGH_WORDS
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import RedFlag
from hipmap.model.voice import Voice
from hipmap.reasoning import assess
from tests.case_builders import mark_data

VOICES: list[Voice] = ["patient", "clinician"]
SADDLE = mark_data("saddle", "midline", kind="numb")
# The same on the right, on the left and as one complaint.
ALIKE = [mark_data(zone, side) for zone in ("trochanter", "groin_crease") for side in ("right", "left")]


def lines(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    return assessment_text(case, assess(case, knowledge), knowledge, voice).splitlines()


def flag_of(knowledge: Knowledge, name: str) -> RedFlag:
    return next(flag for flag in knowledge.red_flags if flag.id == name)


@pytest.mark.parametrize("voice", VOICES)
def test_a_warning_raised_by_marks_alone_says_why(knowledge: Knowledge, voice: Voice) -> None:
    flag = flag_of(knowledge, "cauda_equina")
    saddle = next(one for one in flag.features if one.id == "ces_saddle")
    warning = lines(new_case(marks=[SADDLE]), knowledge, voice)[1]
    assert warning == f"  {getattr(flag, voice)}: {getattr(saddle, voice)}"


@pytest.mark.parametrize("voice", VOICES)
def test_a_warning_raised_by_a_rule_and_by_likelihood_is_told_once(
    knowledge: Knowledge, voice: Voice
) -> None:
    case = new_case(
        person={"age": 45},
        marks=[mark_data("lumbar_midline", "midline"), mark_data("calf"), mark_data("calf", "left"), SADDLE],
        answers={"bladder_change": "yes"},
    )
    fired = [one.by for one in assess(case, knowledge).urgency.fired if one.flag == "cauda_equina"]
    assert sorted(fired) == ["probability", "rule"]
    text = lines(case, knowledge, voice)
    flag = flag_of(knowledge, "cauda_equina")
    (warning,) = (line for line in text if line.startswith(f"  {getattr(flag, voice)}: "))
    told = {one.id: getattr(one, voice) in warning for one in flag.features}
    assert (told["ces_saddle"], told["ces_bladder"]) == (True, True)
    assert not told["ces_bowel"]
    assert "the answers together also point to it (about " in warning
    action = getattr(flag.actions["emergency_now"], voice)
    assert text.count(f"  -> {action}") == 1


@pytest.mark.parametrize(("voice", "limp"), [("patient", "You limp: yes"), ("clinician", "Limp")])
def test_a_warning_raised_by_likelihood_alone_names_the_answers(
    knowledge: Knowledge, voice: Voice, limp: str
) -> None:
    case = new_case(
        person={"age": 12},
        marks=[mark_data("groin_crease"), mark_data("knee_front")],
        answers={"limp": "yes"},
    )
    name = getattr(knowledge.condition_by_id["child_hip_disease"], voice)
    (warning,) = (line for line in lines(case, knowledge, voice) if line.startswith(f"  {name}: the"))
    above_all = warning.split("above all: ")[1]
    assert limp in above_all
    assert "pain at right" in above_all
    assert "no pain marked" not in above_all


@pytest.mark.parametrize(
    ("voice", "place"), [("patient", "middle of the low back"), ("clinician", "lumbar midline")]
)
def test_places_left_free_are_named_and_say_for_whom_they_speak(
    knowledge: Knowledge, voice: Voice, place: str
) -> None:
    text = lines(new_case(marks=[mark_data("trochanter", worst=True)]), knowledge, voice)
    free = [line for line in text if "no pain marked where" in line]
    assert free
    for line in free:
        which = "this hurts" if "points away" in line else "other causes hurt"
        assert f"no pain marked where {which} more often: " in line
    assert any("points towards" in line and place in line for line in free)
    assert not any("left free on the body map" in line for line in text)


@pytest.mark.parametrize("voice", VOICES)
def test_three_views_that_read_alike_are_one_line(knowledge: Knowledge, voice: Voice) -> None:
    text = lines(new_case(marks=ALIKE, answers={"limp": "yes"}), knowledge, voice)
    start = next(at for at, line in enumerate(text) if line.endswith("and both as one complaint"))
    block = text[start + 1 : text.index("", start)]
    assert len([line for line in block if " – " in line]) == 1
    assert block[1] == "  Answers without a side were counted for both sides."


def test_answers_with_a_side_and_none_at_all_are_not_said_to_count_for_both(knowledge: Knowledge) -> None:
    sided = {"trochanter_tender": {"value": "yes", "side": "left"}}
    for case in (new_case(marks=[*ALIKE[:3]]), new_case(marks=[*ALIKE[:3]], answers=sided)):
        assert not any("without a side" in line for line in lines(case, knowledge, "patient"))


def test_a_patient_is_told_in_plain_words_how_clear_it_is() -> None:
    for why, words in ENOUGH_WORDS.items():
        assert "origin" not in words["patient"], why
        assert "range" not in words["patient"], why
