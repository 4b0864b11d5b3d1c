"""The 5th and 95th percentile of each probability, from the uncertainty of every figure behind it.

First-order propagation (the delta method): the log-odds is differentiated exactly by every cell and
every starting rate, and the variances of those (Beta for cells, log-normal for rates) are added.
Source: Spiegelhalter and Lauritzen, Sequential updating of conditional probabilities, Networks 1990.

For a target T and a figure x that moves log score h by s(h):
d log-odds(T) / dx = sum over T of P(h|T) s(h) - sum outside T of P(h|not T) s(h),
so one pass over the explanations serves all targets at once.
"""

import math
from collections.abc import Mapping

from hipmap.reasoning.hypotheses import PRIOR_SPREAD, StartingRates
from hipmap.reasoning.network import Network, Vector
from hipmap.reasoning.outcome_tables import OutcomeColumn
from hipmap.reasoning.posterior import Group, log_odds, share_of

Range = tuple[float, float]

_Z95 = 1.645
# Explanations below this probability move no log-odds that is shown.
_NEGLIGIBLE = 1e-8


def ranges_of(
    network: Network, probabilities: Vector, groups: Mapping[str, Group], rates: StartingRates
) -> list[Range]:
    """Gives the range of every target of the network: the origins first, then the conditions."""
    spread = _Spread(network, probabilities)
    for name in sorted(groups):
        group = groups[name]
        for item in group.items:
            for share, column in item.columns:
                spread.add_column(column, group.exponent * item.weight * share)
    spread.add_rates(network, rates)
    return spread.ranges()


class _Spread:
    """Adds up, figure by figure, the variance of the log-odds of every target."""

    def __init__(self, network: Network, probabilities: Vector) -> None:
        self._targets_of = network.targets_of
        self._shares = [share_of(probabilities, members) for members in network.targets]
        self._live = [(at, p) for at, p in enumerate(probabilities) if p > _NEGLIGIBLE]
        self._own = [0.0] * len(self._shares)
        # What a figure adds to a target that it does not touch is all**2 * variance / (1 - share)**2:
        # that is summed once, and taken back for the targets that it does touch.
        self._elsewhere = 0.0

    def add_column(self, column: OutcomeColumn, strength: float) -> None:
        """Adds the variance of every figure behind one outcome."""
        total: dict[int, float] = {}
        inside: dict[int, dict[int, float]] = {}
        slopes, targets_of = column.slopes, self._targets_of
        for at, p in self._live:
            for figure, slope in slopes[at]:
                value = p * slope * strength
                total[figure] = total.get(figure, 0.0) + value
                touched = inside.setdefault(figure, {})
                for target in targets_of[at]:
                    touched[target] = touched.get(target, 0.0) + value
        for figure, whole in total.items():
            self._add(whole, inside[figure], column.variance[figure])

    def add_rates(self, network: Network, rates: StartingRates) -> None:
        """Adds the variance of the starting rates; raising one lowers the others of its kind."""
        single_in, single_all = self._mass(network, 1)
        pair_in, pair_all = self._mass(network, 2)
        for number, members in enumerate(network.by_condition):
            held = set(members)
            inside: dict[int, float] = {}
            whole = 0.0
            for at, p in self._live:
                if at in held:
                    whole += p
                    for target in self._targets_of[at]:
                        inside[target] = inside.get(target, 0.0) + p
            alone, paired = rates.single_share[number], rates.pair_share[number]
            for target in range(len(self._own)):
                moved = single_in[target] * alone + pair_in[target] * paired
                inside[target] = inside.get(target, 0.0) - moved
            self._add(whole - single_all * alone - pair_all * paired, inside, PRIOR_SPREAD**2)

    def ranges(self) -> list[Range]:
        """Gives the 5th and 95th percentile of every target."""
        found: list[Range] = []
        for share, own in zip(self._shares, self._own, strict=True):
            out = max(1 - share, 1e-12)
            width = _Z95 * math.sqrt(max(0.0, own + self._elsewhere / (out * out)))
            middle = log_odds(share)
            found.append((_logistic(middle - width), _logistic(middle + width)))
        return found

    def _add(self, whole: float, inside: Mapping[int, float], variance: float) -> None:
        self._elsewhere += whole * whole * variance
        for target, value in inside.items():
            share = min(1 - 1e-12, max(1e-12, self._shares[target]))
            out = 1 - share
            slope = value / share - (whole - value) / out
            self._own[target] += (slope * slope - whole * whole / (out * out)) * variance

    def _mass(self, network: Network, size: int) -> tuple[list[float], float]:
        """The probability of explanations of one size, inside each target and in all."""
        inside, whole = [0.0] * len(self._own), 0.0
        for at, p in self._live:
            if len(network.hypotheses.each[at]) == size:
                whole += p
                for target in self._targets_of[at]:
                    inside[target] += p
        return inside, whole


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))
