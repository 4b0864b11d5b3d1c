"""What each kind of report is made by; nothing of a kind is loaded before it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hipmap.exchange.drawing.svg import Drawing
from hipmap.exchange.report import Report
from hipmap.exchange.side_check import must_agree_on_sides
from hipmap.model.library import Library
from hipmap.model.voice import Voice
from hipmap.report_papers import (
    Pages,
    Paper,
    handout_paper,
    html_of,
    letter_paper,
    pages_of,
    pdf_of,
    read_asset,
)
from hipmap.storage.assets import asset
from hipmap.storage.case_files import case_text
from hipmap.storage.note_template import read_template

_WITHOUT_SIDES = ("json", "questionnaire", "dictionary")
"""These put nothing in words: the case as it stands, and what is the same for every case."""


@dataclass(frozen=True)
class Wanted:
    """What is to be written: its kind, the ending of its file, its voice, and what a clinic chose for it."""

    kind: str
    ending: str
    voice: Voice
    template: Path | None = None
    identified: bool = False
    excel: bool = False
    sides_checked: bool = False
    library: Library | None = None
    """What helps, in the language that is spoken; else it is read, in English."""


Make = Callable[[Report, Wanted], bytes]


def content_of(report: Report, wanted: Wanted) -> bytes:
    """Gives the content of a report; BadInput where sides disagree."""
    if wanted.kind not in _WITHOUT_SIDES and not wanted.sides_checked:
        must_agree_on_sides(report)
    return _MAKERS[wanted.kind](report, wanted)


def pages_as_pictures(report: Report, wanted: Wanted, per_inch: int) -> Pages:
    """Gives the pages of a letter or handout as they look; BadInput where sides disagree."""
    if not wanted.sides_checked:
        must_agree_on_sides(report)
    if wanted.kind == "letter":
        return pages_of(letter_paper(report, wanted.voice), per_inch)
    return pages_of(handout_paper(report, wanted.voice, wanted.library), per_inch)


def _soap(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.soap.note import TEMPLATE, soap_note

    path = wanted.template or asset(TEMPLATE)
    return soap_note(report, read_template(path), path.name).encode()


def _letter(report: Report, wanted: Wanted) -> bytes:
    return _written(letter_paper(report, wanted.voice), wanted.ending)


def _handout(report: Report, wanted: Wanted) -> bytes:
    return _written(handout_paper(report, wanted.voice, wanted.library), wanted.ending)


def _written(paper: Paper, ending: str) -> bytes:
    return html_of(paper) if ending == ".html" else pdf_of(paper)


def _map(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.drawing.body_map import body_map

    return _picture(body_map(report, wanted.voice, read_asset), wanted.ending)


def _likelihood(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.drawing.likelihoods import likelihood_figure

    return _picture(likelihood_figure(report, wanted.voice), wanted.ending)


def _picture(drawing: Drawing, ending: str) -> bytes:
    if ending == ".svg":
        return drawing.svg.encode()
    from hipmap.exchange.typeset import png_of

    return png_of(drawing, asset("fonts"))


def _fhir(report: Report, _wanted: Wanted) -> bytes:
    from hipmap.exchange.fhir.bundle import bundle_text

    return bundle_text(report).encode()


def _questionnaire(report: Report, _wanted: Wanted) -> bytes:
    from hipmap.exchange.fhir.bundle import questionnaire_text

    return questionnaire_text(report.knowledge).encode()


def _csv(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.table.rows import RowWriter

    writer = RowWriter(report.knowledge, identified=wanted.identified, excel=wanted.excel)
    return (writer.head() + writer.row(report, visit="1")).encode()


def _dictionary(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.table.rows import RowWriter

    writer = RowWriter(report.knowledge, identified=wanted.identified, excel=wanted.excel)
    return writer.dictionary().encode()


def _json(report: Report, _wanted: Wanted) -> bytes:
    return case_text(report.case).encode()


_MAKERS: dict[str, Make] = {
    "soap": _soap,
    "letter": _letter,
    "handout": _handout,
    "map": _map,
    "likelihood": _likelihood,
    "fhir": _fhir,
    "questionnaire": _questionnaire,
    "csv": _csv,
    "dictionary": _dictionary,
    "json": _json,
}
