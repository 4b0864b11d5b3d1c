"""Everything of one patient as a document that another hipmap, or a person, can read (`hipmap-patient/1`)."""

from typing import Annotated, Literal

from pydantic import FailFast, Field, model_validator

from hipmap.model.case import Case
from hipmap.model.frozen import Frozen
from hipmap.model.records import (
    LARGEST_ATTACHMENT,
    Attachment,
    Day,
    Identity,
    Moment,
    Note,
    OutcomeScore,
    Step,
    Uid,
)

PATIENT_SCHEMA: Literal["hipmap-patient/1"] = "hipmap-patient/1"

_MOST_MARKS = 1000
_MOST_ANSWERS = 2000
_LONGEST_ID = 80
# Four letters of base64 carry three bytes.
_LONGEST_CONTENT = LARGEST_ATTACHMENT * 4 // 3 + 4


class DocumentVisit(Frozen):
    """A visit with every step of its editing."""

    uid: Uid
    day: Day
    note: Note = ""
    case: Case
    steps: Annotated[tuple[Step, ...], Field(max_length=10_000), FailFast()] = ()

    @model_validator(mode="after")
    def _is_sensible(self) -> "DocumentVisit":
        for case in (self.case, *(step.case for step in self.steps)):
            if len(case.marks) > _MOST_MARKS or len(case.answers) > _MOST_ANSWERS:
                raise ValueError("this case has more marks or answers than there are")
            if any(len(key) > _LONGEST_ID for key in case.answers):
                raise ValueError("the name of an answer is too long")
        numbers = [step.step for step in self.steps]
        if numbers != sorted(set(numbers)) or any(not 0 < number <= 1_000_000 for number in numbers):
            raise ValueError("the steps must be numbered upwards from 1")
        return self


class DocumentAttachment(Frozen):
    """A letter or picture with its bytes in base64."""

    about: Attachment
    content: Annotated[str, Field(max_length=_LONGEST_CONTENT, pattern=r"^[A-Za-z0-9+/]*={0,2}$")]


class PatientDocument(Frozen):
    """All that the records hold of one patient."""

    schema_: Annotated[Literal["hipmap-patient/1"], Field(alias="schema")]
    uid: Uid
    written: Moment
    identity: Identity
    visits: Annotated[tuple[DocumentVisit, ...], Field(max_length=2000), FailFast()] = ()
    scores: Annotated[tuple[OutcomeScore, ...], Field(max_length=5000), FailFast()] = ()
    attachments: Annotated[tuple[DocumentAttachment, ...], Field(max_length=500), FailFast()] = ()

    @model_validator(mode="after")
    def _each_once(self) -> "PatientDocument":
        for things in (self.visits, self.scores, [one.about for one in self.attachments]):
            uids = [thing.uid for thing in things]
            if len(uids) != len(set(uids)):
                raise ValueError("the same uid stands twice: keep one")
        return self
