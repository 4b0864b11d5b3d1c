"""The evaluation page of the manual tells how often a first origin came true as the case sets have it now."""

import re
from collections import Counter
from collections.abc import Sequence

import pytest

from hipmap.reasoning.likelihood_words import word_of
from hipmap.storage.manual_files import manual_page
from tests.vignettes.outcomes import Outcome, own_outcomes
from tests.vignettes.scores import mean

SETS = ("published", "reports", "textbook")


def _told(found: Sequence[Outcome]) -> str:
    """Gives how many were right and how sure hipmap was, as the page writes it."""
    if not found:
        return "–"
    right = sum(one.within(1) for one in found)
    return f"{right} of {len(found)} ({100 * mean(one.first_probability for one in found):.0f} %)"


def _called(name: str, word: str) -> list[Outcome]:
    return [one for one in own_outcomes(name) if word_of(one.first_probability, None, None, 1.0) == word]


@pytest.mark.parametrize("column", range(len(SETS)))
def test_how_often_a_first_origin_came_true_is_told(column: int) -> None:
    rows = dict(re.findall(r"^\| ([^|]+?) \| (.+?) \|$", manual_page("evaluation"), re.MULTILINE))
    told = {name.partition(" (")[0]: row.split(" | ") for name, row in rows.items()}
    name = SETS[column]
    assert told["The first origin was called"][column] == f"{name.capitalize()} ({len(own_outcomes(name))})"
    for word in ("very_unlikely", "unlikely", "possible", "likely", "very_likely"):
        cell = told.get(word.replace("_", " "), ["–"] * len(SETS))[column]
        assert cell == _told(_called(name, word)), (word, name)


def test_serious_causes_of_reports_are_told() -> None:
    serious = [one for one in own_outcomes("reports") if one.expected.origin == "serious_or_nonmsk"]
    first = sum(one.within(1) for one in serious)
    assert f"Serious causes came first in {first} of {len(serious)} reports" in manual_page("evaluation")


def test_whose_urgency_was_too_low_is_told() -> None:
    low = Counter((one.expected.at_least, one.tier) for one in own_outcomes("reports") if not one.raised)
    soon = sum(count for (due, _tier), count in low.items() if due == "within_2_weeks")
    assert f"for {soon} of them where they should have been seen within two weeks" in manual_page(
        "evaluation"
    )
    sooner = {pair: count for pair, count in low.items() if pair[0] != "within_2_weeks"}
    # "One emergency was only sent on the same day, and one who was due the same day was not sent on."
    assert sooner == {("emergency_now", "same_day"): 1, ("same_day", "none_found"): 1}
