"""People drawn from the knowledge's own tables: who they are, what is true of them, what they can say of it.

First age and sex, then what hurts by the starting rates at home, then every zone and every answer by its
figure under that. Answers that exclude each other are drawn again. Nobody has had a scan. A safety sign that
their trouble has no figure of its own for is denied: the rare yes of people at large would stop half of them.
"""

import random
from collections.abc import Iterator, Mapping
from itertools import islice
from math import exp
from typing import Any

from hipmap.model.case import NO, YES, Case, Mark, Person, new_case
from hipmap.model.edits import put_answer
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.conflicts import answer_conflicts
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.network import network_of
from tests.reasoning.drawn_cases import single_values
from tests.vignettes.home_walk import Somebody

AGES = range(18, 91)
UNKNOWN_SHARE = 0.15
"""The share of questions and movements that a person cannot answer; assumed, not measured."""
MOST_DRAWS = 100


class PeopleSource:
    """Draws people; the same seed gives the same people."""

    def __init__(self, knowledge: Knowledge, seed: int, unknown: float = UNKNOWN_SHARE) -> None:
        self._knowledge, self._network = knowledge, network_of(knowledge)
        self._chance, self._unknown = random.Random(seed), unknown
        self._told = {one.id: one for one in knowledge.findings if is_told_at_home(one)}
        self._zones = [knowledge.body.by_id[name] for name in self._network.pain.silent]

    def draw(self, count: int) -> list[Somebody]:
        """Draws so many people; one whose map stays empty, or who keeps contradicting themselves, is none."""
        return list(islice(self._endless(), count))

    def _endless(self) -> Iterator[Somebody]:
        number = 0
        while True:
            person = Person(age=self._chance.choice(AGES), sex=self._chance.choice(("female", "male")))
            empty = new_case(setting="home", person=person)
            rates = [exp(rate) for rate in self._network.starting_rates(empty).log_prior]
            (at,) = self._chance.choices(range(len(rates)), rates)
            truth = self._truth(empty, at)
            if truth is not None:
                number += 1
                yield Somebody(f"person_{number}", truth, self._origins(at))

    def _origins(self, at: int) -> frozenset[str]:
        hypotheses = self._network.hypotheses
        return frozenset(hypotheses.origin_of[number] for number in hypotheses.each[at])

    def _truth(self, empty: Case, at: int) -> Case | None:
        marks = self._marks(at)
        if not marks:
            return None
        case = empty.model_copy(update={"marks": marks})
        drawn = facts_of(case, self._knowledge).implied
        values = {name: YES if name in drawn else self._value(one, at) for name, one in self._told.items()}
        whole = self._agreeing(told(case, values), drawn, at)
        if whole is None:
            return None
        known = {name: answer for name, answer in whole.answers.items() if self._can_say(self._told[name])}
        return whole.model_copy(update={"answers": known})

    def _marks(self, at: int) -> tuple[Mark, ...]:
        tables = self._network.pain.tables
        zones = [
            zone
            for zone in self._zones
            if self._chance.random() < exp(tables[zone.id].column((1,)).log_p[at])
        ]
        worst = self._chance.choice(zones) if zones else None
        return tuple(
            Mark(zone=one.id, side="midline" if one.midline else "right", worst=one is worst) for one in zones
        )

    def _value(self, finding: Finding, at: int) -> str | float:
        if finding.background is None:
            return NO
        table = self._network.findings[finding.id]
        if finding.screening and table.figures.keys().isdisjoint(self._network.hypotheses.each[at]):
            return NO
        values: list[Any] = single_values(finding)
        shares = [exp(table.column((number,)).log_p[at]) for number in range(len(values))]
        (value,) = self._chance.choices(values, shares)
        return value if isinstance(value, str) else float(value)

    def _agreeing(self, case: Case, held: frozenset[str], at: int) -> Case | None:
        """Draws those answers again that exclude each other, but not what is `held` by the map."""
        for _ in range(MOST_DRAWS):
            found = answer_conflicts(case, self._knowledge, (), self._knowledge.opposed_answers)
            if not found:
                return case
            names = [
                name for one in found for name in one.findings if name in self._told and name not in held
            ]
            case = told(case, {name: self._value(self._told[name], at) for name in names})
        return None

    def _can_say(self, finding: Finding) -> bool:
        return finding.screening or self._chance.random() >= self._unknown


def is_told_at_home(finding: Finding) -> bool:
    """Whether somebody at home can be asked it in the guide; scans are left out."""
    weighs = finding.screening or finding.background is not None
    return weighs and finding.who != "clinician" and finding.kind != "imaging"


def told(case: Case, values: Mapping[str, str | float]) -> Case:
    """Gives the case with these answers."""
    for name, value in values.items():
        case = put_answer(case, name, value)
    return case
