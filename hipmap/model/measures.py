"""Questionnaires that may be used freely, and how they are scored."""

from typing import Annotated, Literal

from pydantic import Field

from hipmap.model.basis import Basis
from hipmap.model.frozen import Frozen
from hipmap.model.pages import Wording

Scoring = Literal["each", "mean", "count"]


class MeasureItem(Frozen):
    """One item of a questionnaire; `fixed` items are printed as published and in one voice.

    An item of a diary may have a scale of its own; then no change of it is said to matter.
    """

    id: str
    patient: str
    fixed: bool = False
    least: float | None = None
    most: float | None = None
    unit: str | None = None
    higher_is: Literal["worse", "better", "neither"] | None = None


class Measure(Frozen):
    """A questionnaire: its items, scale, score, the change that matters, and its terms of use.

    `least_items` is how many items must be answered for a score; `higher_is` says what a high score means.
    A measure that `rates_change` asks for the change itself, so that one answer already is a change.
    """

    id: str
    patient: str
    clinician: str
    instruction: Wording
    items: tuple[MeasureItem, ...]
    own_items: bool = False
    least: float
    most: float
    least_word: Wording
    most_word: Wording
    scoring: Scoring
    least_items: Annotated[int, Field(ge=1)]
    higher_is: Literal["worse", "better"]
    rates_change: bool = False
    change_that_matters: Annotated[float, Field(gt=0)]
    change_share: Annotated[float, Field(gt=0, lt=1)] | None = None
    change: Wording
    basis: Basis
    sources: tuple[str, ...]
    licence: str
    note: Wording | None = None
