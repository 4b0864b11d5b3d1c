"""Stated probabilities come true: of cases given 60-70 % for an origin, 60-70 % have it.

The cases are drawn from the model's own tables, so this tests the arithmetic from the tables to the number
that is shown, not the tables: those are held against published cases in tests/vignettes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import Network, network_of
from tests.reasoning.brute_figures import Array
from tests.reasoning.drawn_cases import CaseSource, Drawn, independent

CASES, CONTROL_CASES, SEED = 6000, 3000, 2026
BINS = 10
# Sampling alone puts a bin outside its 99.9 % bounds once in a thousand, so once in fifteen runs of some
# seventy bins: one such bin may be. Two, or one outside these wider bounds, are no accident.
UNUSUAL, NO_ACCIDENT = 1e-3, 1e-6
STANDARD_ERRORS = 3.3
# Fewer cases in a bin say nothing.
LEAST = 30


@dataclass(frozen=True)
class Told:
    """What was stated for each case (rows) and target (columns), and what was true."""

    stated: Array
    true: Array

    def column(self, number: int) -> "Told":
        return Told(self.stated[:, number], self.true[:, number])

    def first(self) -> "Told":
        """For each case the target that stands first."""
        rows, top = np.arange(len(self.stated)), self.stated.argmax(axis=1)
        return Told(self.stated[rows, top], self.true[rows, top])


@dataclass(frozen=True)
class Bin:
    """Cases with about the same stated probability, and how many of them came true."""

    tenth: int
    cases: int
    came_true: int
    stated: float

    def __str__(self) -> str:
        share = self.came_true / self.cases
        bounds = f"{10 * self.tenth}-{10 * self.tenth + 10} %"
        return f"{bounds}: {self.cases} cases, stated {self.stated:.1%}, true {share:.1%}"

    @property
    def chance(self) -> float:
        """How often sampling alone gives a count so far from the stated share, to either side."""
        below = chance_of_at_most(self.came_true, self.cases, self.stated)
        above = 1 - chance_of_at_most(self.came_true - 1, self.cases, self.stated)
        return 2 * min(below, above)


def chance_of_at_most(most: int, cases: int, share: float) -> float:
    """The binomial distribution function."""
    if most < 0:
        return 0.0
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, cases + 1)))])
    hits = np.arange(most + 1)
    ways = logs[cases] - logs[hits] - logs[cases - hits]
    return float(np.exp(ways + hits * np.log(share) + (cases - hits) * np.log1p(-share)).sum())


def bins_of(told: Told) -> Iterator[Bin]:
    tenths = np.minimum((told.stated * BINS).astype(int), BINS - 1)
    for tenth in range(BINS):
        inside = tenths == tenth
        if inside.sum() >= LEAST:
            stated = float(told.stated[inside].mean())
            yield Bin(tenth, int(inside.sum()), int(told.true[inside].sum()), stated)


def boldness(told: Told) -> float:
    """By how many standard errors what is stated is too high as a whole (below 0: too low).

    It uses all cases at once, and so sees what bins are too coarse for.
    """
    error = float(np.sqrt(np.sum(told.stated * (1 - told.stated))))
    return float(np.sum(told.stated - told.true)) / error


def misfits(bins: Iterable[Bin]) -> list[Bin]:
    """The bins that did not come true as stated; none if sampling explains them."""
    odd = [one for one in bins if one.chance < UNUSUAL]
    return odd if len(odd) > 1 or any(one.chance < NO_ACCIDENT for one in odd) else []


@pytest.fixture(scope="module")
def drawn(knowledge: Knowledge) -> list[Drawn]:
    return CaseSource(independent(knowledge), SEED).draw(CASES)


@pytest.fixture(scope="module")
def told(knowledge: Knowledge, drawn: list[Drawn]) -> Told:
    return told_of(drawn, independent(knowledge))


@pytest.fixture(scope="module")
def origins(knowledge: Knowledge) -> list[str]:
    return [origin.id for origin in knowledge.origins]


def told_of(drawn: list[Drawn], knowledge: Knowledge) -> Told:
    """What the engine states for the origins and then the conditions."""
    network = network_of(knowledge)
    holds = holding(network)
    rows = [infer(network, one.case, facts_of(one.case, knowledge)).probabilities for one in drawn]
    return Told(np.array(rows) @ holds, holds[[one.explanation for one in drawn]])


def holding(network: Network) -> Array:
    found = np.zeros((len(network.hypotheses.each), len(network.targets)))
    for target, members in enumerate(network.targets):
        found[list(members), target] = 1.0
    return found


def origins_only(told: Told, origins: list[str]) -> Told:
    return Told(told.stated[:, : len(origins)], told.true[:, : len(origins)])


def conditions_only(told: Told, origins: list[str]) -> Told:
    return Told(told.stated[:, len(origins) :], told.true[:, len(origins) :])


def test_each_origin_comes_true_as_often_as_stated(told: Told, origins: list[str]) -> None:
    bins = [one for at in range(len(origins)) for one in bins_of(told.column(at))]
    assert len(bins) > 50
    assert [str(one) for one in misfits(bins)] == []


def test_the_first_origin_comes_true_as_often_as_stated(told: Told, origins: list[str]) -> None:
    bins = list(bins_of(origins_only(told, origins).first()))
    assert {one.tenth for one in bins} >= {3, 4, 5, 6, 7, 8, 9}
    assert [str(one) for one in misfits(bins)] == []


def test_the_first_condition_comes_true_as_often_as_stated(told: Told, origins: list[str]) -> None:
    bins = list(bins_of(conditions_only(told, origins).first()))
    assert {one.tenth for one in bins} >= {2, 3, 4, 5, 6, 7, 8, 9}
    assert [str(one) for one in misfits(bins)] == []


def test_what_stands_first_is_stated_neither_too_timidly_nor_too_boldly(
    told: Told, origins: list[str]
) -> None:
    """As a whole; 99.9 % of true statements lie within 3.3 standard errors."""
    assert abs(boldness(origins_only(told, origins).first())) < STANDARD_ERRORS
    assert abs(boldness(conditions_only(told, origins).first())) < STANDARD_ERRORS


@pytest.mark.parametrize(("scale", "sign"), [(0.6, -1), (1.6, 1)])
def test_evidence_that_counts_too_little_or_too_much_is_noticed(
    scale: float, sign: int, knowledge: Knowledge, drawn: list[Drawn], origins: list[str]
) -> None:
    told = told_of(drawn[:CONTROL_CASES], independent(knowledge, scale))
    first = origins_only(told, origins).first()
    assert sign * boldness(first) > STANDARD_ERRORS
    assert misfits(bins_of(first))
