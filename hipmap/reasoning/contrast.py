"""What separates two origins or conditions: the answers that move the ratio of their probabilities."""

import math
from collections.abc import Sequence

from hipmap.model.assessment import Reason
from hipmap.model.case import Case
from hipmap.model.explanations import Contrast
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from hipmap.reasoning.posterior import normalised, share_of
from hipmap.reasoning.reasons import DECIBANS, LeftOut, each_left_out
from hipmap.reasoning.targets import Target, provenance_of, target_of

# An answer that moves the ratio by less than half a deciban (an eighth) does not separate the two.
_LEAST = 0.5
_DIGITS = 2
# As log-odds are: what cannot be at all keeps this much.
_LEAST_SHARE = 1e-12


def contrast(case: Case, knowledge: Knowledge, first: str, second: str) -> Contrast:
    """Gives the answers that speak for one of two origins or conditions against the other, strongest first.

    Each weight is exact: the ratio now less the ratio without what this one answer says. Where both are held
    true together, that counts for both. ValueError for an unknown id.
    """
    network = network_of(knowledge)
    inference = infer(network, case, facts_of(case, knowledge))
    one, two = (target_of(name, network, inference) for name in (first, second))
    now = _ratio(inference.probabilities, one, two)
    carrying = tuple(sorted({*one.carrying, *two.carrying}))
    found = []
    for left in each_left_out(inference.scores, inference.groups):
        weight = now - _ratio([value / left.total for value in left.weights], one, two)
        if abs(weight) >= _LEAST:
            found.append(_reason(left, weight, carrying))
    found.sort(key=lambda reason: (-abs(reason.weight), reason.finding))
    return Contrast(
        first=first,
        second=second,
        start=round(_ratio(normalised(inference.rates.log_prior), one, two), _DIGITS),
        result=round(now, _DIGITS),
        for_first=tuple(reason for reason in found if reason.weight > 0),
        for_second=tuple(reason for reason in found if reason.weight < 0),
    )


def _ratio(probabilities: Sequence[float], one: Target, two: Target) -> float:
    return DECIBANS * (_log_share(probabilities, one) - _log_share(probabilities, two))


def _log_share(probabilities: Sequence[float], target: Target) -> float:
    return math.log(max(_LEAST_SHARE, share_of(probabilities, target.members)))


def _reason(left: LeftOut, weight: float, conditions: tuple[int, ...]) -> Reason:
    item, provenance = left.item, provenance_of(left.item, conditions)
    return Reason(
        finding=item.finding, value=item.value, side=item.side, weight=round(weight, _DIGITS),
        kind=provenance.kind, sources=provenance.sources,
    )  # fmt: skip
