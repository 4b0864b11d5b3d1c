"""How much the answer to a finding is expected to tell about the origin, before it is given.

It is what the answer is expected to change: the sum over the outcomes of the chance of the outcome (under
the present explanations) times the divergence of the origins after it from the origins before it. Where
answers count in full this is the mutual information of answer and origin (Lindley, On a measure of the
information provided by an experiment, Annals of Mathematical Statistics 27 (1956), 986-1005). *Origin* is
the set of origins that an explanation holds, so that a pair is a case of its own.

Nothing is approximated: each outcome is weighed as the inference would weigh it, with the scale of all
evidence, the caps, its rank in its dependence group and what it takes there from weaker answers. The answer
is taken to be about the side that hurts. A cluster with an answered member tells nothing here: how much it
would tell beyond that member is not known.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add, mul, sub, truediv

from hipmap.model.findings import Finding
from hipmap.reasoning.inference import Inference
from hipmap.reasoning.network import Network, Vector
from hipmap.reasoning.outcome_lifts import Lifted, Lifts
from hipmap.reasoning.posterior import Group, telling

# A group is saturated for a finding whose every answer would count for less than this part of its worth.
LEAST_COUNTED = 0.2


@dataclass(frozen=True)
class _Standing:
    """The explanations as they would stand beside a new answer, before that answer itself counts.

    `turned` is the share of each class times the logarithm of how far it moved by that.
    """

    weights: Vector
    shares: Vector
    turned: Vector
    whole: float
    turned_whole: float


class Expectation:
    """Expected information of findings under one state of the inference."""

    def __init__(self, network: Network, lifts: Lifts, inference: Inference) -> None:
        self._network, self._lifts, self._inference = network, lifts, inference
        self._scale = network.knowledge.manifest.parameters.evidence_scale.value
        self._now = inference.probabilities
        self._shares = lifts.classes.sums(self._now)
        self._answered = {item.finding for group in inference.groups.values() for item in group.items}
        self._alone = self._stand([0.0] * len(self._now))
        self._places: dict[str, _Place] = {}
        self._standings: dict[tuple[str, int], _Standing] = {}

    def nats(self, finding: Finding) -> float:
        """Gives the expected divergence; 0 where the group of the finding is saturated."""
        if not self._answered.isdisjoint(finding.replaces):
            return 0.0
        outcomes, name = self._lifts[finding.id], finding.group or finding.id
        now = outcomes[0].members.of_numbers(self._now)
        if name not in self._inference.groups:
            gains = [self._gain(one, self._scale, self._alone, now) for one in outcomes]
        else:
            gains = self._gains_beside(outcomes, name, finding.id)
        rest = 1 - sum(now)
        chances = [one.background * rest + sum(map(mul, now, one.p)) for one in outcomes]
        return math.fsum(map(mul, chances, gains))

    def _gains_beside(self, outcomes: Sequence[Lifted], name: str, finding: str) -> list[float]:
        """The divergences after each outcome of a finding whose group holds other answers."""
        if name not in self._places:
            self._places[name] = _Place(name, self._inference.groups[name], self._network)
        place = self._places[name]
        told = [self._lifts.telling(finding, number) for number in range(len(outcomes))]
        ranks = [place.rank(one, finding) for one in told]
        counted = [place.rho**rank for rank in ranks]
        if max(counted) < LEAST_COUNTED:
            return [0.0] * len(outcomes)
        gains = []
        for one, rank, factor in zip(outcomes, ranks, counted, strict=True):
            standing = self._standing(name, rank)
            own = one.members.of_numbers(standing.weights)
            gains.append(self._gain(one, self._scale * factor, standing, own))
        return gains

    def _standing(self, name: str, rank: int) -> _Standing:
        if (name, rank) not in self._standings:
            self._standings[name, rank] = self._stand(self._places[name].shift(rank))
        return self._standings[name, rank]

    def _stand(self, shift: Sequence[float]) -> _Standing:
        """The explanations after a shift of their log scores."""
        weights = list(map(mul, self._now, map(math.exp, shift)))
        shares = self._lifts.classes.sums(weights)
        turned = [
            share * math.log(share / before) for share, before in zip(shares, self._shares, strict=True)
        ]
        return _Standing(weights, shares, turned, math.fsum(shares), math.fsum(turned))

    def _gain(self, outcome: Lifted, factor: float, standing: _Standing, own: Sequence[float]) -> float:
        """The divergence of the origins after the outcome; classes without a figure all move alike."""
        members, of_classes = outcome.members, outcome.members.of_classes
        more = map(mul, own, outcome.lifts(factor))
        so_far: Vector = list(accumulate(more, initial=0.0))
        gained: Vector = list(map(sub, members.at_ends(so_far), members.at_begins(so_far)))
        after: Vector = list(map(add, of_classes(standing.shares), gained))
        moves = map(math.log, map(truediv, after, of_classes(self._shares)))
        moved = sum(map(mul, after, moves)) - sum(of_classes(standing.turned))
        whole = standing.whole + so_far[-1]
        return float((standing.turned_whole + moved) / whole - math.log(whole))


class _Place:
    """Where a new answer would stand in its group, and what it takes there from the answers after it."""

    def __init__(self, name: str, group: Group, network: Network) -> None:
        parameters = network.knowledge.manifest.parameters
        self.rho = parameters.group_dependence.get(name, parameters.dependence).value
        self._scale = parameters.evidence_scale.value
        self._vectors = group.vectors
        self._order = [
            (-telling(vector, network.usual_shares), item.finding)
            for item, vector in zip(group.items, group.vectors, strict=True)
        ]

    def rank(self, telling: float, name: str) -> int:
        """Gives how many answers of the group stand before one that tells so much."""
        return len([one for one in self._order if one < (-telling, name)])

    def shift(self, rank: int) -> Vector:
        """Gives what else changes in the log scores when an answer takes this rank."""
        shift = [0.0] * len(self._vectors[0])
        for at in range(rank, len(self._vectors)):
            less = self._scale * (self.rho ** (at + 1) - self.rho**at)
            shift = [value + less * log_p for value, log_p in zip(shift, self._vectors[at], strict=True)]
        return shift
