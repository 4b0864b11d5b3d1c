"""The 5th and 95th percentile of a figure: those of the Beta variable of its mean and worth.

Sources: the incomplete beta function by its continued fraction, DLMF 8.17.22, in the form of Lentz
(Press et al., Numerical Recipes, third edition 2007, section 6.4); the root by Newton steps that never
leave the bracket.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

_LOW, _HIGH = 0.05, 0.95
_TINY, _CLOSE = 1e-300, 1e-13
_MOST_TERMS, _MOST_STEPS = 2000, 100


@lru_cache(maxsize=4096)
def percentiles_of(mean: float, worth: float) -> tuple[float, float]:
    """Gives the 5th and 95th percentile of Beta(mean * worth, (1 - mean) * worth)."""
    a, b = mean * worth, (1 - mean) * worth
    return _quantile(_LOW, a, b), _quantile(_HIGH, a, b)


def _quantile(q: float, a: float, b: float) -> float:
    whole = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(_MOST_STEPS):
        miss = _chance_below(x, a, b, whole) - q
        low, high = (low, x) if miss > 0 else (x, high)
        density = math.exp((a - 1) * math.log(x) + (b - 1) * math.log1p(-x) - whole)
        step = x - miss / density if density > _TINY else low
        step = step if low < step < high else (low + high) / 2
        if abs(step - x) <= _CLOSE * x:
            break
        x = step
    return x


def _chance_below(x: float, a: float, b: float, whole: float) -> float:
    """The regularised incomplete beta function; from the other end where the fraction is faster there."""
    front = math.exp(a * math.log(x) + b * math.log1p(-x) - whole)
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    found = d
    for term in _terms(x, a, b):
        d = 1 / _off_zero(1 + term * d)
        c = _off_zero(1 + term / c)
        found *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return found


def _terms(x: float, a: float, b: float) -> Iterator[float]:
    for m in range(1, _MOST_TERMS):
        yield m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
