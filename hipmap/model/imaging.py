"""Rules that advise on pictures of the body for a case."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from hipmap.model.basis import Basis
from hipmap.model.conditions import Tier
from hipmap.model.frozen import Frozen
from hipmap.model.red_flags import When

Verdict = Literal["explain", "not_needed_now", "discuss", "first_test", "urgent"]


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
