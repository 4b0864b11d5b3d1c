"""All that hipmap knows, as one frozen value."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from hipmap.model.body import Body
from hipmap.model.conditions import Condition, Origin, Priors, Tier
from hipmap.model.evidence import Source
from hipmap.model.findings import Finding, ImpliedByMarks
from hipmap.model.frozen import Frozen
from hipmap.model.imaging import ImagingRule
from hipmap.model.opposed_answers import OpposedAnswers
from hipmap.model.red_flags import RedFlag
from hipmap.model.referral import Referral
from hipmap.model.unsafe_tests import UnsafeTest
from hipmap.model.urgency_texts import EmergencyNumber, SafetyNet

Unit = Annotated[float, Field(ge=0, le=1)]


class Parameter(Frozen):
    """A number of the method that is a judgement, with its reason."""

    value: Annotated[float, Field(ge=0)]
    why: str


class Parameters(Frozen):
    """The numbers of the method itself (design, section 4)."""

    dependence: Parameter
    group_dependence: Mapping[str, Parameter] = {}
    ratio_least: Parameter
    ratio_most: Parameter
    judged_ratio_least: Parameter
    judged_ratio_most: Parameter
    touching_zone: Parameter
    silent_zones: Parameter
    worst_zone: Parameter
    spread_mark: Parameter
    evidence_scale: Parameter
    unsure_width: Parameter


class Manifest(Frozen):
    """The version of the knowledge and the parameters of the method."""

    version: str
    parameters: Parameters


class Knowledge(Frozen):
    """Body, findings, conditions, starting rates, referral maps, red flags, imaging advice and sources."""

    manifest: Manifest
    digest: str
    body: Body
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    conditions: tuple[Condition, ...]
    priors: Priors
    findings: tuple[Finding, ...]
    referral: Referral
    red_flags: tuple[RedFlag, ...]
    imaging_rules: tuple[ImagingRule, ...]
    safety_nets: tuple[SafetyNet, ...]
    emergency_numbers: tuple[EmergencyNumber, ...]
    unsafe_tests: tuple[UnsafeTest, ...]
    opposed_answers: tuple[OpposedAnswers, ...]
    # hipmap's own, where a clinic's overlay was laid over it: by it no urgency may be lower.
    without_overlay: "Knowledge | None" = None

    @cached_property
    def finding_by_id(self) -> dict[str, Finding]:
        """The findings by their ids."""
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def implied_by_marks(self) -> dict[str, ImpliedByMarks]:
        """What marks answer by themselves, by the ids of the findings."""
        return {f.id: f.implied_by for f in self.findings if f.implied_by is not None}

    @cached_property
    def condition_by_id(self) -> dict[str, Condition]:
        """The conditions by their ids."""
        return {condition.id: condition for condition in self.conditions}

    @cached_property
    def origin_by_id(self) -> dict[str, Origin]:
        """The origins by their ids."""
        return {origin.id: origin for origin in self.origins}

    @cached_property
    def safety_net_by_tier(self) -> dict[Tier, SafetyNet]:
        """The safety nets by their tiers."""
        return {net.tier: net for net in self.safety_nets}

    @cached_property
    def emergency_by_country(self) -> dict[str, EmergencyNumber]:
        """How help is called, by the two letters of the country."""
        return {row.country: row for row in self.emergency_numbers}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}
