"""The way from a starting rate to the result, in steps that sum exactly to the change of the log-odds.

The reasons of an assessment (one answer left out) need not sum, and steps taken one after another depend
on the order. Here all evidence comes in together, from nothing to its full strength: the log score of a
hypothesis is its starting rate plus t times its evidence, t from 0 to 1, and the step of an item is what
it adds to the log-odds on that way, the integral of gradient times item. This is the Aumann-Shapley
value: the one division that is complete (the steps sum to the change), gives nothing to an item that says
nothing, treats like items alike, and knows no order. The Shapley value over dependence groups has the same
virtues, but some twenty groups have a million subsets; this needs some tens of posteriors.
Sources: Aumann and Shapley, Values of Non-Atomic Games (1974); Sundararajan, Taly and Yan, Axiomatic
attribution for deep networks, ICML 2017; the quadrature: Abramowitz and Stegun (1964), table 25.4.
"""

import math
from collections.abc import Iterator, Sequence

from hipmap.model.case import Case
from hipmap.model.explanations import Step, Waterfall
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.evidence_items import Item
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import Inference, infer
from hipmap.reasoning.network import Vector, network_of
from hipmap.reasoning.posterior import normalised, share_of
from hipmap.reasoning.reasons import DECIBANS
from hipmap.reasoning.rounding import DIGITS
from hipmap.reasoning.targets import Target, log_odds_of, provenance_of, pulls, target_of

# Gauss and Legendre's eight places on the way from -1 to 1, each with its weight; the other four mirror.
_PLACES = (
    (0.1834346424956498, 0.3626837833783620),
    (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745),
    (0.9602898564975363, 0.1012285362903763),
)
# The way is cut into more and more pieces until the steps sum so well, in nats.
_FIRST_PIECES, _MOST_PIECES, _CLOSE = 2, 128, 1e-11
# A step below a fifth of a deciban (five percent of the odds) is not told by itself, nor is a thirteenth.
_LEAST, _MOST_STEPS = 0.2, 12

Weighted = tuple[Item, float]


def waterfall(case: Case, knowledge: Knowledge, target: str) -> Waterfall:
    """Gives the way of an origin or condition from its starting rate to its result; ValueError if unknown."""
    network = network_of(knowledge)
    inference = infer(network, case, facts_of(case, knowledge))
    aim = target_of(target, network, inference)
    start = log_odds_of(inference.rates.log_prior, aim) * DECIBANS
    result = log_odds_of(inference.scores, aim) * DECIBANS
    weighted = sorted(_steps(inference, aim), key=lambda one: (-abs(one[1]), one[0].finding, one[0].group))
    told = [one for one in weighted[:_MOST_STEPS] if abs(one[1]) >= _LEAST]
    rest = [weight for _, weight in weighted[len(told) :]]
    return Waterfall(
        target=target,
        start=start,
        start_probability=_probability(inference.rates.log_prior, aim),
        steps=tuple(_step(item, weight, aim) for item, weight in told),
        others=math.fsum(rest),
        others_count=len(rest),
        result=result,
        result_probability=_probability(inference.scores, aim),
    )


def _probability(scores: Sequence[float], target: Target) -> float:
    return round(share_of(normalised(scores), target.members), DIGITS)


def _step(item: Item, weight: float, target: Target) -> Step:
    provenance = provenance_of(item, target.carrying)
    return Step(
        finding=item.finding, value=item.value, side=item.side, weight=weight,
        kind=provenance.kind, sources=provenance.sources,
    )  # fmt: skip


def _steps(inference: Inference, target: Target) -> list[Weighted]:
    """The share of each item in the change of the log-odds, in decibans."""
    start = inference.rates.log_prior
    change = log_odds_of(inference.scores, target) - log_odds_of(start, target)
    pieces = _FIRST_PIECES
    while True:
        mean = _mean_pulls(inference, target, pieces)
        found = [(item, _dot(mean, vector) * factor) for item, factor, vector in _evidence(inference)]
        missing = change - math.fsum(share for _, share in found)
        if abs(missing) < _CLOSE or pieces >= _MOST_PIECES:
            break
        pieces *= 2
    # what the quadrature still misses is put on the steps by their size, so that they sum exactly
    whole = math.fsum(abs(share) for _, share in found) or 1.0
    return [(item, (share + missing * abs(share) / whole) * DECIBANS) for item, share in found]


def _evidence(inference: Inference) -> Iterator[tuple[Item, float, Sequence[float]]]:
    for name in sorted(inference.groups):
        group = inference.groups[name]
        yield from zip(group.items, group.factors, group.vectors, strict=True)


def _mean_pulls(inference: Inference, target: Target, pieces: int) -> Vector:
    """The gradient of the log-odds, on average over the way from no evidence to all of it."""
    start = inference.rates.log_prior
    evidence = [sum(values) for values in zip(*(g.total for g in inference.groups.values()), strict=True)]
    mean = [0.0] * len(start)
    for t, weight in _places(pieces) if evidence else ():
        scores = [rate + t * value for rate, value in zip(start, evidence, strict=True)]
        mean = [m + weight * pull for m, pull in zip(mean, pulls(scores, target), strict=True)]
    return mean


def _places(pieces: int) -> Iterator[tuple[float, float]]:
    """Where on the way from 0 to 1 to look, and how much each look counts."""
    half = 0.5 / pieces
    for piece in range(pieces):
        middle = (2 * piece + 1) * half
        for place, weight in _PLACES:
            yield middle - half * place, half * weight
            yield middle + half * place, half * weight


def _dot(one: Sequence[float], two: Sequence[float]) -> float:
    return math.fsum(a * b for a, b in zip(one, two, strict=True))
