"""The result: how urgent, how likely each origin is, and why (`hipmap-assessment/1`)."""

from typing import Annotated, Literal

from pydantic import Field

from hipmap.model.case import Side
from hipmap.model.conditions import Tier
from hipmap.model.evidence import Kind
from hipmap.model.frozen import Frozen

ComplaintSide = Literal["right", "left", "both"]
LikelihoodWord = Literal["very_unlikely", "unlikely", "possible", "likely", "very_likely", "cannot_say_yet"]


class Reason(Frozen):
    """How far what one answer says moves an origin or condition, in decibans; exact.

    The other answers of its dependence group keep their weights.

    `places` are the zones that say most of it, most first, where the reason is that zones were left free.
    `other` is what the same test gave on the other side, where that was told; it is not weighed.
    """

    finding: str
    value: str | int | float
    side: Side | None = None
    weight: float
    kind: Kind
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    other: Annotated[str | int | float | None, Field(exclude_if=lambda other: other is None)] = None


class Likelihood(Frozen):
    """The probability of one origin or condition, its 5th and 95th percentile, its word and reasons."""

    id: str
    probability: float
    low: float | None = None
    high: float | None = None
    word: LikelihoodWord
    reasons_for: tuple[Reason, ...] = ()
    reasons_against: tuple[Reason, ...] = ()


class FiredRule(Frozen):
    """A rule, or a likely serious condition, that raised a tier, with the findings that did it."""

    flag: str
    tier: Tier
    by: Literal["rule", "probability"]
    features: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    probability: float | None = None


class Urgency(Frozen):
    """The highest tier, what raised it, and the safety questions not asked yet or answered *don't know*."""

    tier: Tier
    fired: tuple[FiredRule, ...] = ()
    not_asked: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


class Combined(Frozen):
    """Two origins together, and how probable that is."""

    origins: tuple[str, str]
    probability: float


class NextFinding(Frozen):
    """A question or test worth doing next: expected information about the origin, and its burden.

    `separates` names the two origins that its answer would tell apart most.
    """

    finding: str
    bits: float
    seconds: float
    who: Literal["patient", "clinician", "both"]
    separates: tuple[str, str]


class Conflict(Frozen):
    """Something in the case that does not fit together, said by an id and the findings concerned."""

    id: str
    findings: tuple[str, ...]


class Enough(Frozen):
    """Whether the answers settle the origin, and why or why not (an id that the views put in words)."""

    enough: bool
    why: str


class SideAssessment(Frozen):
    """One side of a complaint on both sides, weighed by itself; `both` is the whole as one complaint."""

    side: ComplaintSide
    origins: tuple[Likelihood, ...]
    conditions: tuple[Likelihood, ...]
    combined: tuple[Combined, ...]
    enough: Enough


class Versions(Frozen):
    """What made this result: versions of program and knowledge, and a digest of case and knowledge."""

    program: str
    knowledge: str
    digest: str


class Assessment(Frozen):
    """The whole answer to a case.

    `side` is the side that origins, conditions and all the rest are about; None where no side is told.
    `sides` are there only where both sides are marked: the right, the left, and both as one complaint.
    """

    schema_: Annotated[Literal["hipmap-assessment/1"], Field(alias="schema")] = "hipmap-assessment/1"
    side: ComplaintSide | None = None
    urgency: Urgency
    origins: tuple[Likelihood, ...]
    conditions: tuple[Likelihood, ...]
    combined: tuple[Combined, ...]
    next: tuple[NextFinding, ...] = ()
    robustness: float | None = None
    conflicts: tuple[Conflict, ...] = ()
    enough: Enough
    sides: tuple[SideAssessment, ...] = ()
    imaging: tuple[str, ...] = ()
    versions: Versions
