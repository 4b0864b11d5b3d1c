"""Tests that must not be proposed: the rows that say which, when and why, and their check."""

from pydantic import model_validator

from hipmap.model.conditions import Tier
from hipmap.model.findings import FindingKind
from hipmap.model.frozen import Frozen
from hipmap.model.imaging import Likely
from hipmap.model.red_flags import When


class UnsafeTest(Frozen):
    """Findings (by id, or all of some kinds) that are not proposed, and why, in both voices.

    Each of these is enough by itself: `when` is true, `unless` is certainly false, something is `likely`, a
    tier stands; `always` is for what nobody can be asked to do. A row only keeps from proposing.
    """

    id: str
    tests: tuple[str, ...] = ()
    kinds: tuple[FindingKind, ...] = ()
    when: When | None = None
    unless: When | None = None
    likely: tuple[Likely, ...] = ()
    tiers: tuple[Tier, ...] = ()
    always: bool = False
    patient: str
    clinician: str

    @model_validator(mode="after")
    def _says_what_and_when(self) -> "UnsafeTest":
        if not (self.tests or self.kinds):
            raise ValueError("name the tests or the kinds of findings")
        if self.always == bool(self.when or self.unless or self.likely or self.tiers):
            raise ValueError("give when, unless, likely or tiers, or else always: true")
        if any(likely.least is None for likely in self.likely):
            raise ValueError("what is unlikely makes no test unsafe: give least, not below")
        return self
