"""Everyday words for the place against the marks on the map."""

import pytest

from hipmap.model.body import Body, OwnWord
from hipmap.model.case import Mark, Pin, Side, new_case
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.own_words import (
    drop_word,
    mark_reading,
    mark_readings,
    sides_marked,
    word_called,
    words_against_marks,
)


@pytest.fixture
def body(knowledge: Knowledge) -> Body:
    return knowledge.body


def ids(words: tuple[OwnWord, ...]) -> list[str]:
    return [word.id for word in words]


def test_a_word_without_any_of_its_places_does_not_fit_the_map(body: Body) -> None:
    back = (Mark(zone="lumbar_midline", side="midline"),)
    assert ids(words_against_marks(("hip", "low_back"), back, body)) == ["hip"]


@pytest.mark.parametrize("kind", ["pain", "spread", "numb"])
def test_a_place_marked_on_either_side_fits_its_word(body: Body, kind: str) -> None:
    left = (Mark.model_validate({"zone": "groin_crease", "side": "left", "kind": kind}),)
    assert words_against_marks(("hip", "groin"), left, body) == ()


def test_a_place_that_is_free_of_pain_does_not_fit_its_word(body: Body) -> None:
    marks = (Mark(zone="trochanter", side="left", kind="none"), Mark(zone="coccyx", side="midline"))
    assert ids(words_against_marks(("hip",), marks, body)) == ["hip"]


def test_nothing_is_asked_while_nothing_is_marked(body: Body) -> None:
    assert words_against_marks(("hip",), (), body) == ()
    assert words_against_marks(("hip",), (Mark(zone="calf", side="left", kind="none"),), body) == ()


@pytest.mark.parametrize(
    ("said", "word"),
    [("Hip", "hip"), ("back  pocket", "back_pocket"), ("C-shaped hand", "c_hand"),
     ("c shaped hand", "c_hand"), ("BUM", "buttock"), ("hippo", None), ("", None)],
)  # fmt: skip
def test_a_word_is_found_by_what_people_say(body: Body, said: str, word: str | None) -> None:
    found = word_called(said, body)
    assert (found.id if found else None) == word


def test_the_hand_laid_round_the_hip_means_three_places_at_once(body: Body) -> None:
    hand = body.own_word_by_id["c_hand"]
    assert hand.together
    assert hand.zones == {"trochanter", "groin_crease", "mid_buttock"}


def test_a_reading_is_marked_on_each_side_that_is_meant_and_changes_nothing_else(body: Body) -> None:
    worst = Mark(zone="lateral_thigh_upper", side="right", worst=True, intensity=7)
    case = new_case(marks=(worst,))
    outer = next(one for one in body.own_word_by_id["thigh"].readings if one.id == "outer")
    marked = mark_reading(case, outer, ("right", "left"), body)
    assert [mark.place for mark in marked.marks] == [
        ("lateral_thigh_upper", "right"),
        ("lateral_thigh_upper", "left"),
        ("lateral_thigh_lower", "right"),
        ("lateral_thigh_lower", "left"),
    ]
    assert marked.marks[0] == worst


def test_a_zone_of_the_midline_is_marked_once_whatever_the_side(body: Body) -> None:
    base = next(one for one in body.own_word_by_id["low_back"].readings if one.id == "base")
    assert [m.place for m in mark_reading(new_case(), base, ("left",), body).marks] == [("sacrum", "midline")]


def test_a_word_is_dropped_and_the_others_stay() -> None:
    case = new_case(own_words=("hip", "groin"))
    assert drop_word(case, "hip").own_words == ("groin",)
    assert drop_word(case, "knee").own_words == ("hip", "groin")


@pytest.mark.parametrize(
    ("marked", "sides"),
    [([("calf", "left"), ("groin_crease", "right")], ("right", "left")),
     ([("calf", "left"), ("sacrum", "midline")], ("left",)), ([("sacrum", "midline")], ())],
)  # fmt: skip
def test_the_sides_of_the_marks_are_known(marked: list[tuple[str, Side]], sides: tuple[Side, ...]) -> None:
    assert sides_marked(Mark(zone=zone, side=side) for zone, side in marked) == sides


def test_a_word_that_is_not_in_the_list_is_refused_by_name(knowledge: Knowledge) -> None:
    (sentence,) = check_case(new_case(own_words=("hipp",)), knowledge)
    assert sentence == 'own_words[0]: there is no everyday word "hipp"; did you mean "hip"?'


def test_a_word_told_twice_is_refused(knowledge: Knowledge) -> None:
    (sentence,) = check_case(new_case(own_words=("hip", "hip")), knowledge)
    assert "told twice" in sentence


def test_every_reading_has_zones_of_the_map_and_labels_in_both_voices(body: Body) -> None:
    for word in body.own_words:
        for reading in word.readings:
            assert set(reading.zones) <= set(body.by_id)
            assert all((reading.patient, reading.clinician))


def test_only_there_takes_away_what_hurt_elsewhere_and_leaves_the_rest(body: Body) -> None:
    marks = (
        Mark(zone="lumbar_midline", side="midline"),
        Mark(zone="trochanter", side="right", intensity=4),
        Mark(zone="calf", side="right", kind="numb"),
    )
    pin = Pin(zone="lumbar_midline", side="midline", face="back", at=(0.5, 0.4))
    outer = tuple(one for one in body.own_word_by_id["hip"].readings if one.id == "outer_hip")
    after = mark_readings(new_case(marks=marks, pin=pin), outer, ("right",), body, instead=True)
    assert after.marks == marks[1:]
    assert after.pin is None
    assert mark_readings(new_case(marks=marks), outer, ("left",), body, instead=False).marks[:3] == marks
