"""What it fits with on the page for the clinic: likelihoods and reasons, for each side by itself."""

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.home.result_words import (
    Weighed,
    below_headline,
    headline_of,
    is_folded,
    number_of,
    word_of_row,
)
from hipmap.desktop.home.rich_text import heading, listing, paragraph
from hipmap.desktop.reason_words import reason_label
from hipmap.model.assessment import Assessment, ComplaintSide
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

REASONS = 3


def fits_with(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the likelihoods and reasons; with marks on both sides under a heading for each side."""
    tr = QCoreApplication.translate
    if not assessment.sides:
        if assessment.enough.why == "nothing_known":
            return ""
        title = heading(tr("HomePrint", "What it fits with"), 2)
        return title + _likelihoods(assessment, knowledge, voice) + _reasons(assessment, knowledge, voice, 2)
    return "".join(
        heading(_side_title(one.side), 2)
        + paragraph(headline_of(one, knowledge, voice))
        + paragraph(below_headline(one, knowledge, voice))
        + _likelihoods(one, knowledge, voice)
        + _reasons(one, knowledge, voice, 3)
        for one in assessment.sides
    )


def _side_title(side: ComplaintSide) -> str:
    tr = QCoreApplication.translate
    titles: dict[ComplaintSide, str] = {
        "right": tr("HomePrint", "What it fits with: right side"),
        "left": tr("HomePrint", "What it fits with: left side"),
        "both": tr("HomePrint", "What it fits with: both sides as one complaint"),
    }
    return titles[side]


def _likelihoods(weighed: Weighed, knowledge: Knowledge, voice: Voice) -> str:
    tr = QCoreApplication.translate
    shown = [one for at, one in enumerate(weighed.origins) if not is_folded(one, at)]
    lines = [
        tr("HomePrint", "{name}: {word}, {number}").format(
            name=said(knowledge.origin_by_id[one.id], voice),
            word=word_of_row(one),
            number=number_of(one, voice),
        )
        for one in shown
    ]
    note = tr("HomePrint", "More than one can be true. This is not a diagnosis.")
    return listing(lines) + paragraph(note)


def _reasons(weighed: Weighed, knowledge: Knowledge, voice: Voice, level: int) -> str:
    tr = QCoreApplication.translate
    first = weighed.origins[0]
    parts = []
    for title, reasons in (
        (tr("HomePrint", "Speaks for the first one"), first.reasons_for[:REASONS]),
        (tr("HomePrint", "Speaks against the first one"), first.reasons_against[:REASONS]),
    ):
        if reasons:
            lines = [reason_label(one, knowledge, voice) for one in reasons]
            parts.append(heading(title, level) + listing(lines))
    return "".join(parts)
