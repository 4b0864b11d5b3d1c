"""What each kind of report is made by; nothing of a kind is loaded before it is asked for."""

import argparse
from collections.abc import Callable

from hipmap.exchange.drawing.svg import Drawing
from hipmap.exchange.report import Details, Report
from hipmap.exchange.side_check import must_agree_on_sides
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import refusal
from hipmap.model.voice import Voice
from hipmap.reasoning import assess
from hipmap.storage.assets import asset
from hipmap.storage.case_files import case_text

WITHOUT_SIDES = ("json", "questionnaire", "dictionary")
"""These put nothing in words: the case as it stands, and what is the same for every case."""
_LARGEST_TEMPLATE = 20_000

Make = Callable[[Report, str, Voice, argparse.Namespace], bytes]


def report_content(
    options: argparse.Namespace, kind: str, ending: str, details: Details, case: Case, knowledge: Knowledge
) -> bytes:
    """Gives the content of one report; BadInput where sides disagree."""
    report = Report(
        case, assess(case, knowledge, ranges=not options.no_ranges), knowledge, details, options.country
    )
    if kind not in WITHOUT_SIDES and not options.sides_checked:
        must_agree_on_sides(report)
    voice: Voice = options.audience or ("patient" if kind == "handout" else "clinician")
    return _MAKERS[kind](report, ending, voice, options)


def read_asset(name: str) -> bytes:
    """Gives the bytes of one of hipmap's own files."""
    return asset(name).read_bytes()


def _soap(report: Report, _ending: str, _voice: Voice, options: argparse.Namespace) -> bytes:
    from hipmap.exchange.soap.note import TEMPLATE, soap_note

    path = options.template or asset(TEMPLATE)
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


def _letter(report: Report, ending: str, voice: Voice, _options: argparse.Namespace) -> bytes:
    from hipmap.exchange.paper.letter import DENSITIES, MOST_PAGES, letter
    from hipmap.exchange.paper.pdf_page import TEMPLATE, page_data
    from hipmap.exchange.paper.web_page import web_page

    if ending == ".html":
        return web_page(letter(report, voice, read_asset)).encode()
    from hipmap.exchange.typeset import pdf_within

    shorter = (page_data(letter(report, voice, read_asset, one)) for one in DENSITIES)
    return pdf_within(read_asset(TEMPLATE), shorter, asset("fonts"), MOST_PAGES, report.details.day)


def _handout(report: Report, ending: str, voice: Voice, _options: argparse.Namespace) -> bytes:
    from hipmap.exchange.paper.handout import handout
    from hipmap.exchange.paper.pdf_page import TEMPLATE, page_data
    from hipmap.exchange.paper.web_page import web_page
    from hipmap.reasoning.self_care import self_care_for
    from hipmap.storage.library_files import load_library

    library = load_library(report.knowledge)
    care = self_care_for(report.case, report.assessment, library, report.knowledge)
    document = handout(report, care, library, voice, read_asset)
    if ending == ".html":
        return web_page(document).encode()
    from hipmap.exchange.typeset import pdf_within

    return pdf_within(read_asset(TEMPLATE), [page_data(document)], asset("fonts"), None, report.details.day)


def _map(report: Report, ending: str, voice: Voice, _options: argparse.Namespace) -> bytes:
    from hipmap.exchange.drawing.body_map import body_map

    return _picture(body_map(report, voice, read_asset), ending)


def _likelihood(report: Report, ending: str, voice: Voice, _options: argparse.Namespace) -> bytes:
    from hipmap.exchange.drawing.likelihoods import likelihood_figure

    return _picture(likelihood_figure(report, voice), ending)


def _picture(drawing: Drawing, ending: str) -> bytes:
    if ending == ".svg":
        return drawing.svg.encode()
    from hipmap.exchange.typeset import png_of

    return png_of(drawing, asset("fonts"))


def _fhir(report: Report, _ending: str, _voice: Voice, _options: argparse.Namespace) -> bytes:
    from hipmap.exchange.fhir.bundle import bundle_text

    return bundle_text(report).encode()


def _questionnaire(report: Report, _ending: str, _voice: Voice, _options: argparse.Namespace) -> bytes:
    from hipmap.exchange.fhir.bundle import questionnaire_text

    return questionnaire_text(report.knowledge).encode()


def _csv(report: Report, _ending: str, _voice: Voice, options: argparse.Namespace) -> bytes:
    from hipmap.exchange.table.rows import RowWriter

    writer = RowWriter(report.knowledge, identified=options.identified)
    return (writer.head() + writer.row(report, visit="1")).encode()


def _dictionary(report: Report, _ending: str, _voice: Voice, options: argparse.Namespace) -> bytes:
    from hipmap.exchange.table.rows import RowWriter

    return RowWriter(report.knowledge, identified=options.identified).dictionary().encode()


def _json(report: Report, _ending: str, _voice: Voice, _options: argparse.Namespace) -> bytes:
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
