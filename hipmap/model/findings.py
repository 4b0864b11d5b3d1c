"""Findings: the questions, tests and facts that can be answered, each with its table of probabilities.

`carries` names the claims of the source articles that a row brings in (see `hipmap.model.articles`).
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from hipmap.model.evidence import CellField
from hipmap.model.frozen import Frozen

FindingKind = Literal["history", "aggravating", "easing", "movement", "examination", "imaging", "safety"]
AnswerType = Literal["yes_no", "number", "choice"]
Who = Literal["patient", "clinician", "both"]
BodySection = Literal["hip", "si", "spine", "nerve", "gait"]
"""The part of the body that an examination test examines."""


OtherName = Annotated[str, Field(pattern=r"^[^;\s]([^;]*[^;\s])?$", max_length=40)]
"""One word, or a few, of a list that is translated as one text with semicolons between."""


class Option(Frozen):
    """One answer of a choice, in both voices; one that `covers` others means any of them."""

    id: str
    patient: str
    clinician: str
    covers: tuple[str, ...] = ()


class Band(Frozen):
    """One range of a number: it holds values below its upper end and not below the band before it."""

    id: str
    below: float | None = None
    label: str


UnitForms = Annotated[tuple[OtherName, ...], Field(min_length=1)]


class Unit(Frozen):
    """What a number is of: its forms in either voice, in the order of `hipmap.model.plural_forms`.

    `sign` is a short form that stands close to the number. Of a count or a score (`counts`) the finding
    names what is counted, so that the number can stand bare after it.
    """

    id: str
    patient: UnitForms
    clinician: UnitForms
    sign: str | None = None
    counts: bool = False


class Scale(Frozen):
    """The numbers that a finding takes, their unit, what is normal, and the bands that reasoning uses.

    What is normal is either digits alone, as `30-45`, or says its unit itself; so does the label of a band.
    """

    unit: Unit
    least: float
    most: float
    normal: str
    bands: tuple[Band, ...]

    @model_validator(mode="after")
    def _bands_rise(self) -> "Scale":
        ends = [band.below for band in self.bands]
        if not ends or ends[-1] is not None or None in ends[:-1]:
            raise ValueError("every band but the last needs `below`, and the last must not have it")
        if self.least >= self.most:
            raise ValueError("`least` must lie below `most`")
        rising = [end for end in ends if end is not None]
        if rising != sorted(set(rising)):
            raise ValueError("the ends of the bands must rise")
        return self

    def band_of(self, value: float) -> str:
        """Gives the id of the band that holds the value."""
        for band in self.bands:
            if band.below is None or value < band.below:
                return band.id
        raise ValueError("no band holds this value")


class Help(Frozen):
    """How to do or understand a finding: for the patient what it means, for the clinician how to test."""

    patient: str | None = None
    clinician: str | None = None


class ImpliedByMarks(Frozen):
    """A yes that the body map already gives, so that nobody is asked what was already drawn."""

    kinds: tuple[Literal["pain", "numb", "spread"], ...]
    zones: tuple[str, ...]
    both_sides: bool = False


ShortForm = Annotated[str, Field(pattern=r"^[A-Z0-9][^?!:]*[^?!:.,; ]$", max_length=80)]
"""A few words that an answer follows: *You limp* (yes), *Where the squat hurts* (in the groin)."""


class Finding(Frozen):
    """One question, test or fact; `screening` marks the safety questions that everybody is asked.

    `patient` asks, `patient_short` says it back: as a reason, or in a list of what was answered. `also` are
    other names and abbreviations, by which it is sought; the chief one comes first.
    """

    id: str
    kind: FindingKind
    section: BodySection | None = None
    answer: AnswerType = "yes_no"
    options: tuple[Option, ...] = ()
    scale: Scale | None = None
    sided: bool = False
    who: Who
    screening: bool = False
    patient: str
    patient_short: ShortForm | None = None
    clinician: str
    also: tuple[OtherName, ...] = ()
    help: Help = Help()
    group: str | None = None
    replaces: tuple[str, ...] = ()
    seconds: Annotated[float, Field(gt=0)] = 8
    implied_by: ImpliedByMarks | None = None
    background: CellField | None = None
    cells: Mapping[str, CellField] = {}
    carries: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _answer_fits(self) -> "Finding":
        if (self.answer == "choice") != bool(self.options):
            raise ValueError("a choice has options, and only a choice has them")
        if (self.answer == "number") != (self.scale is not None):
            raise ValueError("a number has a scale, and only a number has one")
        single = {option.id for option in self.options if not option.covers}
        if any(not single.issuperset(option.covers) for option in self.options):
            raise ValueError("an option covers other options of this finding that cover none")
        names = [option.id for option in self.options] or list(self.outcomes)
        if len(set(names)) < len(names) or (self.options and {"yes", "no", "unknown"} & set(names)):
            raise ValueError("each option or band has an id of its own, and none is yes, no or unknown")
        if self.cells and self.background is None:
            raise ValueError("a finding with cells needs a background rate")
        return self

    @property
    def is_done(self) -> bool:
        """Whether it is something done with the body rather than a question: it can be *not done*."""
        return self.kind in ("examination", "movement")

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes that reasoning tells apart: no and yes, the single options, or the bands."""
        if self.answer == "choice":
            return tuple(option.id for option in self.options if not option.covers)
        if self.scale is not None:
            return tuple(band.id for band in self.scale.bands)
        return ("no", "yes")
