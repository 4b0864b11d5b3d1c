"""Days, ages and patients in words."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from hipmap.model.records import Patient, Visit


def day_words(day: str) -> str:
    """Gives a day as the chosen language writes it."""
    return QLocale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), "d MMMM yyyy")


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


def about_visit(visit: Visit) -> str:
    """Gives how much a visit holds, and how its note begins."""
    tr = QCoreApplication.translate
    parts = [
        tr("Records", "Places marked: {number}").format(number=len(visit.case.marks)),
        tr("Records", "Answers: {number}").format(number=len(visit.case.answers)),
    ]
    first = visit.note.strip().split("\n", 1)[0]
    return " · ".join([*parts, first] if first else parts)
