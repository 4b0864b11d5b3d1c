"""Which number moves this: the figures to whose uncertainty a result is most sensitive.

The log-odds of a target move by the gradient with the logarithm of each figure. Squared and times the
variance of that logarithm this is what the figure brings to the variance of the log-odds, to the first
order. Gradient and variance are the terms from which the ranges are drawn (`pair_moves`, `log_beta`), so
that a wide range and what is named here tell one story. What is shown of a figure is not linearised: the
probability with the figure at its 5th and at its 95th percentile is recomputed exactly.
Source: Saltelli et al., Global Sensitivity Analysis: The Primer (2008), section 1.2.5 (sigma-normalised
derivatives). That order is right for ranking; the shares of figures far apart from all others are less
so, because the log-odds of competing explanations bends.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hipmap.model.case import Case
from hipmap.model.explanations import FigureOf, MovingFigure, Sensitivity
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.beta_percentiles import percentiles_of
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.figures_in_play import (
    Spoken,
    columns_spoken,
    item_of,
    rate_slopes,
    scores_with_figure,
    scores_with_rate,
)
from hipmap.reasoning.hypotheses import DEFAULT_SETTING, PRIOR_FACTOR, PRIOR_SPREAD
from hipmap.reasoning.inference import Inference, infer
from hipmap.reasoning.network import Network, Vector, network_of
from hipmap.reasoning.outcome_tables import BACKGROUND
from hipmap.reasoning.pair_moves import ColumnMoves
from hipmap.reasoning.posterior import normalised, share_of
from hipmap.reasoning.reasons import DECIBANS
from hipmap.reasoning.rounding import DIGITS
from hipmap.reasoning.targets import Target, pulls, target_of

_MOST_FIGURES = 8
# A figure that brings less than a hundredth of the variance moves nothing.
_LEAST_SHARE = 0.01
# A hypothesis that the log-odds hardly feel is left out of the gradient.
_FELT = 1e-4


@dataclass(frozen=True)
class _Moving:
    """A figure of a column, or the starting rate of a condition, and the variance that it brings."""

    key: int
    spoken: Spoken | None
    variance: float


def sensitivity(case: Case, knowledge: Knowledge, target: str) -> Sensitivity:
    """Gives the figures that move an origin or condition most, at most eight; ValueError if unknown."""
    network = network_of(knowledge)
    inference = infer(network, case, facts_of(case, knowledge))
    aim = target_of(target, network, inference)
    found = [one for one in _moving(network, inference, aim) if one.variance > 0]
    whole = math.fsum(one.variance for one in found)
    found.sort(key=lambda one: -one.variance)
    told = [one for one in found[:_MOST_FIGURES] if one.variance >= _LEAST_SHARE * whole]
    tell = _Told(network, inference, aim, case)
    return Sensitivity(
        target=target,
        probability=round(share_of(inference.probabilities, aim.members), DIGITS),
        spread=round(DECIBANS * math.sqrt(whole), DIGITS),
        figures=tuple(tell.figure(one, one.variance / whole) for one in told),
    )


def _moving(network: Network, inference: Inference, target: Target) -> Iterator[_Moving]:
    pull = pulls(inference.scores, target)
    for condition in range(len(network.by_condition)):
        slopes = rate_slopes(network, inference, condition)
        gradient = math.fsum(a * b for a, b in zip(pull, slopes, strict=True))
        yield _Moving(condition, None, (gradient * PRIOR_SPREAD) ** 2)
    felt = [(at, network.hypotheses.each[at], p) for at, p in enumerate(pull) if abs(p) > _FELT]
    for spoken in columns_spoken(network, inference):
        moves = ColumnMoves(spoken.column)
        gradients = dict.fromkeys(moves.moments, 0.0)
        for at, hypothesis, weight in felt:
            if len(hypothesis) == 2:
                for key, slope in moves.move(at, hypothesis).weights:
                    gradients[key] += weight * slope
            else:
                key = hypothesis[0] if hypothesis[0] in gradients else BACKGROUND
                gradients[key] += weight
        for key, gradient in gradients.items():
            yield _Moving(key, spoken, (spoken.strength * gradient) ** 2 * moves.moments[key].variance)


@dataclass(frozen=True)
class _Told:
    """Puts a moving figure into the shape in which it is told."""

    network: Network
    inference: Inference
    target: Target
    case: Case

    def figure(self, moving: _Moving, share: float) -> MovingFigure:
        if moving.spoken is None:
            return self._rate(moving.key, share)
        return self._cell(moving.key, moving.spoken, share)

    def _rate(self, condition: int, share: float) -> MovingFigure:
        name = self.network.hypotheses.conditions[condition]
        prior = next(row for row in self.network.knowledge.priors.conditions if row.condition == name)
        weight = prior.settings[self.case.setting or DEFAULT_SETTING]
        alone = self.inference.rates.single_share[condition]
        odds = alone / (1 - alone)
        low, high = (odds * times / (1 + odds * times) for times in (1 / PRIOR_FACTOR, PRIOR_FACTOR))
        at_low, at_high = (
            self._probability(scores_with_rate(self.network, self.inference, condition, times))
            for times in (1 / PRIOR_FACTOR, PRIOR_FACTOR)
        )
        return MovingFigure(
            about="starting_rate", finding=None, condition=name, kind=weight.kind,
            sources=(weight.source,) if weight.source else (), value=_short(alone), worth=None,
            low=_short(low), high=_short(high), share=_short(share),
            probability_at_low=at_low, probability_at_high=at_high,
        )  # fmt: skip

    def _cell(self, key: int, spoken: Spoken, share: float) -> MovingFigure:
        """Yes/no figures and zones are told as the probability of yes, though *no* was what spoke."""
        p, variance = math.exp(spoken.column.log_figure(key)), spoken.column.variance[key]
        worth = p * (1 - p) / variance - 1
        ends = percentiles_of(p, worth)
        then = [
            self._probability(scores_with_figure(self.network, self.inference, spoken, key, end))
            for end in ends
        ]
        if spoken.outcome == (0,) and spoken.column.joined == "absent":
            p, ends, then = 1 - p, (1 - ends[1], 1 - ends[0]), then[::-1]
        about, finding, outcomes = self._named(spoken)
        conditions = () if key == BACKGROUND else (key,)
        provenance = spoken.table.provenance(conditions, spoken.outcome)
        return MovingFigure(
            about=about, finding=finding, outcomes=outcomes,
            condition=None if key == BACKGROUND else self.network.hypotheses.conditions[key],
            kind=provenance.kind, sources=provenance.sources, value=_short(p), worth=_short(worth),
            low=_short(ends[0]), high=_short(ends[1]), share=_short(share),
            probability_at_low=then[0], probability_at_high=then[1],
        )  # fmt: skip

    def _named(self, spoken: Spoken) -> tuple[FigureOf, str, tuple[str, ...]]:
        name = item_of(spoken, self.inference).finding
        if spoken.zone is not None:
            return "zone", f"mark:{spoken.zone}", ("yes",)
        if name not in self.network.findings:
            return "numb_zone" if name.startswith("numb:") else "zone", name, ("yes",)
        row = self.network.knowledge.finding_by_id[name]
        if row.answer == "yes_no":
            return "finding", name, ("yes",)
        return "finding", name, tuple(row.outcomes[number] for number in spoken.outcome)

    def _probability(self, scores: Vector) -> float:
        return _short(share_of(normalised(scores), self.target.members))


def _short(value: float) -> float:
    return round(value, DIGITS)
