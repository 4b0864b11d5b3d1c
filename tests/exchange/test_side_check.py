"""Nothing is sent in which words and body map name different sides."""

import pytest

from hipmap.exchange.side_check import must_agree_on_sides
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from tests.exchange.reports import report_of

LEFT_GROIN = {"zone": "groin_crease", "side": "left"}


@pytest.mark.parametrize(
    "words",
    [
        "Please see her right hip.",
        "pain in the RIGHT inner thigh",
        "right-sided pain",
        "It is on the right.",
        "Right groin and leg",
        "It hurts on the right-hand side.",
        "Hurts in the right, hand on hip when standing",
        "R groin pain, worse on stairs",
        "(R) hip stiff",
        "Rt. thigh numb",
    ],
)
@pytest.mark.parametrize("field", ["question", "note"])
def test_typed_words_about_the_other_side_are_refused(knowledge: Knowledge, words: str, field: str) -> None:
    report = report_of(new_case(marks=[LEFT_GROIN]), knowledge, **{field: words})
    with pytest.raises(BadInput, match=f"marked on the left, but --{field} says right"):
        must_agree_on_sides(report)


@pytest.mark.parametrize(
    "words",
    [
        "Please see her left hip.",
        "Left hip; the right hip is free.",
        "Please see her right away.",
        "Is this the right test?",
        "L groin, R hand dominant",
        "You'r hip, as she writes it.",
        "All right so far. She left work.",
        "Walks with a stick in the right hand.",
        "Right hand holds a stick; hip pain is less.",
        "On the right forearm a scar.",
        "",
    ],
)
def test_other_words_pass(knowledge: Knowledge, words: str) -> None:
    must_agree_on_sides(report_of(new_case(marks=[LEFT_GROIN]), knowledge, question=words))


def test_answers_for_the_other_side_are_refused(knowledge: Knowledge) -> None:
    answers = {"slr": {"value": "positive", "side": "right"}}
    with pytest.raises(BadInput, match=r"answers are for the other side \(slr\)"):
        must_agree_on_sides(report_of(new_case(marks=[LEFT_GROIN], answers=answers), knowledge))


@pytest.mark.parametrize("marks", [[], [LEFT_GROIN, {"zone": "calf", "side": "right"}]])
def test_a_map_of_no_or_both_sides_disagrees_with_nothing(knowledge: Knowledge, marks: list[object]) -> None:
    must_agree_on_sides(report_of(new_case(marks=marks), knowledge, question="Her right hip?"))
