"""Every visit of the records one after the other, for a table: never all of them in memory at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hipmap.model.records import Patient, Visit
from hipmap.storage.records.patients import patient_of
from hipmap.storage.records.vault import Vault
from hipmap.storage.records.visits import timeline


@dataclass(frozen=True)
class NumberedVisit:
    """A visit with the running numbers of person and visit, which say nothing outside of one table."""

    person: int
    visit: int
    days_since_first: int
    of: Patient
    about: Visit


def count_visits(vault: Vault) -> int:
    """Gives how many visits there are."""
    return int(vault.rows("SELECT count(*) FROM visit")[0][0])


def every_visit(vault: Vault) -> Iterator[NumberedVisit]:
    """Gives every visit, and tells the audit once that all of them left.

    Persons come in the order of their random identifiers, which says nothing about them.
    """
    vault.must_have("export_all")
    vault.looked("table_exported", "")
    found = vault.rows("SELECT DISTINCT p.uid FROM patient p JOIN visit v ON v.patient = p.id ORDER BY p.uid")
    for person, (uid,) in enumerate(found, start=1):
        patient, visits = patient_of(vault, uid), timeline(vault, uid).visits
        first = date.fromisoformat(visits[0].day)
        for number, visit in enumerate(visits, start=1):
            days = (date.fromisoformat(visit.day) - first).days
            yield NumberedVisit(person, number, days, patient, visit)
