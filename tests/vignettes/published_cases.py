"""The published cases and what their reports concluded, and how hipmap's answers compare with that."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.storage.case_files import read_case

FOLDER = Path(__file__).parent
# A routine case counts as over-triaged when it is sent to be seen within two weeks or sooner.
ROUTINE_CEILING: Tier = "routine"


@dataclass(frozen=True)
class Expected:
    """What a report concluded: the origin, further origins that were true as well, and the urgency."""

    id: str
    origin: str
    also: tuple[str, ...]
    combined: bool
    urgency: Tier
    conclusion: str


@dataclass(frozen=True)
class Outcome:
    """One case beside its conclusion."""

    expected: Expected
    assessment: Assessment

    @property
    def ranked(self) -> list[str]:
        """The origins, most probable first."""
        return [likelihood.id for likelihood in self.assessment.origins]

    def within(self, first: int) -> bool:
        """Tells whether the concluded origin is among the first; a pair needs both in the first two."""
        if self.expected.combined:
            pair = {self.expected.origin, *self.expected.also}
            return pair <= set(self.ranked[: max(2, first)]) and (first > 1 or self._pair_leads(pair))
        return self.expected.origin in self.ranked[:first]

    def _pair_leads(self, pair: set[str]) -> bool:
        combined = self.assessment.combined
        return bool(combined) and set(combined[0].origins) == pair

    @property
    def probability(self) -> float:
        """The probability given to the concluded origin."""
        return next(o.probability for o in self.assessment.origins if o.id == self.expected.origin)

    @property
    def brier(self) -> float:
        """The mean squared error over all origins, each true or not."""
        true = {self.expected.origin, *(self.expected.also if self.expected.combined else ())}
        errors = [(o.probability - (o.id in true)) ** 2 for o in self.assessment.origins]
        return math.fsum(errors) / len(errors)

    @property
    def log_loss(self) -> float:
        """Minus the natural logarithm of the probability given to the concluded origin."""
        return -math.log(max(self.probability, 1e-6))

    @property
    def raised(self) -> bool:
        """Tells whether the urgency is at least that of the report; a routine case needs no tier."""
        if self.expected.urgency == "routine":
            return True
        return TIERS.index(self.assessment.urgency.tier) >= TIERS.index(self.expected.urgency)

    @property
    def over_triaged(self) -> bool:
        """Tells whether a routine case was sent to be seen soon."""
        is_routine = TIERS.index(self.expected.urgency) <= TIERS.index(ROUTINE_CEILING)
        return is_routine and TIERS.index(self.assessment.urgency.tier) > TIERS.index(ROUTINE_CEILING)


def expected_cases() -> list[Expected]:
    """Gives the conclusions of all published cases."""
    rows = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))["cases"]
    return [
        Expected(
            id=row["id"],
            origin=row["origin"],
            also=tuple(row.get("also", ())),
            combined=row.get("combined", False),
            urgency=row["urgency"],
            conclusion=row["conclusion"],
        )
        for row in rows
    ]


def case_of(name: str, knowledge: Knowledge) -> Case:
    """Gives the case file of a published case."""
    return read_case(FOLDER / "cases" / f"{name}.json", knowledge)


def outcomes(knowledge: Knowledge) -> list[Outcome]:
    """Assesses every published case."""
    return [Outcome(one, assess(case_of(one.id, knowledge), knowledge)) for one in expected_cases()]


def share(flags: Sequence[bool]) -> float:
    """Gives the share of true ones; 1 for none at all."""
    return sum(flags) / len(flags) if flags else 1.0
