"""Why: how the log-odds of an origin or condition would change without what one answer says.

The other answers of its dependence group keep their weights. Were they weighed anew, as *what if* does,
a mate would step up into the place of the answer, and its reason would tell of the mate: in 23 of 1,032
reasons of 48 cases the sign turned, so that a negative test seemed to speak for what it speaks against.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hipmap.model.assessment import Reason
from hipmap.reasoning.evidence_items import Item
from hipmap.reasoning.free_places import FreePlaces
from hipmap.reasoning.network import Vector
from hipmap.reasoning.outcome_tables import UNSOURCED
from hipmap.reasoning.posterior import Group, log_odds, picking, share_of, weights_without

Reasons = tuple[tuple[Reason, ...], tuple[Reason, ...]]

DECIBANS = 10 / math.log(10)
# A reason below a fifth of a deciban (five percent of the odds) is noise.
_LEAST = 0.2


@dataclass(frozen=True)
class LeftOut:
    """The posterior without one item, unnormalised, and its sum."""

    item: Item
    weights: Vector
    total: float


def each_left_out(scores: Vector, groups: Mapping[str, Group]) -> list[LeftOut]:
    """Gives the exact posterior without what each single item of the evidence says."""
    top = max(scores)
    shifted = [score - top for score in scores]
    found: list[LeftOut] = []
    for name in sorted(groups):
        for at, item in enumerate(groups[name].items):
            weights = weights_without(shifted, groups[name], at)
            found.append(LeftOut(item, weights, math.fsum(weights)))
    return found


def free_places(left_out: Sequence[LeftOut], conditions: int) -> FreePlaces | None:
    """Gives what each zone left free says under so many conditions; None where nothing is marked."""
    left = next((one for one in left_out if one.item.zones), None)
    return FreePlaces(left.item, left.weights[:conditions]) if left else None


def reasons_for(
    members: Sequence[int],
    conditions: tuple[int, ...],
    probabilities: Vector,
    left_out: Sequence[LeftOut],
    free: FreePlaces | None,
) -> Reasons:
    """Gives the reasons for and against, strongest first, in decibans; `free` names the zones left free."""
    now, of_members = log_odds(share_of(probabilities, members)), picking(members)
    found: list[Reason] = []
    for left in left_out:
        weight = (now - log_odds(sum(of_members(left.weights)) / left.total)) * DECIBANS
        if abs(weight) >= _LEAST:
            places = free.telling(members, weight) if free and left.item.zones else ()
            found.append(_reason(left.item, weight, conditions, places))
    order = sorted(found, key=lambda reason: (-abs(reason.weight), reason.finding))
    return tuple(r for r in order if r.weight > 0), tuple(r for r in order if r.weight < 0)


def _reason(item: Item, weight: float, conditions: tuple[int, ...], places: tuple[str, ...]) -> Reason:
    provenance = item.table.provenance(conditions, item.outcome) if item.table else UNSOURCED
    return Reason(
        finding=item.finding, value=item.value, side=item.side, weight=round(weight, 2),
        kind=provenance.kind, sources=provenance.sources, places=places,
        other=item.other,
    )  # fmt: skip
