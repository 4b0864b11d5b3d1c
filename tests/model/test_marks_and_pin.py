"""What a mark and a pin may say beside their place, and the edits that drags, arrows and pins make."""

import pytest
from pydantic import ValidationError

from hipmap.model.case import Case, Face, Mark, Pin, Place, Side, case_as_data, new_case
from hipmap.model.case_check import check_case
from hipmap.model.edits import (
    change_marks,
    clear_marks,
    put_mark,
    put_pin,
    remove_mark,
    source_of_spread,
    swap_sides,
    toggle_mark,
)
from hipmap.model.knowledge import Knowledge

GROIN = Place(zone="groin_crease", side="right")
FULL = Mark(
    zone="anterior_thigh_upper",
    side="right",
    kind="spread",
    intensity=2,
    usual=4,
    at_worst=7.5,
    feel=("burning", "deep"),
    when=("comes_and_goes", "night"),
    share=0.4,
    spreads_from=GROIN,
)
PIN = Pin(zone="groin_crease", side="right", face="front", at=(0.4, 0.46))


def test_everything_that_a_mark_says_is_written_and_read_again(knowledge: Knowledge) -> None:
    case = new_case(marks=(FULL,), pin=PIN)
    data = case_as_data(case)
    assert data["marks"][0]["spreads_from"] == {"zone": "groin_crease", "side": "right"}
    assert data["marks"][0]["share"] == 0.4
    assert data["pin"] == {"zone": "groin_crease", "side": "right", "face": "front", "at": [0.4, 0.46]}
    assert Case.model_validate_json(case.model_dump_json(by_alias=True)) == case
    assert check_case(case, knowledge) == []


def test_what_is_not_said_is_not_written() -> None:
    assert case_as_data(new_case(marks=(Mark(zone="shin", side="left"),)))["marks"] == [
        {"zone": "shin", "side": "left"}
    ]


@pytest.mark.parametrize("share", [0.0, -0.1, 1.01])
def test_a_share_is_a_part_of_the_zone(share: float) -> None:
    with pytest.raises(ValidationError):
        Mark(zone="shin", side="left", share=share)
    assert Mark(zone="shin", side="left").covered == 1
    assert Mark(zone="shin", side="left", share=0.3).covered == 0.3


def test_swapping_sides_mirrors_arrows_and_pins_and_twice_changes_nothing() -> None:
    case = new_case(marks=(FULL,), pin=PIN)
    swapped = swap_sides(case)
    assert swapped.marks[0].side == "left"
    assert swapped.marks[0].spreads_from == Place(zone="groin_crease", side="left")
    assert swapped.marks[0].share == 0.4
    assert swapped.pin == Pin(zone="groin_crease", side="left", face="front", at=(0.6, 0.46))
    assert swap_sides(swapped) == case
    sideways = new_case(pin=Pin(zone="trochanter", side="right", face="right", at=(0.3, 0.5)))
    mirrored = swap_sides(sideways).pin
    assert mirrored is not None
    assert (mirrored.face, mirrored.side, mirrored.at) == ("left", "left", (0.7, 0.5))


def test_a_pin_says_that_it_hurts_there_and_going_leaves_the_mark() -> None:
    pinned = put_pin(new_case(), PIN)
    assert [mark.place for mark in pinned.marks] == [("groin_crease", "right")]
    assert put_pin(pinned, None).marks == pinned.marks
    worst = new_case(marks=(Mark(zone="groin_crease", side="right", worst=True, intensity=8),))
    assert put_pin(worst, PIN).marks == worst.marks
    assert clear_marks(pinned) == new_case()


def test_a_click_on_where_it_spreads_names_the_one_place_it_can_come_from() -> None:
    one = put_mark(new_case(), Mark(zone="groin_crease", side="right"))
    assert toggle_mark(one, "shin", "right", "spread").marks[-1].spreads_from == GROIN
    assert source_of_spread(one, "shin", "left") is None, "pain on the other side is no start"
    two = put_mark(one, Mark(zone="trochanter", side="right"))
    assert source_of_spread(two, "shin", "right") is None, "two places would be a guess"
    worst = put_mark(two, Mark(zone="trochanter", side="right", worst=True))
    assert source_of_spread(worst, "shin", "right") == Place(zone="trochanter", side="right")
    spine = new_case(marks=(Mark(zone="lumbar_midline", side="midline"),))
    assert source_of_spread(spine, "calf", "left") == Place(zone="lumbar_midline", side="midline")
    assert source_of_spread(spine, "lumbar_midline", "midline") is None
    assert source_of_spread(new_case(), "calf", "left") is None


def test_one_change_removes_and_puts_marks() -> None:
    case = new_case(marks=(Mark(zone="shin", side="left"), Mark(zone="calf", side="left", kind="numb")))
    new = Mark(zone="flank", side="left", share=0.2)
    assert change_marks(case, (new,), (case.marks[0],)).marks == (case.marks[1], new)
    assert change_marks(case, ()) == case


def test_the_pin_goes_with_the_pain_that_it_points_at() -> None:
    pin = Pin(zone="groin_crease", side="right", face="front", at=(0.4, 0.5))
    pinned = put_pin(new_case(), pin)
    other = put_mark(pinned, Mark(zone="sacrum", side="midline"))
    assert remove_mark(other, "sacrum", "midline", "pain").pin == pin
    assert remove_mark(other, "groin_crease", "right", "pain").pin is None
    assert put_mark(pinned, Mark(zone="groin_crease", side="right", kind="none")).pin is None
    mark = pinned.marks[0]
    changed = mark.model_copy(update={"worst": True})
    assert change_marks(pinned, (changed,), (mark,)).pin == pin, "taken off and put anew in one step"


def test_an_arrow_goes_with_the_pain_that_it_comes_from_and_the_spread_stays() -> None:
    start = Mark(zone="groin_crease", side="right", worst=True)
    case = new_case(marks=(start, FULL))
    loose = FULL.model_copy(update={"spreads_from": None})
    assert remove_mark(case, "groin_crease", "right", "pain").marks == (loose,)
    assert toggle_mark(case, "groin_crease", "right", "pain").marks == (loose,), "the click after the worst"
    nothing = Mark(zone="groin_crease", side="right", kind="none")
    assert put_mark(case, nothing).marks == (loose, nothing)
    numb = Mark(zone="groin_crease", side="right", kind="numb")
    assert change_marks(case, (numb,), (start,)).marks == (loose, numb)
    other = Mark(zone="shin", side="left")
    assert change_marks(case, (start.model_copy(update={"worst": False}), other), (start,)).marks[0] == FULL
    assert put_mark(new_case(marks=(FULL,)), other).marks[0] == FULL, "as the file told it"


def test_no_pin_stands_where_nothing_hurts() -> None:
    pinned = new_case(pin=PIN)
    assert put_mark(pinned, Mark(zone="shin", side="left")).pin == PIN
    assert put_mark(pinned, Mark(zone="groin_crease", side="right", kind="none")).pin is None


@pytest.mark.parametrize(
    ("zone", "side", "face", "across"),
    [
        ("groin_crease", "right", "front", 0.52),
        ("groin_crease", "left", "front", 0.6),
        ("mid_buttock", "right", "back", 0.6),
        ("mid_buttock", "left", "back", 0.48),
        ("lumbar_midline", "midline", "back", 0.6),
        ("trochanter", "left", "left", 0.9),
    ],
)
def test_a_pin_stands_on_the_half_of_its_side(
    knowledge: Knowledge, zone: str, side: Side, face: Face, across: float
) -> None:
    pin = Pin(zone=zone, side=side, face=face, at=(across, 0.5))
    assert check_case(new_case(pin=pin), knowledge) == []
