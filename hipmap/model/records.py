"""What the records hold: users, patients, visits, scores, attachments, and the audit of who did what."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from hipmap.model.case import Case
from hipmap.model.frozen import Frozen

Role = Literal["clinician", "assistant"]
RecordsUse = Literal["clinic", "own"]
"""A clinic keeps its patients; a person at home keeps their own visits."""

LARGEST_ATTACHMENT = 10_000_000
LONGEST_NOTE = 100_000
LONGEST_NAME = 120
LONGEST_NUMBER = 60
FORBIDDEN_IN_NAMES = '/\\:*?"<>|'


def one_line(text: str) -> str:
    """Gives what was typed or pasted as the records can keep it: one line of signs that are seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _plain(text: str) -> str:
    if any(not sign.isprintable() for sign in text):
        raise ValueError("write this in one line of plain signs")
    if text != text.strip():
        raise ValueError("write this without blanks at its ends")
    return text


def _writable(text: str) -> str:
    if any(not sign.isprintable() and sign not in "\n\t" for sign in text):
        raise ValueError("a sign in this text cannot be written")
    return text


def _file_name(text: str) -> str:
    if any(sign in FORBIDDEN_IN_NAMES for sign in text) or text.startswith(".") or text.endswith("."):
        raise ValueError("give the name of a file alone, without a folder")
    return text


def _real_day(text: str) -> str:
    year, month, day = (int(part) for part in text.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (year and 1 <= month <= 12 and 1 <= day <= longest[month - 1]):
        raise ValueError("there is no such day: write year-month-day, as 1960-04-30")
    return text


Uid = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_real_day)]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$")]
Line = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_plain)]
Word = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_plain)]
Note = Annotated[str, Field(max_length=LONGEST_NOTE), AfterValidator(_writable)]
FileName = Annotated[
    str, Field(min_length=1, max_length=LONGEST_NAME), AfterValidator(_plain), AfterValidator(_file_name)
]


class User(Frozen):
    """Someone with a passphrase of their own."""

    name: Line
    role: Role


class Identity(Frozen):
    """What is known of a patient besides the visits; only the own number and the name must be given."""

    number: Annotated[str, Field(min_length=1, max_length=LONGEST_NUMBER), AfterValidator(_plain)]
    name: Line
    born: Day | None = None
    notes: Note = ""
    tags: Annotated[tuple[Word, ...], Field(max_length=50)] = ()


class Patient(Frozen):
    """A patient of the records."""

    uid: Uid
    identity: Identity
    archived: bool = False
    made: Moment
    changed: Moment


class Visit(Frozen):
    """One visit: its day, note and case, and how many times it was edited."""

    uid: Uid
    patient: Uid
    day: Day
    note: Note
    case: Case
    step: int
    changed: Moment


class Step(Frozen):
    """A visit as it was after one edit."""

    step: int
    at: Moment
    user: Annotated[str, Field(max_length=200), AfterValidator(_writable)]
    note: Note
    case: Case


class OutcomeScore(Frozen):
    """The score of a questionnaire on a day."""

    uid: Uid
    measure: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
    value: Annotated[int | float, Field(ge=-1_000_000, le=1_000_000)]
    day: Day


class Attachment(Frozen):
    """A letter or picture, without its bytes."""

    uid: Uid
    name: FileName
    day: Day
    size: Annotated[int, Field(ge=0, le=LARGEST_ATTACHMENT)]
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class AuditEntry(Frozen):
    """Who did what to which object, and when; never what it says."""

    number: int
    at: Moment
    user: str
    action: str
    subject: str
