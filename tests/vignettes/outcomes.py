"""hipmap's answer to a case beside what was concluded, and the figures over many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from hipmap.model.assessment import Assessment
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.case_builders import own_knowledge
from tests.vignettes.case_sets import SETS, CaseSet, Expected, case_of, expected_cases
from tests.vignettes.scores import Bin, brier, log_loss, mean, reliability

# Figures by name; None where no case bears on one.
Figures = dict[str, float | None]


@dataclass(frozen=True)
class Outcome:
    """One case beside its conclusion."""

    expected: Expected
    assessment: Assessment

    @property
    def probabilities(self) -> dict[str, float]:
        """The probability of each origin, most probable first."""
        return {one.id: one.probability for one in self.assessment.origins}

    @property
    def ranked(self) -> list[str]:
        """The origins, most probable first."""
        return [one.id for one in self.assessment.origins]

    @property
    def tier(self) -> Tier:
        return self.assessment.urgency.tier

    def within(self, first: int) -> bool:
        """Tells whether the concluded origin is among the first.

        Two that have to be found both need both in the first two, and to come first the pair itself
        has to lead the pairs.
        """
        true = self.expected.true_origins
        if self.expected.pair_leads:
            inside = true <= set(self.ranked[: max(len(true), first)])
            return inside and (first > 1 or self._pair_leads())
        return not true.isdisjoint(self.ranked[:first])

    def _pair_leads(self) -> bool:
        combined = self.assessment.combined
        return bool(combined) and set(combined[0].origins) <= self.expected.true_origins

    @property
    def probability(self) -> float:
        """The probability given to the concluded origin."""
        return self.probabilities[self.expected.origin]

    @property
    def first_probability(self) -> float:
        """The probability of the most probable origin."""
        return self.assessment.origins[0].probability

    @property
    def first_is_true(self) -> bool:
        """Tells whether the most probable origin is a true one, alone or of a pair."""
        return self.ranked[0] in self.expected.true_origins

    @property
    def condition_first(self) -> bool:
        """Tells whether the most probable condition is one that was concluded or would do."""
        return self.assessment.conditions[0].id in self.expected.conditions

    @property
    def raised(self) -> bool:
        """Tells whether the urgency is at least what it should be."""
        return self.at_least(self.expected.at_least)

    def at_least(self, tier: Tier) -> bool:
        """Tells whether hipmap's tier is this one or a higher one."""
        return TIERS.index(self.tier) >= TIERS.index(tier)

    @property
    def over_triaged(self) -> bool:
        """Tells whether the urgency is more than what would be right at the most."""
        return TIERS.index(self.tier) > TIERS.index(self.expected.at_most)


def outcomes(case_set: CaseSet, knowledge: Knowledge) -> list[Outcome]:
    """Assesses every case of a set; point estimates, without ranges."""
    return [
        Outcome(one, assess(case_of(one, knowledge), knowledge, ranges=False))
        for one in expected_cases(case_set, knowledge)
    ]


@cache
def own_outcomes(name: str) -> tuple[Outcome, ...]:
    """Gives the outcomes of the named set under hipmap's own knowledge, assessed once."""
    return tuple(outcomes(SETS[name], own_knowledge()))


def figures(found: Sequence[Outcome]) -> Figures:
    """Gives the figures over some cases."""
    emergencies = [one for one in found if one.expected.at_least == "emergency_now"]
    urgent = [one for one in found if one.expected.at_least in ("emergency_now", "same_day")]
    calm = [one for one in found if one.expected.at_most in ("none_found", "routine")]
    named = [one for one in found if one.expected.conditions]
    return {
        "n": len(found),
        "top_1": _mean(found, lambda one: one.within(1)),
        "top_2": _mean(found, lambda one: one.within(2)),
        "condition_first": _mean(named, lambda one: one.condition_first),
        "brier": _mean(found, lambda one: brier(one.probabilities, one.expected.true_origins)),
        "log_loss": _mean(found, lambda one: log_loss(one.probabilities, one.expected.true_origins)),
        "emergencies_raised": _mean(emergencies, lambda one: one.at_least("emergency_now")),
        "urgent_raised": _mean(urgent, lambda one: one.at_least("same_day")),
        "raised_enough": _mean(found, lambda one: one.raised),
        "routine_sent_on": _mean(calm, lambda one: one.at_least("within_2_weeks")),
    }


def reliability_of(found: Sequence[Outcome]) -> list[Bin]:
    """Gives, in five bins of the first origin's probability, how often the first origin was a true one."""
    return reliability([(one.first_probability, one.first_is_true) for one in found])


def _mean(found: Sequence[Outcome], value: Callable[[Outcome], float]) -> float | None:
    return mean(value(one) for one in found) if found else None
