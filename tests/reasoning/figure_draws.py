"""Monte Carlo of every figure behind a case: what the ranges ought to be, by brute force."""

import copy
import math

import numpy as np
from numpy.typing import NDArray

from hipmap.model.case import Case
from tests.reasoning.brute_figures import Array, Figures
from tests.reasoning.brute_force import BruteForce

# A starting rate may be off by a factor of 1.6 either way, nine times in ten.
RATE_SPREAD = math.log(1.6) / 1.645
# Every figure is worth at least the observations in which its rarer outcome would be seen twice.
RARER_SEEN = 2.0
CHUNK = 500
LEAST = 1e-12
# Pairs below this probability are left out, and conditions below it keep their stated figures: together
# they move nothing that is shown.
NEGLIGIBLE = 3e-5


def drawn_origins(case: Case, brute_force: BruteForce, draws: int, seed: int) -> Array:
    """Gives the probability of every origin (columns) in every draw (rows).

    Each figure is drawn from a Beta of its own mean p and variance p (1 - p) / (n + 1); a background
    rate is one figure for all conditions without their own. Starting rates are drawn log-normally.
    """
    chance = np.random.default_rng(seed)
    weights, statements = brute_force.weights(case), brute_force.statements(case)
    kept, smaller = _with_pairs_that_matter(case, brute_force)
    matter = brute_force.of_condition @ brute_force.of_case(case) > NEGLIGIBLE
    origins = brute_force.of_origin[:, kept].T.astype(float)

    def redraw(figures: Figures) -> Array:
        p = np.clip(figures.p, LEAST, 1 - LEAST)
        worth = np.maximum(figures.worth, RARER_SEEN / np.minimum(p, 1 - p))
        moved = np.append(figures.own & matter, True)
        found = np.tile(p, (CHUNK, 1))
        found[:, moved] = chance.beta((p * worth)[moved], ((1 - p) * worth)[moved], (CHUNK, moved.sum()))
        return np.clip(found, LEAST, 1 - LEAST)

    rows = []
    for _ in range(draws // CHUNK):
        moved = weights * np.exp(RATE_SPREAD * chance.standard_normal((CHUNK, len(weights))))
        posterior = smaller.posterior(brute_force.prior(moved)[:, kept], statements, redraw)
        rows.append(posterior @ origins)
    return np.concatenate(rows)


def _with_pairs_that_matter(case: Case, brute_force: BruteForce) -> tuple[NDArray[np.bool_], BruteForce]:
    """Which explanations are kept, and the brute force over them alone."""
    kept = brute_force.of_case(case) > NEGLIGIBLE
    singles = len(brute_force.conditions)
    kept[:singles] = True
    smaller = copy.copy(brute_force)
    smaller.first, smaller.second = (
        members[kept[singles:]] for members in (brute_force.first, brute_force.second)
    )
    return kept, smaller
