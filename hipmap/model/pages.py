"""Pages to read: paragraphs in two voices, each saying what it rests on and which claims it carries."""

from collections import Counter
from typing import Literal

from pydantic import model_validator

from hipmap.model.basis import Basis
from hipmap.model.frozen import Frozen

About = Literal["origin", "condition", "topic"]

# What the page of an origin or condition tells, in this order.
SECTIONS = (
    "what_it_is",
    "where_it_hurts",
    "worse",
    "better",
    "told_apart",
    "confirmed",
    "helps",
    "outlook",
    "seek_help",
)


class Wording(Frozen):
    """One text in both voices."""

    patient: str
    clinician: str


class Paragraph(Frozen):
    """A paragraph; `versus` names the origin or condition from which it tells the page's own apart."""

    patient: str
    clinician: str
    basis: Basis
    sources: tuple[str, ...] = ()
    versus: str | None = None
    carries: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _published_has_sources(self) -> "Paragraph":
        if self.basis in ("published", "article") and not self.sources:
            raise ValueError(f"a paragraph with basis {self.basis} names its sources")
        return self


class Section(Frozen):
    """A part of a page; only topics need headings, the others are headed by what the section tells."""

    id: str
    heading: Wording | None = None
    paragraphs: tuple[Paragraph, ...]

    @model_validator(mode="after")
    def _says_something(self) -> "Section":
        if not self.paragraphs:
            raise ValueError("a section has at least one paragraph")
        return self


class Page(Frozen):
    """The page of an origin or a condition (its id is theirs), or a page on a topic."""

    id: str
    about: About
    title: Wording | None = None
    sections: tuple[Section, ...]

    @model_validator(mode="after")
    def _is_whole(self) -> "Page":
        names = [section.id for section in self.sections]
        if self.about == "topic":
            if self.title is None or any(section.heading is None for section in self.sections):
                raise ValueError("a topic has a title, and each of its sections a heading")
        elif names != list(SECTIONS):
            raise ValueError(
                f"the page of an origin or condition has exactly these sections: {', '.join(SECTIONS)}"
            )
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise ValueError(f"the section {twice[0]} stands twice")
        return self


class Myth(Frozen):
    """A claim that is often read and not true, with what is true; shown on the pages where one meets it."""

    id: str
    claim: Wording
    patient: str
    clinician: str
    basis: Basis
    sources: tuple[str, ...] = ()
    shown_on: tuple[str, ...]
    carries: tuple[str, ...] = ()


class Term(Frozen):
    """A word of the glossary with its plain meaning, and other forms in which it appears."""

    id: str
    term: str
    also: tuple[str, ...] = ()
    patient: str
    clinician: str | None = None


class Disclaimer(Frozen):
    """What everybody who uses hipmap must know about its limits."""

    id: str
    patient: str
    clinician: str
    carries: tuple[str, ...] = ()
