"""What was asked and what was answered say a unit once between them."""

import pytest

from hipmap.exchange.paper.findings import tests as table_of
from hipmap.exchange.plain_words import value_words, with_answer
from hipmap.model.case import new_case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from tests.exchange.reports import report_of


def told(knowledge: Knowledge, name: str, value: float | str, voice: Voice = "clinician") -> str:
    finding = knowledge.finding_by_id[name]
    return with_answer(finding, value_words(finding, value, voice), voice)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("duration_weeks", 104, "Duration in weeks: 104"),
        ("duration_weeks", 1, "Duration in weeks: 1"),
        ("duration_weeks", "unknown", "Duration in weeks: not known"),
        ("morning_stiffness_minutes", 1, "Morning stiffness: 1 minute"),
        ("morning_stiffness_minutes", 20, "Morning stiffness: 20 minutes"),
        ("hip_internal_rotation_deg", 10, "Passive hip internal rotation: 10 degrees"),
        ("post_void_residual_ml", 120, "Post-void residual on bladder scan: 120 mL"),
    ],
)
def test_the_unit_is_said_once(knowledge: Knowledge, name: str, value: float | str, words: str) -> None:
    assert told(knowledge, name, value) == words


def test_a_patient_reads_the_unit_where_the_question_does_not_say_it(knowledge: Knowledge) -> None:
    words = told(knowledge, "duration_weeks", 104, "patient")
    assert words == "How long you have had the pain: 104 weeks"


def test_the_table_of_tests_says_the_unit_with_the_results_alone(knowledge: Knowledge) -> None:
    case = new_case(answers={"hip_internal_rotation_deg": {"value": 10, "side": "right"}, "limp": "yes"})
    table = table_of(report_of(case, knowledge), "clinician", 9)
    assert table is not None
    rows = {row[0]: row[1] for row in table.rows}
    assert rows["Passive hip internal rotation"] == "10 degrees"
    assert "Limp (antalgic or abductor lurch)" in rows


def test_ranges_and_both_sides_lose_it_too(knowledge: Knowledge) -> None:
    weeks = knowledge.finding_by_id["duration_weeks"]
    assert with_answer(weeks, "under 6 weeks or 12 weeks or more", "clinician") == (
        "Duration in weeks: under 6 or 12 or more"
    )


def test_no_paper_says_a_unit_twice(knowledge: Knowledge) -> None:
    def is_twice(finding: Finding, voice: Voice) -> bool:
        assert finding.scale is not None
        unit = finding.scale.unit.patient if voice == "patient" else finding.scale.unit.clinician
        words = told(knowledge, finding.id, finding.scale.most, voice)
        return not finding.scale.unit.counts and words.count(unit[-1]) > 1

    voices: tuple[Voice, ...] = ("patient", "clinician")
    scaled = [one for one in knowledge.findings if one.scale is not None]
    assert not [(one.id, voice) for one in scaled for voice in voices if is_twice(one, voice)]
