"""A test done on both sides: each side weighs its own result, and an alarm on either side is an alarm."""

import pytest

from hipmap.model.case import Answer, Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import When
from hipmap.reasoning.assess import assess
from hipmap.reasoning.facts import complaint_side, facts_of
from hipmap.reasoning.red_flags import holds
from hipmap.reasoning.what_if import what_if, what_if_table

GROIN = {"zone": "groin_crease", "side": "right"}
FAR = {"zone": "groin_crease", "side": "left"}


def case_of(value: object, other: object, side: str = "right", **fields: object) -> Case:
    return new_case(answers={"log_roll_pain": {"value": value, "side": side, "other": other}}, **fields)


@pytest.mark.parametrize("told", [("right", "yes", "no"), ("left", "no", "yes")])
def test_the_complaint_is_weighed_with_the_result_of_its_side(
    knowledge: Knowledge, told: tuple[str, str, str]
) -> None:
    side, value, other = told
    both = case_of(value, other, side, marks=[GROIN])
    one = new_case(marks=[GROIN], answers={"log_roll_pain": {"value": "yes", "side": "right"}})
    found, alone = (assess(case, knowledge, ranges=False) for case in (both, one))
    assert [o.probability for o in found.origins] == [o.probability for o in alone.origins]
    assert facts_of(both, knowledge, "left").answers["log_roll_pain"].value == "no"


def test_each_side_of_a_complaint_on_both_sides_has_its_own(knowledge: Knowledge) -> None:
    case = case_of("yes", "no", marks=[GROIN, FAR])
    values = {
        side: facts_of(case, knowledge, side).answers["log_roll_pain"].value for side in ("right", "left")
    }
    assert values == {"right": "yes", "left": "no"}
    turned = case_of("no", "yes", marks=[GROIN, FAR])
    assert facts_of(turned, knowledge, "both").answers["log_roll_pain"].value == "yes"


def test_a_side_not_done_says_nothing(knowledge: Knowledge) -> None:
    case = case_of("unknown", "no", marks=[GROIN])
    facts = facts_of(case, knowledge)
    assert "log_roll_pain" not in facts.answers
    assert facts.other_side == ("log_roll_pain",)
    assert facts_of(case_of("unknown", "unknown"), knowledge).answers == {}


def test_of_a_yes_and_a_no_the_yes_tells_the_side_of_the_complaint() -> None:
    assert complaint_side(case_of("no", "yes")) == "left"
    assert complaint_side(case_of("yes", "no")) == "right"
    assert complaint_side(case_of("yes", "yes")) == "both"
    assert complaint_side(case_of("unknown", "yes")) == "left"


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [("yes", "no", True), ("no", "yes", True), ("no", "no", False), ("no", "unknown", None),
     ("unknown", "no", None), ("unknown", "yes", True)],
)  # fmt: skip
def test_a_rule_takes_the_more_alarming_side(
    knowledge: Knowledge, value: str, other: str, expected: bool | None
) -> None:
    case = new_case(answers={"foot_drop": Answer(value=value, side="right", other=other)})
    assert holds(When(finding="foot_drop"), case, knowledge) is expected


def test_a_reason_tells_what_the_other_side_gave(knowledge: Knowledge) -> None:
    found = assess(case_of("yes", "no", marks=[GROIN]), knowledge, ranges=False)
    reasons = [
        r for o in found.origins for r in (*o.reasons_for, *o.reasons_against) if r.finding == "log_roll_pain"
    ]
    assert {(r.value, r.side, r.other) for r in reasons} == {("yes", "right", "no")}
    alone = new_case(marks=[GROIN], answers={"log_roll_pain": {"value": "yes", "side": "right"}})
    assert '"other"' not in assess(alone, knowledge, ranges=False).model_dump_json()


def test_what_if_changes_the_side_that_is_weighed(knowledge: Knowledge) -> None:
    table = what_if_table(case_of("no", "yes", "left", marks=[GROIN]), knowledge, "log_roll_pain")
    assert table.side == "right"
    assert [row.value for row in table.rows if row.present] == ["yes"]


def test_what_if_of_one_side_leaves_what_the_other_side_gave(knowledge: Knowledge) -> None:
    case = new_case(marks=[GROIN], answers={"log_roll_pain": {"value": "yes", "side": "right"}})
    table = what_if_table(case, knowledge, "log_roll_pain", "left")
    assert table.side == "left"
    assert [row.value for row in table.rows if row.present] == [None]  # nobody tested the left
    both = case_of("yes", "no", marks=[GROIN])
    assert what_if(case, knowledge, "log_roll_pain", "no", "left") == assess(both, knowledge, ranges=False)
    assert what_if(both, knowledge, "log_roll_pain", None, "left") == assess(case, knowledge, ranges=False)
