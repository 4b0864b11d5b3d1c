"""A fixed table of draws: standard normal columns, spread evenly, the same on every system and run."""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

from hipmap.reasoning.packed_draws import COUNT, column, written

_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29)
# A linear congruential rule (Knuth, The Art of Computer Programming 2, section 3.3.4, table 1).
_TIMES, _PLUS, _LAST_BITS = 6364136223846793005, 1442695040888963407, 2**64 - 1
# How many order statistics on each side are averaged into a percentile.
_BESIDE = 8


class Powers(NamedTuple):
    """A standard normal column z, and beside it z squared less one and z cubed."""

    plain: int
    square: int
    cube: int


@lru_cache(maxsize=1)
def _even() -> Sequence[float]:
    """The middles of as many equal slices of the normal distribution as there are draws, rising."""
    normal = NormalDist()
    middles = [normal.inv_cdf((at + 0.5) / COUNT) for at in range(COUNT)]
    scale = math.sqrt(COUNT / math.fsum(z * z for z in middles))
    return [scale * z for z in middles]


@lru_cache(maxsize=1)
def _fields() -> tuple[Callable[[int], bytes], ...]:
    """The fields of the rising values, of their squares less one and of their cubes, each by rank."""
    even = _even()
    columns = even, [z * z - 1 for z in even], [z * z * z for z in even]
    return tuple(list(map(written, values)).__getitem__ for values in columns)


def _ranks(number: int) -> Sequence[int]:
    """The ranks of the draws of variable `number`.

    The first ones follow the multiples of square roots of primes (Richtmyer), which fill the space of
    the few variables that matter most evenly; the later ones are Latin hypercube columns (McKay,
    Beckman and Conover, Technometrics 1979). Every column holds the same values in another order.
    """
    if number < len(_PRIMES):
        step = math.sqrt(_PRIMES[number])
        keys: list[float] = [(at + 0.5) * step % 1.0 for at in range(COUNT)]
    else:
        state, keys = number * 2 + 1, []
        for _ in range(COUNT):
            state = state * _TIMES + _PLUS & _LAST_BITS
            keys.append(state >> 11)
    ranks = [0] * COUNT
    for rank, at in enumerate(sorted(range(COUNT), key=keys.__getitem__)):
        ranks[at] = rank
    return ranks


@lru_cache(maxsize=256)
def normal_column(number: int) -> int:
    """Gives the normal draws of variable `number`, packed."""
    return column(list(map(_fields()[0], _ranks(number))))


@lru_cache(maxsize=128)
def normal_powers(number: int) -> Powers:
    """Gives the normal draws of variable `number` with their powers, packed."""
    ranks = _ranks(number)
    return Powers(*(column(list(map(field, ranks))) for field in _fields()))


@lru_cache(maxsize=1)
def _weights() -> Sequence[float]:
    raw = [1 - (at / (_BESIDE + 1)) ** 2 for at in range(-_BESIDE, _BESIDE + 1)]
    return [value / sum(raw) for value in raw]


def percentiles(values: Sequence[float]) -> tuple[float, float]:
    """Gives the 5th and 95th percentile, each as a weighted mean of the draws around it."""
    ranked = sorted(values)
    low = round(0.05 * len(ranked) - 0.5)
    high = len(ranked) - 1 - low
    weights = _weights()
    return (
        math.fsum(w * x for w, x in zip(weights, ranked[low - _BESIDE : low + _BESIDE + 1], strict=True)),
        math.fsum(w * x for w, x in zip(weights, ranked[high - _BESIDE : high + _BESIDE + 1], strict=True)),
    )
