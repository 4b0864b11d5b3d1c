"""Papers that are printed or sent: as a PDF, as pictures of their pages, as a web page, and in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from hipmap.exchange.paper.blocks import Document
from hipmap.exchange.report import Report
from hipmap.model.library import Library
from hipmap.model.voice import Voice
from hipmap.storage.assets import asset


@dataclass(frozen=True)
class Paper:
    """Ever shorter versions of a document, of which the first on so many pages is taken, else the last."""

    versions: tuple[Callable[[], Document], ...]
    most: int | None = None
    day: str = ""


@dataclass(frozen=True)
class Pages:
    """The pages of a paper as PNG, and its words."""

    pictures: tuple[bytes, ...]
    words: str


def read_asset(name: str) -> bytes:
    """Gives the bytes of one of hipmap's own files."""
    return asset(name).read_bytes()


def paper_of(document: Document, day: str = "") -> Paper:
    """Gives a document that has one version only."""
    return Paper((lambda: document,), day=day)


def letter_paper(report: Report, voice: Voice) -> Paper:
    """Gives the letter to a doctor."""
    from hipmap.exchange.paper.letter import DENSITIES, MOST_PAGES, letter

    versions = tuple(partial(letter, report, voice, read_asset, one) for one in DENSITIES)
    return Paper(versions, MOST_PAGES, report.details.day)


def handout_paper(report: Report, voice: Voice, library: Library | None = None) -> Paper:
    """Gives the handout for the patient, with a library that is read where none is given."""
    from hipmap.exchange.paper.handout import handout
    from hipmap.reasoning.self_care import self_care_for
    from hipmap.storage.library_files import load_library

    known = library or load_library(report.knowledge)
    care = self_care_for(report.case, report.assessment, known, report.knowledge)
    return paper_of(handout(report, care, known, voice, read_asset), report.details.day)


def pdf_of(paper: Paper) -> bytes:
    """Gives a tagged PDF."""
    from hipmap.exchange.paper.pdf_page import TEMPLATE
    from hipmap.exchange.typeset import pdf_within

    versions = (_data(one()) for one in paper.versions)
    return pdf_within(read_asset(TEMPLATE), versions, asset("fonts"), paper.most, paper.day)


def pages_of(paper: Paper, per_inch: int) -> Pages:
    """Gives the pages of the PDF as they look, with so many pixels to an inch."""
    from hipmap.exchange.paper.pdf_page import TEMPLATE
    from hipmap.exchange.paper.plain_text import plain_text
    from hipmap.exchange.typeset import pages_within

    versions = (_data(one()) for one in paper.versions)
    taken, pictures = pages_within(read_asset(TEMPLATE), versions, asset("fonts"), paper.most, per_inch)
    return Pages(tuple(pictures), plain_text(paper.versions[taken]()))


def html_of(paper: Paper) -> bytes:
    """Gives a web page of the fullest version: it has room."""
    from hipmap.exchange.paper.web_page import web_page

    return web_page(paper.versions[0]()).encode()


def _data(document: Document) -> Mapping[str, Any]:
    from hipmap.exchange.paper.pdf_page import page_data

    return page_data(document)
