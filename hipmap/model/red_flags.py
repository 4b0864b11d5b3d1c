"""Red flags: rules over findings that decide how urgent a case is, whatever its likelihoods."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from hipmap.model.case import MarkKind, Sex
from hipmap.model.conditions import Tier
from hipmap.model.frozen import Frozen

Weight = Literal["sufficient", "strong", "moderate", "weak", "count", "gate", "modifier", "context"]


class AtLeast(Frozen):
    """True when at least `n` of the parts hold."""

    n: Annotated[int, Field(ge=1)]
    of: tuple["When", ...]


class Marked(Frozen):
    """True when one of the zones is marked with one of the kinds (on both sides, if asked for)."""

    zones: tuple[str, ...]
    kinds: tuple[MarkKind, ...] = ("pain",)
    both_sides: bool = False


class When(Frozen):
    """A statement about a case, true, false or unknown; exactly one of its forms is given.

    `finding` holds when it was answered yes, or with one of `is_`, or lies in [`least`, `most`].
    """

    finding: str | None = None
    is_: Annotated[tuple[str, ...], Field(alias="is")] = ()
    least: float | None = None
    most: float | None = None
    age_least: float | None = None
    age_below: float | None = None
    sex: Sex | None = None
    marked: Marked | None = None
    all_of: tuple["When", ...] = ()
    any_of: tuple["When", ...] = ()
    at_least: AtLeast | None = None

    @model_validator(mode="after")
    def _one_form(self) -> "When":
        forms = (self.finding, self.age_least, self.age_below, self.sex, self.marked, self.at_least)
        given = sum(form is not None for form in forms) + bool(self.all_of) + bool(self.any_of)
        if given != 1:
            raise ValueError(
                "give exactly one of finding, age_least, age_below, sex, marked, all_of, any_of, at_least"
            )
        if self.finding is None and (self.is_ or self.least is not None or self.most is not None):
            raise ValueError("`is`, `least` and `most` belong to a finding")
        return self


class FlagFeature(Frozen):
    """One feature of a serious condition, with its evidence and the statement that decides it."""

    id: str
    weight: Weight
    patient: str
    clinician: str
    when: When
    source: str
    lr_pos: float | None = None
    note: str | None = None
    carries: tuple[str, ...] = ()


class FlagCount(Frozen):
    """At least `n` of the named features."""

    n: Annotated[int, Field(ge=1)]
    of: tuple[str, ...]


class FlagRule(Frozen):
    """A tier that is raised when all of `all_of`, one of `any_of` and enough of `at_least` hold.

    It stays down only when every feature of `unless` certainly holds: what is unknown does not clear.
    """

    tier: Tier
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    at_least: FlagCount | None = None
    unless: tuple[str, ...] = ()
    why: str | None = None

    @model_validator(mode="after")
    def _can_fire(self) -> "FlagRule":
        if not (self.all_of or self.any_of or self.at_least):
            raise ValueError("a rule needs all_of, any_of or at_least")
        return self


class Advice(Frozen):
    """What to do, in both voices."""

    patient: str
    clinician: str


class RedFlag(Frozen):
    """A serious condition: its features, the rules that raise a tier, and what to do then."""

    id: str
    patient: str
    clinician: str
    scope: str
    features: tuple[FlagFeature, ...]
    rules: tuple[FlagRule, ...]
    actions: Mapping[Tier, Advice]
    sources: tuple[str, ...]
    kind: Literal["published", "judged"] = "judged"
    why: str | None = None
    carries: tuple[str, ...] = ()
