"""What holds for every sequence of edits: valid cases, one worst spot, and undo that restores."""

from collections.abc import Callable
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from hipmap.model.case import Case, Mark, Side, case_as_data, new_case
from hipmap.model.edits import (
    clear_marks,
    cycle_pain,
    mark_at,
    pain_state,
    put_age,
    put_answer,
    put_mark,
    put_sex,
    remove_answer,
    remove_mark,
    swap_sides,
    toggle_mark,
)
from tests.case_builders import own_knowledge

Edit = Callable[[Case], Case]

MIRRORED: dict[Side, Side] = {"right": "left", "left": "right", "midline": "midline"}
PLACES = st.sampled_from([(zone.id, side) for zone in own_knowledge().body.zones for side in zone.sides])
KINDS = st.sampled_from(["pain", "numb", "spread", "none"])
NUMBERS = st.integers(0, 10) | st.floats(0, 10)
MARKS = st.builds(
    lambda place, intensity, feel: Mark(zone=place[0], side=place[1], intensity=intensity, feel=feel),
    PLACES,
    st.none() | NUMBERS,
    st.lists(st.sampled_from(["ache", "sharp", "deep"]), max_size=3, unique=True).map(tuple),
)
FINDINGS = st.sampled_from(["limp", "slr", "night_pain", "onset"])
VALUES = st.sampled_from(["yes", "no", "unknown", "positive"]) | NUMBERS
SIDES = st.none() | st.sampled_from(["right", "left"])


def edits() -> st.SearchStrategy[Edit]:
    """Any one thing that can be done in the window."""
    return st.one_of(
        PLACES.map(lambda place: lambda case: cycle_pain(case, *place)),
        st.builds(
            lambda place, kind: lambda case: toggle_mark(case, place[0], place[1], kind), PLACES, KINDS
        ),
        st.builds(
            lambda place, kind: lambda case: remove_mark(case, place[0], place[1], kind), PLACES, KINDS
        ),
        MARKS.map(lambda mark: partial(put_mark, mark=mark)),
        st.builds(lambda *answer: lambda case: put_answer(case, *answer), FINDINGS, VALUES, SIDES),
        FINDINGS.map(lambda finding: partial(remove_answer, finding=finding)),
        st.builds(lambda age: partial(put_age, age=age), st.none() | st.integers(0, 120)),
        st.builds(lambda sex: partial(put_sex, sex=sex), st.sampled_from([None, "female", "male", "other"])),
        st.just(swap_sides),
        st.just(clear_marks),
    )


def done(steps: list[Edit]) -> list[Case]:
    """Every case on the way, from the empty one to the last."""
    cases = [new_case()]
    for step in steps:
        cases.append(step(cases[-1]))
    return cases


@given(st.lists(edits(), max_size=12))
def test_every_case_on_the_way_is_a_valid_case_file(steps: list[Edit]) -> None:
    for case in done(steps):
        assert Case.model_validate_json(case.model_dump_json(by_alias=True)) == case
        assert new_case(**case_as_data(case)) == case


@given(st.lists(edits(), max_size=12))
def test_there_is_at_most_one_worst_spot(steps: list[Edit]) -> None:
    for case in done(steps):
        assert sum(mark.worst for mark in case.marks) <= 1


@given(st.lists(edits(), max_size=12))
def test_none_never_stands_beside_another_mark(steps: list[Edit]) -> None:
    marks = done(steps)[-1].marks
    denied = {mark.place for mark in marks if mark.kind == "none"}
    assert not denied & {mark.place for mark in marks if mark.kind != "none"}


@given(st.lists(edits(), max_size=12))
def test_no_edit_changes_a_case_that_undo_holds(steps: list[Edit]) -> None:
    history, pictures = [new_case()], []
    for step in steps:
        pictures.append(history[-1].model_dump_json())
        history.append(step(history[-1]))
    assert [case.model_dump_json() for case in history[:-1]] == pictures


@given(st.lists(edits(), max_size=12))
def test_swapping_sides_twice_changes_nothing(steps: list[Edit]) -> None:
    case = done(steps)[-1]
    assert swap_sides(swap_sides(case)) == case
    for mark in case.marks:
        assert mark_at(swap_sides(case), mark.zone, MIRRORED[mark.side], mark.kind) is not None


@given(st.lists(edits(), max_size=12), PLACES)
def test_clicks_on_one_place_cycle_from_any_case(steps: list[Edit], place: tuple[str, Side]) -> None:
    case = done(steps)[-1]
    cycle = ["off", "hurts", "worst"]
    zone, side = place
    for _ in range(3):
        state = pain_state(case, zone, side)
        case = cycle_pain(case, zone, side)
        assert pain_state(case, zone, side) == cycle[(cycle.index(state) + 1) % 3]
