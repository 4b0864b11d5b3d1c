"""Cards of examination tests: how to do each, what counts as positive and where it must hurt."""

from pydantic import model_validator

from hipmap.model.frozen import Frozen


class ExaminationCard(Frozen):
    """How a clinician does one test; `rows` name the published figures on its accuracy."""

    finding: str
    position: str
    steps: tuple[str, ...]
    positive: str
    where: str
    pitfalls: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    no_figures: str | None = None
    carries: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _figures_or_why_not(self) -> "ExaminationCard":
        if bool(self.rows) == (self.no_figures is not None):
            raise ValueError("give rows of published figures, or no_figures with the reason")
        return self
