"""The case contract: what `hipmap-case/1` accepts, what it refuses, and how it is written again."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hipmap.model.case import CASE_SCHEMA, Answer, Case, case_as_data, new_case
from tests.case_builders import EXAMPLE, case_data, case_json, example_data, mark_data


def read(data: Any) -> Case:
    return Case.model_validate_json(data if isinstance(data, str) else json.dumps(data))


def first_error(data: Any) -> tuple[tuple[int | str, ...], str]:
    """The place and the sentence of the first thing that is refused."""
    with pytest.raises(ValidationError) as caught:
        read(data)
    error = caught.value.errors()[0]
    return error["loc"], error["msg"]


def test_example_of_the_contract_is_read_field_by_field() -> None:
    case = read(EXAMPLE)
    assert (case.setting, case.person.age, case.person.sex) == ("primary", 56, "female")
    (mark,) = case.marks
    assert mark.place == ("groin_crease", "right")
    assert (mark.kind, mark.intensity, mark.worst, mark.feel) == ("pain", 6, True, ("deep",))
    assert case.answers["limp"] == Answer(value="yes")
    assert case.answers["hip_internal_rotation_deg"] == Answer(value=10, side="right")
    assert case.answers["slr"] == Answer(value="positive", side="right")


def test_example_written_again_says_the_same() -> None:
    written = case_as_data(read(EXAMPLE))
    assert read(written) == read(EXAMPLE)
    expected = example_data()
    # pain is what a mark means when it says nothing else
    assert expected["marks"][0].pop("kind") == "pain"
    assert written == expected


def test_every_field_but_the_schema_may_be_absent() -> None:
    case = read(case_data())
    assert (case.setting, case.person.age, case.person.sex, case.marks) == (None, None, None, ())
    assert dict(case.answers) == {}
    assert case_as_data(case) == {"schema": CASE_SCHEMA}
    assert first_error("{}")[0] == ("schema",)


@pytest.mark.parametrize("field", ["intensity", "feel", "kind", "worst"])
def test_every_optional_field_of_a_mark_may_be_absent(field: str) -> None:
    data = example_data()
    del data["marks"][0][field]
    assert field not in case_as_data(read(data))["marks"][0]


@pytest.mark.parametrize(
    ("written", "value", "side"),
    [
        ("yes", "yes", None),
        ("no", "no", None),
        ("unknown", "unknown", None),
        (10, 10, None),
        (7.5, 7.5, None),
        (0, 0, None),
        ("sport", "sport", None),
        ({"value": "yes"}, "yes", None),
        ({"value": "positive", "side": "left"}, "positive", "left"),
        ({"value": 12.5, "side": "right"}, 12.5, "right"),
    ],
)
def test_an_answer_is_bare_or_has_a_side(written: Any, value: Any, side: str | None) -> None:
    answer = read(case_data(answers={"some_finding": written})).answers["some_finding"]
    assert (answer.value, answer.side) == (value, side)
    assert type(answer.value) is type(value)


def test_an_answer_without_a_side_is_written_bare() -> None:
    answers = {"limp": {"value": "yes"}, "slr": {"value": "positive", "side": "left"}}
    assert case_as_data(read(case_data(answers=answers)))["answers"] == {
        "limp": "yes",
        "slr": {"value": "positive", "side": "left"},
    }


def test_an_unknown_answer_stays_apart_from_a_question_not_asked() -> None:
    asked, not_asked = read(case_data(answers={"limp": "unknown"})), read(case_data())
    assert asked != not_asked
    assert case_as_data(asked)["answers"] == {"limp": "unknown"}


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (case_data(schema="hipmap-case/2"), ("schema",)),
        (case_data(schema=None), ("schema",)),
        (case_data(setting="clinic"), ("setting",)),
        (case_data(person={"sex": "Female"}), ("person", "sex")),
        (case_data(person={"age": -1}), ("person", "age")),
        (case_data(person={"age": 121}), ("person", "age")),
        (case_data(marks=[mark_data(side="Right")]), ("marks", 0, "side")),
        (case_data(marks=[{"zone": "groin_crease"}]), ("marks", 0, "side")),
        (case_data(marks=[{"side": "right"}]), ("marks", 0, "zone")),
        (case_data(marks=[mark_data(zone="")]), ("marks", 0, "zone")),
        (case_data(marks=[mark_data(kind="ache")]), ("marks", 0, "kind")),
        (case_data(marks=[mark_data(), mark_data("shin", intensity=11)]), ("marks", 1, "intensity")),
        (case_data(marks=[mark_data(intensity=-0.5)]), ("marks", 0, "intensity")),
        (case_data(marks=[mark_data(worst="yes")]), ("marks", 0, "worst")),
        (case_data(marks=[mark_data(feel=["deep", "dull"])]), ("marks", 0, "feel", 1)),
        (case_data(answers={"slr": {"side": "right"}}), ("answers", "slr", "value")),
        (case_data(answers={"slr": {"value": "yes", "side": "up"}}), ("answers", "slr", "side")),
        (case_data(answers={"limp": {"value": "yes", "sid": "left"}}), ("answers", "limp", "sid")),
        (case_data(marcs=[]), ("marcs",)),
        (case_data(person={"name": "A. Person"}), ("person", "name")),
        (case_data(marks=[mark_data(comment="ouch")]), ("marks", 0, "comment")),
    ],
)
def test_what_the_contract_does_not_know_is_refused_at_its_place(data: Any, place: tuple[Any, ...]) -> None:
    assert first_error(data)[0] == place


@pytest.mark.parametrize(
    "data",
    [
        case_data(person={"age": "56"}),
        case_data(person={"age": True}),
        case_data(marks=[mark_data(intensity="6")]),
        case_data(marks=[mark_data(intensity=True)]),
        case_data(answers={"limp": True}),
        case_data(answers={"limp": None}),
        case_data(answers={"limp": ["yes"]}),
        case_data(answers={"limp": {"value": False}}),
        case_data(answers={"limp": ""}),
        case_data(answers=[]),
        case_data(marks={}),
        case_data(marks=None),
        [],
        "null",
        "5",
    ],
)
def test_nothing_is_turned_into_another_kind_of_value(data: Any) -> None:
    with pytest.raises(ValidationError):
        read(data)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
@pytest.mark.parametrize("place", ["age", "intensity", "answer"])
def test_no_number_that_is_none(number: str, place: str) -> None:
    text = {
        "age": case_json(person={"age": 0}),
        "intensity": case_json(marks=[mark_data(intensity=0)]),
        "answer": case_json(answers={"hip_internal_rotation_deg": 0}),
    }[place]
    read(text)
    with pytest.raises(ValidationError):
        read(text.replace(": 0", f": {number}"))


def test_a_place_is_marked_once_of_a_kind() -> None:
    place, message = first_error(case_data(marks=[mark_data(intensity=3), mark_data(intensity=5)]))
    assert place == ()
    assert "groin_crease (right) is marked twice as pain" in message
    both_sides = case_data(marks=[mark_data(), mark_data(side="left"), mark_data(kind="numb")])
    assert len(read(both_sides).marks) == 3


@pytest.mark.parametrize("kind", ["numb", "spread", "none"])
def test_only_pain_is_the_worst_spot(kind: str) -> None:
    place, message = first_error(case_data(marks=[mark_data(kind=kind, worst=True)]))
    assert place == ("marks", 0)
    assert "only a mark of kind pain can be the worst" in message


def test_a_case_never_changes() -> None:
    case = read(EXAMPLE)
    with pytest.raises(ValidationError, match="frozen"):
        case.setting = "home"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        case.marks[0].worst = False  # type: ignore[misc]


def test_a_new_case_is_empty_and_takes_the_fields_it_is_given() -> None:
    assert new_case() == read(case_data())
    assert new_case(**{key: value for key, value in example_data().items() if key != "schema"}) == read(
        EXAMPLE
    )
