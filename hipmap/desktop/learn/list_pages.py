"""Lists to look things up in: corrected myths, words explained, limits and sources."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.markup import box, heading, paragraph, text
from hipmap.desktop.learn.references import References, sources_list
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.voice import Voice, said


def myths_page(library: Library, knowledge: Knowledge, voice: Voice) -> str:
    """Gives every claim that is often read and not true, each with what is true."""
    notes = References(knowledge, voice)
    parts = [heading(QCoreApplication.translate("Learn", "Often read, but not true"), 1)]
    for myth in library.myths:
        claim = f"“{text(said(myth.claim, voice))}”"
        told = text(said(myth, voice)) + notes.mark(myth.basis, myth.sources)
        parts.append(box(paragraph(claim, "lead") + paragraph(told), "plain"))
    return "".join((*parts, notes.listed()))


def glossary_page(library: Library, voice: Voice) -> str:
    """Gives the words that need explaining, from A to Z."""
    parts = [heading(QCoreApplication.translate("Learn", "Words explained"), 1)]
    for term in sorted(library.glossary, key=lambda one: one.term.lower()):
        meaning = term.clinician if voice == "clinician" and term.clinician is not None else term.patient
        parts.append(paragraph(f"<b>{text(term.term)}</b><br>{text(meaning)}"))
    return "".join(parts)


def limits_page(library: Library, voice: Voice) -> str:
    """Gives what everybody must know about the limits of hipmap."""
    parts = [heading(QCoreApplication.translate("Learn", "What hipmap cannot do"), 1)]
    parts += [paragraph(text(said(one, voice))) for one in library.disclaimers]
    return "".join(parts)


def sources_page(knowledge: Knowledge) -> str:
    """Gives every source by name."""
    return heading(QCoreApplication.translate("Learn", "Sources"), 1) + sources_list(knowledge)
