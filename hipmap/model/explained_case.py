"""One origin or condition of a case explained in every way that hipmap knows (`hipmap-explanation/1`)."""

from typing import Annotated, Literal

from pydantic import Field

from hipmap.model.assessment import ComplaintSide, Likelihood, Versions
from hipmap.model.conditions import Tier
from hipmap.model.explanations import Contrast, Sensitivity, Waterfall, WhatIfTable
from hipmap.model.frozen import Frozen


class ExplainedCase(Frozen):
    """Why an origin or condition is as likely as it is, on the side of the complaint.

    `likelihood` and `tier` are those of the assessment, without its reasons: the waterfall tells them.
    `what_if` has a table for each answer that is known, in the order of the ids.
    """

    schema_: Annotated[Literal["hipmap-explanation/1"], Field(alias="schema")] = "hipmap-explanation/1"
    side: ComplaintSide | None = None
    tier: Tier
    likelihood: Likelihood
    waterfall: Waterfall
    contrast: Contrast
    what_if: tuple[WhatIfTable, ...] = ()
    sensitivity: Sensitivity
    versions: Versions
