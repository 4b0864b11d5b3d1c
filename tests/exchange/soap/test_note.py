"""The SOAP note: ASCII, at most 25 lines, everything that was told, and the passport at its end."""

import pytest

from hipmap.exchange.report import Report
from hipmap.exchange.soap.fields import FIELDS
from hipmap.exchange.soap.note import TEMPLATE, soap_note
from hipmap.exchange.soap.template import MOST_LINES
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
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
        "Passive hip internal rotation (degrees): 35 degrees (left), not done (right)",
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
    assert "screening questions still open: " in text
    assert "nothing marked or answered yet" in text
    assert "Red flags asked and negative: none" in text


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
