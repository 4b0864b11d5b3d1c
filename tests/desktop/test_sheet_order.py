"""Which side is meant, what the map already says, and which rows can be asked."""

from typing import Any

import pytest

from hipmap.desktop.sheet_offer import settled_signs
from hipmap.desktop.sheet_order import drawn_on_map, in_sections, is_settled, leading_rows, meant_side
from hipmap.model.case import Mark, new_case
from hipmap.model.findings import Finding, ImpliedByMarks
from hipmap.reasoning.who_is_asked import is_offered, safety_to_ask
from tests.case_builders import own_knowledge

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
    assert meant_side(new_case(marks=(RIGHT, worst))) == "left"


def test_without_a_worst_spot_the_side_with_more_pain_decides() -> None:
    assert meant_side(new_case(marks=(RIGHT,))) == "right"
    assert meant_side(new_case(marks=(RIGHT, LEFT))) is None
    assert meant_side(new_case()) is None
    more = RIGHT.model_copy(update={"zone": "flank"})
    assert meant_side(new_case(marks=(RIGHT, LEFT, more))) == "right"


def test_a_mark_can_answer_a_question() -> None:
    both = ImpliedByMarks(kinds=("pain",), zones=("groin_crease", "trochanter"), both_sides=True)
    one = ImpliedByMarks(kinds=("pain",), zones=("groin_crease",))
    assert drawn_on_map(finding(implied_by=one), new_case(marks=(RIGHT,)))
    assert not drawn_on_map(finding(implied_by=both), new_case(marks=(RIGHT,)))
    assert drawn_on_map(
        finding(implied_by=both), new_case(marks=(RIGHT, RIGHT.model_copy(update={"side": "left"})))
    )
    assert not drawn_on_map(finding(), new_case(marks=(RIGHT,)))


def safety(name: str, **fields: object) -> Finding:
    return finding(id=name, kind="safety", **fields)


def test_only_screening_questions_come_first_and_the_other_safety_questions_last() -> None:
    first, rest = safety("saddle_numbness", screening=True), safety("anal_tone")
    assert in_sections([rest, finding(), first]) == [
        ("safety", [first]),
        ("history", [finding()]),
        ("more_safety", [rest]),
    ]
    assert safety_to_ask(new_case(), [rest, first], frozenset()) == [first]


def test_what_cannot_be_asked_here_is_not_offered_unless_it_was_answered() -> None:
    test, home = finding(who="clinician"), new_case(setting="home")
    assert is_offered(new_case(), test, frozenset())
    assert not is_offered(home, test, frozenset())
    assert is_offered(home, test, frozenset(), tests=True)
    assert not is_offered(new_case(), finding(), {"limp"})
    assert is_offered(new_case(setting="home", answers={"limp": "no"}), test, {"limp"})


def test_an_unknown_answer_settles_nothing() -> None:
    assert is_settled(new_case(answers={"limp": "no"}), [finding()])
    assert not is_settled(new_case(answers={"limp": "unknown"}), [finding()])
    assert not is_settled(new_case(), [finding()])


def test_a_test_stands_in_the_section_of_the_body_and_one_without_it_after_the_others() -> None:
    hip, other = finding(id="fadir", kind="examination", section="hip"), finding(kind="examination")
    assert in_sections([other, hip]) == [("hip", [hip]), ("examination", [other])]


def test_the_row_under_the_hand_keeps_its_place_among_those_that_lead() -> None:
    assert leading_rows(["a", "b", "c"], ["x", "b", "y"], None) == ("a", "b", "c")
    assert leading_rows(["a", "c", "d"], ["x", "b", "y"], "b") == ("a", "b", "c", "d")
    assert leading_rows(["b", "a"], ["x", "b"], "b") == ("a", "b")


@pytest.mark.parametrize(
    ("answers", "settled"),
    [
        ({"groin_lump": "no"}, {"groin_lump_stuck"}),
        ({"groin_lump": "unknown"}, set()),
        ({"groin_lump": {"value": "no", "side": "right", "other": "unknown"}}, set()),
        ({"walking_brings_leg_pain": "no"}, {"leg_pain_only_walking"}),
        ({"worse_standing": "yes"}, set()),
        ({"night_waking": "no"}, set()),
    ],
)
def test_only_a_plain_no_takes_a_further_safety_question_away(
    answers: dict[str, Any], settled: set[str]
) -> None:
    assert settled_signs(new_case(answers=answers), own_knowledge()) == settled
