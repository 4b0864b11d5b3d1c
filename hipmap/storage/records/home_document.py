"""The document of a visit at home: one visit of a person whom no records know yet."""

import re

from hipmap.model.case import Case
from hipmap.model.patient_document import PATIENT_SCHEMA, DocumentVisit, PatientDocument
from hipmap.model.records import Identity
from hipmap.storage.records.surroundings import Surroundings

_UID_BYTES = 16
_NUMBER_BYTES = 3
_HOME = re.compile(r"home-[0-9a-f]{6}")


def home_number(around: Surroundings) -> str:
    """Makes up a number for somebody whom no clinic has given one; it says that it is from home."""
    return f"home-{around.random_bytes(_NUMBER_BYTES).hex()}"


def is_home_number(number: str) -> bool:
    """Whether a number was made up at home: it tells no clinic who somebody is."""
    return _HOME.fullmatch(number) is not None


def home_document(
    case: Case, name: str, born: str | None, number: str, day: str, around: Surroundings
) -> PatientDocument:
    """Gives what a person hands over; without a number of the clinic one is made up, to be replaced there."""
    identity = Identity(number=number or home_number(around), name=name, born=born)
    visit = DocumentVisit(uid=around.random_bytes(_UID_BYTES).hex(), day=day, case=case)
    return PatientDocument.model_validate(
        {
            "schema": PATIENT_SCHEMA,
            "uid": around.random_bytes(_UID_BYTES).hex(),
            "written": around.moment(),
            "identity": identity,
            "visits": (visit,),
        }
    )
