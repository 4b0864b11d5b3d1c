"""One outcome as it lifts the explanations that have a figure for it; all others share the background rate.

The same figures as in `outcome_tables`, but sparse and without what only the ranges need: all findings
together are worked out in a tenth of the time, and asking what each would tell takes a third of it.
"""

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from hipmap.model.findings import Finding
from hipmap.reasoning.hypotheses import Hypotheses, Hypothesis
from hipmap.reasoning.made_once import MadeOnce, kept_while_in_use
from hipmap.reasoning.network import Network
from hipmap.reasoning.outcome_tables import OutcomeTable, either
from hipmap.reasoning.posterior import Picked, picking, telling

# A share that cannot be seen beside any other, but is far larger than what rounding leaves of a difference.
_TINY = 1e-10


@dataclass(frozen=True)
class Members:
    """The explanations with a figure of their own for a finding, in the order of their classes.

    `classes` are the classes that have members, and `slices` where in `numbers` those of each stand.
    `of_numbers` and `of_classes` take from a vector over all explanations or classes what belongs to these,
    `at_begins` and `at_ends` from the running sums over the members those where each class begins and ends.
    """

    numbers: tuple[int, ...]
    classes: tuple[int, ...]
    slices: tuple[slice, ...]
    of_numbers: Picked
    of_classes: Picked
    at_begins: Picked
    at_ends: Picked


@dataclass(frozen=True)
class Lifted:
    """P(outcome) under the background, and under each of the members."""

    background: float
    p: Sequence[float]
    members: Members
    _made: dict[float, Sequence[float]] = field(default_factory=dict, repr=False, compare=False)

    def lifts(self, factor: float) -> Sequence[float]:
        """Gives how much each member gains over the others when the outcome counts by `factor`."""
        if factor not in self._made:
            # many members share a figure
            lift = {p: (p / self.background) ** factor - 1 for p in set(self.p)}
            self._made[factor] = array("d", map(lift.__getitem__, self.p))
        return self._made[factor]


@dataclass(frozen=True)
class OriginClasses:
    """The explanations by the set of origins that they hold: one, two or none; each is in one class."""

    origins: tuple[frozenset[str], ...]
    of: tuple[int, ...]
    order: tuple[int, ...]

    def sums(self, weights: Sequence[float]) -> list[float]:
        """Gives the sum of the weights in each class, kept off zero so that its logarithm can be taken."""
        found = [_TINY] * len(self.origins)
        for number, weight in zip(self.of, weights, strict=True):
            found[number] += weight
        return found


def origin_classes(hypotheses: Hypotheses) -> OriginClasses:
    """Gives the classes, those of one origin first, then pairs, in the order of the origins."""
    rank = {origin: at for at, origin in enumerate(hypotheses.origins)}
    sets = [frozenset(hypotheses.origin_of[number] for number in each) for each in hypotheses.each]
    known = sorted(set(sets), key=lambda one: (len(one), sorted(rank[origin] for origin in one)))
    number = {one: at for at, one in enumerate(known)}
    of = tuple(number[one] for one in sets)
    return OriginClasses(tuple(known), of, tuple(sorted(range(len(of)), key=lambda at: (of[at], at))))


class Lifts(MadeOnce[tuple[Lifted, ...]]):
    """The outcomes of every finding that tells conditions apart, each made when it is first asked for."""

    def __init__(self, network: Network) -> None:
        super().__init__({finding.id: finding for finding in network.knowledge.findings if finding.cells})
        self.network = network
        self.classes = origin_classes(network.hypotheses)
        self._ranked: dict[tuple[str, int], float] = {}

    def telling(self, name: str, outcome: int) -> float:
        """Gives how much an outcome tells conditions apart, by which the answers of a group are ranked."""
        if (name, outcome) not in self._ranked:
            table = self.network.findings[name]
            vector = [math.log(p) for p in self._alone(table, outcome)]
            self._ranked[name, outcome] = telling(vector, self.network.usual_shares)
        return self._ranked[name, outcome]

    def _alone(self, table: OutcomeTable, outcome: int) -> list[float]:
        """P(outcome) under each condition alone."""
        found = [table.background.p[outcome]] * len(self.network.hypotheses.conditions)
        for number, figure in table.figures.items():
            found[number] = figure.p[outcome]
        return found

    def _make(self, finding: Finding) -> tuple[Lifted, ...]:
        table = self.network.findings[finding.id]
        members = self._members(table)
        each = [self.network.hypotheses.each[at] for at in members.numbers]
        if finding.answer == "yes_no":
            yes = _present(self._alone(table, 1), each, table.background.p[1])
            figures = [[1 - p for p in yes], yes]
        else:
            figures = [_graded(self._alone(table, outcome), each) for outcome in range(len(finding.outcomes))]
        return tuple(
            Lifted(background, array("d", p), members)
            for background, p in zip(table.background.p, figures, strict=True)
        )

    def _members(self, table: OutcomeTable) -> Members:
        touched = {at for number in table.figures for at in self.network.by_condition[number]}
        numbers = tuple(at for at in self.classes.order if at in touched)
        counts = Counter(self.classes.of[at] for at in numbers)
        classes, ends = tuple(counts), tuple(accumulate(counts.values()))
        begins = (0, *ends[:-1])
        return Members(
            numbers=numbers,
            classes=classes,
            slices=tuple(map(slice, begins, ends)),
            of_numbers=picking(numbers),
            of_classes=picking(classes),
            at_begins=picking(begins),
            at_ends=picking(ends),
        )


def _present(alone: Sequence[float], each: Sequence[Hypothesis], leak: float) -> list[float]:
    """P(yes) under explanations, by noisy-or where there are two causes; as in `OutcomeTable`."""
    return [alone[h[0]] if len(h) == 1 else either(alone[h[0]], alone[h[1]], leak) for h in each]


def _graded(alone: Sequence[float], each: Sequence[Hypothesis]) -> list[float]:
    """P(outcome) under explanations, by the mean where there are two causes; as in `OutcomeTable`."""
    return [alone[h[0]] if len(h) == 1 else (alone[h[0]] + alone[h[1]]) / 2 for h in each]


@kept_while_in_use
def lifts_of(network: Network) -> Lifts:
    """Gives the outcomes of a network, kept while that network is in use."""
    return Lifts(network)
