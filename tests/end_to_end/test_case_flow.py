"""A whole case: mark, answer, read, undo to the start, redo, save, open again."""

from pathlib import Path

import pytest

from hipmap.desktop import chosen_file
from hipmap.model.case import new_case
from tests.end_to_end.person import Person


def test_a_marked_and_answered_case_shows_the_hip_first(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.mark("groin_crease", "right")
    person.answer("limp", "yes")
    person.answer("worse_dressing_leg", "yes")
    person.settle()
    assert person.case.marks[0].worst
    assert person.case.answers["limp"].value == "yes"
    first = person.likelihoods()[0]
    assert first.startswith("Hip joint")
    assert "about" in first
    assert "range" in first
    assert any(name.startswith("Not covered") for name in person.likelihoods())


def test_pressing_the_chosen_answer_again_takes_it_back(person: Person) -> None:
    person.answer("limp", "yes")
    person.answer("limp", "yes")
    assert "limp" not in person.case.answers


def test_undo_goes_to_the_start_and_redo_to_the_end(person: Person) -> None:
    person.mark("trochanter", "left")
    person.answer("limp", "no")
    person.type_age("58")
    person.choose(person.window.bar.person.sex, "female")
    done, assessed = person.case, person.assessment.origins
    steps = person.session.undo_stack.count()
    for _ in range(steps):
        person.do("undo")
    assert person.case == new_case()
    assert not person.window.actions_by_id["undo"].isEnabled()
    assert person.window.bar.person.age.field.text() == ""
    for _ in range(steps):
        person.do("redo")
    person.settle()
    assert person.case == done
    assert [o.id for o in person.assessment.origins] == [o.id for o in assessed]
    assert person.window.bar.person.age.field.text() == "58"


def test_typing_a_number_is_one_step(person: Person) -> None:
    person.type_age("58")
    assert person.case.person.age == 58
    assert person.session.undo_stack.count() == 1


def test_a_saved_case_opens_equal(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "case.json"
    monkeypatch.setattr(chosen_file, "file_to_save", lambda *_: str(path))
    person.mark("groin_crease", "right")
    person.answer("limp", "unknown")
    saved = person.case
    assert person.window.windowTitle().startswith("●")
    person.do("save")
    assert person.window.windowTitle() == "case.json – hipmap"
    person.do("new")
    assert person.case == new_case()
    assert person.open(path)
    assert person.case == saved


def test_a_sided_answer_takes_the_side_of_the_worst_mark(person: Person) -> None:
    person.mark("groin_crease", "left")
    person.answer("fadir", person.row("fadir").control.strip.buttons[0].choice)
    assert person.case.answers["fadir"].side == "left"


def test_a_sided_answer_without_a_side_is_asked_for(person: Person) -> None:
    person.answer("foot_drop", "yes")
    assert person.case.answers["foot_drop"].side is None
    assert "side" in person.row("foot_drop").caption()
    sides = person.row("foot_drop").sides
    assert sides is not None
    person.choose(sides, "right")
    assert person.case.answers["foot_drop"].side == "right"


def test_an_origin_that_is_pressed_shows_its_reasons_down_to_the_sources(person: Person) -> None:
    person.mark("groin_crease", "right")
    person.answer("hip_internal_rotation_limited", "yes")
    person.settle()
    row = person.screen.likelihoods.visible_rows()[1]
    person.press(row)
    assert person.screen.likelihoods.shown_origin() == row.shown.id
    item = person.screen.reasons.items[0]
    item.click()
    person.settle()
    assert person.screen.reasons.behind.isVisibleTo(person.screen.reasons)
    assert "Odds" in person.reads(person.screen.reasons.behind)
