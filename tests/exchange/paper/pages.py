"""Letters and handouts as the tests of paper make them, and what other people's readers see in them."""

import io
from functools import cache

import pypdf

from hipmap.exchange.paper.blocks import Document
from hipmap.exchange.paper.handout import handout
from hipmap.exchange.paper.letter import DENSITIES, MOST_PAGES, letter
from hipmap.exchange.paper.pdf_page import TEMPLATE, page_data
from hipmap.exchange.report import Details, Report
from hipmap.exchange.typeset import pdf_within
from hipmap.model.library import Library
from hipmap.model.voice import Voice
from hipmap.reasoning.self_care import self_care_for
from hipmap.storage.assets import asset
from hipmap.storage.library_files import load_library
from tests.case_builders import own_knowledge
from tests.exchange.reports import read_asset

VOICES: tuple[Voice, ...] = ("patient", "clinician")


@cache
def own_library() -> Library:
    """Hipmap's own library, read once."""
    return load_library(own_knowledge())


_SET: dict[tuple[str, str, Details, Voice], bytes] = {}
"""What was set once: many tests look at the same page."""


def letter_pdf(report: Report, voice: Voice) -> bytes:
    """Gives the letter as the command line writes it."""
    key = ("letter", report.assessment.versions.digest, report.details, voice)
    return _SET[key] if key in _SET else _SET.setdefault(key, fresh_letter_pdf(report, voice))


def fresh_letter_pdf(report: Report, voice: Voice) -> bytes:
    """Gives the letter, set anew."""
    shorter = (page_data(letter(report, voice, read_asset, one)) for one in DENSITIES)
    return pdf_within(read_asset(TEMPLATE), shorter, asset("fonts"), MOST_PAGES, report.details.day)


def handout_of(report: Report, voice: Voice) -> Document:
    """Gives the handout before it is set."""
    library = own_library()
    care = self_care_for(report.case, report.assessment, library, report.knowledge)
    return handout(report, care, library, voice, read_asset)


def handout_pdf(report: Report, voice: Voice) -> bytes:
    """Gives the handout as the command line writes it."""
    key = ("handout", report.assessment.versions.digest, report.details, voice)
    if key not in _SET:
        data = page_data(handout_of(report, voice))
        _SET[key] = pdf_within(read_asset(TEMPLATE), [data], asset("fonts"), None, report.details.day)
    return _SET[key]


def read_pdf(content: bytes) -> pypdf.PdfReader:
    """Gives a PDF as pypdf reads it."""
    return pypdf.PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """Gives the text of a PDF on one line, as a search finds it."""
    return " ".join(" ".join(page.extract_text() for page in read_pdf(content).pages).split())
