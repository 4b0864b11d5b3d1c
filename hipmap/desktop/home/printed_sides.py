"""What it fits with on the page for the clinic: likelihoods and reasons, for each side by itself."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.home.result_words import (
    Weighed,
    below_headline,
    headline_of,
    is_folded,
    number_of,
    word_of_row,
)
from hipmap.desktop.reason_words import reason_label
from hipmap.exchange.paper.blocks import Block, Heading, Paragraph, heading_with, listed
from hipmap.model.assessment import Assessment, ComplaintSide
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

REASONS = 3


def fits_with(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[Block]:
    """Gives the likelihoods and reasons; with marks on both sides under a heading for each side."""
    if not assessment.sides:
        if assessment.enough.why != "nothing_known":
            yield Heading(QCoreApplication.translate("HomePrint", "What it fits with"))
            yield from _likelihoods(assessment, knowledge, voice)
            yield from _reasons(assessment, knowledge, voice)
        return
    for one in assessment.sides:
        yield Heading(_side_title(one.side))
        yield Paragraph(headline_of(one, knowledge, voice))
        below = below_headline(one, knowledge, voice)
        if below:
            yield Paragraph(below)
        yield from _likelihoods(one, knowledge, voice)
        yield from _reasons(one, knowledge, voice)


def _side_title(side: ComplaintSide) -> str:
    tr = QCoreApplication.translate
    titles: dict[ComplaintSide, str] = {
        "right": tr("HomePrint", "What it fits with: right side"),
        "left": tr("HomePrint", "What it fits with: left side"),
        "both": tr("HomePrint", "What it fits with: both sides as one complaint"),
    }
    return titles[side]


def _likelihoods(weighed: Weighed, knowledge: Knowledge, voice: Voice) -> Iterator[Block]:
    tr = QCoreApplication.translate
    shown = [one for at, one in enumerate(weighed.origins) if not is_folded(one, at)]
    lines = listed(
        [
            tr("HomePrint", "{name}: {word}, {number}").format(
                name=said(knowledge.origin_by_id[one.id], voice),
                word=word_of_row(one),
                number=number_of(one, voice),
            )
            for one in shown
        ]
    )
    if lines is not None:
        yield lines
    yield Paragraph(tr("HomePrint", "More than one can be true. This is not a diagnosis."))


def _reasons(weighed: Weighed, knowledge: Knowledge, voice: Voice) -> Iterator[Block]:
    tr = QCoreApplication.translate
    first = weighed.origins[0]
    for title, reasons in (
        (tr("HomePrint", "Speaks for the first one"), first.reasons_for[:REASONS]),
        (tr("HomePrint", "Speaks against the first one"), first.reasons_against[:REASONS]),
    ):
        told = heading_with(title, [listed([reason_label(one, knowledge, voice) for one in reasons])])
        yield from (Heading(title, small=True), *told[1:]) if told else ()
