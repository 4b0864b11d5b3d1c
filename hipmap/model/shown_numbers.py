"""Likelihoods and reasons as they may be shown: in honest steps, never as a promise of 0 or 100."""

import math
from typing import Literal

STEP_PERCENT = 5
ReasonSize = Literal["small", "medium", "large"]


def nearest_step(probability: float) -> int:
    """Gives the nearest multiple of 5 in percent."""
    return STEP_PERCENT * math.floor(_clean(probability * 100) / STEP_PERCENT + 0.5)


def is_shown(probability: float) -> bool:
    """Whether a likelihood is told where little is left out: at least 5 % as it is shown."""
    return nearest_step(probability) >= STEP_PERCENT


def outer_steps(low: float, high: float) -> tuple[int, int]:
    """Gives a range in percent, rounded outwards so that it never looks surer than it is."""
    least = STEP_PERCENT * math.floor(_clean(low * 100) / STEP_PERCENT)
    most = STEP_PERCENT * math.ceil(_clean(high * 100) / STEP_PERCENT)
    return least, most


def shown_width(low: float, high: float) -> float:
    """Gives how wide a range is as it is shown, from 0 to 1."""
    least, most = outer_steps(low, high)
    return (most - least) / 100


def nearest_tenths(low: float, high: float) -> tuple[int, int]:
    """Gives a range as tenths, each to the nearest."""
    return math.floor(_clean(low * 10) + 0.5), math.floor(_clean(high * 10) + 0.5)


def reason_size(decibans: float) -> ReasonSize:
    """Gives the size of a reason: 3 decibans double the odds, 6 make them four times as high."""
    strength = abs(decibans)
    return "large" if strength >= 6 else "medium" if strength >= 3 else "small"


def _clean(value: float) -> float:
    # 0.6 * 100 must not be rounded outwards to 65 because of its last bit.
    return round(value, 6)
