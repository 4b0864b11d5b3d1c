"""Outcomes made up for tests of the figures: no case is assessed."""

from collections.abc import Mapping

from hipmap.model.assessment import Assessment, Combined, Enough, Likelihood, Urgency, Versions
from hipmap.model.conditions import Tier
from tests.vignettes.case_sets import Expected
from tests.vignettes.outcomes import Outcome


def concluded(
    *true: str,
    at_least: Tier = "none_found",
    at_most: Tier = "emergency_now",
    pair_leads: bool = False,
    conditions: tuple[str, ...] = (),
) -> Expected:
    """Gives a conclusion whose first origin is the first of the true ones."""
    return Expected(
        id="made_up", set_name="published", kind="other", origin=true[0], true_origins=frozenset(true),
        conditions=frozenset(conditions), at_least=at_least, at_most=at_most, pair_leads=pair_leads,
    )  # fmt: skip


def answered(
    expected: Expected,
    origins: Mapping[str, float],
    tier: Tier = "none_found",
    pair: tuple[str, str] | None = None,
    condition: str = "c",
) -> Outcome:
    """Gives an outcome with these probabilities, tier, leading pair and first condition."""
    ranked = sorted(origins.items(), key=lambda one: -one[1])
    return Outcome(
        expected,
        Assessment(
            urgency=Urgency(tier=tier),
            origins=tuple(Likelihood(id=name, probability=p, word="possible") for name, p in ranked),
            conditions=(Likelihood(id=condition, probability=0.5, word="possible"),),
            combined=(Combined(origins=pair, probability=0.3),) if pair else (),
            enough=Enough(enough=True, why="one_origin_stands_clear"),
            versions=Versions(program="0", knowledge="0", digest="0"),
        ),
    )
