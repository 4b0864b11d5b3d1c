"""The text of an assessment says in a sentence why the questions end, or that more would tell."""

import pytest

from hipmap.exchange.assessment_text import assessment_text
from hipmap.exchange.plain_words import END_WORDS
from hipmap.model.assessment import Assessment, Conflict, Enough, Urgency
from hipmap.model.case import Answer, Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.question_ends import End
from hipmap.model.voice import Voice
from hipmap.reasoning import assess
from tests.reasoning.known_cases import HIP_AND_BACK, mark

VOICES: list[Voice] = ["patient", "clinician"]
CALM = Urgency(tier="none_found")
PULLS = Conflict(id="answers_pull_apart", findings=("worse_sitting", "worse_walking"))


def all_asked(knowledge: Knowledge) -> Case:
    """The case with a no to every safety question that everybody is asked."""
    told = {one.id: Answer(value="no") for one in knowledge.findings if one.screening}
    return HIP_AND_BACK.model_copy(update={"answers": {**told, **HIP_AND_BACK.answers}})


@pytest.fixture(scope="module")
def asked(knowledge: Knowledge) -> Assessment:
    """Something is left to ask, nothing is urgent, and every safety question was put."""
    return assess(HIP_AND_BACK, knowledge).model_copy(update={"urgency": CALM, "conflicts": ()})


def ends_told(
    assessment: Assessment, knowledge: Knowledge, voice: Voice, case: Case | None = None
) -> list[End]:
    text = assessment_text(case or all_asked(knowledge), assessment, knowledge, voice)
    return [end for end, words in END_WORDS.items() if words[voice] in text]


@pytest.mark.parametrize("voice", VOICES)
def test_every_end_is_told_and_only_the_one_that_was_reached(
    asked: Assessment, knowledge: Knowledge, voice: Voice
) -> None:
    clear = Enough(enough=True, why="one_origin_stands_clear")
    reached: dict[End, Assessment] = {
        "more_could_tell": asked,
        "little_left": asked.model_copy(update={"next": ()}),
        "answers_differ": asked.model_copy(update={"next": (), "conflicts": (PULLS,)}),
        "clear": asked.model_copy(update={"enough": clear}),
    }
    for end, assessment in reached.items():
        assert ends_told(assessment, knowledge, voice) == [end]
    answers = {name: told for name, told in all_asked(knowledge).answers.items() if name != "steroid_use"}
    one_open = HIP_AND_BACK.model_copy(update={"answers": answers})
    assert ends_told(reached["clear"], knowledge, voice, one_open) == ["signs_open"]


def test_what_only_a_clinician_can_do_is_no_question_left_for_a_patient(
    asked: Assessment, knowledge: Knowledge
) -> None:
    tests = [one for one in asked.next if one.who == "clinician" and one.bits > 0.03]
    assert tests
    left = asked.model_copy(update={"next": tuple(tests)})
    assert ends_told(left, knowledge, "patient") == ["little_left"]
    assert ends_told(left, knowledge, "clinician") == ["more_could_tell"]


@pytest.mark.parametrize("voice", VOICES)
def test_no_end_is_told_where_something_comes_before_it(
    asked: Assessment, knowledge: Knowledge, voice: Voice
) -> None:
    for tier in ("emergency_now", "same_day"):
        alarm = asked.model_copy(update={"urgency": Urgency.model_validate({"tier": tier})})
        assert ends_told(alarm, knowledge, voice) == []
    assert ends_told(assess(new_case(), knowledge), knowledge, voice) == []
    quick = assess(new_case(marks=[mark("groin_crease")]), knowledge, ranges=False)
    assert ends_told(quick, knowledge, voice) == [], "it was not worked out what to ask next"
