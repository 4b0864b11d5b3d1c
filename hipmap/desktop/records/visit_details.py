"""What surrounds the report of a visit: whose it is, of which day, and its note."""

from hipmap.exchange.report import Details
from hipmap.model.records import Patient
from hipmap.storage.records.home_document import is_home_number


def details_of(patient: Patient, day: str, note: str) -> Details:
    """Gives the details; a number that nobody chose tells a reader nothing."""
    known = patient.identity
    number = "" if is_home_number(known.number) else known.number
    return Details(day=day, name=known.name, number=number, born=known.born or "", note=note)
