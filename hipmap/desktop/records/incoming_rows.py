"""What a patient's file would bring, row by row, and what of it is here already."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from hipmap.desktop.records.day_words import case_counts, day_words
from hipmap.desktop.records.score_words import score_line
from hipmap.model.outcome_scales import OutcomeScale
from hipmap.model.patient_document import DocumentVisit, PatientDocument
from hipmap.model.records import Patient
from hipmap.model.voice import Voice
from hipmap.storage.records.alike import is_same_number
from hipmap.storage.records.folded_words import folded
from hipmap.storage.records.patient_import import ImportPlan

Row = tuple[str, str, object]


def incoming_rows(
    document: PatientDocument, plan: ImportPlan, scales: Sequence[OutcomeScale], voice: Voice
) -> list[Row]:
    """Gives title, second line and uid of everything in a file, the latest visit first."""
    tr = QCoreApplication.translate
    rows: list[Row] = []
    for visit in reversed(document.visits):
        title = tr("Records", "Visit of {day}").format(day=day_words(visit.day))
        rows.append((title, _joined(_state("visit", visit.uid, plan), *_visit_words(visit)), visit.uid))
    for score in document.scores:
        below = _joined(_state("score", score.uid, plan), day_words(score.day))
        rows.append((score_line(score, scales, voice), below, score.uid))
    for one in document.attachments:
        about = one.about
        size = QLocale().formattedDataSize(about.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        below = _joined(_state("attachment", about.uid, plan), day_words(about.day), size)
        rows.append((tr("Records", "Letter: {name}").format(name=about.name), below, about.uid))
    return rows


def likeness_words(document: PatientDocument, patient: Patient) -> str:
    """Gives in what a patient here is like the one of the file."""
    tr = QCoreApplication.translate
    told, here = document.identity, patient.identity
    found = []
    if is_same_number(told, here):
        found.append(tr("Records", "same number"))
    if folded(told.name) == folded(here.name):
        found.append(tr("Records", "same name"))
    if told.born is not None and told.born == here.born:
        found.append(tr("Records", "same birthday"))
    return _joined(*found)


def _state(table: str, uid: str, plan: ImportPlan) -> str:
    tr = QCoreApplication.translate
    if uid in plan.different:
        return tr("Records", "Here in another state, which stays")
    if uid in plan.here[table]:
        return tr("Records", "Here already")
    if uid in plan.elsewhere:
        return tr("Records", "Belongs to another patient here")
    return tr("Records", "New")


def _visit_words(visit: DocumentVisit) -> list[str]:
    first = visit.note.strip().split("\n", 1)[0]
    return [*case_counts(visit.case), first]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
