"""A case against the vocabulary: zones, sides, findings, options and ranges of numbers."""

from typing import Any

import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from tests.case_builders import EXAMPLE, mark_data


def problem(knowledge: Knowledge, **fields: Any) -> str:
    """The one thing that is wrong with the case."""
    (sentence,) = check_case(new_case(**fields), knowledge)
    assert "\n" not in sentence
    return sentence


def test_example_of_the_contract_uses_known_words(knowledge: Knowledge) -> None:
    assert check_case(Case.model_validate_json(EXAMPLE), knowledge) == []


def test_every_zone_can_be_marked_on_each_of_its_sides(knowledge: Knowledge) -> None:
    for zone in knowledge.body.zones:
        for kind in ("numb", "spread", "none") + (("pain",) if zone.layer != "numbness" else ()):
            marks = [mark_data(zone.id, side, kind=kind) for side in zone.sides]
            assert check_case(new_case(marks=marks), knowledge) == [], (zone.id, kind)


def test_every_answer_that_the_vocabulary_offers_is_taken(knowledge: Knowledge) -> None:
    for finding in knowledge.findings:
        values: list[Any] = ["unknown"]
        values += ["yes", "no"] if finding.answer == "yes_no" else [option.id for option in finding.options]
        if finding.scale is not None:
            values += [finding.scale.least, finding.scale.most]
        for value in values:
            assert check_case(new_case(answers={finding.id: value}), knowledge) == [], finding.id


def test_a_slip_of_the_pen_is_met_with_the_right_word(knowledge: Knowledge) -> None:
    assert problem(knowledge, marks=[mark_data("groin_creese")]) == (
        'marks[0].zone: there is no zone "groin_creese"; did you mean "groin_crease"?'
    )
    assert problem(knowledge, answers={"limpp": "yes"}) == (
        'answers.limpp: there is no finding "limpp"; did you mean "limp"?'
    )


def test_a_word_like_no_other_leads_to_the_vocabulary(knowledge: Knowledge) -> None:
    for wrong in ({"marks": [mark_data("qqqq")]}, {"answers": {"qqqqqqqq": "yes"}}):
        assert problem(knowledge, **wrong).endswith("see `hipmap vocabulary`")


def test_a_midline_zone_has_no_right_side(knowledge: Knowledge) -> None:
    assert "marks[0].side: the zone sacrum" in problem(knowledge, marks=[mark_data("sacrum", "right")])
    sentence = problem(knowledge, marks=[mark_data("sacrum", "midline"), mark_data("shin", "midline")])
    assert sentence.startswith("marks[1].side: ")
    assert sentence.endswith("use right or left")


def test_the_saddle_is_for_numbness(knowledge: Knowledge) -> None:
    assert check_case(new_case(marks=[mark_data("saddle", "midline", kind="numb")]), knowledge) == []
    sentence = problem(knowledge, marks=[mark_data("saddle", "midline")])
    assert "use kind numb, or mark genital_perineal" in sentence


@pytest.mark.parametrize("value", ["positive", 1, 0.5, "Yes", "maybe", "y"])
def test_a_yes_or_no_question_takes_nothing_else(knowledge: Knowledge, value: Any) -> None:
    sentence = problem(knowledge, answers={"limp": value})
    assert sentence.startswith("answers.limp: ")
    assert sentence.endswith("use yes, no or unknown")


def test_a_choice_names_its_options(knowledge: Knowledge) -> None:
    sentence = problem(knowledge, answers={"onset": "slow"})
    assert sentence.startswith('answers.onset: "slow" is not an answer here')
    for option in knowledge.finding_by_id["onset"].options:
        assert option.id in sentence


def test_a_number_has_a_unit_and_ends(knowledge: Knowledge) -> None:
    rotation = "hip_internal_rotation_deg"
    scale = knowledge.finding_by_id[rotation].scale
    assert scale is not None
    assert "is outside" in problem(knowledge, answers={rotation: scale.most + 1})
    assert "is outside" in problem(knowledge, answers={rotation: scale.least - 0.5})
    assert "give a number in degrees, or unknown" in problem(knowledge, answers={rotation: "yes"})


def test_only_a_sided_finding_has_a_side(knowledge: Knowledge) -> None:
    assert "this finding has no side" in problem(
        knowledge, answers={"onset": {"value": "gradual", "side": "right"}}
    )
    assert "use right or left" in problem(
        knowledge, answers={"slr": {"value": "positive", "side": "midline"}}
    )


def test_each_wrong_thing_gets_its_own_sentence(knowledge: Knowledge) -> None:
    case = new_case(marks=[mark_data("qqqq"), mark_data(), mark_data("rrrr")], answers={"limp": "often"})
    problems = check_case(case, knowledge)
    assert [text.split(":")[0] for text in problems] == ["marks[0].zone", "marks[2].zone", "answers.limp"]
