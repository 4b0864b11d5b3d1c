"""The log score of every live explanation as a sum of draws: what each figure does to it, added up.

See `ranges` for the method.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add, mul

from hipmap.reasoning.hypotheses import PRIOR_SPREAD, Hypothesis, StartingRates
from hipmap.reasoning.log_beta import Moments
from hipmap.reasoning.network import Network, Vector
from hipmap.reasoning.outcome_tables import BACKGROUND
from hipmap.reasoning.packed_draws import exponentials, settled, times
from hipmap.reasoning.pair_moves import PairMoves
from hipmap.reasoning.posterior import picking
from hipmap.reasoning.range_draws import normal_column, normal_powers

# Explanations below this probability keep it in every draw: together they move nothing that is shown.
_NEGLIGIBLE = 2e-4
_RATE_VARIANCE = PRIOR_SPREAD**2
# The third-order formula folds back on itself beyond this skewness.
_MOST_SKEW = 1.5
# Background rates that move a pair less than this (in log score) are left out.
_LEAST_MOVE = 0.03
# Conditions with less of the starting rates than this hardly move their total.
_LEAST_SHARE = 1e-3


@dataclass
class _Sum:
    """The cumulants of a sum of independent variables."""

    shift: float = 0.0
    variance: float = 0.0
    third: float = 0.0

    def add(self, strength: float, moments: Moments) -> None:
        self.shift += strength * moments.shift
        self.variance += strength**2 * moments.variance
        self.third += strength**3 * moments.third

    def draws(self, number: int) -> int:
        """Gives draws about zero with this variance and skewness (Cornish and Fisher), packed."""
        spread = math.sqrt(self.variance)
        skew = max(-_MOST_SKEW, min(_MOST_SKEW, self.third / spread**3)) if spread else 0.0
        square, cube = spread * skew / 6, spread * skew**2 / 36
        normal = normal_powers(number)
        bent = times(normal.square, square) - times(normal.cube, 2 * cube)
        return settled(times(normal.plain, spread + 5 * cube) + bent)


class _SharedRate:
    """The draws of a background rate that several conditions share, and as often as they were weighed.

    Many figures are equal, so that many pairs feel a rate with the same weight.
    """

    def __init__(self, draws: int, variance: float) -> None:
        self._draws, self._variance = draws, variance
        self._weighed: dict[float, int] = {}

    def weighed(self, weight: float) -> int:
        """Gives the draws times a weight; nothing for what is hardly felt."""
        if weight * weight * self._variance <= _LEAST_MOVE**2:
            return 0
        if weight not in self._weighed:
            self._weighed[weight] = times(self._draws, weight)
        return self._weighed[weight]


class _PairSums:
    """What is known of the log scores of the live pairs, each a vector over them in their order.

    Mean, variance, how they go with the sums of their first and second condition and of the background, and
    the shared rates that each pair feels.
    """

    def __init__(self, members: Mapping[int, Hypothesis]) -> None:
        """Takes the two conditions of each pair, by the number of the hypothesis."""
        self.members, self._of_pairs = members, picking(tuple(members))
        self._conditions = tuple(members.values())
        count = len(members)
        self.shift, self.variance = [0.0] * count, [2 * _RATE_VARIANCE] * count
        self._with_first, self._with_second = [_RATE_VARIANCE] * count, [_RATE_VARIANCE] * count
        self._with_background = [0.0] * count
        self.shared: list[list[tuple[int, float]]] = [[] for _ in members]

    def with_sums(self, place: int) -> dict[int, float]:
        """Gives how the pair at a place goes with the sums of its conditions and of the background."""
        sums = self._with_first, self._with_second, self._with_background
        keys = (*self._conditions[place], BACKGROUND)
        return dict(zip(keys, (one[place] for one in sums), strict=True))

    def add(self, strength: float, moves: PairMoves, shared: int | None) -> None:
        """Adds one outcome; `shared` is the number of its background rate if that is a shared one."""
        shift, with_first, with_second, variance, of_background = map(self._of_pairs, moves.of(self.members))
        square = strength * strength
        self.shift = _plus(self.shift, strength, shift)
        self.variance = _plus(self.variance, square, variance)
        self._with_first = _plus(self._with_first, square, with_first)
        self._with_second = _plus(self._with_second, square, with_second)
        if shared is None:
            background = square * moves.moments[BACKGROUND].variance
            own = [background * weight for weight in of_background]
            self._with_background = list(map(add, self._with_background, own))
            self.variance = list(map(add, self.variance, map(mul, own, of_background)))
            return
        for felt, weight in zip(self.shared, of_background, strict=True):
            if weight != 1:
                felt.append((shared, weight - 1))


def _plus(sums: Vector, weight: float, values: Sequence[float]) -> Vector:
    return [whole + weight * value for whole, value in zip(sums, values, strict=True)]


class Scores:
    """Adds up, column by column, what each figure does to the log score of every live explanation."""

    def __init__(self, network: Network, probabilities: Vector) -> None:
        self._each = network.hypotheses.each
        self._p = probabilities
        self._live = [at for at, p in enumerate(probabilities) if p > _NEGLIGIBLE]
        self._pairs = _PairSums({at: self._each[at] for at in self._live if len(self._each[at]) == 2})
        # one sum for each condition, and under BACKGROUND one for the rates that only pairs have
        self._sums = {number: _Sum(variance=_RATE_VARIANCE) for number in range(len(network.by_condition))}
        self._sums[BACKGROUND] = _Sum()
        self._shared: list[_Sum] = []
        self._sharing: dict[int, list[tuple[int, float]]] = {number: [] for number in self._sums}
        self._held = {number for at in self._live for number in self._each[at]}

    def add(self, strength: float, moves: PairMoves) -> None:
        """Adds one outcome, which counts with this strength."""
        moments, sums = moves.moments, self._sums
        for key in moments:
            if key in self._held:
                sums[key].add(strength, moments[key])
        self._pairs.add(strength, moves, self._share(strength, moments))

    def _share(self, strength: float, moments: Mapping[int, Moments]) -> int | None:
        """A background rate that stands for several conditions is one variable for all of them.

        It is taken off the scores of those with figures of their own, which comes to the same as adding
        it to all the others, who are more. Gives its number; None where only pairs have it.
        """
        without = [number for number in self._held if number not in moments]
        if not without:
            self._sums[BACKGROUND].add(strength, moments[BACKGROUND])
            return None
        one = _Sum()
        one.add(strength, moments[BACKGROUND])
        for number in without:
            self._sums[number].shift += one.shift
        for number in self._held.intersection(moments):
            self._sharing[number].append((len(self._shared), -1.0))
        self._shared.append(one)
        return len(self._shared) - 1

    def drawn(self, rates: StartingRates) -> dict[int, Vector]:
        """Gives the draws of the unnormalised probability of every live explanation."""
        own, shared = self._draw_sums()
        alone, paired = self._rates_of_all(own, rates.single_share), self._rates_of_all(own, rates.pair_share)
        drawn: dict[int, Vector] = {}
        for at in self._live:
            if len(self._each[at]) == 1:
                drawn[at] = self._draw_alone(at, own, shared, alone)
        for place, at in enumerate(self._pairs.members):
            drawn[at] = self._draw_pair(place, at, own, shared, paired)
        return drawn

    def _draw_sums(self) -> tuple[dict[int, int], list[_SharedRate]]:
        """The variables that matter most get the first columns, which fill their space most evenly."""
        weight = dict.fromkeys(self._sums, 0.0)
        for at in self._live:
            for key in self._each[at]:
                weight[key] += self._p[at] * (1 - self._p[at])

        def telling(key: int) -> float:
            # to five digits, so that what is equal but for its last bits stays equal on every system
            return float(f"{weight[key] * math.sqrt(self._sums[key].variance):.4e}")

        order = sorted(self._sums, key=lambda key: (-telling(key), key))
        own = {key: self._sums[key].draws(number) for number, key in enumerate(order)}
        shared = [
            _SharedRate(one.draws(len(own) + number), one.variance) for number, one in enumerate(self._shared)
        ]
        return own, shared

    def _rates_of_all(self, own: Mapping[int, int], share: Sequence[float]) -> int:
        """How the total of all starting rates moves, as far as the sums of their conditions tell."""
        return sum(
            times(own[number], part * _RATE_VARIANCE / self._sums[number].variance)
            for number, part in enumerate(share)
            if part > _LEAST_SHARE
        )

    def _draw_alone(
        self, at: int, own: Mapping[int, int], shared: Sequence[_SharedRate], alone: int
    ) -> Vector:
        (key,) = self._each[at]
        start = math.log(self._p[at]) + self._sums[key].shift
        felt = sum(shared[number].weighed(weight) for number, weight in self._sharing[key])
        return exponentials(times(own[key], 1.0) + felt - alone, start)

    def _draw_pair(
        self, place: int, at: int, own: Mapping[int, int], shared: Sequence[_SharedRate], paired: int
    ) -> Vector:
        """Draws a pair by regression on its two conditions and the background; the rest is its own."""
        pairs, sums = self._pairs, self._sums
        with_sum = pairs.with_sums(place)
        slope = {
            key: together / sums[key].variance if together else 0.0 for key, together in with_sum.items()
        }
        told = math.fsum(slope[key] * together for key, together in with_sum.items())
        rest = math.sqrt(max(0.0, pairs.variance[place] - told))
        moved = sum(times(own[key], weight) for key, weight in slope.items())
        moved += times(normal_column(len(own) + len(shared) + at), rest)
        felt = sum(shared[number].weighed(weight) for number, weight in pairs.shared[place])
        return exponentials(moved + felt - paired, math.log(self._p[at]) + pairs.shift[place])
