"""Exact inference: the evidence of all groups added to the starting rates, and normalised."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hipmap.model.knowledge import Parameters
from hipmap.reasoning.evidence_items import Item, summed
from hipmap.reasoning.network import Vector


@dataclass(frozen=True)
class Group:
    """The items of one dependence group, the sum of their log likelihoods, and the exponent they share."""

    items: tuple[Item, ...]
    vectors: tuple[Sequence[float], ...]
    total: Sequence[float]
    exponent: float


def groups_of(items: Sequence[Item], size: int, parameters: Parameters) -> dict[str, Group]:
    """Gives the evidence by dependence group; k items of a group count with exponent 1/(1+(k-1)rho)."""
    by_name: dict[str, list[Item]] = {}
    for item in items:
        by_name.setdefault(item.group, []).append(item)
    groups: dict[str, Group] = {}
    for name, members in by_name.items():
        vectors = tuple(log_likelihood(item) for item in members)
        total = vectors[0] if len(vectors) == 1 else summed(vectors, size)
        groups[name] = Group(tuple(members), vectors, total, exponent(name, len(members), parameters))
    return groups


def exponent(group: str, count: int, parameters: Parameters) -> float:
    """Gives how strongly each of `count` items of a group counts, times the scale of all evidence."""
    own = parameters.group_dependence.get(group, parameters.dependence)
    scale = parameters.evidence_scale.value
    return scale / (1 + (count - 1) * own.value) if count else scale


def log_likelihood(item: Item) -> Sequence[float]:
    """Gives the weighted log likelihood of one item under each hypothesis."""
    log_p = item.log_p if item.log_p is not None else item.columns[0][1].log_p
    return log_p if item.weight == 1.0 else [item.weight * value for value in log_p]


def log_scores(log_prior: Sequence[float], groups: Mapping[str, Group]) -> Vector:
    """Gives the unnormalised log posterior of each hypothesis."""
    parts = [[groups[name].exponent * value for value in groups[name].total] for name in sorted(groups)]
    return summed([log_prior, *parts], len(log_prior))


def weights_without(shifted: Vector, group: Group, at: int, name: str, parameters: Parameters) -> Vector:
    """Gives the unnormalised probabilities as they would be without one item of a group.

    `shifted` are the log scores less their largest, so that nothing can overflow.
    """
    lighter = exponent(name, len(group.items) - 1, parameters)
    change = lighter - group.exponent
    vector = group.vectors[at]
    return [
        math.exp(score + change * total - lighter * value)
        for score, total, value in zip(shifted, group.total, vector, strict=True)
    ]


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
    held = min(1 - 1e-12, max(1e-12, share))
    return math.log(held / (1 - held))
