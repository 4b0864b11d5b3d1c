"""Exact inference: the evidence of all groups added to the starting rates, and normalised."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter, mul, sub

from hipmap.reasoning.evidence_items import Item, summed
from hipmap.reasoning.network import Network, Vector

Picked = Callable[[Sequence[float]], Sequence[float]]


@dataclass(frozen=True)
class Group:
    """The items of one dependence group, most telling first, with the factor by which each counts.

    `vectors` are their log likelihoods, `weighted` the same times the factors, and `total` the sum of these.
    """

    items: tuple[Item, ...]
    factors: tuple[float, ...]
    vectors: tuple[Sequence[float], ...]
    weighted: tuple[Sequence[float], ...]
    total: Sequence[float]


def groups_of(items: Sequence[Item], network: Network) -> dict[str, Group]:
    """Gives the evidence by dependence group.

    The most telling item of a group counts in full, the next by rho, the next by rho squared and so on,
    so that a weak item never takes weight from a strong one; all are times the scale of all evidence.
    """
    by_name: dict[str, list[Item]] = {}
    for item in items:
        by_name.setdefault(item.group, []).append(item)
    return {name: _group(name, members, network) for name, members in by_name.items()}


def _group(name: str, members: Sequence[Item], network: Network) -> Group:
    parameters = network.knowledge.manifest.parameters
    size, scale = len(network.hypotheses.each), parameters.evidence_scale.value
    if len(members) > 1:
        usual = network.usual_shares
        members = sorted(members, key=lambda item: (-telling(log_likelihood(item), usual), item.finding))
    vectors = tuple(log_likelihood(item) for item in members)
    rho = parameters.group_dependence.get(name, parameters.dependence).value
    factors = tuple(scale * rho**rank for rank in range(len(members)))
    weighted = tuple(
        [factor * value for value in vector] for factor, vector in zip(factors, vectors, strict=True)
    )
    total = weighted[0] if len(weighted) == 1 else summed(weighted, size)
    return Group(tuple(members), factors, vectors, weighted, total)


def telling(vector: Sequence[float], usual: Sequence[float]) -> float:
    """How much an item tells conditions apart: the spread of its log likelihood among usual cases."""
    middle = sum(map(mul, usual, vector))
    spread = sum([share * (value - middle) ** 2 for share, value in zip(usual, vector, strict=False)])
    # rounded, so that equal spreads stay equal on every system and the name decides
    return round(math.sqrt(spread), 9)


def log_likelihood(item: Item) -> Sequence[float]:
    """Gives the weighted log likelihood of one item under each hypothesis."""
    log_p = item.log_p if item.log_p is not None else item.columns[0][1].log_p
    return log_p if item.weight == 1.0 else [item.weight * value for value in log_p]


def log_scores(log_prior: Sequence[float], groups: Mapping[str, Group]) -> Vector:
    """Gives the unnormalised log posterior of each hypothesis."""
    return summed([log_prior, *(groups[name].total for name in sorted(groups))], len(log_prior))


def weights_without(shifted: Vector, group: Group, at: int) -> Vector:
    """Gives the unnormalised probabilities without what one item of a group says.

    The others of its group keep the factors they have. `shifted` are the log scores less their largest,
    so that nothing can overflow.
    """
    return list(map(math.exp, map(sub, shifted, group.weighted[at])))


def normalised(scores: Sequence[float]) -> Vector:
    """Gives the probabilities of the hypotheses from their log scores."""
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = math.fsum(raised)
    return [value / total for value in raised]


def share_of(probabilities: Sequence[float], members: Sequence[int]) -> float:
    """Gives the probability that one of the hypotheses is true."""
    return math.fsum(map(probabilities.__getitem__, members))


def log_odds(share: float) -> float:
    """Gives the natural log-odds of a probability, which is kept off 0 and 1 by 1e-12."""
    held = 1e-12 if share < 1e-12 else share if share < 1 - 1e-12 else 1 - 1e-12
    return math.log(held / (1 - held))


def picking(places: Sequence[int]) -> Picked:
    """Gives what takes the values at these places out of a vector, for those who ask many vectors."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple(values[at] for at in places)
