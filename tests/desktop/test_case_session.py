"""The session: one undoable step an edit, typing as one step, and one signal for all."""

from typing import cast

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from hipmap.desktop.case_session import CaseSession, Edit
from hipmap.model import edits
from hipmap.model.assessment import Assessment, Enough, Urgency, Versions
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge

NOTHING = Assessment(
    urgency=Urgency(tier="none_found"),
    origins=(),
    conditions=(),
    combined=(),
    enough=Enough(enough=False, why="nothing_asked"),
    versions=Versions(program="0", knowledge="0", digest="0"),
)


def no_assessment(
    case: Case, knowledge: Knowledge, ranges: bool = True, proposals: bool | None = None
) -> Assessment:
    return NOTHING


def new_session() -> CaseSession:
    # What is tried here never looks at the knowledge.
    return CaseSession(cast(Knowledge, None), no_assessment, new_case())


findings = st.sampled_from(["limp", "slr", "fadir"])
some_edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        lambda finding, value: lambda case: edits.put_answer(case, finding, value),
        findings,
        st.sampled_from(["yes", "no", "unknown"]),
    ),
    st.builds(lambda finding: lambda case: edits.remove_answer(case, finding), findings),
    st.builds(
        lambda zone, side: lambda case: edits.cycle_pain(case, zone, side),
        st.sampled_from(["groin_crease", "trochanter"]),
        st.sampled_from(["right", "left"]),
    ),
    st.builds(lambda age: lambda case: edits.put_age(case, age), st.integers(0, 120)),
    st.just(edits.swap_sides),
)


@given(st.lists(some_edits, max_size=12))
def test_undo_goes_back_and_redo_forward_step_by_step(qapp: object, steps: list[Edit]) -> None:
    session = new_session()
    seen = [session.case]
    for step in steps:
        session.apply("Edit", step)
        if session.case != seen[-1]:
            seen.append(session.case)
    assert session.undo_stack.count() == len(seen) - 1
    for case in reversed(seen[:-1]):
        session.undo_stack.undo()
        assert session.case == case
    for case in seen[1:]:
        session.undo_stack.redo()
        assert session.case == case


def type_ages(session: CaseSession, *ages: int) -> None:
    for age in ages:
        session.apply("Age", lambda case, age=age: edits.put_age(case, age), "typed:age")  # type: ignore[misc]


def test_typing_one_field_is_one_step(qapp: object) -> None:
    session = new_session()
    type_ages(session, 5, 58)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.case == new_case()


def test_typing_after_leaving_the_field_is_another_step(qapp: object) -> None:
    session = new_session()
    type_ages(session, 5, 58)
    session.end_typing()
    type_ages(session, 59)
    assert session.undo_stack.count() == 2


def test_another_edit_between_two_typings_keeps_them_apart(qapp: object) -> None:
    session = new_session()
    type_ages(session, 5)
    session.apply("Answer", lambda case: edits.put_answer(case, "limp", "yes"))
    type_ages(session, 58)
    assert session.undo_stack.count() == 3


def test_typing_back_to_where_it_began_leaves_no_step(qapp: object) -> None:
    session = new_session()
    session.apply("Age", lambda case: edits.put_age(case, 5), "typed:age")
    session.apply("Age", lambda case: edits.put_age(case, None), "typed:age")
    assert session.undo_stack.count() == 0


def test_an_edit_tells_at_once_and_again_with_ranges(qtbot: QtBot) -> None:
    session = new_session()
    told: list[Case] = []
    session.changed.connect(lambda case, _assessment: told.append(case))
    with qtbot.waitSignals([session.changed, session.changed]):
        session.apply("Answer", lambda case: edits.put_answer(case, "limp", "yes"))
        assert len(told) == 1
    assert told == [session.case, session.case]


def test_labels_hold_nothing_that_was_answered(qapp: object) -> None:
    session = new_session()
    session.apply("Answer", lambda case: edits.put_answer(case, "limp", "yes"))
    assert session.undo_stack.text(0) == "Answer"


def test_an_opened_case_cannot_be_undone_into_the_one_before(qapp: object) -> None:
    session = new_session()
    session.apply("Answer", lambda case: edits.put_answer(case, "limp", "yes"))
    session.open_case(new_case(setting="home"))
    assert not session.undo_stack.canUndo()
    assert session.undo_stack.isClean()
