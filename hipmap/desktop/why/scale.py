"""The axis of the step-by-step chart: even in log-odds, so that each step is as long as it weighs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_TICKS = (1, 5, 10, 25, 50, 75, 90, 95, 99)
_FEWEST_DECIBANS = 12.0
_MARGIN = 1.5
_MOST_TICKS = 5


def decibans_of(percent: float) -> float:
    """Gives the log-odds of a percentage, in decibans."""
    return 10 * math.log10(percent / (100 - percent))


def share_of(decibans: float) -> float:
    """Gives the probability of log-odds in decibans."""
    return 1 / (1 + 10 ** (-decibans / 10))


@dataclass(frozen=True)
class ChartScale:
    """From where to where the axis goes, in decibans."""

    low: float
    high: float

    @classmethod
    def around(cls, stations: Sequence[float]) -> "ChartScale":
        """Gives a scale that holds all stations, and is never so short that small steps look large."""
        low, high = min(stations) - _MARGIN, max(stations) + _MARGIN
        lacking = max(0.0, _FEWEST_DECIBANS - (high - low)) / 2
        return cls(low - lacking, high + lacking)

    def at(self, decibans: float) -> float:
        """Gives where a value stands, from 0 to 1."""
        return (decibans - self.low) / (self.high - self.low)

    def ticks(self) -> list[int]:
        """Gives the round percentages on the axis, few enough to be labelled."""
        inside = [one for one in _TICKS if self.low <= decibans_of(one) <= self.high]
        while len(inside) > _MOST_TICKS:
            inside = inside[1:-1] if len(inside) > _MOST_TICKS + 1 else inside[1:]
        return inside
