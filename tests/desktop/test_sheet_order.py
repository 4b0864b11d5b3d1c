"""Which side is meant, what the map already says, and what is found by the search."""

from hipmap.desktop.sheet_order import drawn_on_map, matches, worst_side
from hipmap.model.case import Mark, new_case
from hipmap.model.findings import Finding, ImpliedByMarks

RIGHT = Mark(zone="groin_crease", side="right")
LEFT = Mark(zone="trochanter", side="left")


def finding(**fields: object) -> Finding:
    return Finding.model_validate(
        {
            "id": "limp",
            "kind": "history",
            "who": "both",
            "patient": "Do you limp?",
            "clinician": "Antalgic gait",
        }
        | fields
    )


def test_the_side_is_that_of_the_worst_spot() -> None:
    worst = LEFT.model_copy(update={"worst": True})
    assert worst_side(new_case(marks=(RIGHT, worst))) == "left"


def test_without_a_worst_spot_only_one_side_decides() -> None:
    assert worst_side(new_case(marks=(RIGHT,))) == "right"
    assert worst_side(new_case(marks=(RIGHT, LEFT))) is None
    assert worst_side(new_case()) is None


def test_a_mark_can_answer_a_question() -> None:
    both = ImpliedByMarks(kinds=("pain",), zones=("groin_crease", "trochanter"), both_sides=True)
    one = ImpliedByMarks(kinds=("pain",), zones=("groin_crease",))
    assert drawn_on_map(finding(implied_by=one), new_case(marks=(RIGHT,)))
    assert not drawn_on_map(finding(implied_by=both), new_case(marks=(RIGHT,)))
    assert drawn_on_map(finding(implied_by=both), new_case(marks=(RIGHT, LEFT)))
    assert not drawn_on_map(finding(), new_case(marks=(RIGHT,)))


def test_the_search_reads_both_voices() -> None:
    assert matches(finding(), ["limp"], "clinician")
    assert matches(finding(), ["antalgic", "gait"], "patient")
    assert not matches(finding(), ["antalgic", "back"], "patient")
