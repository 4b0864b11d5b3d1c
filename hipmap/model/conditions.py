"""Origins of pain, the conditions under them, and how common they are before anything is asked."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from hipmap.model.case import Setting
from hipmap.model.evidence import Kind
from hipmap.model.frozen import Frozen

Tier = Literal["emergency_now", "same_day", "within_2_weeks", "routine", "none_found"]
TIERS: tuple[Tier, ...] = ("none_found", "routine", "within_2_weeks", "same_day", "emergency_now")
AgeBand = Literal["under_12", "12_17", "18_29", "30_44", "45_59", "60_74", "75_plus"]
AGE_BANDS: tuple[tuple[AgeBand, float], ...] = (
    ("under_12", 12),
    ("12_17", 18),
    ("18_29", 30),
    ("30_44", 45),
    ("45_59", 60),
    ("60_74", 75),
    ("75_plus", 200),
)

NOT_COVERED = "not_covered"
# The condition under it that no pattern describes; the others there are known, only not from hip or back.
SOMETHING_ELSE = "something_else"


class Origin(Frozen):
    """A place or kind of tissue from which the pain may come."""

    id: str
    patient: str
    clinician: str
    patient_text: str
    clinician_text: str
    carries: tuple[str, ...] = ()


class TierWhenLikely(Frozen):
    """A condition that raises urgency by itself once it is more probable than `above` (a judgement)."""

    tier: Tier
    above: Annotated[float, Field(gt=0, lt=1)]
    kind: Kind
    why: str


class Condition(Frozen):
    """A named cause under one origin. `pairs` says whether it is considered together with another cause."""

    id: str
    origin: str
    patient: str
    clinician: str
    pairs: bool = True
    tier_when_likely: TierWhenLikely | None = None
    carries: tuple[str, ...] = ()


class PriorWeight(Frozen):
    """How common a condition is among people asked in a setting, in shares per thousand."""

    weight: Annotated[float, Field(gt=0)]
    kind: Kind
    n: Annotated[float, Field(gt=0)] | None = None
    source: str | None = None
    row: str | None = None
    why: str


class Prior(Frozen):
    """Starting rates of one condition: by setting, moved by age and sex."""

    condition: str
    settings: Mapping[Setting, PriorWeight]
    age: Mapping[AgeBand, Annotated[float, Field(ge=0)]] = {}
    age_why: str | None = None
    age_source: str | None = None
    sex: Mapping[Literal["female", "male"], Annotated[float, Field(gt=0)]] = {}
    sex_why: str | None = None
    sex_source: str | None = None
    carries: tuple[str, ...] = ()


class RaisedPair(Frozen):
    """Two conditions that occur together more often than by chance."""

    first: str
    second: str
    times: Annotated[float, Field(gt=0)]
    kind: Kind
    source: str | None = None
    why: str
    carries: tuple[str, ...] = ()


class Priors(Frozen):
    """All starting rates: single conditions, and the share of pairs."""

    pair_share: Annotated[float, Field(gt=0, lt=1)]
    pair_share_why: str
    conditions: tuple[Prior, ...]
    raised_pairs: tuple[RaisedPair, ...] = ()
