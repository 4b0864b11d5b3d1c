"""P(outcome | explanation) of a finding: from its cells to one vector over all hypotheses."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hipmap.model.evidence import WORD_WORTH, Cell, Kind
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Parameters
from hipmap.reasoning.hypotheses import Hypothesis

# The parameter number of the background rate, beside the condition numbers 0, 1, 2 ...
BACKGROUND = -1

# An outcome is the numbers of all single outcomes that an answer leaves open, most often one.
Outcome = tuple[int, ...]


@dataclass(frozen=True)
class Figure:
    """The probabilities of all outcomes under one condition, their worth, and where they come from."""

    p: tuple[float, ...]
    n: float
    kind: Kind
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Provenance:
    """The strongest kind among some figures, and all their sources."""

    kind: Kind
    sources: tuple[str, ...]


UNSOURCED = Provenance("judged", ())
_KINDS: tuple[Kind, ...] = ("published", "derived")


@dataclass(frozen=True)
class OutcomeColumn:
    """One outcome: its log probability under each hypothesis, and the slopes for the ranges.

    `slopes[hypothesis]` lists (figure, d log P / d p): whose probability p moves it, and how much.
    """

    log_p: tuple[float, ...]
    slopes: tuple[tuple[tuple[int, float], ...], ...]
    variance: Mapping[int, float]


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
        self._provenance: dict[tuple[int, ...], Provenance] = {}

    def column(self, outcome: Outcome) -> OutcomeColumn:
        """Gives the column of an outcome, or of any of several; worked out once."""
        if outcome not in self._columns:
            self._columns[outcome] = self._make_column(outcome)
        return self._columns[outcome]

    def provenance(self, conditions: tuple[int, ...]) -> Provenance:
        """Gives where the figures for some conditions come from; of the background if they have none."""
        if conditions not in self._provenance:
            own = [self.figures[number] for number in conditions if number in self.figures]
            figures = own or [self.background]
            kinds = {figure.kind for figure in figures}
            kind: Kind = next((kind for kind in _KINDS if kind in kinds), "judged")
            sources = sorted({source for figure in figures for source in figure.sources})
            self._provenance[conditions] = Provenance(kind, tuple(sources))
        return self._provenance[conditions]

    def figure(self, condition: int) -> Figure:
        """Gives the figure of a condition: its own, or the background."""
        return self.figures.get(condition, self.background)

    def _make_column(self, outcome: Outcome) -> OutcomeColumn:
        log_p: list[float] = []
        slopes: list[tuple[tuple[int, float], ...]] = []
        for hypothesis in self._hypotheses:
            p, parts = self._probability(hypothesis, outcome)
            log_p.append(math.log(p))
            slopes.append(tuple((figure, slope / p) for figure, slope in parts))
        figures = {figure for parts in slopes for figure, _ in parts}
        variance = {figure: self._variance(figure, outcome) for figure in figures}
        return OutcomeColumn(tuple(log_p), tuple(slopes), variance)

    def _variance(self, parameter: int, outcome: Outcome) -> float:
        figure = self.background if parameter == BACKGROUND else self.figures[parameter]
        p = _any_of(figure, outcome)
        return p * (1 - p) / (figure.n + 1)

    def _parameter(self, condition: int) -> int:
        return condition if condition in self.figures else BACKGROUND

    def _probability(self, hypothesis: Hypothesis, outcome: Outcome) -> tuple[float, list[tuple[int, float]]]:
        if not hypothesis:
            return _any_of(self.background, outcome), [(BACKGROUND, 1.0)]
        if len(hypothesis) == 1:
            parameter = self._parameter(hypothesis[0])
            return _any_of(self.figure(hypothesis[0]), outcome), [(parameter, 1.0)]
        one, two = (_any_of(self.figure(number), outcome) for number in hypothesis)
        keys = [self._parameter(number) for number in hypothesis]
        if self._graded:
            return (one + two) / 2, [(keys[0], 0.5), (keys[1], 0.5)]
        if outcome == (1,):
            return _either(one, two, self.background.p[1], keys)
        yes, parts = _either(1 - one, 1 - two, self.background.p[1], keys)
        # the slopes are for P(no), which falls as P(yes) rises: the two signs cancel
        return 1 - yes, parts


def _any_of(figure: Figure, outcome: Outcome) -> float:
    return sum(figure.p[number] for number in outcome)


def _either(
    one: float, two: float, leak: float, keys: Sequence[int]
) -> tuple[float, list[tuple[int, float]]]:
    """Noisy-or of two causes over the background rate, and its slopes for the two probabilities.

    Each cause raises the background by its own chance; a cause that is known for *not* showing the
    finding (below background) does not hide it when the other cause shows it.
    Source: Pearl, Probabilistic Reasoning in Intelligent Systems (1988), the leaky noisy-or gate.
    """
    if one >= leak and two >= leak:
        p = 1 - (1 - one) * (1 - two) / (1 - leak)
        return p, [(keys[0], (1 - two) / (1 - leak)), (keys[1], (1 - one) / (1 - leak))]
    return (one, [(keys[0], 1.0)]) if one >= two else (two, [(keys[1], 1.0)])


def finding_table(
    finding: Finding, numbers: Mapping[str, int], hypotheses: Sequence[Hypothesis], parameters: Parameters
) -> OutcomeTable | None:
    """Gives the table of a finding, or None if the finding has no bearing on likelihood."""
    if finding.background is None:
        return None
    background = figure_of(finding.background, finding.outcomes, None)
    figures = {
        numbers[condition]: capped(
            figure_of(cell, finding.outcomes, background), background, cell, parameters
        )
        for condition, cell in finding.cells.items()
    }
    return OutcomeTable(figures, background, hypotheses, graded=finding.answer != "yes_no")


def figure_of(cell: Cell, outcomes: Sequence[str], background: Figure | None) -> Figure:
    """Gives the probabilities of all outcomes that a cell states."""
    sources = (cell.source,) if cell.source else ()
    if cell.options is not None:
        p = tuple(cell.options.get(outcome, 0.0) for outcome in outcomes)
        return Figure(_proper(p), cell.effective_n, cell.kind, sources)
    if cell.words is not None:
        return Figure(_from_words(cell, outcomes, background), cell.effective_n, cell.kind, sources)
    yes = cell.probability
    return Figure((1 - yes, yes), cell.effective_n, cell.kind, sources)


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
    judged = cell is None or cell.kind == "judged"
    least = parameters.judged_ratio_least.value if judged else parameters.ratio_least.value
    most = parameters.judged_ratio_most.value if judged else parameters.ratio_most.value
    held = [min(most * b, max(least * b, p)) for p, b in zip(figure.p, background.p, strict=True)]
    if len(held) == 2:
        yes = min(held[1], 1 - least * background.p[0])
        held = [1 - yes, yes]
    total = sum(held)
    return Figure(tuple(p / total for p in held), figure.n, figure.kind, figure.sources)
