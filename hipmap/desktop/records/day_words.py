"""Days, ages and patients in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from hipmap.model.case import Case
from hipmap.model.records import Patient, Visit


def day_words(day: str) -> str:
    """Gives a day as the chosen language writes it."""
    return QLocale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), "d MMMM yyyy")


def moment_words(at: str) -> str:
    """Gives a moment as the records write it in the chosen language, by the clock of this place."""
    return time_words(datetime.fromisoformat(at))


def time_words(when: datetime) -> str:
    then = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(then, "d MMMM yyyy, HH:mm")


def today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)


def age_on(born: str | None, day: str) -> int | None:
    """Gives whole years; None where they cannot be known."""
    if born is None:
        return None
    first, then = (QDate.fromString(one, Qt.DateFormat.ISODate) for one in (born, day))
    years = then.year() - first.year() - ((then.month(), then.day()) < (first.month(), first.day()))
    return years if 0 <= years <= 120 else None


def about_patient(patient: Patient) -> str:
    """Gives number, birthday and tags in one line."""
    tr = QCoreApplication.translate
    parts = [patient.identity.number]
    if patient.identity.born:
        parts.append(tr("Records", "born {day}").format(day=day_words(patient.identity.born)))
    parts += patient.identity.tags
    if patient.archived:
        parts.append(tr("Records", "archived"))
    return " · ".join(parts)


def case_counts(case: Case) -> list[str]:
    """Gives how much a case holds."""
    tr = QCoreApplication.translate
    return [
        tr("Records", "Places marked: {number}").format(number=len(case.marks)),
        tr("Records", "Answers: {number}").format(number=len(case.answers)),
    ]


def about_visit(visit: Visit) -> str:
    """Gives how much a visit holds, and how its note begins."""
    parts = case_counts(visit.case)
    first = visit.note.strip().split("\n", 1)[0]
    return " · ".join([*parts, first] if first else parts)
