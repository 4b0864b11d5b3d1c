"""The edits of a case: the click cycle, one worst spot, sides, answers and the person."""

from hipmap.model.case import Case, Mark, Side, case_as_data, new_case
from hipmap.model.edits import (
    clear_marks,
    cycle_pain,
    mark_at,
    pain_state,
    put_age,
    put_answer,
    put_both_sides,
    put_mark,
    put_setting,
    put_sex,
    put_side_answer,
    remove_answer,
    remove_mark,
    sided_answers,
    swap_answer_sides,
    swap_sides,
    toggle_mark,
)
from tests.case_builders import EXAMPLE


def example() -> Case:
    return Case.model_validate_json(EXAMPLE)


def test_clicks_step_through_hurts_and_worst_and_back_to_off() -> None:
    case = new_case()
    seen = []
    for _ in range(4):
        seen.append(pain_state(case, "groin_crease", "right"))
        case = cycle_pain(case, "groin_crease", "right")
    assert seen == ["off", "hurts", "worst", "off"]


def test_three_clicks_leave_the_case_as_it_was() -> None:
    case = after = cycle_pain(new_case(), "shin", "right")
    for _ in range(3):
        after = cycle_pain(after, "trochanter", "left")
    assert after == case


def test_a_new_worst_spot_makes_the_former_one_hurt() -> None:
    case = new_case()
    for zone in ("groin_crease", "trochanter"):
        case = cycle_pain(cycle_pain(case, zone, "right"), zone, "right")
    assert pain_state(case, "trochanter", "right") == "worst"
    assert pain_state(case, "groin_crease", "right") == "hurts"


def test_a_click_keeps_what_else_was_said_of_the_spot() -> None:
    case = put_mark(new_case(), Mark(zone="shin", side="left", intensity=4, feel=("burning",)))
    mark = mark_at(cycle_pain(case, "shin", "left"), "shin", "left")
    assert mark == Mark(zone="shin", side="left", intensity=4, feel=("burning",), worst=True)


def test_a_click_touches_one_side_only() -> None:
    case = cycle_pain(new_case(), "trochanter", "right")
    assert pain_state(case, "trochanter", "left") == "off"
    assert mark_at(case, "trochanter", "right", "numb") is None


def test_numbness_and_pain_can_share_a_place() -> None:
    case = toggle_mark(cycle_pain(new_case(), "calf", "left"), "calf", "left", "numb")
    assert {mark.kind for mark in case.marks} == {"pain", "numb"}
    assert [mark.kind for mark in toggle_mark(case, "calf", "left", "numb").marks] == ["pain"]


def test_toggled_pain_is_a_click() -> None:
    once = toggle_mark(new_case(), "calf", "left", "pain")
    assert pain_state(once, "calf", "left") == "hurts"
    assert pain_state(toggle_mark(once, "calf", "left", "pain"), "calf", "left") == "worst"


def test_nothing_here_and_pain_here_exclude_each_other() -> None:
    painful = toggle_mark(cycle_pain(new_case(), "calf", "left"), "calf", "left", "numb")
    free = toggle_mark(painful, "calf", "left", "none")
    assert [mark.kind for mark in free.marks] == ["none"]
    assert [mark.kind for mark in cycle_pain(free, "calf", "left").marks] == ["pain"]
    elsewhere = cycle_pain(free, "calf", "right")
    assert {(mark.side, mark.kind) for mark in elsewhere.marks} == {("left", "none"), ("right", "pain")}


def test_a_mark_put_again_takes_the_place_of_the_old_one() -> None:
    case = new_case()
    for intensity in (3, 8):
        for zone in ("calf", "shin"):
            case = put_mark(case, Mark(zone=zone, side="left", intensity=intensity))
    assert [(mark.zone, mark.intensity) for mark in case.marks] == [("calf", 8), ("shin", 8)]


def test_answers_change_sides_whole_and_twice_changes_nothing() -> None:
    case = put_side_answer(put_answer(new_case(), "limp", "yes"), "log_roll_pain", "right", "yes")
    case = put_side_answer(case, "faber", "left", "groin")
    case = put_side_answer(case, "faber", "right", "none")
    swapped = swap_answer_sides(case)
    assert sided_answers(case) == ("log_roll_pain", "faber")
    assert swapped.answers["limp"] == case.answers["limp"]
    assert swapped.answers["log_roll_pain"].on("left") == "yes"
    assert (swapped.answers["faber"].on("right"), swapped.answers["faber"].on("left")) == ("groin", "none")
    assert swap_answer_sides(swapped) == case


def test_both_sides_are_answered_alike_and_the_leading_one_comes_first() -> None:
    case = put_side_answer(new_case(), "log_roll_pain", "right", "yes")
    leads: dict[Side | None, Side] = {"left": "left", "right": "right", None: "right", "midline": "right"}
    for lead, first in leads.items():
        answer = put_both_sides(case, "log_roll_pain", "no", lead).answers["log_roll_pain"]
        assert (answer.value, answer.side, answer.other) == ("no", first, "no")


def test_swapping_sides_mirrors_every_mark_and_nothing_else() -> None:
    case = put_mark(example(), Mark(zone="sacrum", side="midline", intensity=2))
    case = put_mark(case, Mark(zone="calf", side="left", kind="numb"))
    swapped = swap_sides(case)
    assert [mark.side for mark in swapped.marks] == ["left", "midline", "right"]
    assert [mark.zone for mark in swapped.marks] == [mark.zone for mark in case.marks]
    assert swapped.answers == case.answers
    assert swap_sides(swapped) == case


def test_marks_are_removed_one_by_one_or_all_at_once() -> None:
    case = cycle_pain(cycle_pain(example(), "calf", "left"), "calf", "right")
    assert len(remove_mark(case, "calf", "left", "pain").marks) == 2
    assert remove_mark(case, "calf", "left", "numb") == case
    cleared = clear_marks(case)
    assert cleared.marks == ()
    assert cleared.answers == case.answers


def test_an_answer_is_given_changed_and_taken_back() -> None:
    case = put_answer(new_case(), "limp", "yes")
    assert case_as_data(put_answer(case, "limp", "no"))["answers"] == {"limp": "no"}
    assert case_as_data(put_answer(case, "slr", "positive", "left"))["answers"] == {
        "limp": "yes",
        "slr": {"value": "positive", "side": "left"},
    }
    assert remove_answer(case, "limp") == new_case()
    assert remove_answer(case, "never_asked") == case


def test_the_person_is_edited_field_by_field() -> None:
    case = put_setting(put_sex(put_age(example(), 72), "other"), "home")
    assert (case.person.age, case.person.sex, case.setting) == (72, "other", "home")
    assert (case.marks, case.answers) == (example().marks, example().answers)
    forgotten = put_setting(put_sex(put_age(case, None), None), None)
    assert (forgotten.person.age, forgotten.person.sex, forgotten.setting) == (None, None, None)


def test_an_edit_leaves_the_case_before_it_untouched() -> None:
    before = example()
    edited = [
        cycle_pain(before, "groin_crease", "right"),
        cycle_pain(before, "calf", "left"),
        toggle_mark(before, "calf", "left", "numb"),
        remove_mark(before, "groin_crease", "right", "pain"),
        clear_marks(before),
        swap_sides(before),
        put_answer(before, "limp", "no"),
        remove_answer(before, "limp"),
        put_age(before, 20),
        put_sex(before, "male"),
        put_setting(before, "home"),
    ]
    assert before == example()
    assert all(after != before for after in edited)
