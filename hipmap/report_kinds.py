"""What each kind of report is made by; nothing of a kind is loaded before it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hipmap.exchange.drawing.svg import Drawing
from hipmap.exchange.report import Report
from hipmap.exchange.side_check import must_agree_on_sides
from hipmap.model.problems import refusal
from hipmap.model.voice import Voice
from hipmap.storage.assets import asset
from hipmap.storage.case_files import case_text

_WITHOUT_SIDES = ("json", "questionnaire", "dictionary")
"""These put nothing in words: the case as it stands, and what is the same for every case."""
_LARGEST_TEMPLATE = 20_000


@dataclass(frozen=True)
class Wanted:
    """What is to be written: its kind, the ending of its file, its voice, and what a clinic chose for it."""

    kind: str
    ending: str
    voice: Voice
    template: Path | None = None
    identified: bool = False
    sides_checked: bool = False


Make = Callable[[Report, Wanted], bytes]


def content_of(report: Report, wanted: Wanted) -> bytes:
    """Gives the content of a report; BadInput where sides disagree."""
    if wanted.kind not in _WITHOUT_SIDES and not wanted.sides_checked:
        must_agree_on_sides(report)
    return _MAKERS[wanted.kind](report, wanted)


def read_asset(name: str) -> bytes:
    """Gives the bytes of one of hipmap's own files."""
    return asset(name).read_bytes()


def _soap(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.soap.note import TEMPLATE, soap_note

    path = wanted.template or asset(TEMPLATE)
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_TEMPLATE + 1)
    except OSError as error:
        raise refusal(path.name, f"the template cannot be read ({error.strerror}); check its name") from None
    if len(text) > _LARGEST_TEMPLATE:
        raise refusal(path.name, "this is larger than any template; name a template of a SOAP note")
    try:
        return soap_note(report, text.decode("utf-8-sig"), path.name).encode()
    except UnicodeDecodeError:
        raise refusal(path.name, "this is not text in UTF-8; save the template as UTF-8") from None


def _letter(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.paper.letter import DENSITIES, MOST_PAGES, letter
    from hipmap.exchange.paper.pdf_page import TEMPLATE, page_data
    from hipmap.exchange.paper.web_page import web_page

    if wanted.ending == ".html":
        return web_page(letter(report, wanted.voice, read_asset)).encode()
    from hipmap.exchange.typeset import pdf_within

    shorter = (page_data(letter(report, wanted.voice, read_asset, one)) for one in DENSITIES)
    return pdf_within(read_asset(TEMPLATE), shorter, asset("fonts"), MOST_PAGES, report.details.day)


def _handout(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.paper.handout import handout
    from hipmap.exchange.paper.pdf_page import TEMPLATE, page_data
    from hipmap.exchange.paper.web_page import web_page
    from hipmap.reasoning.self_care import self_care_for
    from hipmap.storage.library_files import load_library

    library = load_library(report.knowledge)
    care = self_care_for(report.case, report.assessment, library, report.knowledge)
    document = handout(report, care, library, wanted.voice, read_asset)
    if wanted.ending == ".html":
        return web_page(document).encode()
    from hipmap.exchange.typeset import pdf_within

    return pdf_within(read_asset(TEMPLATE), [page_data(document)], asset("fonts"), None, report.details.day)


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

    writer = RowWriter(report.knowledge, identified=wanted.identified)
    return (writer.head() + writer.row(report, visit="1")).encode()


def _dictionary(report: Report, wanted: Wanted) -> bytes:
    from hipmap.exchange.table.rows import RowWriter

    return RowWriter(report.knowledge, identified=wanted.identified).dictionary().encode()


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
