"""A clinic's own overlay: what it may add to the knowledge, and what it may put in place of a judgement."""

from typing import Annotated, Literal

from pydantic import Field

from hipmap.model.conditions import Tier
from hipmap.model.evidence import CellField, Source
from hipmap.model.findings import Finding
from hipmap.model.frozen import Frozen

OVERLAY_SCHEMA: Literal["hipmap-overlay/1"] = "hipmap-overlay/1"
# Shown after every wording that a clinic wrote.
LOCAL_MARK = "(local)"

Words = Annotated[str, Field(min_length=1, max_length=2000)]


class OverlayHead(Frozen):
    """Whose overlay it is, and which one."""

    schema_: Annotated[Literal["hipmap-overlay/1"], Field(alias="schema")] = OVERLAY_SCHEMA
    clinic: Annotated[str, Field(min_length=1, max_length=80)]
    version: Annotated[str, Field(min_length=1, max_length=40)]


class LocalFigure(Frozen):
    """P(finding | condition) as the clinic has it, in place of a judgement or where nothing stood."""

    finding: str
    condition: str
    cell: CellField
    why: Words


class LocalPlace(Frozen):
    """P(zone marked | condition) as the clinic has it, in place of a judgement or where nothing stood."""

    condition: str
    zone: str
    cell: CellField
    why: Words


class LocalWording(Frozen):
    """Other words for a question, test, condition or origin; its meaning must stay."""

    of: Literal["finding", "condition", "origin"]
    id: str
    patient: Words | None = None
    clinician: Words | None = None


class LocalAdvice(Frozen):
    """What a clinic adds to the safety net of a tier; it never takes anything away."""

    tier: Tier
    patient: Words
    clinician: Words


class Overlay(Frozen):
    """Everything in an overlay file."""

    head: OverlayHead
    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()
    figures: tuple[LocalFigure, ...] = ()
    places: tuple[LocalPlace, ...] = ()
    wordings: tuple[LocalWording, ...] = ()
    advice: tuple[LocalAdvice, ...] = ()
