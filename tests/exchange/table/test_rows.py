"""Research rows: every column explained, nothing that tells who somebody is, and no formula."""

import csv
import io
from dataclasses import replace

import pytest

from hipmap.exchange.report import Report
from hipmap.exchange.table.choir import choir_segments
from hipmap.exchange.table.rows import RowWriter
from hipmap.model.assessment import FiredRule
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from tests.exchange.reports import RICH, report_of


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def row_of(report: Report, *, identified: bool = False) -> dict[str, str]:
    writer = RowWriter(report.knowledge, identified=identified)
    (row,) = read(writer.head() + writer.row(report, visit="1"))
    return row


def test_what_was_told_stands_in_its_column(rich: Report) -> None:
    row = row_of(rich)
    told = {
        "setting": "physio", "age": "48", "sex": "male", "own_words": "hip", "urgency": "none_found",
        "finger_zone": "lumbar_paraspinal", "mark_lumbar_paraspinal_left": "worst",
        "intensity_lumbar_paraspinal_left": "6", "mark_lumbar_paraspinal_right": "",
        "mark_calf_left": "spread", "mark_foot_outer_left": "numb", "mark_groin_crease_left": "none",
        "answer_slr": "positive", "side_slr": "left", "other_slr": "negative",
        "answer_duration_weeks": "6.5", "answer_foot_drop": "unknown", "answer_limp": "",
        "knowledge_digest": rich.knowledge.digest, "validation": "Not validated on patients.",
    }  # fmt: skip
    assert {name: row[name] for name in told} == told
    first = rich.assessment.origins[0]
    assert float(row[f"p_{first.id}"]) == first.probability
    assert float(row[f"low_{first.id}"]) == first.low


def test_strength_feel_and_what_was_raised_stand_there_too(rich: Report, urgent: Report) -> None:
    row = row_of(rich)
    told = {
        "usual_lumbar_paraspinal_left": "4", "at_worst_lumbar_paraspinal_left": "8.5",
        "feel_lumbar_paraspinal_left": "ache+deep", "feel_mid_buttock_left": "sharp",
        "usual_mid_buttock_left": "", "feel_calf_left": "", "raised": "", "row_format": "2",
    }  # fmt: skip
    assert {name: row[name] for name in told} == told
    raised = [f"{one.flag}={one.tier}" for one in urgent.assessment.urgency.fired]
    assert "cauda_equina=emergency_now" in raised
    assert row_of(urgent)["raised"].split(" ") == raised


def test_what_a_rule_and_the_likelihoods_raised_stands_once(urgent: Report) -> None:
    (by_rule,) = urgent.assessment.urgency.fired
    likely = FiredRule(flag=by_rule.flag, tier=by_rule.tier, by="probability", probability=0.4)
    urgency = urgent.assessment.urgency.model_copy(update={"fired": (by_rule, likely)})
    assessment = urgent.assessment.model_copy(update={"urgency": urgency})
    assert row_of(replace(urgent, assessment=assessment))["raised"] == f"{by_rule.flag}={by_rule.tier}"


def test_what_was_added_stands_behind_all_columns_of_the_first_format(knowledge: Knowledge) -> None:
    """A script that counts columns still finds those that it knows."""
    for identified in (False, True):
        head = RowWriter(knowledge, identified=identified).head().strip().split(",")
        first = head.index("validation") + 1
        added = ("usual_", "at_worst_", "feel_", "raised", "screening_not_asked", "row_format")
        assert all(name.startswith(added) for name in head[first:])
        assert not [name for name in head[:first] if name.startswith(added)]
        assert len(set(head)) == len(head)
        assert head[-1] == "row_format"


def test_for_excel_it_begins_with_the_sign_for_utf8_and_is_the_same_otherwise(rich: Report) -> None:
    plain, excel = (RowWriter(rich.knowledge, excel=chosen) for chosen in (False, True))
    row = plain.row(rich)
    assert excel.row(rich) == row, "only the file begins with it"
    for bare, begun in ((plain.head(), excel.head()), (plain.dictionary(), excel.dictionary())):
        assert begun.encode() == b"\xef\xbb\xbf" + bare.encode()
        assert read(begun.encode().decode("utf-8-sig")) == read(bare)
    assert next(iter(read(plain.head() + row)[0])) == "person"


def test_every_column_has_a_line_in_the_dictionary(rich: Report) -> None:
    for identified in (False, True):
        writer = RowWriter(rich.knowledge, identified=identified)
        lines = read(writer.dictionary())
        assert [line["column"] for line in lines] == writer.head().strip().split(",")
        assert all(line["meaning"] and line["type"] for line in lines)


def test_nobody_can_be_told_by_a_row(knowledge: Knowledge) -> None:
    secrets = {"name": "Zoë Ypsilanti", "number": "K-4711", "born": "1931-03-05", "note": "lives alone"}
    case = new_case(**{**RICH, "person": {"age": 94.5, "sex": "female"}})
    report = report_of(case, knowledge, **secrets)
    row = row_of(report)
    assert row["age"] == "90"
    text = ",".join(row.values())
    assert not [one for one in (*secrets.values(), "2026-11-22") if one in text]
    told = row_of(report, identified=True)
    assert {name: told[name] for name in secrets} == secrets
    assert (told["age"], told["day"]) == ("94.5", "2026-11-22")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\u00a0=1",
        "%0A=1",
        "|x",
        '="a"&"b"',
        "\u202e=1",
        "\u2060+1",
        "\u00ad\u200b@A1",
        "\uff1d1+1",
        "\uff0dA1",
        "\u3000=1",
    ],
)
def test_no_text_becomes_a_formula(knowledge: Knowledge, text: str) -> None:
    report = report_of(new_case(), knowledge, name=text, note=f"{text}\nnext")
    row = row_of(report, identified=True)
    assert row["name"] == f"'{text}"
    assert row["note"] == f"'{text}\nnext"


def test_no_semicolon_begins_a_formula(knowledge: Knowledge) -> None:
    """Where a comma is the decimal sign, a new cell begins there."""
    row = row_of(report_of(new_case(), knowledge, note="worse; =1+1;-2;fine; so"), identified=True)
    assert row["note"] == "worse;' =1+1;'-2;fine; so"


def test_numbers_below_nothing_stay_numbers(rich: Report) -> None:
    """A minus before a number is no formula, and no row holds one as text."""
    assert not [value for value in row_of(rich).values() if value.startswith("'")]


def test_choir_segments_are_those_of_the_zones(rich: Report) -> None:
    body = rich.knowledge.body
    expected = {*body.by_id["lumbar_paraspinal"].choir["left"], *body.by_id["mid_buttock"].choir["left"]}
    assert choir_segments(rich.case, body, "pain") == tuple(sorted(expected))
    assert row_of(rich)["choir_pain"] == " ".join(map(str, sorted(expected)))


def test_right_and_left_are_not_mixed_up(knowledge: Knowledge) -> None:
    """Segment 219 is the right low back of the public map, 218 the left."""
    body = knowledge.body
    right, left = (
        choir_segments(new_case(marks=[{"zone": "lumbar_paraspinal", "side": side}]), body, "pain")
        for side in ("right", "left")
    )
    assert 219 in right
    assert 218 in left
    assert not set(right) & set(left)


def test_a_row_without_names_does_not_lead_to_a_letter_with_one(rich: Report) -> None:
    digest = rich.assessment.versions.digest
    assert digest[:16] not in "".join(row_of(rich).values())
    assert row_of(rich, identified=True)["digest"] == digest
