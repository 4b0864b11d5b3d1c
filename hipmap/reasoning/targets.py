"""An origin or condition that is to be explained: its hypotheses, the figures that carry it, its log-odds."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hipmap.reasoning.evidence_items import Item
from hipmap.reasoning.inference import Inference
from hipmap.reasoning.network import Network, Vector
from hipmap.reasoning.outcome_tables import UNSOURCED, Provenance
from hipmap.reasoning.posterior import log_odds, share_of

# A condition with this share of the most probable one of its origin still carries the origin.
_CARRIES = 0.2


@dataclass(frozen=True)
class Target:
    """The hypotheses that hold an origin or condition, all others, and the conditions that carry it."""

    name: str
    members: tuple[int, ...]
    others: tuple[int, ...]
    carrying: tuple[int, ...]


def target_of(name: str, network: Network, inference: Inference) -> Target:
    """Gives the target of an id, an origin before a condition; ValueError for an unknown one."""
    hypotheses = network.hypotheses
    if name in network.by_origin:
        members, own = network.by_origin[name], network.conditions_of[name]
    elif name in hypotheses.conditions:
        at = hypotheses.conditions.index(name)
        members, own = network.by_condition[at], (at,)
    else:
        raise ValueError(f'there is no origin or condition "{name}"')
    shares = {at: share_of(inference.probabilities, network.by_condition[at]) for at in own}
    most = max(shares.values(), default=0.0)
    held = frozenset(members)
    return Target(
        name=name,
        members=members,
        others=tuple(at for at in range(len(hypotheses.each)) if at not in held),
        carrying=tuple(at for at, share in shares.items() if share >= _CARRIES * most),
    )


def log_odds_of(scores: Sequence[float], target: Target) -> float:
    """Gives the natural log-odds from log scores, exact also where the probability is all but 0 or 1.

    What cannot be at all (no such starting rate at this age) keeps the log-odds that reasons give it.
    """
    of, against = _log_sum(scores, target.members), _log_sum(scores, target.others)
    if math.isinf(of) or math.isinf(against):
        return log_odds(0.0 if math.isinf(of) else 1.0)
    return of - against


def pulls(scores: Sequence[float], target: Target) -> Vector:
    """Gives how the log-odds move with the log score of each hypothesis: the exact gradient.

    It is P(hypothesis | target) for those that hold the target and -P(hypothesis | not the target) for
    the others; nothing moves what cannot be at all.
    """
    found = [0.0] * len(scores)
    sums = _log_sum(scores, target.members), _log_sum(scores, target.others)
    if any(map(math.isinf, sums)):
        return found
    for sign, members, log_sum in ((1.0, target.members, sums[0]), (-1.0, target.others, sums[1])):
        for at in members:
            found[at] = sign * math.exp(scores[at] - log_sum)
    return found


def provenance_of(item: Item, conditions: tuple[int, ...]) -> Provenance:
    """Gives where the figures of an item come from that speak about these conditions."""
    return item.table.provenance(conditions, item.outcome) if item.table else UNSOURCED


def _log_sum(scores: Sequence[float], members: Sequence[int]) -> float:
    own = [scores[at] for at in members]
    top = max(own, default=-math.inf)
    return top if math.isinf(top) else top + math.log(math.fsum(math.exp(score - top) for score in own))
