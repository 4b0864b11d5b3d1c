"""Tests that take pictures of the body, as the library tells of them: what each shows and whom it helps."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from hipmap.model.basis import Basis
from hipmap.model.frozen import Frozen
from hipmap.model.pages import Wording

Percent = Annotated[float, Field(ge=0, le=100)]


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
