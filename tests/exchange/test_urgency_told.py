"""The headline of urgency is never calmer than what was asked, and small serious likelihoods are told."""

from hipmap.exchange.urgency_told import urgency_title
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from tests.exchange.reports import report_of

GROIN = {"zone": "groin_crease", "side": "right"}


def title_of(case: Case, knowledge: Knowledge, voice: str = "clinician") -> str:
    return urgency_title(report_of(case, knowledge), "patient" if voice == "patient" else "clinician")


def test_where_no_safety_question_is_answered_nothing_is_said_of_red_flags(knowledge: Knowledge) -> None:
    for answers in ({}, {"foot_drop": "unknown"}):
        case = new_case(marks=[GROIN], answers=answers)
        assert title_of(case, knowledge).startswith("SAFETY QUESTIONS NOT ASKED YET: ")
        assert title_of(case, knowledge, "patient").startswith("Safety questions first. Not answered yet: ")


def test_one_answer_is_told_with_what_is_still_open(knowledge: Knowledge) -> None:
    asked = new_case(marks=[GROIN], answers={"foot_drop": "no"})
    assert title_of(asked, knowledge).startswith("NO RED FLAG SO FAR; screening questions still open: ")
