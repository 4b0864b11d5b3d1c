"""What does not fit together is told, and the word of a likelihood is that of the number shown."""

from hypothesis import given
from hypothesis import strategies as st

from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.shown_numbers import nearest_step, nearest_tenths, outer_steps
from hipmap.reasoning import assess
from hipmap.reasoning.likelihood_words import word_of
from tests.reasoning.known_cases import mark


def test_a_place_marked_painful_and_free_of_pain_is_told_and_the_pain_counts(knowledge: Knowledge) -> None:
    painful = new_case(marks=[mark("groin_crease", "right")])
    both = new_case(marks=[mark("groin_crease", "right"), mark("groin_crease", "right", kind="none")])
    told = assess(both, knowledge)
    assert [(one.id, one.findings) for one in told.conflicts] == [
        ("pain_and_no_pain_at_one_place", ("mark:groin_crease",))
    ]
    assert told.origins == assess(painful, knowledge).origins


def test_word_and_number_agree_at_every_step() -> None:
    """9.8 % is shown as about 10 %, which the printed scale calls unlikely, not very unlikely."""
    assert nearest_step(0.098) == 10
    assert word_of(0.098, None, None, 0.4) == "unlikely"
    assert word_of(0.07, None, None, 0.4) == "very_unlikely"
    assert word_of(0.79, None, None, 0.4) == "very_likely"


def test_a_range_wider_than_forty_points_is_given_no_word() -> None:
    assert word_of(0.5, 0.25, 0.70, 0.4) == "cannot_say_yet"
    assert word_of(0.5, 0.31, 0.70, 0.4) == "possible"


def test_the_range_that_is_shown_decides_whether_there_is_a_word() -> None:
    """59 to 98 is 39 points wide and shown as 55 to 100: no word may stand beside that."""
    assert outer_steps(0.59, 0.98) == (55, 100)
    assert word_of(0.85, 0.59, 0.98, 0.4) == "cannot_say_yet"
    assert word_of(0.85, 0.60, 1.0, 0.4) == "very_likely"


shares = st.floats(min_value=0, max_value=1)


@given(shares, shares, shares)
def test_no_word_stands_beside_a_shown_range_of_more_than_forty_points(a: float, b: float, c: float) -> None:
    low, point, high = sorted((a, b, c))
    least, most = outer_steps(low, high)
    assert (word_of(point, low, high, 0.4) == "cannot_say_yet") == (most - least > 40)
    if most - least <= 40:
        few, many = nearest_tenths(low, high)
        assert many - few <= 4, "patients read the same range in tenths"


def test_ranges_are_rounded_outwards() -> None:
    assert outer_steps(0.62, 0.81) == (60, 85)
    assert outer_steps(0.60, 0.80) == (60, 80)
