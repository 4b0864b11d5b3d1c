"""The pages of origins, conditions and topics as rich text."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.markup import box, heading, link, listing, paragraph, picture, pictures, text
from hipmap.desktop.learn.pain_pattern import pattern_words
from hipmap.desktop.learn.references import References
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.pages import Page, Paragraph, Section
from hipmap.model.voice import Voice, said

PATTERN_WIDTH = 420


def section_title(name: str) -> str:
    """Gives the heading of a section of an origin's or condition's page."""
    tr = QCoreApplication.translate
    return {
        "what_it_is": tr("Learn", "What it is"),
        "where_it_hurts": tr("Learn", "Where it hurts"),
        "worse": tr("Learn", "What makes it worse"),
        "better": tr("Learn", "What makes it better"),
        "told_apart": tr("Learn", "How it is told apart"),
        "confirmed": tr("Learn", "How it is confirmed"),
        "helps": tr("Learn", "What usually helps"),
        "outlook": tr("Learn", "Outlook"),
        "seek_help": tr("Learn", "When to get help"),
    }[name]


def cause_page(
    page: Page, library: Library, knowledge: Knowledge, voice: Voice, more: Callable[[References], str]
) -> str:
    """Gives a whole page with its picture, `more` at its end, its corrected myths and its sources."""
    notes = References(knowledge, voice)
    parts = [heading(_title(page, knowledge, voice), 1), _under_title(page, knowledge, voice)]
    for section in page.sections:
        parts.append(_section(section, page, knowledge, voice, notes))
    parts.append(more(notes))
    parts.append(_myths(page, library, voice, notes))
    parts.append(notes.listed())
    return "".join(parts)


def _title(page: Page, knowledge: Knowledge, voice: Voice) -> str:
    if page.title is not None:
        return said(page.title, voice)
    named = knowledge.origin_by_id.get(page.id) or knowledge.condition_by_id[page.id]
    return said(named, voice)


def _under_title(page: Page, knowledge: Knowledge, voice: Voice) -> str:
    """A condition names its origin, an origin its conditions."""
    tr = QCoreApplication.translate
    if page.id in knowledge.origin_by_id and page.id in knowledge.condition_by_id:
        return ""
    if page.about == "condition":
        origin = knowledge.origin_by_id[knowledge.condition_by_id[page.id].origin]
        return paragraph(
            text(tr("Learn", "Belongs to")) + ": " + link(f"page:{origin.id}", said(origin, voice)), "small"
        )
    if page.about == "origin":
        members = [one for one in knowledge.conditions if one.origin == page.id]
        return listing(link(f"page:{one.id}", said(one, voice)) for one in members)
    return ""


def _section(section: Section, page: Page, knowledge: Knowledge, voice: Voice, notes: References) -> str:
    title = said(section.heading, voice) if section.heading is not None else section_title(section.id)
    inner = "".join(_paragraph(one, knowledge, voice, notes) for one in section.paragraphs)
    if section.id == "where_it_hurts" and page.about != "topic":
        inner += _pattern(page, knowledge, voice)
    if section.id == "seek_help" and page.about != "topic":
        return heading(title) + box(inner, "caution")
    return heading(title) + inner


def _paragraph(one: Paragraph, knowledge: Knowledge, voice: Voice, notes: References) -> str:
    words = text(said(one, voice)) + notes.mark(one.basis, one.sources)
    if one.versus is None:
        return paragraph(words)
    other = knowledge.origin_by_id.get(one.versus) or knowledge.condition_by_id[one.versus]
    return heading(said(other, voice), 3) + paragraph(words)


def _pattern(page: Page, knowledge: Knowledge, voice: Voice) -> str:
    words = pattern_words(page.id, knowledge, voice)
    if not words:
        return ""
    return pictures(picture(f"pattern:{page.id}", PATTERN_WIDTH, words)) + paragraph(text(words), "small")


def _myths(page: Page, library: Library, voice: Voice, notes: References) -> str:
    parts = []
    for myth in library.myths:
        if page.id in myth.shown_on:
            claim = QCoreApplication.translate("Learn", "Often read: “{claim}”").format(
                claim=said(myth.claim, voice)
            )
            told = text(said(myth, voice)) + notes.mark(myth.basis, myth.sources)
            parts.append(box(paragraph(text(claim), "lead") + paragraph(told), "plain"))
    title = QCoreApplication.translate("Learn", "Not so")
    return heading(title) + "".join(parts) if parts else ""
