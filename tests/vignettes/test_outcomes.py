"""When an answer counts as right, as raised and as over-triaged, on made-up outcomes."""

from tests.vignettes.made_up_outcomes import answered, concluded
from tests.vignettes.outcomes import figures, reliability_of

SAID = {"hip_joint": 0.6, "lumbar_axial": 0.3, "lateral_hip": 0.1}


def test_one_concluded_origin_has_to_stand_first() -> None:
    assert answered(concluded("hip_joint"), SAID).within(1)
    second = answered(concluded("lumbar_axial"), SAID)
    assert (second.within(1), second.within(2)) == (False, True)
    assert not answered(concluded("lateral_hip"), SAID).within(2)


def test_a_report_of_two_causes_wants_both_and_that_their_pair_leads() -> None:
    both = concluded("lumbar_axial", "hip_joint", pair_leads=True)
    assert answered(both, SAID, pair=("hip_joint", "lumbar_axial")).within(1)
    other_pair = answered(both, SAID, pair=("hip_joint", "lateral_hip"))
    assert (other_pair.within(1), other_pair.within(2)) == (False, True)
    assert not answered(both, SAID).within(1)
    one_found = concluded("hip_joint", "lateral_hip", pair_leads=True)
    assert not answered(one_found, SAID, pair=("hip_joint", "lateral_hip")).within(2)


def test_of_two_textbook_causes_either_may_stand_first() -> None:
    assert answered(concluded("lateral_hip", "hip_joint"), SAID).within(1)


def test_urgency_below_and_above_the_right_range_shows() -> None:
    due = concluded("hip_joint", at_least="same_day", at_most="same_day")
    low, right, high = (
        answered(due, SAID, tier) for tier in ("within_2_weeks", "same_day", "emergency_now")
    )  # fmt: skip
    assert [one.raised for one in (low, right, high)] == [False, True, True]
    assert [one.over_triaged for one in (low, right, high)] == [False, False, True]


def test_the_figures_count_only_the_cases_that_bear_on_them() -> None:
    emergency = concluded("hip_joint", at_least="emergency_now")
    routine = concluded("lumbar_axial", at_most="routine", conditions=("c",))
    found = figures(
        [
            answered(emergency, SAID, "same_day"),
            answered(routine, SAID, "within_2_weeks"),
            answered(routine, SAID, "routine", condition="other"),
        ]
    )
    assert found["n"] == 3
    assert found["emergencies_raised"] == 0
    assert found["urgent_raised"] == 1
    assert found["routine_sent_on"] == 0.5
    assert found["condition_first"] == 0.5
    assert found["raised_enough"] == 2 / 3
    assert figures([answered(concluded("hip_joint"), SAID)])["emergencies_raised"] is None


def test_reliability_asks_whether_the_first_origin_is_true_alone_or_of_a_pair() -> None:
    both = concluded("lumbar_axial", "hip_joint", pair_leads=True)
    (found,) = reliability_of([answered(both, SAID)])
    assert (found.low, found.said, found.true) == (0.6, 0.6, 1.0)
