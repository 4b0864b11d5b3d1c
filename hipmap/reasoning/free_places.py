"""Which of the places that were left free speak most for an origin or condition, and which against it.

The zones left free are one statement made of many. The part of one of them for a target is how much more
often the zone stays free there than elsewhere: the mean log P(free) under the explanations that hold the
target less the mean under all others, each weighed as probable as it is without the statement. This is the
first step of the change of the log-odds in the strength of the zone, so the parts rank and sign the zones;
the weight of the reason itself is exact and is not made of them. Only explanations by one condition are
asked, which stand first: two conditions together say nothing of a zone that neither says alone.
"""

from collections.abc import Sequence
from operator import mul

from hipmap.reasoning.evidence_items import Item
from hipmap.reasoning.network import Vector
from hipmap.reasoning.posterior import share_of
from hipmap.reasoning.rounding import DIGITS

_MOST = 3
# A place that says less than this share of the first says little beside it.
_BESIDE_FIRST = 0.4
# Below this share of all explanations, differences of sums would tell of their last bits.
_LEAST_SHARE = 1e-6


class FreePlaces:
    """The zones left free of a case, with what each says under every condition."""

    def __init__(self, item: Item, weights: Vector) -> None:
        """Takes the statement of the free zones, and the weights of the conditions without it."""
        self._zones = item.zones
        self._weights, self._total = weights, sum(weights)
        self._strengths = [share for share, _ in item.columns]
        by_zone = [list(map(mul, weights, column.log_p)) for _, column in item.columns]
        self._sums = [sum(said) for said in by_zone]
        self._said = list(zip(*by_zone, strict=True))

    def telling(self, members: Sequence[int], direction: float) -> tuple[str, ...]:
        """Gives up to three zones that speak most in a direction (above 0 for, below 0 against), most first.

        `members` are the explanations that hold the target; nothing where it is all but certain or all but
        impossible.
        """
        conditions = [at for at in members if at < len(self._weights)]
        own = share_of(self._weights, conditions)
        others = self._total - own
        if min(own, others) < _LEAST_SHARE * self._total:
            return ()
        sign = 1 if direction > 0 else -1
        here = map(sum, zip(*[self._said[at] for at in conditions], strict=True))
        parts = [
            round(sign * strength * (mine / own - (every - mine) / others), DIGITS)
            for strength, mine, every in zip(self._strengths, here, self._sums, strict=True)
        ]
        most = sorted(range(len(parts)), key=parts.__getitem__, reverse=True)[:_MOST]
        least = max(10.0**-DIGITS, _BESIDE_FIRST * parts[most[0]])
        return tuple(self._zones[at] for at in most if parts[at] >= least)
