"""The textbook cases, what was expected of each before the engine was asked, and how it answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from hipmap.model.assessment import Assessment
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.storage.case_files import read_case

FOLDER = Path(__file__).parent / "textbook"
BINS = 5


@dataclass(frozen=True)
class Expected:
    """What a careful clinician expects: origins and conditions in order, and the range of tiers."""

    id: str
    kind: str
    origin: str
    condition: str | None
    also_conditions: tuple[str, ...]
    pair: tuple[str, ...]
    at_least: Tier
    at_most: Tier


@dataclass(frozen=True)
class Outcome:
    """One case beside what was expected of it."""

    expected: Expected
    assessment: Assessment
    true_origins: frozenset[str]

    def within(self, first: int) -> bool:
        """Tells whether a true origin is among the first ones."""
        return any(one.id in self.true_origins for one in self.assessment.origins[:first])

    @property
    def condition_first(self) -> bool:
        """Tells whether the first condition is one that was expected."""
        wanted = {self.expected.condition, *self.expected.also_conditions, *self.expected.pair}
        return self.expected.condition is None or self.assessment.conditions[0].id in wanted

    @property
    def raised(self) -> bool:
        """Tells whether the urgency is at least what was expected."""
        return TIERS.index(self.assessment.urgency.tier) >= TIERS.index(self.expected.at_least)

    @property
    def over_triaged(self) -> bool:
        """Tells whether the urgency is more than what was expected at the most."""
        return TIERS.index(self.assessment.urgency.tier) > TIERS.index(self.expected.at_most)

    @property
    def brier(self) -> float:
        """The mean squared error over all origins, each true or not."""
        errors = [(one.probability - (one.id in self.true_origins)) ** 2 for one in self.assessment.origins]
        return sum(errors) / len(errors)


def expected_cases() -> list[Expected]:
    """Gives what was expected of every textbook case."""
    rows = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))["cases"]
    return [
        Expected(
            id=row["id"], kind=row["kind"], origin=row["origin"], condition=row["condition"],
            also_conditions=tuple(row["also_conditions"]), pair=tuple(row.get("pair", ())),
            at_least=row["at_least"], at_most=row["at_most"],
        )
        for row in rows
    ]  # fmt: skip


def outcomes(knowledge: Knowledge) -> list[Outcome]:
    """Assesses every textbook case."""
    found = []
    for one in expected_cases():
        case = read_case(FOLDER / "cases" / f"{one.id}.json", knowledge)
        pair = {knowledge.condition_by_id[name].origin for name in one.pair}
        found.append(Outcome(one, assess(case, knowledge, ranges=False), frozenset({one.origin, *pair})))
    return found


def reliability(found: Sequence[Outcome]) -> Iterator[tuple[int, float, float]]:
    """Gives, for five bins of the first origin's probability: how many, what was said, what was true."""
    for at in range(BINS):
        low, high = at / BINS, (at + 1) / BINS
        inside = [
            (one.assessment.origins[0].probability, one.within(1))
            for one in found
            if low <= one.assessment.origins[0].probability < high or (at == BINS - 1 and high == 1)
        ]
        inside = [pair for pair in inside if low <= pair[0] <= high]
        if inside:
            count = len(inside)
            yield count, sum(said for said, _ in inside) / count, sum(true for _, true in inside) / count
