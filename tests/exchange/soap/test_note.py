"""The SOAP note: ASCII, at most 25 lines, everything that was told, and the passport at its end."""

import pytest

from hipmap.exchange.passport import passport_of
from hipmap.exchange.plain_words import CONFLICT_WORDS
from hipmap.exchange.report import Report
from hipmap.exchange.soap.fields import FIELDS
from hipmap.exchange.soap.note import TEMPLATE, soap_note
from hipmap.exchange.soap.template import MOST_LINES
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.model.spoken import Language, speaking
from tests.exchange.reports import HOSTILE, RICH, read_asset, report_of

OWN = read_asset(TEMPLATE).decode()


def note(report: Report, template: str = OWN) -> str:
    return soap_note(report, template, "own.txt")


@pytest.mark.parametrize("name", ["rich", "urgent", "whole", "empty"])
def test_ascii_and_no_longer_than_25_lines(name: str, request: pytest.FixtureRequest) -> None:
    text = note(request.getfixturevalue(name))
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert len(text.splitlines()) <= MOST_LINES
    assert "Not validated on patients" in text.splitlines()[-1]


def test_what_was_told_stands_in_it(rich: Report) -> None:
    text = note(rich)
    for told in (
        "48 years, male",
        "left lumbar paraspinal (erector spinae) (worst)",
        "6/10 now, 4/10 usually, 8.5/10 at its worst",
        "Spreads to: left calf, posterior leg (from left mid buttock, deep gluteal)",
        "Numb or tingling: left lateral foot",
        "Straight-leg raise: Positive: familiar leg pain (left), Negative (right)",
        "Passive hip internal rotation: 35 degrees (left), not done (right)",
        "Red flags asked and negative: New saddle or perineal sensory change",
        "Red flags asked, not known: New foot drop",
        "Aggravating: Worse on sitting. Not: Worse on standing",
        "Lumbar nerve root:",
        f"digest {rich.assessment.versions.digest[:16]}",
    ):
        assert told in text


def test_urgency_stands_before_likelihood(urgent: Report) -> None:
    text = note(urgent)
    assert text.index("A: EMERGENCY NOW; Cauda equina syndrome") < text.index("Origins:")


def test_nothing_asked_is_not_calm(empty: Report) -> None:
    text = note(empty)
    assert "A: SAFETY QUESTIONS NOT ASKED YET: " in text
    assert "NO WARNING RAISED" not in text
    assert "nothing marked or answered yet" in text
    assert "Red flags asked and negative: none asked. Not asked: " in text


def test_a_template_without_the_passport_gets_it(rich: Report) -> None:
    assert "digest" in note(rich, "S: {sites}").splitlines()[-1]
    with pytest.raises(BadInput, match="26 lines"):
        note(rich, "x\n" * MOST_LINES)


def test_every_field_can_be_named(rich: Report, whole: Report, empty: Report) -> None:
    for name in FIELDS:
        for report in (rich, whole, empty):
            assert note(report, f"x {{{name}}}").isascii()


def test_typed_text_becomes_plain_and_stays_one_line(knowledge: Knowledge) -> None:
    report = report_of(new_case(**RICH), knowledge, note=f"Zoë\n{HOSTILE}")
    first, *others = note(report, "N: {note}").splitlines()
    assert first.startswith("N: Zoe =cmd|' /C calc'!A1 <script>")
    assert len(others) == 1


def test_what_must_be_done_stands_before_what_can_be_asked(urgent: Report, rich: Report) -> None:
    (plan,) = (line for line in note(urgent).splitlines() if line.startswith("P: "))
    assert plan.startswith("P: Send at once to a hospital with MRI")
    assert "Ask or test next" not in plan
    assert "the likelihoods do not change this" in note(urgent)
    (plan,) = (line for line in note(rich).splitlines() if line.startswith("P: "))
    assert plan.startswith("P: Ask or test next: ")


@pytest.mark.parametrize("name", ["rich", "urgent", "whole", "empty"])
def test_a_plan_is_never_missing(name: str, request: pytest.FixtureRequest) -> None:
    plan = [line for line in note(request.getfixturevalue(name)).splitlines() if line.startswith("P: ")]
    assert len(plan) == 1
    assert len(plan[0]) > len("P: ")


def test_negative_not_known_and_not_asked_stay_apart(rich: Report, whole: Report) -> None:
    text = note(rich)
    (negative,) = (line for line in text.splitlines() if line.startswith("Red flags asked and negative: "))
    denied, _, left = negative.partition(". Not asked: ")
    assert left == f"{len(passport_of(rich).safety_open)} screening questions"
    assert "foot drop" not in denied
    assert "New foot drop" in text.split("Red flags asked, not known: ")[1].splitlines()[0]
    assert "Not asked: " not in note(whole).split("Red flags asked and negative")[1].splitlines()[0]


def test_a_number_that_is_too_open_is_only_a_best_estimate(urgent: Report) -> None:
    assert "cannot say yet, best estimate about " in note(urgent)


def test_in_another_language_it_is_plain_too(rich: Report) -> None:
    with speaking(Language("de", says=lambda _context, text: text.replace("years", "Jahre – ä 年"))):
        text = note(rich)
    assert "48 Jahre - a ?" in text
    assert text.isascii()


def test_what_does_not_fit_together_is_named(knowledge: Knowledge) -> None:
    case = new_case(**{**RICH, "answers": {"eased_by_sitting": "yes", "worse_sitting": "yes"}})
    report = report_of(case, knowledge)
    (conflict,) = report.assessment.conflicts
    assert conflict.findings
    line = next(one for one in note(report).splitlines() if one.startswith(CONFLICT_WORDS[conflict.id]))
    assert all(knowledge.finding_by_id[name].clinician in line for name in conflict.findings)


def test_the_places_of_one_reason_cannot_be_taken_for_the_next(knowledge: Knowledge) -> None:
    marks = [{"zone": "mid_buttock", "side": "left", "worst": True}]
    line = next(
        one for one in note(report_of(new_case(marks=marks), knowledge)).splitlines() if "marked where" in one
    )
    assert " / " in line.partition("more often: ")[2].partition(";")[0]


def test_a_red_flag_of_the_other_side_is_no_negative(knowledge: Knowledge) -> None:
    answers = {
        "cold_pale_leg": {"value": "no", "side": "left", "other": "yes"},
        "one_leg_swollen": {"value": "no", "side": "left", "other": "no"},
    }
    text = note(report_of(new_case(**{**RICH, "answers": answers}), knowledge))
    label = knowledge.finding_by_id["cold_pale_leg"].clinician
    assert f"Red flags told: {label}: no (left), yes (right)" in text
    negative = next(line for line in text.splitlines() if line.startswith("Red flags asked and negative"))
    assert label not in negative
    assert knowledge.finding_by_id["one_leg_swollen"].clinician in negative


def test_how_a_place_feels_is_parted_from_its_name(rich: Report) -> None:
    assert "left mid buttock, deep gluteal: sharp" in note(rich)
