"""A case: who is asked, where it hurts and what was answered (`hipmap-case/1`)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, FailFast, Field, model_serializer, model_validator

from hipmap.model.frozen import Frozen

CASE_SCHEMA: Literal["hipmap-case/1"] = "hipmap-case/1"

Setting = Literal["home", "primary", "physio", "secondary"]
Sex = Literal["female", "male", "other"]
Side = Literal["right", "left", "midline"]
MarkKind = Literal["pain", "numb", "spread", "none"]
Feel = Literal["ache", "sharp", "burning", "electric", "deep", "surface"]
When = Literal["always", "comes_and_goes", "morning", "end_of_day", "night"]
Face = Literal["front", "back", "right", "left"]
Strength = Annotated[int | float, Field(ge=0, le=10)]
Certainty = Literal["unsure", "fairly_sure", "sure"]

ZoneId = Annotated[str, Field(min_length=1, max_length=80)]

YES, NO, UNKNOWN = "yes", "no", "unknown"


class Person(Frozen):
    """Who hurts: age in years and sex, each optional."""

    age: Annotated[int | float, Field(ge=0, le=120)] | None = None
    sex: Sex | None = None


class Place(Frozen):
    """A zone on a side of the body."""

    zone: ZoneId
    side: Side


class Mark(Frozen):
    """One marked zone of the body; the side is anatomical (the person's own).

    `intensity` is the pain now, `usual` and `at_worst` how it mostly is and at its worst, each 0 to 10.
    `share` is the part of the zone that a brush covered; without it the whole zone is meant.
    `spreads_from` says where pain that spreads to this zone comes from.
    """

    zone: ZoneId
    side: Side
    kind: MarkKind = "pain"
    intensity: Strength | None = None
    usual: Strength | None = None
    at_worst: Strength | None = None
    worst: bool = False
    feel: tuple[Feel, ...] = ()
    when: tuple[When, ...] = ()
    share: Annotated[float, Field(gt=0, le=1)] | None = None
    spreads_from: Place | None = None

    @model_validator(mode="after")
    def _worst_is_pain(self) -> "Mark":
        if self.worst and self.kind != "pain":
            raise ValueError("only a mark of kind pain can be the worst spot")
        if self.spreads_from is not None and self.kind != "spread":
            raise ValueError("only a mark of kind spread can say where it spreads from")
        if self.spreads_from is not None and (self.spreads_from.zone, self.spreads_from.side) == self.place:
            raise ValueError("pain spreads from one place to another: name two places")
        return self

    @property
    def place(self) -> tuple[str, Side]:
        """The zone and side, which together name a place on the body."""
        return self.zone, self.side

    @property
    def covered(self) -> float:
        """The part of the zone that is marked; all of it where nothing else is said."""
        return 1.0 if self.share is None else self.share


class Pin(Frozen):
    """The one spot that a finger points at: its place, and where on a face of the figure.

    `at` are the shares of the width and height of the whole figure of that face, from its upper left.
    """

    zone: ZoneId
    side: Side
    face: Face
    at: tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]]


class OwnView(Frozen):
    """Where the clinician thought the pain came from, told before the likelihoods were seen."""

    origin: Annotated[str, Field(min_length=1, max_length=80)]
    second: Annotated[str, Field(min_length=1, max_length=80)] | None = None
    certainty: Certainty | None = None


Value = Annotated[str, Field(min_length=1, max_length=80)] | int | float


class Answer(Frozen):
    """What was answered to one finding: yes, no, unknown, a number or an option id, perhaps for one side.

    `other` is what the same test gave on the other side; only an answer with a side has it.
    """

    value: Value
    side: Side | None = None
    other: Value | None = None

    @model_validator(mode="after")
    def _other_needs_a_side(self) -> "Answer":
        if self.other is not None and self.side not in ("right", "left"):
            raise ValueError("`other` is the other side: say which `side` the value is of, right or left")
        return self

    @property
    def plain_value(self) -> str | int | float:
        """The value as it is told: 5 and 5.0 are the same answer and look the same."""
        return _plain(self.value)

    @property
    def plain_other(self) -> str | int | float | None:
        """The value of the other side as it is told."""
        return None if self.other is None else _plain(self.other)

    @property
    def told(self) -> tuple[Value, ...]:
        """What was told, of either side."""
        return (self.value,) if self.other is None else (self.value, self.other)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known by it: it was asked, and no side gave more than *don't know*."""
        return all(value == UNKNOWN for value in self.told)

    def on(self, side: Side) -> Value | None:
        """Gives what was told of one side; None where that side was not told."""
        return self.value if side == self.side else self.other

    def turned(self) -> "Answer":
        """Gives the same answer told from the other side, where that was told."""
        if self.other is None:
            return self
        side: Side = "left" if self.side == "right" else "right"
        return Answer(value=self.other, side=side, other=self.value)

    @model_serializer
    def _bare_without_side(self) -> Any:
        if self.side is None:
            return self.value
        other = {} if self.other is None else {"other": self.other}
        return {"value": self.value, "side": self.side, **other}


def _plain(value: Value) -> str | int | float:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _wrap_bare_answer(value: Any) -> Any:
    return {"value": value} if isinstance(value, str | int | float) and not isinstance(value, bool) else value


Answers = Mapping[str, Annotated[Answer, BeforeValidator(_wrap_bare_answer)]]


class Case(Frozen):
    """All that is known of one complaint. Absent means not asked; unknown never counts as no.

    `own_words` are the ids of the everyday words that the person calls the place by ("hip", "groin").
    """

    schema_: Annotated[Literal["hipmap-case/1"], Field(alias="schema")]
    setting: Setting | None = None
    person: Person = Person()
    marks: Annotated[tuple[Mark, ...], FailFast()] = ()
    pin: Pin | None = None
    own_words: tuple[Annotated[str, Field(min_length=1, max_length=80)], ...] = ()
    own_view: OwnView | None = None
    answers: Answers = Field(default_factory=dict)

    @model_validator(mode="after")
    def _each_place_once(self) -> "Case":
        seen: set[tuple[str, Side, MarkKind]] = set()
        for mark in self.marks:
            key = (mark.zone, mark.side, mark.kind)
            if key in seen:
                raise ValueError(
                    f"the zone {mark.zone} ({mark.side}) is marked twice as {mark.kind}: keep one"
                )
            seen.add(key)
        return self


def new_case(**fields: Any) -> Case:
    """Gives a case of the current schema from the given fields (an empty one without any)."""
    return Case.model_validate({"schema": CASE_SCHEMA, **fields}, strict=False)


def case_as_data(case: Case) -> dict[str, Any]:
    """Gives the case as plain data in the shape of `hipmap-case/1`; what was left out stays left out."""
    return case.model_dump(mode="json", by_alias=True, exclude_defaults=True) | {"schema": CASE_SCHEMA}
