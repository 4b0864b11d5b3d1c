"""What one finding is worth here: how far each answer moves the odds of each condition by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from hipmap.model.evidence import Kind
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.outcome_tables import Figure, capped, figure_of

# A ratio nearer to one than this tells nobody anything.
_LEAST_TOLD = 1.15


@dataclass(frozen=True)
class Worth:
    """The odds of a condition against its background are multiplied by `ratio` when this is the answer."""

    condition: str
    answer: str
    ratio: float
    kind: Kind

    @property
    def strength(self) -> float:
        """How far the odds move, in either direction."""
        return max(self.ratio, 1 / self.ratio)


def worth_of(finding: str, knowledge: Knowledge) -> tuple[Worth, ...]:
    """Gives the ratios P(answer | condition) / P(answer | anyone asked), the strongest first.

    Capped as in reasoning; overlap with other findings is not taken into account.
    """
    row = knowledge.finding_by_id[finding]
    if row.background is None:
        return ()
    background = figure_of(row.background, row.outcomes, None)
    found: list[Worth] = []
    for condition, cell in row.cells.items():
        own = figure_of(cell, row.outcomes, background)
        held = capped(own, background, cell, knowledge.manifest.parameters)
        found += _worths(row, condition, held, background)
    return tuple(sorted(found, key=lambda one: -one.strength))


def _worths(row: Finding, condition: str, own: Figure, background: Figure) -> Iterator[Worth]:
    for answer, p, base, kind in zip(row.outcomes, own.p, background.p, own.kinds, strict=True):
        worth = Worth(condition, _answer_words(row, answer), p / base, kind) if p > 0 and base > 0 else None
        if worth is not None and worth.strength >= _LEAST_TOLD:
            yield worth


def _answer_words(row: Finding, answer: str) -> str:
    if row.scale is not None:
        return next(band.label for band in row.scale.bands if band.id == answer)
    return next((option.clinician for option in row.options if option.id == answer), answer)
