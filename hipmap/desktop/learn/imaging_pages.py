"""Scans as rich text: the comparison, what each test shows, and what is seen in people without pain."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.learn.markup import heading, listing, paragraph, table, text
from hipmap.desktop.learn.references import References
from hipmap.model.imaging_tests import Modality, Noted, PainFreeFinding
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.voice import Voice, said


def comparison_part(library: Library, voice: Voice, notes: References) -> str:
    """Gives the lumbar MRI and the hip MRI side by side."""
    tr = QCoreApplication.translate
    rows = [
        (
            f"<b>{text(said(one.aspect, voice))}</b>{notes.mark(one.basis, one.sources)}",
            text(said(one.lumbar, voice)),
            text(said(one.hip, voice)),
        )
        for one in library.comparison
    ]
    head = ["", tr("Learn", "MRI of the lower back"), tr("Learn", "MRI of the hip")]
    return heading(tr("Learn", "Side by side")) + table(head, rows)


def pain_free_part(library: Library, voice: Voice, notes: References) -> str:
    """Gives how common findings are in people who have no pain, by age where that is known."""
    aged = [one for one in library.pain_free_findings if one.by_age]
    ages = sorted({age for one in aged for age in one.by_age})
    rows = [
        [
            text(said(one, voice)) + notes.mark("published", [one.source]),
            *(_share(one, age) for age in ages),
        ]
        for one in aged
    ]
    tr = QCoreApplication.translate
    head = [tr("Learn", "Of 100 people without pain, aged"), *(str(age) for age in ages)]
    others = [one for one in library.pain_free_findings if not one.by_age]
    lines = [[_named(one, voice, notes), _one_share(one)] for one in others]
    recalled = tr("Learn", "Figures in brackets are recalled from the paper’s table.")
    return "".join(
        (
            heading(tr("Learn", "Seen in people without pain")),
            table(head, rows, numbers_from=1),
            paragraph(text(recalled), "small") if any(one.recalled_ages for one in aged) else "",
            table([tr("Learn", "Also"), tr("Learn", "of 100")], lines, numbers_from=1),
        )
    )


def _named(one: PainFreeFinding, voice: Voice, notes: References) -> str:
    words = text(said(one, voice)) + notes.mark("published", [one.source])
    return f"{words}<br>{text(said(one.note, voice))}" if one.note is not None else words


def _share(one: PainFreeFinding, age: int) -> str:
    if age not in one.by_age:
        return "–"
    share = f"{one.by_age[age]:g}"
    return f"({share})" if age in one.recalled_ages else share


def _one_share(one: PainFreeFinding) -> str:
    if one.percent is not None:
        return f"{one.percent:g}"
    return f"{one.least:g}–{one.most:g}"


def modalities_page(library: Library, knowledge: Knowledge, voice: Voice) -> str:
    """Gives every test: what it shows, what it cannot show, and when it is wanted."""
    tr = QCoreApplication.translate
    notes = References(knowledge, voice)
    parts = [heading(tr("Learn", "Which test shows what"), 1)]
    parts += [_modality(one, voice, notes) for one in library.modalities]
    return "".join((*parts, notes.listed()))


def _modality(one: Modality, voice: Voice, notes: References) -> str:
    tr = QCoreApplication.translate
    lists = (
        (tr("Learn", "Shows"), one.shows),
        (tr("Learn", "Does not show"), one.does_not_show),
        (tr("Learn", "Wanted when"), one.wanted_when),
        (tr("Learn", "First test for"), one.first_for),
        (tr("Learn", "Mind"), one.cautions),
        (tr("Learn", "How well it tells"), one.accuracy if voice == "clinician" else ()),
    )
    body = "".join(heading(title, 3) + _lines(lines, voice, notes) for title, lines in lists if lines)
    return heading(said(one, voice)) + paragraph(text(said(one.what, voice))) + body


def _lines(lines: Iterable[Noted], voice: Voice, notes: References) -> str:
    return listing(text(said(one, voice)) + notes.mark(one.basis, one.sources) for one in lines)
