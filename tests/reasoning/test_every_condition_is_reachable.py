"""For each condition and origin some answers put it first: none is a name that no case can bring up.

The answers are found by a greedy search over the tables: at each step the answer or mark is added that
tells the sought condition best from all that is still weighed.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.conditions import AGE_BANDS, NOT_COVERED
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import Network, network_of
from hipmap.reasoning.outcome_tables import OutcomeTable
from hipmap.reasoning.posterior import share_of
from tests.case_builders import own_knowledge

# More than this many answers would no longer be a case that somebody tells.
MOST_STEPS = 12
KNOWN = own_knowledge()
CONDITIONS = tuple(condition.id for condition in KNOWN.conditions)


@dataclass
class Telling:
    """A case in the making: its answers and marks, and the groups of findings that have spoken."""

    person: dict[str, Any]
    answers: dict[str, Any] = field(default_factory=dict)
    marks: list[dict[str, Any]] = field(default_factory=list)
    spoken: set[str] = field(default_factory=set)

    def case(self) -> Case:
        return new_case(setting="primary", person=self.person, answers=self.answers, marks=self.marks)


@dataclass(frozen=True)
class Candidate:
    """One answer or mark that could be added, with its probability under each condition."""

    group: str
    finding: Finding | None
    value: Any
    p: tuple[float, ...]
    background: float

    def gain(self, sought: int, shares: Sequence[float], left: float) -> float:
        """How much likelier the outcome is under the sought condition than under all that is weighed."""
        all_weighed = left * self.background + sum(w * p for w, p in zip(shares, self.p, strict=True))
        return math.log(self.p[sought]) - math.log(all_weighed / (left + sum(shares)))

    def add_to(self, telling: Telling) -> None:
        if self.finding is None:
            telling.marks.append({"zone": self.value, "side": _side_of(self.value)})
        else:
            value = self.value
            telling.answers[self.finding.id] = (
                {"value": value, "side": "right"} if self.finding.sided else value
            )
        telling.spoken.add(self.group)


def _side_of(zone: str) -> str:
    return KNOWN.body.by_id[zone].sides[0]


@cache
def network() -> Network:
    return network_of(KNOWN)


def _values(finding: Finding) -> list[Any]:
    """An answer for each outcome of a finding, in the order of the outcomes."""
    if finding.scale is None:
        return list(finding.outcomes)
    lower = [finding.scale.least, *(band.below for band in finding.scale.bands[:-1])]
    return [start for start in lower if start is not None]


def _under_each(table: OutcomeTable, outcome: int) -> tuple[float, ...]:
    return tuple(table.figure(number).p[outcome] for number in range(len(CONDITIONS)))


@cache
def candidates() -> tuple[Candidate, ...]:
    """Every single outcome of every finding that bears on likelihood, and a mark on every zone."""
    return (*_answers(), *_marks())


def _answers() -> Iterator[Candidate]:
    replaced = {member for finding in KNOWN.findings for member in finding.replaces}
    for finding in KNOWN.findings:
        if finding.id not in network().findings or finding.id in replaced:
            continue
        table = network().findings[finding.id]
        for outcome, value in enumerate(_values(finding)):
            under = _under_each(table, outcome)
            yield Candidate(finding.group or finding.id, finding, value, under, table.background.p[outcome])


def _marks() -> Iterator[Candidate]:
    for zone, table in network().pain.tables.items():
        yield Candidate(f"mark:{zone}", None, zone, _under_each(table, 1), table.background.p[1])


def _person_for(sought: int) -> dict[str, Any]:
    """The age and sex at which the sought condition is most usual."""
    people = [
        {"age": max(1, below - 3 if below < 200 else 80), "sex": sex}
        for _, below in AGE_BANDS
        for sex in ("female", "male")
    ]

    def share(person: dict[str, Any]) -> float:
        return network().starting_rates(new_case(setting="primary", person=person)).single_share[sought]

    return max(people, key=share)


def _weighed(case: Case) -> tuple[list[float], float]:
    """The probability of each condition, and of none of them."""
    probabilities = infer(network(), case, facts_of(case, KNOWN)).probabilities
    shares = [share_of(probabilities, members) for members in network().by_condition]
    return shares, share_of(probabilities, network().by_origin[NOT_COVERED])


@cache
def found_case(sought: int) -> Case:
    """Adds the most telling answer or mark until the sought condition leads or nothing tells it any more."""
    telling = Telling(_person_for(sought))
    for _ in range(MOST_STEPS):
        shares, left = _weighed(telling.case())
        if telling.spoken and shares[sought] >= max(shares) > left:
            break
        free = [one for one in candidates() if one.group not in telling.spoken]
        best = max(free, key=lambda one: one.gain(sought, shares, left))
        if best.gain(sought, shares, left) <= 0:
            break
        best.add_to(telling)
    return telling.case()


def case_that_fits_nothing(knowledge: Knowledge) -> Case:
    """Adds whatever raises *not covered* most until it leads: answers that no cause has together."""
    telling = Telling({})
    for _ in range(MOST_STEPS):
        free = [one for one in candidates() if one.group not in telling.spoken]
        max(free, key=lambda one: _weighed(_with(telling, one).case())[1]).add_to(telling)
        if assess(telling.case(), knowledge, ranges=False).origins[0].id == NOT_COVERED:
            break
    return telling.case()


def _with(telling: Telling, candidate: Candidate) -> Telling:
    more = Telling(telling.person, dict(telling.answers), list(telling.marks), set(telling.spoken))
    candidate.add_to(more)
    return more


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return KNOWN


@pytest.mark.parametrize("condition", CONDITIONS)
def test_some_answers_put_the_condition_first(condition: str, knowledge: Knowledge) -> None:
    case = found_case(CONDITIONS.index(condition))
    conditions = assess(case, knowledge, ranges=False).conditions
    told = ([mark.zone for mark in case.marks], sorted(case.answers))
    assert conditions[0].id == condition, (told, [(one.id, one.probability) for one in conditions[:3]])


@pytest.mark.parametrize("origin", [origin.id for origin in KNOWN.origins if origin.id != NOT_COVERED])
def test_some_answers_put_the_origin_first(origin: str, knowledge: Knowledge) -> None:
    own = [number for number, one in enumerate(KNOWN.conditions) if one.origin == origin]
    first = {assess(found_case(number), knowledge, ranges=False).origins[0].id for number in own}
    assert origin in first


def test_answers_that_fit_nothing_put_what_is_not_covered_first(knowledge: Knowledge) -> None:
    origins = assess(case_that_fits_nothing(knowledge), knowledge, ranges=False).origins
    assert origins[0].id == NOT_COVERED
    assert origins[0].probability > 0.2
