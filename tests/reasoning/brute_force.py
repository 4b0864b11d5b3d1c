"""The posterior computed a second time by brute force in numpy: every explanation, the stated arithmetic.

Nothing here calls the engine. The last axis runs over the explanations; axes before it may hold draws.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np

from hipmap.model.case import Case
from hipmap.model.conditions import Prior
from hipmap.model.knowledge import Knowledge
from tests.reasoning.brute_facts import heard
from tests.reasoning.brute_figures import Array, Figures, Statement, statements_of

TINY = 1e-300

Redraw = Callable[[Figures], Array]


def as_stated(figures: Figures) -> Array:
    return figures.p


class BruteForce:
    """Every explanation spelled out, and the arithmetic of the design done on all of them at once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.conditions = [condition.id for condition in knowledge.conditions]
        self.origins = [origin.id for origin in knowledge.origins]
        origin_of = [condition.origin for condition in knowledge.conditions]
        may_pair = [condition.pairs for condition in knowledge.conditions]
        count = range(len(self.conditions))
        pairs = [
            (a, b)
            for a in count
            for b in range(a + 1, len(self.conditions))
            if may_pair[a] and may_pair[b] and origin_of[a] != origin_of[b]
        ]
        self.first, self.second = np.array(pairs).T
        self.raised = self._raised(pairs)
        causes: list[tuple[int, ...]] = [*((at,) for at in count), *pairs]
        self.of_condition = np.array([[at in cause for cause in causes] for at in count])
        self.of_origin = np.array(
            [[any(origin_of[at] == origin for at in cause) for cause in causes] for origin in self.origins]
        )

    def _raised(self, pairs: Sequence[tuple[int, int]]) -> Array:
        times = np.ones(len(pairs))
        for row in self.knowledge.priors.raised_pairs:
            named = {self.conditions.index(row.first), self.conditions.index(row.second)}
            times[[set(pair) == named for pair in pairs]] = row.times
        return times

    def weights(self, case: Case) -> Array:
        """How common each condition is for this person in this setting."""
        age, sex = case.person.age, case.person.sex
        found = {}
        for row in self.knowledge.priors.conditions:
            by_band = {str(band): times for band, times in row.age.items()}
            by_sex = {str(kind): times for kind, times in row.sex.items()}
            weight = row.settings[case.setting or "primary"].weight
            if age is not None:
                weight *= next((times for band, times in by_band.items() if _in_band(age, band)), 1.0)
            found[row.condition] = weight * by_sex.get(sex or "", 1.0)
        return np.array([found[condition] for condition in self.conditions])

    def prior(self, weights: Array) -> Array:
        """The share of each explanation."""
        alone = weights / weights.sum(axis=-1, keepdims=True)
        together = alone[..., self.first] * alone[..., self.second] * self.raised
        together = together / together.sum(axis=-1, keepdims=True)
        priors = self.knowledge.priors
        return np.concatenate([(1 - priors.pair_share) * alone, priors.pair_share * together], axis=-1)

    def log_p(self, p: Array, figures: Figures) -> Array:
        """Log P(outcome | explanation) from P(outcome | condition) and, last, the background rate."""
        leak = p[..., -1:]
        each = np.where(figures.own, p[..., :-1], leak)
        one, two = each[..., self.first], each[..., self.second]
        if figures.outcome == "graded":
            both = (one + two) / 2
        elif figures.outcome == "yes":
            both = _noisy_or(one, two, leak)
        else:
            both = 1 - _noisy_or(1 - one, 1 - two, 1 - leak)
        return np.asarray(np.log(np.maximum(np.concatenate([each, both], axis=-1), TINY)))

    def posterior(
        self,
        prior: Array,
        statements: Sequence[Statement],
        redraw: Redraw = as_stated,
        ranks: Sequence[int] | None = None,
    ) -> Array:
        """The probability of each explanation.

        `redraw` may put other figures in the place of the stated, `ranks` other ranks in their groups.
        """
        parameters = self.knowledge.manifest.parameters
        ranks = self.ranks(statements) if ranks is None else ranks
        with np.errstate(divide="ignore"):
            score = np.log(prior)
        for statement, rank in zip(statements, ranks, strict=True):
            rho = parameters.group_dependence.get(statement.group, parameters.dependence).value
            power = parameters.evidence_scale.value * rho**rank
            for strength, figures in statement.parts:
                score = score + power * strength * self.log_p(redraw(figures), figures)
        raised = np.exp(score - score.max(axis=-1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=-1, keepdims=True))

    def ranks(self, statements: Sequence[Statement]) -> list[int]:
        """How many of its group tell the usual conditions apart better than each statement does."""
        usual = np.array([row.settings["primary"].weight for row in self._rows()])
        usual = usual / usual.sum()

        def spread(statement: Statement) -> float:
            value = sum(k * np.log(np.where(f.own, f.p[:-1], f.p[-1])) for k, f in statement.parts)
            middle = float(usual @ value)
            return round(math.sqrt(float(usual @ (value - middle) ** 2)), 9)

        order = [(one.group, -spread(one), one.name) for one in statements]
        return [sum(other[0] == own[0] and other < own for other in order) for own in order]

    def _rows(self) -> list[Prior]:
        rows = {row.condition: row for row in self.knowledge.priors.conditions}
        return [rows[condition] for condition in self.conditions]

    def statements(self, case: Case) -> list[Statement]:
        return statements_of(heard(case, self.knowledge), self.knowledge)

    def of_case(self, case: Case) -> Array:
        """The probability of each explanation of a case."""
        return self.posterior(self.prior(self.weights(case)), self.statements(case))

    def by_origin(self, posterior: Array) -> dict[str, Array]:
        return dict(zip(self.origins, self.of_origin.astype(float) @ posterior.T, strict=True))

    def by_condition(self, posterior: Array) -> dict[str, Array]:
        return dict(zip(self.conditions, self.of_condition.astype(float) @ posterior.T, strict=True))


def _in_band(age: float, band: str) -> bool:
    """Reads the band from its name: `under_12`, `30_44` (both ends included) or `75_plus`."""
    first, last = band.split("_")
    least = 0 if first == "under" else int(first)
    below = math.inf if last == "plus" else int(last) + (first != "under")
    return least <= age < below


def _noisy_or(one: Array, two: Array, leak: Array) -> Array:
    """Two causes over the background; where one lies below the background, the stronger speaks alone."""
    over = 1 - (1 - one) * (1 - two) / np.maximum(1 - leak, TINY)
    return np.where((one >= leak) & (two >= leak), over, np.maximum(one, two))
