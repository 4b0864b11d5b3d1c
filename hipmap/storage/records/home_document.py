"""The document of a visit at home: one visit of a person whom no records know yet."""

from hipmap.model.case import Case
from hipmap.model.patient_document import PATIENT_SCHEMA, DocumentVisit, PatientDocument
from hipmap.model.records import Identity
from hipmap.storage.records.surroundings import Surroundings

_UID_BYTES = 16
_NUMBER_BYTES = 3


def home_document(
    case: Case, name: str, born: str | None, number: str, day: str, around: Surroundings
) -> PatientDocument:
    """Gives what a person hands over; without a number of the clinic one is made up, to be replaced there."""
    given = number or f"home-{around.random_bytes(_NUMBER_BYTES).hex()}"
    identity = Identity(number=given, name=name, born=born)
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
