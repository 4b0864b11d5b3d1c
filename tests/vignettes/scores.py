"""How good probabilities are: Brier score, log loss and reliability; origins may be true together."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

# A probability counts as at least this far from 0 and 1, so that one miss cannot drown all else.
LEAST = 1e-6
BINS = 5


def brier(probabilities: Mapping[str, float], true: Collection[str]) -> float:
    """Gives the mean squared error over all origins, each true or not (0 best, 1 worst).

    Source: Brier, Monthly Weather Review 78 (1950), for forecasts that do not exclude each other.
    """
    errors = [(p - (origin in true)) ** 2 for origin, p in probabilities.items()]
    return math.fsum(errors) / len(errors)


def log_loss(probabilities: Mapping[str, float], true: Collection[str]) -> float:
    """Gives the mean over all origins of minus the natural log of the chance given to what was so.

    Each origin is true or not, because two may be true together. Source: Good, Rational Decisions (1952).
    """
    losses = [
        -math.log(max(LEAST, p if origin in true else 1 - p)) for origin, p in probabilities.items()
    ]  # fmt: skip
    return math.fsum(losses) / len(losses)


def mean(values: Iterable[float]) -> float:
    """Gives the mean, summed exactly so that it is the same on every system; 0 for none."""
    found = list(values)
    return math.fsum(found) / len(found) if found else 0.0


@dataclass(frozen=True)
class Bin:
    """Answers whose probability lay from `low` on: how many, what was said, how often it was true."""

    low: float
    count: int
    said: float
    true: float


def reliability(answers: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Gives the bins that hold something; a border belongs to the bin above it, 1 to the last."""
    inside: dict[int, list[tuple[float, bool]]] = {}
    for said, true in answers:
        inside.setdefault(min(BINS - 1, int(said * BINS)), []).append((said, true))
    return [
        Bin(at / BINS, len(found), mean(said for said, _ in found), mean(true for _, true in found))
        for at, found in sorted(inside.items())
    ]
