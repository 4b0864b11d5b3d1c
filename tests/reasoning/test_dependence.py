"""Answers that overlap: a weak one never takes weight from a strong one, and nothing is told twice."""

from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.reasoning.known_cases import mark


def probability(case: Case, origin: str, knowledge: Knowledge) -> float:
    return next(one.probability for one in assess(case, knowledge).origins if one.id == origin)


def test_a_weak_answer_for_stenosis_does_not_lower_it_beside_a_strong_one(knowledge: Knowledge) -> None:
    """Leaning forward helps; that leaning back hurts the thigh is weaker, but points the same way."""
    strong = {"eased_by_bending_forward": "yes"}
    person = {"age": 72}
    one = probability(new_case(person=person, answers=strong), "lumbar_stenosis", knowledge)
    both = new_case(person=person, answers={**strong, "thigh_pain_after_extension_30s": "yes"})
    assert probability(both, "lumbar_stenosis", knowledge) >= one


def test_numbness_that_was_drawn_is_not_counted_again_as_an_answer(knowledge: Knowledge) -> None:
    drawn = new_case(marks=[mark("calf", "right"), mark("foot_outer", "right", kind="numb")])
    first = assess(drawn, knowledge).origins[0]
    told = {reason.finding for reason in (*first.reasons_for, *first.reasons_against)}
    assert "numb:foot_outer" in told
    assert "numbness_or_tingling" not in told


def test_marks_on_the_side_that_is_left_aside_are_told(knowledge: Knowledge) -> None:
    """Point estimates weigh the leading side only; with ranges each side is weighed, none left aside."""
    case = new_case(
        marks=[mark("groin_crease", "right", worst=True), mark("calf", "left"), mark("knee_back", "left")]
    )
    quick, full = (
        {one.id: one.findings for one in assess(case, knowledge, ranges=ranges).conflicts}
        for ranges in (False, True)
    )
    assert quick["marks_on_the_other_side"] == ("mark:calf", "mark:knee_back")
    assert "marks_on_the_other_side" not in full


def test_a_judged_share_is_not_called_published_for_its_neighbours_in_a_row(knowledge: Knowledge) -> None:
    """Where squatting hurts in the buttock was published; that it hurts in the groin is judgement."""
    groin = new_case(person={"age": 66}, answers={"squat": "groin_or_front_of_hip"})
    buttock = new_case(person={"age": 66}, answers={"squat": "buttock"})
    kinds = []
    for case in (groin, buttock):
        hip = next(one for one in assess(case, knowledge).conditions if one.id == "hip_osteoarthritis")
        kinds += [reason.kind for reason in (*hip.reasons_for, *hip.reasons_against)]
    assert kinds == ["judged", "published"]
