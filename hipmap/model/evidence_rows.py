"""The published figures as they were found, row by row, and what became of each."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from hipmap.model.frozen import Frozen

Proportion = Annotated[float, Field(ge=0, le=1)]
Ratio = Annotated[float, Field(ge=0)]
# cell: scores in a table of probabilities; map: in a referral map; prior: a starting rate; card: on the
# card of a test; text: on a page; rule: defines a rule or group; left_out: not used, and `why` says why.
Use = Literal["cell", "map", "prior", "card", "text", "rule", "left_out"]


class Interval(Frozen):
    """The 95 % interval of one figure."""

    of: Literal["sens", "spec", "lr_pos", "lr_neg", "value"]
    low: Annotated[float, Field(ge=0)]
    high: Annotated[float, Field(ge=0)]


class EvidenceRow(Frozen):
    """What one publication says of one finding and one target.

    `sens`, `spec` and `value` are proportions, `n` counts people. `confidence` is how sure the reading is.
    """

    id: str
    finding: str
    targets: tuple[str, ...]
    sens: Proportion | None = None
    spec: Proportion | None = None
    lr_pos: Ratio | None = None
    lr_neg: Ratio | None = None
    value: Annotated[float, Field(ge=0)] | None = None
    intervals: tuple[Interval, ...] = ()
    n: Annotated[float, Field(gt=0)] | None = None
    population: str | None = None
    reference: str | None = None
    source: str
    read: Literal["verified", "recalled"]
    confidence: Proportion
    group: str | None = None
    use: tuple[Use, ...]
    why: str | None = None

    @model_validator(mode="after")
    def _leaving_out_has_its_reason(self) -> "EvidenceRow":
        if not self.use or ("left_out" in self.use and (len(self.use) > 1 or self.why is None)):
            raise ValueError(
                "say what the row is used for; a row that is left out says why, and nothing else"
            )
        return self
