"""The explanations that are weighed: each condition alone, and each plausible pair.

What is *not covered* are conditions too: some that are known not to come from the hip or the back, and
something else, whose tests stay normal.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from hipmap.model.case import Case, Setting
from hipmap.model.conditions import AGE_BANDS, AgeBand, Prior, PriorWeight
from hipmap.model.knowledge import Knowledge

# Where nobody said in what setting the person is asked, the middle one is taken.
DEFAULT_SETTING: Setting = "primary"
# A judged starting rate may be off by this factor either way (90 % of the time).
PRIOR_FACTOR = 1.6
PRIOR_SPREAD = math.log(PRIOR_FACTOR) / 1.645

Hypothesis = tuple[int, ...]


@dataclass(frozen=True)
class Hypotheses:
    """All explanations as tuples of condition numbers, the conditions alone first, in their order."""

    conditions: tuple[str, ...]
    origin_of: tuple[str, ...]
    origins: tuple[str, ...]
    each: tuple[Hypothesis, ...]

    def holding_each_condition(self) -> list[list[int]]:
        """Gives the numbers of the hypotheses that hold each condition, in the order of the conditions."""
        found: list[list[int]] = [[] for _ in self.conditions]
        for at, hypothesis in enumerate(self.each):
            for number in hypothesis:
                found[number].append(at)
        return found

    def holding_origin(self, origin: str) -> list[int]:
        """Gives the numbers of the hypotheses that hold a condition of the origin."""
        return [
            at
            for at, hypothesis in enumerate(self.each)
            if any(self.origin_of[c] == origin for c in hypothesis)
        ]


def enumerate_hypotheses(knowledge: Knowledge) -> Hypotheses:
    """Gives every condition alone, and the pairs of different origins that may pair."""
    conditions = knowledge.conditions
    pairs = [
        (a, b)
        for a, first in enumerate(conditions)
        for b, second in enumerate(conditions)
        if a < b and first.pairs and second.pairs and first.origin != second.origin
    ]
    singles: list[Hypothesis] = [(at,) for at in range(len(conditions))]
    return Hypotheses(
        conditions=tuple(condition.id for condition in conditions),
        origin_of=tuple(condition.origin for condition in conditions),
        origins=tuple(origin.id for origin in knowledge.origins),
        each=(*singles, *pairs),
    )


@dataclass(frozen=True)
class StartingRates:
    """Log prior of each hypothesis, and what each condition holds of the singles and of the pairs."""

    log_prior: tuple[float, ...]
    single_share: tuple[float, ...]
    pair_share: tuple[float, ...]


def age_band(age: float) -> AgeBand:
    """Gives the age band of an age in years."""
    return next(band for band, below in AGE_BANDS if age < below)


class StartingRateTable:
    """Starting rates by setting, age band and sex; each combination is worked out once."""

    def __init__(self, knowledge: Knowledge, hypotheses: Hypotheses) -> None:
        self._hypotheses = hypotheses
        self._priors = knowledge.priors
        by_condition = {prior.condition: prior for prior in knowledge.priors.conditions}
        self._by_number = [by_condition[condition] for condition in hypotheses.conditions]
        self._raised = _raised_pairs(knowledge, hypotheses)
        self._made: dict[tuple[Setting, AgeBand | None, str | None], StartingRates] = {}

    def of(self, case: Case) -> StartingRates:
        """Gives the starting rates for the person and setting of the case."""
        setting = case.setting or DEFAULT_SETTING
        band = age_band(case.person.age) if case.person.age is not None else None
        sex = case.person.sex if case.person.sex in ("female", "male") else None
        key = (setting, band, sex)
        if key not in self._made:
            weights = [weight_of(prior, setting, band, sex) for prior in self._by_number]
            self._made[key] = self._rates(weights)
        return self._made[key]

    def usual(self) -> tuple[float, ...]:
        """Gives the share of each condition in the usual setting, whatever the age and sex."""
        weights = [weight_of(prior, DEFAULT_SETTING, None, None) for prior in self._by_number]
        total = sum(weights)
        return tuple(weight / total for weight in weights)

    def _rates(self, weights: Sequence[float]) -> StartingRates:
        priors = self._priors
        total = sum(weights)
        alone = [weight / total for weight in weights]
        together: dict[Hypothesis, float] = {
            hypothesis: alone[hypothesis[0]] * alone[hypothesis[1]] * self._raised.get(hypothesis, 1.0)
            for hypothesis in self._hypotheses.each
            if len(hypothesis) == 2
        }
        mass = sum(together.values())
        pair_share = [0.0] * len(weights)
        log_prior: list[float] = []
        for hypothesis in self._hypotheses.each:
            if len(hypothesis) == 1:
                share = (1 - priors.pair_share) * alone[hypothesis[0]]
            else:
                share = priors.pair_share * together[hypothesis] / mass
                for number in hypothesis:
                    pair_share[number] += together[hypothesis] / mass
            log_prior.append(math.log(share) if share > 0 else -math.inf)
        return StartingRates(tuple(log_prior), tuple(alone), tuple(pair_share))


def weight_of(prior: Prior, setting: Setting, band: AgeBand | None, sex: str | None) -> float:
    """Gives the weight of a condition in a setting, moved by age band and sex where they are known."""
    weight: PriorWeight = prior.settings[setting]
    by_age = prior.age.get(band, 1.0) if band is not None else 1.0
    by_sex = next((times for key, times in prior.sex.items() if key == sex), 1.0)
    return weight.weight * by_age * by_sex


def _raised_pairs(knowledge: Knowledge, hypotheses: Hypotheses) -> dict[Hypothesis, float]:
    number = {condition: at for at, condition in enumerate(hypotheses.conditions)}
    raised: dict[Hypothesis, float] = {}
    for pair in knowledge.priors.raised_pairs:
        first, second = sorted((number[pair.first], number[pair.second]))
        raised[first, second] = pair.times
    return raised
