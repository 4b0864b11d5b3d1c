"""P(outcome | explanation) of a finding: from its cells to one vector over all hypotheses."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from hipmap.model.evidence import RARER_SEEN, WORD_WORTH, Cell, Kind
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Parameters
from hipmap.reasoning.hypotheses import Hypothesis

# The parameter number of the background rate, beside the condition numbers 0, 1, 2 ...
BACKGROUND = -1

# The scale that keeps a sum at one is looked for so often by its slope, and found to within this part of it.
_NEWTON_STEPS, _NEAR = 4, 1e-14

# An outcome is the numbers of all single outcomes that an answer leaves open, most often one.
Outcome = tuple[int, ...]


class Figure(NamedTuple):
    """The probabilities of all outcomes under one condition, their worth, and where they come from."""

    p: tuple[float, ...]
    n: float
    kinds: tuple[Kind, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Provenance:
    """The weakest kind among some figures, and all their sources."""

    kind: Kind
    sources: tuple[str, ...]


UNSOURCED = Provenance("judged", ())
_WEAKEST_FIRST: tuple[Kind, ...] = ("local", "judged", "derived", "published")


# How two causes show one outcome: by the mean, by noisy-or, or by the product of their absences.
Joined = Literal["graded", "present", "absent"]


@dataclass(frozen=True)
class OutcomeColumn:
    """One outcome: its log probability under each hypothesis, and what the ranges need of its figures.

    `variance` holds the variance of P(outcome) under each condition with a figure of its own, and of
    the background, `background` the log probability there. A condition alone is the hypothesis of its
    own number.
    """

    log_p: tuple[float, ...]
    background: float
    joined: Joined
    variance: Mapping[int, float]

    def log_figure(self, key: int) -> float:
        """Gives the log probability under a condition alone, or in the background."""
        return self.background if key == BACKGROUND else self.log_p[key]


class OutcomeTable:
    """The figures of one finding or zone under every condition, combined for pairs when asked."""

    def __init__(
        self,
        figures: Mapping[int, Figure],
        background: Figure,
        hypotheses: Sequence[Hypothesis],
        *,
        graded: bool,
    ) -> None:
        self.background = background
        self.figures = figures
        self._hypotheses = hypotheses
        self._graded = graded
        self._columns: dict[Outcome, OutcomeColumn] = {}
        self._provenance: dict[tuple[tuple[int, ...], Outcome], Provenance] = {}

    def column(self, outcome: Outcome) -> OutcomeColumn:
        """Gives the column of an outcome, or of any of several; worked out once."""
        if outcome not in self._columns:
            self._columns[outcome] = self._make_column(outcome)
        return self._columns[outcome]

    def provenance(self, conditions: tuple[int, ...], outcome: Outcome) -> Provenance:
        """Gives where the figures of an outcome come from; of the background if the conditions have none."""
        key = (conditions, outcome)
        if key not in self._provenance:
            own = [self.figures[number] for number in conditions if number in self.figures]
            figures = own or [self.background]
            kinds = {figure.kinds[number] for figure in figures for number in outcome}
            sources = sorted({source for figure in figures for source in figure.sources})
            kind: Kind = next((kind for kind in _WEAKEST_FIRST if kind in kinds), "judged")
            self._provenance[key] = Provenance(kind, tuple(sources))
        return self._provenance[key]

    def figure(self, condition: int) -> Figure:
        """Gives the figure of a condition: its own, or the background."""
        return self.figures.get(condition, self.background)

    def _make_column(self, outcome: Outcome) -> OutcomeColumn:
        joined: Joined = "graded" if self._graded else "present" if outcome == (1,) else "absent"
        plain = _any_of(self.background, outcome)
        own = {number: _any_of(figure, outcome) for number, figure in self.figures.items()}
        made: dict[tuple[float, ...], float] = {}
        log_p: list[float] = []
        for hypothesis in self._hypotheses:
            # most conditions share the background, so most pairs share their two figures
            causes = tuple([own.get(number, plain) for number in hypothesis])
            if causes not in made:
                made[causes] = math.log(self._probability(causes, joined))
            log_p.append(made[causes])
        variance = {number: _variance(self.figures[number].n, p) for number, p in own.items()}
        variance[BACKGROUND] = _variance(self.background.n, plain)
        return OutcomeColumn(tuple(log_p), math.log(plain), joined, variance)

    def _probability(self, causes: tuple[float, ...], joined: Joined) -> float:
        """P(outcome) under one or two causes, from P(outcome) under each alone."""
        if len(causes) == 1:
            return causes[0]
        one, two = causes
        if joined == "graded":
            return (one + two) / 2
        if joined == "present":
            return either(one, two, self.background.p[1])
        return 1 - either(1 - one, 1 - two, self.background.p[1])


def _any_of(figure: Figure, outcome: Outcome) -> float:
    return figure.p[outcome[0]] if len(outcome) == 1 else sum(figure.p[number] for number in outcome)


def _variance(n: float, p: float) -> float:
    """The variance of the Beta of a figure, which is worth at least some of the rarer outcome.

    Fewer than two would let a word such as *hardly ever* mean one in a million as well.
    """
    return p * (1 - p) / (max(n, RARER_SEEN / min(p, 1 - p)) + 1)


def either(one: float, two: float, leak: float) -> float:
    """Noisy-or of two causes over the background rate.

    Each cause raises the background by its own chance; a cause that is known for *not* showing the
    finding (below background) does not hide it when the other cause shows it.
    Source: Pearl, Probabilistic Reasoning in Intelligent Systems (1988), the leaky noisy-or gate.
    """
    if one >= leak and two >= leak:
        return 1 - (1 - one) * (1 - two) / (1 - leak)
    return max(one, two)


def finding_table(
    finding: Finding, numbers: Mapping[str, int], hypotheses: Sequence[Hypothesis], parameters: Parameters
) -> OutcomeTable:
    """Gives the table of a finding; ValueError for one without a background, which bears on nothing."""
    if finding.background is None:
        raise ValueError(f"{finding.id} has no bearing on likelihood")
    background = figure_of(finding.background, finding.outcomes, None)
    # a word is one cell, which stands for many conditions
    made: dict[int, Figure] = {}
    for cell in finding.cells.values():
        if id(cell) not in made:
            own = figure_of(cell, finding.outcomes, background)
            made[id(cell)] = capped(own, background, cell, parameters)
    figures = {numbers[condition]: made[id(cell)] for condition, cell in finding.cells.items()}
    return OutcomeTable(figures, background, hypotheses, graded=finding.answer != "yes_no")


def figure_of(cell: Cell, outcomes: Sequence[str], background: Figure | None) -> Figure:
    """Gives the probabilities of all outcomes that a cell states."""
    sources = (cell.source,) if cell.source else ()
    kinds = tuple(cell.kind_of(outcome) for outcome in outcomes)
    if cell.options is not None:
        p = tuple(cell.options.get(outcome, 0.0) for outcome in outcomes)
        return Figure(_proper(p), cell.effective_n, kinds, sources)
    if cell.words is not None:
        return Figure(_from_words(cell, outcomes, background), cell.effective_n, kinds, sources)
    yes = cell.probability
    return Figure((1 - yes, yes), cell.effective_n, kinds, sources)


def _from_words(cell: Cell, outcomes: Sequence[str], background: Figure | None) -> tuple[float, ...]:
    """Named options get their word's worth; the others share what is left as in the background."""
    words = cell.words or {}
    named = {option: WORD_WORTH[word] for option, word in words.items()}
    rest = max(0.0, 1 - sum(named.values()))
    base = background.p if background else tuple(1 / len(outcomes) for _ in outcomes)
    free = sum(p for p, outcome in zip(base, outcomes, strict=True) if outcome not in named) or 1.0
    shares = [
        named[outcome] if outcome in named else rest * p / free
        for p, outcome in zip(base, outcomes, strict=True)
    ]
    return _proper(shares)


def _proper(p: Sequence[float], least: float = 0.005) -> tuple[float, ...]:
    """Keeps every probability off zero and makes them sum to one: no single answer may settle anything."""
    raised = [max(least, x) for x in p]
    total = sum(raised)
    return tuple(x / total for x in raised)


def capped(figure: Figure, background: Figure, cell: Cell | None, parameters: Parameters) -> Figure:
    """Holds the ratio to the background within the limits for one study, or for a judgement."""
    if cell is not None and cell.pooled:
        return figure
    judged = cell is None or cell.kind == "judged" or cell.source is None
    least = parameters.judged_ratio_least.value if judged else parameters.ratio_least.value
    most = parameters.judged_ratio_most.value if judged else parameters.ratio_most.value
    floors, ceilings = _limits(background.p, least, most)
    return Figure(_held_between(figure.p, floors, ceilings), figure.n, figure.kinds, figure.sources)


@lru_cache(maxsize=1024)
def _limits(p: tuple[float, ...], least: float, most: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The floors and ceilings of probabilities; half of all cells of a finding share theirs."""
    return tuple([least * x for x in p]), tuple([most * x for x in p])


@lru_cache(maxsize=4096)
def _held_between(
    p: tuple[float, ...], floors: tuple[float, ...], ceilings: tuple[float, ...]
) -> tuple[float, ...]:
    """Holds each probability between its limits; the free ones are scaled so that the sum stays one."""
    if all(low <= x <= high for x, low, high in zip(p, floors, ceilings, strict=True)):
        return p

    def held(scale: float) -> list[float]:
        return [
            low if (y := scale * x) < low else high if y > high else y
            for x, low, high in zip(p, floors, ceilings, strict=True)
        ]

    too_small, enough = _bracket(p, held)
    lower, upper = 0.0, 1.0 / min(p)
    for _ in range(60):
        middle = (lower + upper) / 2
        if middle >= enough or (middle > too_small and sum(held(middle)) >= 1):
            upper = middle
        else:
            lower = middle
    return tuple(held(upper))


def _bracket(p: tuple[float, ...], held: Callable[[float], list[float]]) -> tuple[float, float]:
    """A scale that is surely too small and one that surely is enough, most often all but the same.

    The sum of what is held never falls as the scale rises, not even in its last bits.
    """
    scale = 1.0
    for _ in range(_NEWTON_STEPS):
        now = held(scale)
        free = sum([x for x, value in zip(p, now, strict=True) if value == scale * x])
        if not free:
            break
        scale += (1 - sum(now)) / free
    low, high = scale * (1 - _NEAR), scale * (1 + _NEAR)
    return low if sum(held(low)) < 1 else 0.0, high if sum(held(high)) >= 1 else math.inf
