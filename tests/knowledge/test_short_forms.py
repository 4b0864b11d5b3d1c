"""What a patient was asked at length is told back in a few words that an answer can follow."""

from typing import Any

import pytest
from pydantic import ValidationError

from hipmap.exchange.plain_words import reason_words
from hipmap.model.case import Case
from hipmap.model.findings import Finding
from hipmap.model.voice import in_short
from hipmap.reasoning import assess
from tests.case_builders import ROOT, own_knowledge
from tests.knowledge.reading_age import words

MOST_WORDS = 14
# What tells a person to do something, as a movement test is described.
ORDERS = ("Stand ", "Sit ", "Lie ", "Squat ", "Take ", "Walk ", "Bend ", "Slide ", "Pull ", "Swing ", "Turn ")


def test_every_finding_can_be_told_back() -> None:
    """Any finding may be a reason, or stand on the page for the clinic."""
    findings = own_knowledge().findings
    assert [one.id for one in findings if one.patient_short is None] == []
    short = [one.patient_short for one in findings]
    assert len(set(short)) == len(short), "two of them cannot be told apart"


def test_it_neither_asks_nor_tells_what_to_do() -> None:
    told = [one.patient_short or "" for one in own_knowledge().findings]
    starts = ("Do ", "Does ", "Did ", "Is ", "Are ", "Has ", "Have ", "Can ", *ORDERS)
    assert [text for text in told if "?" in text or text.startswith(starts)] == []


def test_it_is_shorter_than_a_long_question() -> None:
    findings = own_knowledge().findings
    assert [one.patient_short for one in findings if len(words(one.patient_short or "")) > MOST_WORDS] == []
    long = [one for one in findings if len(words(one.patient)) > MOST_WORDS]
    assert [one.id for one in long if len(one.patient_short or "") >= len(one.patient)] == []


@pytest.mark.parametrize("wrong", ["Do you limp?", "You limp.", "you limp", "", "You limp: yes", "L" * 81])
def test_another_form_is_refused(wrong: str) -> None:
    row: dict[str, Any] = {"id": "limp", "kind": "movement", "who": "both"}
    row |= {"patient": "Do you limp?", "clinician": "Limp"}
    Finding(**row, patient_short="You limp")
    with pytest.raises(ValidationError):
        Finding(**row, patient_short=wrong)


@pytest.mark.parametrize("name", ["hip_joint", "hip_and_back", "lateral_hip", "lumbar_stenosis"])
def test_no_reason_asks_a_patient_anything(name: str) -> None:
    knowledge = own_knowledge()
    case = Case.model_validate_json((ROOT / "assets" / "examples" / f"{name}.json").read_bytes())
    reasons = [
        reason
        for origin in assess(case, knowledge, ranges=False).origins
        for reason in (*origin.reasons_for, *origin.reasons_against)
    ]
    told = {reason_words(one, knowledge, "patient") for one in reasons if one.finding in case.answers}
    assert told
    assert [text for text in told if "?" in text or ": " not in text] == []


def test_a_clinician_reads_the_name_of_the_test() -> None:
    limp = own_knowledge().finding_by_id["limp"]
    assert in_short(limp, "clinician") == limp.clinician
    assert in_short(limp, "patient") == "You limp"
    bare = limp.model_copy(update={"patient_short": None})
    assert in_short(bare, "patient") == limp.patient
