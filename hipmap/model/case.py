"""A case: who is asked, where it hurts and what was answered (`hipmap-case/1`)."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_serializer, model_validator

from hipmap.model.frozen import Frozen

CASE_SCHEMA: Literal["hipmap-case/1"] = "hipmap-case/1"

Setting = Literal["home", "primary", "physio", "secondary"]
Sex = Literal["female", "male", "other"]
Side = Literal["right", "left", "midline"]
MarkKind = Literal["pain", "numb", "spread", "none"]
Feel = Literal["ache", "sharp", "burning", "electric", "deep", "surface"]

YES, NO, UNKNOWN = "yes", "no", "unknown"


class Person(Frozen):
    """Who hurts: age in years and sex, each optional."""

    age: Annotated[int | float, Field(ge=0, le=120)] | None = None
    sex: Sex | None = None


class Mark(Frozen):
    """One marked zone of the body; the side is anatomical (the person's own)."""

    zone: Annotated[str, Field(min_length=1, max_length=80)]
    side: Side
    kind: MarkKind = "pain"
    intensity: Annotated[int | float, Field(ge=0, le=10)] | None = None
    worst: bool = False
    feel: tuple[Feel, ...] = ()

    @model_validator(mode="after")
    def _worst_is_pain(self) -> "Mark":
        if self.worst and self.kind != "pain":
            raise ValueError("only a mark of kind pain can be the worst spot")
        return self

    @property
    def place(self) -> tuple[str, Side]:
        """The zone and side, which together name a place on the body."""
        return self.zone, self.side


class Answer(Frozen):
    """What was answered to one finding: yes, no, unknown, a number or an option id, perhaps for one side."""

    value: Annotated[str, Field(min_length=1, max_length=80)] | int | float
    side: Side | None = None

    @property
    def plain_value(self) -> str | int | float:
        """The value as it is told: 5 and 5.0 are the same answer and look the same."""
        whole = isinstance(self.value, float) and self.value.is_integer()
        return int(self.value) if whole else self.value

    @model_serializer
    def _bare_without_side(self) -> Any:
        return self.value if self.side is None else {"value": self.value, "side": self.side}


def _wrap_bare_answer(value: Any) -> Any:
    return {"value": value} if isinstance(value, str | int | float) and not isinstance(value, bool) else value


Answers = Mapping[str, Annotated[Answer, BeforeValidator(_wrap_bare_answer)]]


class Case(Frozen):
    """All that is known of one complaint. Absent means not asked; unknown never counts as no."""

    schema_: Annotated[Literal["hipmap-case/1"], Field(alias="schema")]
    setting: Setting | None = None
    person: Person = Person()
    marks: tuple[Mark, ...] = ()
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
