"""A letter to a doctor, two pages at most: urgency, question, summary, map, likelihoods, reasons, tests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from hipmap.exchange.case_words import cut, who_words
from hipmap.exchange.paper.blocks import (
    Block,
    Columns,
    Document,
    Facts,
    Heading,
    Paragraph,
    heading_with,
    listed,
)
from hipmap.exchange.paper.findings import answers, red_flags, tests
from hipmap.exchange.paper.parts import (
    foot,
    map_and_likelihoods,
    passport_blocks,
    safety_net,
    urgency_notice,
)
from hipmap.exchange.paper.summary import summary, what_next
from hipmap.exchange.plain_words import LEAST_DECIBANS, reason_words
from hipmap.exchange.report import ReadAsset, Report
from hipmap.exchange.urgency_told import is_today
from hipmap.model.assessment import Likelihood, Reason
from hipmap.model.raised_flags import raised_flags
from hipmap.model.shown_numbers import is_shown
from hipmap.model.spoken import phrases, translate
from hipmap.model.voice import Voice, in_sentence, said

tr = partial(translate, "Paper")
MOST_PAGES = 2
_WITH_REASONS = 2


@dataclass(frozen=True)
class Density:
    """How much of each part is told at most, how wide the map is, and how high letters, in points."""

    causes: int
    places: int
    reasons: int
    tests: int
    answers: int
    negatives: int
    share: float
    letters: float


DENSITIES = (
    Density(9, 99, 5, 40, 40, 60, share=1.0, letters=9.5),
    Density(6, 12, 5, 16, 14, 24, share=0.85, letters=9.5),
    Density(6, 12, 4, 16, 14, 24, share=0.7, letters=9),
    Density(4, 6, 3, 9, 8, 10, share=0.65, letters=9),
    Density(2, 3, 2, 6, 5, 4, share=0.6, letters=8.5),
    Density(1, 2, 1, 3, 3, 2, share=0.5, letters=8),
)
"""From all that there is to what two pages always hold; what is left out is counted."""

_TITLES: Mapping[Voice, str] = phrases("Paper", {
    "clinician": "Hip and back pain: findings and question",
    "patient": "Hip and back pain: a letter to my doctor",
})  # fmt: skip
_SEE: Mapping[Voice, str] = phrases("Paper", {
    "clinician": "Please see this person to confirm or exclude: {names}.",
    "patient": "Please see me, to find out whether I have this: {names}.",
})  # fmt: skip
_ASK: Mapping[Voice, str] = phrases("Paper", {
    "clinician": "Can you confirm or exclude: {names}? Please advise on the next step.",
    "patient": "Does my pain come from here: {names}? What should happen next?",
})  # fmt: skip
_LITTLE: Mapping[Voice, str] = phrases("Paper", {
    "clinician": "Please assess; too little is known so far to name a likely origin.",
    "patient": "Please help me find out where my pain comes from. Too little is known so far.",
})  # fmt: skip
_QUESTION: Mapping[Voice, str] = phrases("Paper", {"clinician": "Question", "patient": "My question"})
_NET: Mapping[Voice, str] = phrases("Paper", {"clinician": "Safety net", "patient": "What to watch for"})


def letter(report: Report, voice: Voice, read: ReadAsset, density: Density = DENSITIES[0]) -> Document:
    """Gives the letter, so full as the density says."""
    titles = (tr("Where it hurts"), tr("Where it may come from"))
    blocks = (
        _head(report),
        urgency_notice(report, voice, density.causes),
        *heading_with(_QUESTION[voice], [Paragraph(_question(report, voice)), _note(report)]),
        *heading_with(tr("In short"), [summary(report, voice)]),
        *map_and_likelihoods(report, voice, read, titles, density.share, density.places),
        *_reasons(report, voice, density),
        *heading_with(tr("Safety questions"), red_flags(report, voice, density.answers, density.negatives)),
        *heading_with(tr("Examination and tests"), [tests(report, voice, density.tests)]),
        *heading_with(tr("What was told"), answers(report, voice, density.answers, density.negatives)),
        *heading_with(tr("What would help next"), [listed(what_next(report, voice))]),
        *heading_with(_NET[voice], [Paragraph(safety_net(report, voice))]),
        *passport_blocks(report, voice),
    )
    return Document(_TITLES[voice], blocks, foot(report), density.letters)


def _head(report: Report) -> Columns:
    details = report.details
    left = ((tr("To"), details.to), (tr("From"), details.sender), (tr("Date"), details.day))
    right = (
        (tr("About"), details.name), (tr("Born"), details.born), (tr("Number"), details.number),
        (tr("Person"), who_words(report.case)),
    )  # fmt: skip
    sides = [Facts(tuple(row for row in rows if row[1])) for rows in (left, right)]
    return Columns((sides[0],), (sides[1],))


def _question(report: Report, voice: Voice) -> str:
    """The question that was typed, else the one that the result raises."""
    if report.details.question:
        return report.details.question
    raised = raised_flags(report.assessment.urgency, report.knowledge)
    serious = cut([in_sentence(said(one.name, voice)) for one in raised], _WITH_REASONS)
    if is_today(report):
        return _SEE[voice].format(names="; ".join(serious))
    origins = [said(report.knowledge.origin_by_id[one.id], voice) for one in _origins(report)]
    named = [*serious, *map(in_sentence, origins)]
    return _ASK[voice].format(names="; ".join(named)) if named else _LITTLE[voice]


def _note(report: Report) -> Paragraph | None:
    return Paragraph(report.details.note) if report.details.note else None


def _origins(report: Report) -> list[Likelihood]:
    if report.assessment.enough.why == "nothing_known":
        return []
    return [one for one in report.assessment.origins[:_WITH_REASONS] if is_shown(one.probability)]


def _reasons(report: Report, voice: Voice, density: Density) -> Iterator[Block]:
    """What speaks for and against the first origins, beside each other, strongest first."""
    for one in _origins(report):
        name = in_sentence(said(report.knowledge.origin_by_id[one.id], voice))
        left = _told(tr("Points towards it"), _reason_lines(one.reasons_for, report, voice, density))
        right = _told(tr("Points away from it"), _reason_lines(one.reasons_against, report, voice, density))
        yield from heading_with(tr("Why {origin}").format(origin=name), [Columns(left, right, whole=True)])
    if _origins(report) and voice == "clinician":
        yield Paragraph(tr("Strongest first. Where it says judgement, no study gave the figure."), small=True)


def _told(title: str, lines: Sequence[str]) -> tuple[Block, ...]:
    return Heading(title, small=True), listed(lines) or Paragraph(tr("Nothing that was told."))


def _reason_lines(reasons: Sequence[Reason], report: Report, voice: Voice, density: Density) -> list[str]:
    telling = [one for one in reasons if abs(one.weight) >= LEAST_DECIBANS][: density.reasons]
    return [_reason_line(one, report, voice) for one in telling]


def _reason_line(one: Reason, report: Report, voice: Voice) -> str:
    words = reason_words(one, report.knowledge, voice)
    if voice == "patient" or one.kind != "judged":
        return words
    return tr("{reason} (judgement)").format(reason=words)
