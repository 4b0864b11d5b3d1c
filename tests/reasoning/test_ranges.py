"""The ranges against Monte Carlo: every figure and starting rate drawn, the 5th and 95th percentile compared.

The design asks for agreement within three points; the percentiles of this many draws are themselves
uncertain by about a point.
"""

import numpy as np
import pytest

from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.reasoning import known_cases
from tests.reasoning.brute_force import BruteForce
from tests.reasoning.figure_draws import drawn_origins

DRAWS, SEED = 2000, 20
ASKED, NOISE = 3.0, 1.0
# Below this probability nobody reads the range.
SHOWN = 0.02


@pytest.mark.parametrize("name", list(known_cases.ALL))
def test_ranges_against_monte_carlo(name: str, knowledge: Knowledge, brute_force: BruteForce) -> None:
    case = known_cases.ALL[name]
    draws = drawn_origins(case, brute_force, DRAWS, SEED)
    low, high = np.percentile(draws, (5, 95), axis=0)
    true = dict(zip(brute_force.origins, zip(low, high, strict=True), strict=True))
    for one in assess(case, knowledge).origins:
        if one.probability < SHOWN:
            continue
        assert one.low is not None
        assert one.high is not None
        miss = 100 * max(abs(one.low - true[one.id][0]), abs(one.high - true[one.id][1]))
        assert miss < ASKED + NOISE, f"{one.id} misses by {miss:.1f} points"


def test_more_evidence_worth_gives_narrower_ranges(knowledge: Knowledge) -> None:
    """With nothing answered only the starting rates are uncertain: no origin's range is wide."""
    for one in assess(known_cases.EMPTY, knowledge).origins:
        assert one.low is not None
        assert one.high is not None
        assert one.high - one.low < 0.2
