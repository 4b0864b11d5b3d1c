"""How the logarithm of an uncertain probability spreads: the exact cumulants of a log-Beta variable.

For x ~ Beta(a, b) the cumulants of log x are psi(a) - psi(a+b) and its derivatives at the same places.
Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2 (1995), chapter 25; the
polygamma functions by recurrence and asymptotic series, Abramowitz and Stegun (1964), 6.3.5, 6.3.18,
6.4.6 and 6.4.11.
"""

import math
from functools import lru_cache
from typing import NamedTuple

# From here on the asymptotic series is right to ten digits with the terms below. A hair below 8, because a
# judgement is worth exactly 8, and a last bit must not decide how many steps are taken.
_LARGE = 8.0 - 1e-6


class Moments(NamedTuple):
    """Mean (as a shift from log p), variance and third cumulant of the logarithm of a figure."""

    shift: float
    variance: float
    third: float


@lru_cache(maxsize=65536)
def log_moments(p: float, variance: float) -> Moments:
    """Gives the moments of log x for the Beta variable of this mean and variance."""
    worth = p * (1 - p) / variance - 1
    own, whole = _polygamma(p * worth), _polygamma(worth)
    return Moments(own[0] - whole[0] - math.log(p), own[1] - whole[1], own[2] - whole[2])


def _polygamma(x: float) -> tuple[float, float, float]:
    """Gives the digamma, trigamma and tetragamma functions."""
    zero = one = two = 0.0
    while x < _LARGE:
        zero -= 1 / x
        one += 1 / x**2
        two -= 2 / x**3
        x += 1
    r = 1 / x
    s = r * r
    zero += math.log(x) - r / 2 - s * (1 / 12 - s * (1 / 120 - s / 252))
    one += r + s / 2 + r * s * (1 / 6 - s * (1 / 30 - s / 42))
    two -= s + r * s + s * s * (1 / 2 - s * (1 / 6 - s / 6))
    return zero, one, two
