"""What can be written from a case: its kinds in words, what surrounds each, and how each is shown."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from hipmap.report_options import ENDINGS

Looks = Literal["pages", "picture", "text"]
IDENTITY = ("name", "number", "born")


@dataclass(frozen=True)
class ReportKind:
    """A kind by its id, how it is seen, the name of its file, and the fields that it takes."""

    id: str
    looks: Looks
    file: str
    fields: tuple[str, ...] = ()
    identified: tuple[str, ...] = ()
    """Fields that it takes only where the person is to be known from it."""

    @property
    def endings(self) -> tuple[str, ...]:
        return ENDINGS[self.id]

    @property
    def has_voice(self) -> bool:
        return self.looks != "text"

    @property
    def is_printed(self) -> bool:
        return self.looks != "text" or self.id == "soap"

    @property
    def is_copied(self) -> bool:
        return self.looks != "pages"

    @property
    def is_of_case(self) -> bool:
        """Whether it holds anything of the case; else it is the same for every one."""
        return self.id not in ("questionnaire", "dictionary")

    @property
    def minds_sides(self) -> bool:
        return self.is_of_case and self.id != "json"

    @property
    def may_identify(self) -> bool:
        """Whether one chooses if the person is to be known from it; a dictionary fits such a row or not."""
        return bool(self.identified) or self.id == "dictionary"


KINDS = (
    ReportKind("letter", "pages", "letter", ("to", "sender", "question", "note", *IDENTITY, "day")),
    ReportKind("handout", "pages", "handout", ("name", "sender", "day")),
    ReportKind("soap", "text", "note", ("name", "number", "day")),
    ReportKind("map", "picture", "body-map"),
    ReportKind("likelihood", "picture", "likelihoods"),
    ReportKind("fhir", "text", "bundle", (*IDENTITY, "day")),
    ReportKind("questionnaire", "text", "questionnaire"),
    ReportKind("csv", "text", "row", identified=(*IDENTITY, "day", "note")),
    ReportKind("dictionary", "text", "dictionary"),
    ReportKind("json", "text", "case"),
)
KIND_BY_ID = {one.id: one for one in KINDS}
KINDS_AT_HOME = tuple(one for one in KINDS if one.id in ("letter", "handout", "map", "likelihood", "json"))
"""What is for the systems of a clinic is not offered to a person at home."""


def kind_words() -> dict[str, tuple[str, str]]:
    """Gives the name of each kind, and for whom it is."""
    tr = QCoreApplication.translate
    return {
        "letter": (tr("Reports", "Letter to a doctor"), tr("Reports", "Two pages: findings and a question")),
        "handout": (tr("Reports", "Handout for the patient"), tr("Reports", "Plain words to take home")),
        "soap": (tr("Reports", "SOAP note"), tr("Reports", "Short text for your own records")),
        "map": (tr("Reports", "Body map"), tr("Reports", "Picture of where it hurts")),
        "likelihood": (tr("Reports", "Likelihoods"), tr("Reports", "Picture of where it may come from")),
        "fhir": (tr("Reports", "FHIR bundle"), tr("Reports", "For other health record systems")),
        "questionnaire": (
            tr("Reports", "FHIR questionnaire"),
            tr("Reports", "The questions, for other programs"),
        ),
        "csv": (
            tr("Reports", "Row for research (CSV)"),
            tr("Reports", "One line for a study, no names"),
        ),
        "dictionary": (
            tr("Reports", "Data dictionary (CSV)"),
            tr("Reports", "What the columns of a row mean"),
        ),
        "json": (tr("Reports", "Case file (JSON)"), tr("Reports", "To go on with it in hipmap")),
    }


def ending_words() -> dict[str, str]:
    """Gives what each ending of a file is called."""
    tr = QCoreApplication.translate
    return {
        ".pdf": tr("Reports", "PDF"),
        ".html": tr("Reports", "Web page"),
        ".svg": tr("Reports", "SVG, sharp at any size"),
        ".png": tr("Reports", "PNG"),
    }


def field_words() -> dict[str, tuple[str, str]]:
    """Gives the name of each field, and what helps to fill it in."""
    tr = QCoreApplication.translate
    day = tr("Reports", "Year-month-day, as 1960-04-30.")
    return {
        "to": (tr("Reports", "To"), ""),
        "sender": (tr("Reports", "From"), ""),
        "question": (
            tr("Reports", "Question"),
            tr("Reports", "Left empty, hipmap asks what the result raises."),
        ),
        "note": (tr("Reports", "Note"), ""),
        "name": (tr("Reports", "Name of the patient"), ""),
        "number": (tr("Reports", "Number in your records"), ""),
        "born": (tr("Reports", "Born"), day),
        "day": (tr("Reports", "Day"), day),
    }
