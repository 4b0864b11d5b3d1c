"""How P(outcome) under two causes moves with the figures behind it, on average over their uncertainty.

The leaky noisy-or has kinks where a cause lies at the background rate, so its slope at the stated
figures says little when the figures are uncertain. It is linearised statistically instead: the mean and
the mean slopes over normal figures, from the mean of the positive part of a normal variable and of the
larger of two. Sources: Gelb, Applied Optimal Estimation (1974), section 6.2 (statistical linearisation);
Clark, The greatest of a finite set of random variables, Operations Research 9 (1961), 145-162.
"""

import math
from array import array
from collections.abc import Mapping, MutableSequence
from typing import NamedTuple

from hipmap.reasoning.hypotheses import Hypothesis
from hipmap.reasoning.log_beta import Moments, log_moments
from hipmap.reasoning.outcome_tables import BACKGROUND, OutcomeColumn

_ROOT_TWO, _ROOT_TWO_PI = math.sqrt(2), math.sqrt(2 * math.pi)
# Both causes below the background at once is worked out only where it can happen.
_CANNOT_BE = 1e-3


Weights = tuple[tuple[int, float], ...]


class Move(NamedTuple):
    """Mean of log P (as a shift from the stated one), and the weight of each figure's own logarithm."""

    shift: float
    weights: Weights


class _Excess(NamedTuple):
    """How far a cause shows more than the background: mean, mean of the positive part, and its chance."""

    mean: float
    positive: float
    chance: float


_NONE = _Excess(0.0, 0.0, 0.0)


class ColumnMoves:
    """The moments of every figure of one outcome, and the moves of pairs."""

    def __init__(self, column: OutcomeColumn) -> None:
        self._column = column
        stated = {key: math.exp(column.log_figure(key)) for key in column.variance}
        self.moments: dict[int, Moments] = {
            key: log_moments(p, column.variance[key]) for key, p in stated.items()
        }
        self._p = stated
        self._x: Mapping[int, float] = stated
        self._variance: Mapping[int, float] = column.variance
        self._sign = 1.0
        if column.joined == "absent":
            # the product of two absences over the background's is a sum of logarithms
            self._x = {key: math.log(p) + self.moments[key].shift for key, p in stated.items()}
            self._variance = {key: moments.variance for key, moments in self.moments.items()}
            self._sign = -1.0
        self._excess = {} if column.joined == "graded" else {key: self._over(key) for key in stated}

    def move(self, at: int, pair: Hypothesis) -> Move:
        """Gives the move of the pair that is hypothesis number `at`."""
        one, two = (number if number in self._p else BACKGROUND for number in pair)
        return self._move(self._column.log_p[at], one, two)

    def _over(self, key: int) -> _Excess:
        if key == BACKGROUND:
            return _NONE
        mean = self._sign * (self._x[key] - self._x[BACKGROUND])
        spread = math.sqrt(self._variance[key] + self._variance[BACKGROUND])
        return _Excess(mean, *_positive_part(mean, spread))

    def _move(self, log_p: float, one: int, two: int) -> Move:
        if one == two == BACKGROUND:
            return Move(self.moments[BACKGROUND].shift, ((BACKGROUND, 1.0),))
        if self._column.joined == "graded":
            whole = self._p[one] + self._p[two]
            return self._present(0.0, ((one, self._p[one] / whole), (two, self._p[two] / whole)))
        a, b = self._excess[one], self._excess[two]
        hidden, of_one, of_two = self._both_hidden(one, two)
        if self._column.joined == "absent":
            mean = self._x[BACKGROUND] - a.positive - b.positive + hidden
            slopes = a.chance + of_one, b.chance + of_two
            rest = 1 - sum(slopes)
            return Move(mean - log_p, ((one, slopes[0]), (two, slopes[1]), (BACKGROUND, rest)))
        room = 1 - self._p[BACKGROUND]
        p = 1 - room + a.positive + b.positive - a.positive * b.positive / room - hidden
        slopes = a.chance * (1 - b.positive / room) + of_one, b.chance * (1 - a.positive / room) + of_two
        weights = tuple(
            (key, slope * self._p[key] / p)
            for key, slope in ((one, slopes[0]), (two, slopes[1]), (BACKGROUND, 1 - sum(slopes)))
        )
        return self._present(math.log(p) - log_p, weights)

    def _present(self, shift: float, weights: Weights) -> Move:
        """The mean of a logarithm lies below the logarithm of the mean, by the squares of the weights."""
        below = sum(weight * weight * self.moments[key].shift for key, weight in weights)
        return Move(shift + below, weights)

    def _both_hidden(self, one: int, two: int) -> tuple[float, float, float]:
        """The smaller of two shortfalls where both causes lie below the background, and its slopes."""
        a, b = self._excess[one], self._excess[two]
        if BACKGROUND in (one, two) or (1 - a.chance) * (1 - b.chance) < _CANNOT_BE:
            return 0.0, 0.0, 0.0
        first, second = self._variance[one], self._variance[two]
        apart = math.sqrt(first + second)
        gap = (a.mean - b.mean) / apart
        by_one = _chance_below(gap)
        by_two = 1 - by_one
        least = -a.mean * by_one - b.mean * by_two - apart * _density(gap)
        spread = math.sqrt(by_one**2 * first + by_two**2 * second + self._variance[BACKGROUND])
        mean, chance = _positive_part(least, spread)
        return mean, chance * by_one, chance * by_two


class PairVectors(NamedTuple):
    """What the moves of pairs under one outcome come to, by the number of the hypothesis.

    Covariances with the logarithm of the figure of the first and of the second condition themselves (0 where
    a condition has none), the variance that these two alone give, and the weight of the logarithm of the
    background.
    """

    shift: MutableSequence[float]
    with_first: MutableSequence[float]
    with_second: MutableSequence[float]
    variance: MutableSequence[float]
    of_background: MutableSequence[float]


class PairMoves:
    """The moments of every figure of one outcome, and the moves of pairs, each worked out once.

    In vectors, because every case adds up those of all its pairs, and many columns are kept for long.
    """

    def __init__(self, column: OutcomeColumn) -> None:
        self._moves = ColumnMoves(column)
        self.moments = self._moves.moments
        empty = bytes(8 * len(column.log_p))
        self._vectors = PairVectors(*(array("d", empty) for _ in PairVectors._fields))
        self._is_made = bytearray(len(column.log_p))

    def of(self, pairs: Mapping[int, Hypothesis]) -> PairVectors:
        """Gives the vectors, filled in for these pairs at least."""
        for at, pair in pairs.items():
            if not self._is_made[at]:
                self._fill_in(at, pair)
        return self._vectors

    def _fill_in(self, at: int, pair: Hypothesis) -> None:
        move, moments, vectors = self._moves.move(at, pair), self.moments, self._vectors
        own = {key: weight for key, weight in move.weights if key != BACKGROUND}
        together = {key: weight * moments[key].variance for key, weight in own.items()}
        vectors.shift[at] = move.shift
        vectors.with_first[at], vectors.with_second[at] = (together.get(number, 0.0) for number in pair)
        vectors.variance[at] = sum(own[key] * own[key] * moments[key].variance for key in own)
        vectors.of_background[at] = sum(weight for key, weight in move.weights if key == BACKGROUND)
        self._is_made[at] = True


def _positive_part(mean: float, spread: float) -> tuple[float, float]:
    """The mean of max(x, 0) for a normal x, and the chance that x is positive."""
    at = mean / spread
    chance = _chance_below(at)
    return mean * chance + spread * _density(at), chance


def _chance_below(x: float) -> float:
    return (1 + math.erf(x / _ROOT_TWO)) / 2


def _density(x: float) -> float:
    return math.exp(-x * x / 2) / _ROOT_TWO_PI
