"""The headline of urgency is never calmer than what was asked, and small serious likelihoods are told."""

from hipmap.exchange.assessment_text import assessment_text
from hipmap.exchange.paper.parts import urgency_notice
from hipmap.exchange.urgency_told import answered_yes, urgency_title
from hipmap.model.case import Case, Person, new_case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import in_short
from hipmap.reasoning.who_is_asked import gates_of, safety_to_ask
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
    assert title_of(asked, knowledge).startswith("NO WARNING RAISED SO FAR; screening questions still open: ")


def raising_nothing(knowledge: Knowledge) -> list[Finding]:
    """The safety questions whose yes raises nothing alone, in somebody of 50 with a painful groin."""
    asked = (one for one in knowledge.findings if one.screening)
    return [
        one
        for one in asked
        if report_of(_with_yes(one), knowledge).assessment.urgency.tier == "none_found"
    ]  # fmt: skip


def _with_yes(finding: Finding, *more_no: Finding) -> Case:
    answers = {**{one.id: "no" for one in more_no}, finding.id: "yes"}
    return new_case(person={"age": 50, "sex": "female"}, marks=[GROIN], answers=answers)


def test_what_was_answered_yes_is_never_no_sign(knowledge: Knowledge) -> None:
    found = raising_nothing(knowledge)
    assert len(found) > 5
    for one in found:
        case = _with_yes(one)
        report = report_of(case, knowledge)
        assert "; safety questions answered yes: 1, still open: " in title_of(case, knowledge), one.id
        assert "; safety questions answered yes: 1, still open: " in title_of(case, knowledge, "patient")
        notice = urgency_notice(report, "clinician")
        assert notice.tone == "soon"
        name = in_short(one, "clinician").rstrip("?")
        assert any(line.startswith("Answered yes") and name in line for line in notice.lines), one.id
        text = assessment_text(case, report.assessment, knowledge, "clinician")
        assert f"by the rules of hipmap: {name}." in text


def test_all_asked_and_one_yes_is_not_calm_either(knowledge: Knowledge) -> None:
    one = raising_nothing(knowledge)[0]
    every = safety_to_ask(_with_yes(one), knowledge.findings, gates_of(knowledge).shut_for(Person(age=50)))
    case = _with_yes(one, *every)
    assert title_of(case, knowledge) == "NO WARNING RAISED SO FAR; safety questions answered yes: 1"
    assert urgency_notice(report_of(case, knowledge), "patient").tone == "soon"


def test_a_warning_needs_no_such_line(knowledge: Knowledge) -> None:
    case = new_case(marks=[GROIN], answers={"saddle_numbness": "yes", "feels_unwell": "yes"})
    assert answered_yes(report_of(case, knowledge), "clinician") == ""


def test_a_warning_that_can_wait_hides_no_other_yes(knowledge: Knowledge) -> None:
    back = {"zone": "lumbar_midline", "side": "midline", "worst": True}
    told = {"cannot_bear_weight": "yes", "groin_lump": "yes"}
    report = report_of(new_case(person={"age": 50, "sex": "male"}, marks=[back], answers=told), knowledge)
    assert report.assessment.urgency.tier == "routine"
    line = answered_yes(report, "clinician")
    assert in_short(knowledge.finding_by_id["cannot_bear_weight"], "clinician") in line
    assert in_short(knowledge.finding_by_id["groin_lump"], "clinician") not in line
    assert line in urgency_notice(report, "clinician").lines
    assert line in assessment_text(report.case, report.assessment, knowledge, "clinician")


def test_what_the_likelihoods_raised_a_warning_for_is_said_once(knowledge: Knowledge) -> None:
    back = {"zone": "lumbar_midline", "side": "midline", "worst": True}
    told = {"osteoporosis_known": "yes", "sudden_severe_trunk_pain": "yes"}
    report = report_of(new_case(person={"age": 50, "sex": "female"}, marks=[back], answers=told), knowledge)
    (fired,) = report.assessment.urgency.fired
    assert (fired.by, fired.tier) == ("probability", "within_2_weeks")
    lines = urgency_notice(report, "clinician").lines
    for one in told:
        name = in_short(knowledge.finding_by_id[one], "clinician")
        assert sum(name in line for line in lines) == 1, lines


def test_what_only_colours_a_rule_is_no_sign(knowledge: Knowledge) -> None:
    case = new_case(marks=[GROIN], answers={"onset_before_35": "yes", "foot_drop": "no"})
    assert title_of(case, knowledge).startswith("NO WARNING RAISED SO FAR; screening questions still open: ")
