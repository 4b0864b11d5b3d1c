"""Explanations of a result, asked for one at a time: way to it, contrast, what-if, and the figures behind."""

from typing import Literal

from hipmap.model.assessment import Reason
from hipmap.model.case import Side
from hipmap.model.evidence import Kind
from hipmap.model.frozen import Frozen


class Step(Reason):
    """One step of a waterfall, told like a reason; its weight is not rounded, so that all steps add up."""


class Waterfall(Frozen):
    """The way from the starting rate of an origin or condition to its result.

    `start` and `result` are log-odds in decibans; the weights of the steps, strongest first, and `others`
    (what `others_count` small ones amount to together) sum to their difference.
    """

    target: str
    start: float
    start_probability: float
    steps: tuple[Step, ...] = ()
    others: float = 0.0
    others_count: int = 0
    result: float
    result_probability: float


class Contrast(Frozen):
    """What separates two origins or conditions: `log P(first) / P(second)` in decibans, at first and now.

    A reason says how much less the ratio would be without the answer; they need not sum to the change.
    """

    first: str
    second: str
    start: float
    result: float
    for_first: tuple[Reason, ...] = ()
    for_second: tuple[Reason, ...] = ()


class OriginThen(Frozen):
    """The probability that an origin would have, and by how much that differs from now."""

    id: str
    probability: float
    change: float


class WhatIfRow(Frozen):
    """One possible answer of a finding (None: not asked), and every origin then, the likeliest now first.

    For a number, `band` names the band and `value` is a number in it.
    """

    value: str | int | float | None
    band: str | None = None
    present: bool
    origins: tuple[OriginThen, ...]


class WhatIfTable(Frozen):
    """What each answer of a finding would make of the origins; each is put for this side."""

    finding: str
    side: Side | None
    rows: tuple[WhatIfRow, ...]


FigureOf = Literal["finding", "zone", "numb_zone", "starting_rate"]


class MovingFigure(Frozen):
    """A figure of the knowledge, and how far its uncertainty alone moves the result.

    It is P(outcomes | condition), of the background where the condition is None, as reasoning uses it:
    held within the limits of one study, a zone mixed with its neighbours. Of a yes/no finding or a zone
    it is the probability of yes, or of a mark, whatever was answered. `finding` is named as a reason
    names it, and None for a starting rate, which is the share of the condition among single causes.
    `low` and `high` are the 5th and 95th percentile of the figure.
    """

    about: FigureOf
    finding: str | None
    condition: str | None
    outcomes: tuple[str, ...] = ()
    kind: Kind
    sources: tuple[str, ...] = ()
    value: float
    worth: float | None
    low: float
    high: float
    share: float
    probability_at_low: float
    probability_at_high: float


class Sensitivity(Frozen):
    """The figures that the probability of an origin or condition hangs on, the most telling first.

    `spread` is the standard deviation of its log-odds in decibans, to the first order, from all figures
    together; the shares say how much of its square each figure brings.
    """

    target: str
    probability: float
    spread: float
    figures: tuple[MovingFigure, ...] = ()
