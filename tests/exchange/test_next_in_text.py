"""What would tell most now, in the text: three things worth doing, or plain words that nothing single is."""

import pytest

from hipmap.exchange.assessment_text import TELLS_LITTLE, assessment_text
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said
from hipmap.reasoning import assess
from tests.reasoning.known_cases import SETTLED, mark

VOICES: list[Voice] = ["patient", "clinician"]
TITLE = "What would tell most now"
GROIN = new_case(setting="physio", person={"age": 66}, marks=[mark("groin_crease", worst=True)])


def asked(case: Case, knowledge: Knowledge) -> Assessment:
    return assess(case, knowledge, ranges=False, proposals=True)


def told(case: Case, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> list[str]:
    return assessment_text(case, assessment, knowledge, voice).splitlines()


def block(text: list[str]) -> list[str]:
    start = text.index(TITLE) + 1
    return [line.strip() for line in text[start : text.index("", start)]]


def test_a_physiotherapist_reads_two_questions_and_a_test(knowledge: Knowledge) -> None:
    assessment = asked(GROIN, knowledge)
    text = told(GROIN, assessment, knowledge, "clinician")
    shown = [knowledge.finding_by_id[one.finding] for one in assessment.next[:3]]
    assert [line.split(" (")[0] for line in block(text)] == [
        said(one, "clinician").split(" (")[0] for one in shown
    ]
    assert {"movement", "examination"} & {one.kind for one in shown}
    assert TELLS_LITTLE["clinician"] not in text


def test_a_patient_is_not_told_what_only_a_clinician_can_do(knowledge: Knowledge) -> None:
    assessment = asked(GROIN, knowledge)
    own = {
        said(knowledge.finding_by_id[one.finding], "patient")
        for one in assessment.next
        if one.who != "clinician"
    }
    shown = block(told(GROIN, assessment, knowledge, "patient"))
    assert len(shown) == 3
    assert set(shown) <= own


@pytest.mark.parametrize("voice", VOICES)
def test_where_nothing_would_change_much_that_is_said_and_nothing_is_offered(
    knowledge: Knowledge, voice: Voice
) -> None:
    assessment = asked(SETTLED, knowledge)
    assert assessment.next
    text = told(SETTLED, assessment, knowledge, voice)
    assert TITLE not in text
    assert text.count(TELLS_LITTLE[voice]) == 1


@pytest.mark.parametrize("voice", VOICES)
def test_only_what_reaches_the_least_is_offered(knowledge: Knowledge, voice: Voice) -> None:
    assessment = asked(GROIN, knowledge)
    own = [one for one in assessment.next if one.who != "clinician"]
    faint = [one.model_copy(update={"bits": 0.029}) for one in own[1:]]
    one_left = assessment.model_copy(update={"next": (own[0], *faint)})
    assert len(block(told(GROIN, one_left, knowledge, voice))) == 1


@pytest.mark.parametrize("voice", VOICES)
def test_silent_where_it_was_not_looked_at(knowledge: Knowledge, voice: Voice) -> None:
    text = told(SETTLED, assess(SETTLED, knowledge, ranges=False), knowledge, voice)
    assert TITLE not in text
    assert TELLS_LITTLE[voice] not in text


@pytest.mark.parametrize("voice", VOICES)
def test_in_an_emergency_nobody_is_told_that_nothing_would_change_much(
    knowledge: Knowledge, voice: Voice
) -> None:
    answers = {
        **SETTLED.answers,
        **new_case(answers={"saddle_numbness": "yes", "bladder_change": "yes"}).answers,
    }
    assessment = asked(SETTLED.model_copy(update={"answers": answers}), knowledge)
    assert assessment.urgency.tier == "emergency_now"
    assert TELLS_LITTLE[voice] not in told(SETTLED, assessment, knowledge, voice)
