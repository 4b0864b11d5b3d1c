"""A case computed by brute force with one figure put elsewhere, and how far each figure moves it."""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hipmap.model.case import Case
from tests.reasoning.brute_figures import Array, Figures, Statement
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.figure_draws import RARER_SEEN, RATE_SPREAD

# A figure is named by its statement, its part in it, and its condition (None: the background rate).
Key = tuple[str, int, str | None]
RATE = "starting_rate"


def holds(target: str, brute_force: BruteForce) -> NDArray[np.bool_]:
    """Which explanations hold the target."""
    if target in brute_force.origins:
        return np.asarray(brute_force.of_origin[brute_force.origins.index(target)])
    return np.asarray(brute_force.of_condition[brute_force.conditions.index(target)])


def with_figure(statement: Statement, part: int, at: int, p: float) -> Statement:
    """Gives the statement with P(outcome) put elsewhere for one condition (-1: for the background)."""
    strength, figures = statement.parts[part]
    moved = figures.p.copy()
    moved[at] = p
    if at == -1:
        moved[:-1][~figures.own] = p
    parts = list(statement.parts)
    parts[part] = (strength, replace(figures, p=moved))
    return replace(statement, parts=tuple(parts))


def probability_with(
    case: Case, target: str, name: str, part: int, at: int, p: float, brute_force: BruteForce
) -> float:
    """The probability of the target with one figure put elsewhere, everything else worked out anew."""
    statements = [
        with_figure(one, part, at, p) if one.name == name else one for one in brute_force.statements(case)
    ]
    posterior = brute_force.posterior(brute_force.prior(brute_force.weights(case)), statements)
    return float(posterior[holds(target, brute_force)].sum())


def variances(case: Case, target: str, brute_force: BruteForce) -> dict[Key, float]:
    """What each figure alone brings to the variance of the log-odds.

    It is the square of half the way between the log-odds with the figure one standard deviation up and
    down: no derivative, no linearisation of pairs.
    """
    held = holds(target, brute_force)
    parameters = brute_force.knowledge.manifest.parameters
    statements = brute_force.statements(case)
    weights = brute_force.weights(case)
    with np.errstate(divide="ignore"):
        score = np.log(brute_force.prior(weights))
    parts: list[tuple[str, int, float, Figures]] = []
    for statement, rank in zip(statements, brute_force.ranks(statements), strict=True):
        rho = parameters.group_dependence.get(statement.group, parameters.dependence).value
        for part, (strength, figures) in enumerate(statement.parts):
            power = parameters.evidence_scale.value * rho**rank * strength
            score = score + power * brute_force.log_p(figures.p, figures)
            parts.append((statement.name, part, power, figures))

    def variance(both: Array) -> float:
        p = np.exp(both - both.max(axis=-1, keepdims=True))
        high, low = np.log(p @ held) - np.log(p @ ~held)
        return float(((high - low) / 2) ** 2)

    found = dict(_of_rates(score, weights, variance, brute_force))
    for name, part, power, figures in parts:
        then = score - power * brute_force.log_p(figures.p, figures)
        for at in (*np.flatnonzero(figures.own), -1):
            both = then + power * brute_force.log_p(_up_and_down(figures, int(at)), figures)
            found[name, part, None if at == -1 else brute_force.conditions[at]] = variance(both)
    return found


def _of_rates(
    score: Array, weights: Array, variance: Callable[[Array], float], brute_force: BruteForce
) -> Iterator[tuple[Key, float]]:
    with np.errstate(divide="ignore", invalid="ignore"):
        stated = np.log(brute_force.prior(weights))
        for at, condition in enumerate(brute_force.conditions):
            moved = np.tile(weights, (2, 1))
            moved[:, at] *= np.exp(np.array([RATE_SPREAD, -RATE_SPREAD]))
            change = np.nan_to_num(np.log(brute_force.prior(moved)) - stated)
            yield (RATE, 0, condition), variance(score + change)


def _up_and_down(figures: Figures, at: int) -> Array:
    p = figures.p[at]
    spread = math.sqrt(p * (1 - p) / (max(figures.worth[at], RARER_SEEN / min(p, 1 - p)) + 1))
    found = np.tile(figures.p, (2, 1))
    found[:, at] = p + spread, p - spread
    return found
