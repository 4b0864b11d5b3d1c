"""Both sides of one test: each is told, taken back and led by the side of the complaint."""

from hipmap.model.case import Answer, Case, case_as_data, new_case
from hipmap.model.edits import put_answer, put_side_answer


def test_the_side_told_first_leads_unless_the_complaint_has_a_side() -> None:
    first = put_side_answer(new_case(), "fadir", "left", "no")
    assert put_side_answer(first, "fadir", "right", "yes").answers["fadir"] == Answer(
        value="no", side="left", other="yes"
    )
    led = put_side_answer(first, "fadir", "right", "yes", lead="right")
    assert led.answers["fadir"] == Answer(value="yes", side="right", other="no")


def test_one_side_is_changed_or_taken_back_without_the_other() -> None:
    both = new_case(answers={"fadir": {"value": "yes", "side": "right", "other": "no"}})
    assert put_side_answer(both, "fadir", "left", "unknown").answers["fadir"].told == ("yes", "unknown")
    assert put_side_answer(both, "fadir", "right", None).answers["fadir"] == Answer(value="no", side="left")
    neither = put_side_answer(put_side_answer(both, "fadir", "right", None), "fadir", "left", None)
    assert "fadir" not in neither.answers


def test_an_answer_without_a_side_becomes_that_of_the_side_named() -> None:
    bare = put_answer(new_case(), "fadir", "yes")
    assert put_side_answer(bare, "fadir", "right", "no").answers["fadir"] == Answer(value="no", side="right")


def test_both_sides_stand_in_the_file() -> None:
    both = put_side_answer(
        put_side_answer(new_case(), "hip_flexion_deg", "right", 90), "hip_flexion_deg", "left", 120
    )
    assert case_as_data(both)["answers"] == {"hip_flexion_deg": {"value": 90, "side": "right", "other": 120}}
    assert Case.model_validate(case_as_data(both), strict=False) == both
