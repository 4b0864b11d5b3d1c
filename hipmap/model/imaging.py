"""Pictures of the body: what each test shows, whom it helps, and rules that advise on a case."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from hipmap.model.conditions import Tier
from hipmap.model.frozen import Frozen
from hipmap.model.pages import Basis, Wording
from hipmap.model.red_flags import When

Verdict = Literal["explain", "not_needed_now", "discuss", "first_test", "urgent"]
Percent = Annotated[float, Field(ge=0, le=100)]


class Likely(Frozen):
    """True when one of the origins or conditions is at least (or under) this probable; a judgement."""

    of: tuple[str, ...]
    least: Annotated[float, Field(gt=0, lt=1)] | None = None
    below: Annotated[float, Field(gt=0, lt=1)] | None = None

    @model_validator(mode="after")
    def _one_limit(self) -> "Likely":
        if (self.least is None) == (self.below is None):
            raise ValueError("give exactly one of least and below")
        return self


class ImagingRule(Frozen):
    """Advice on a test that holds when every given part holds; it suggests a talk, never an order.

    `tiers`, if given, are the urgencies in which it speaks.
    """

    id: str
    modality: str
    verdict: Verdict
    when: When | None = None
    likely: tuple[Likely, ...] = ()
    tiers: tuple[Tier, ...] = ()
    patient: str
    clinician: str
    basis: Basis
    sources: tuple[str, ...] = ()
    why: str
    carries: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _can_fire(self) -> "ImagingRule":
        if self.when is None and not self.likely and not self.tiers:
            raise ValueError("a rule needs when, likely or tiers")
        if self.basis in ("published", "article") and not self.sources:
            raise ValueError(f"a rule with basis {self.basis} names its sources")
        return self


class Noted(Frozen):
    """One line about a test."""

    patient: str
    clinician: str
    basis: Basis = "published"
    sources: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()


class Modality(Frozen):
    """One kind of test: what it shows, what it cannot show, and when it is wanted."""

    id: str
    patient: str
    clinician: str
    what: Wording
    shows: tuple[Noted, ...]
    does_not_show: tuple[Noted, ...]
    wanted_when: tuple[Noted, ...]
    first_for: tuple[Noted, ...] = ()
    cautions: tuple[Noted, ...] = ()
    accuracy: tuple[Noted, ...] = ()
    sources: tuple[str, ...]
    carries: tuple[str, ...] = ()


class ComparisonRow(Frozen):
    """One line of the comparison of the lumbar MRI with the hip MRI."""

    id: str
    aspect: Wording
    lumbar: Wording
    hip: Wording
    basis: Basis
    sources: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()


class PainFreeFinding(Frozen):
    """How often a finding is seen in people without pain, in percent, by age or in all."""

    id: str
    patient: str
    clinician: str
    region: Literal["lumbar", "hip", "sacroiliac"]
    by_age: Mapping[int, Percent] = {}
    recalled_ages: tuple[int, ...] = ()
    percent: Percent | None = None
    least: Percent | None = None
    most: Percent | None = None
    note: Wording | None = None
    source: str
    carries: tuple[str, ...] = ()
