"""A letter to a doctor, two pages at most: urgency, question, map, likelihoods, reasons and tests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hipmap.exchange.assessment_text import TELLS_LITTLE
from hipmap.exchange.case_words import answer_words, answers_of, cut, told_answers, who_words
from hipmap.exchange.paper.blocks import (
    Block,
    Document,
    Facts,
    Listing,
    Paragraph,
    Table,
    heading_with,
    listed,
)
from hipmap.exchange.paper.parts import (
    foot,
    likelihood_blocks,
    map_blocks,
    passport_blocks,
    safety_net,
    urgency_notice,
)
from hipmap.exchange.plain_words import CONFLICT_WORDS, LEAST_DECIBANS, reason_words
from hipmap.exchange.report import ReadAsset, Report
from hipmap.model.assessment import Likelihood, Reason
from hipmap.model.case import NO, UNKNOWN
from hipmap.model.findings import FindingKind
from hipmap.model.raised_flags import raised_flags
from hipmap.model.telling_next import telling_most, tells_little
from hipmap.model.voice import Voice, in_sentence, in_short, said
from hipmap.reasoning.imaging_advice import told_advice

MOST_PAGES = 2
_WITH_REASONS = 2
_LEAST_SHOWN = 0.05
_ASKED: tuple[FindingKind, ...] = ("history", "aggravating", "easing", "safety")
_TESTS: tuple[FindingKind, ...] = ("movement", "examination", "imaging")
_TITLES: dict[Voice, str] = {
    "clinician": "Hip and back pain: findings and question",
    "patient": "Hip and back pain: a letter to my doctor",
}


@dataclass(frozen=True)
class Density:
    """How much of each part is told at most, how wide the pictures are, and how high letters, in points."""

    causes: int
    places: int
    reasons: int
    tests: int
    answers: int
    negatives: int
    map_share: float
    figure_share: float
    letters: float


DENSITIES = (
    Density(9, 99, 5, 40, 40, 60, map_share=0.75, figure_share=0.9, letters=9.5),
    Density(6, 12, 4, 16, 14, 24, map_share=0.65, figure_share=0.8, letters=9.5),
    Density(4, 6, 3, 9, 8, 10, map_share=0.55, figure_share=0.7, letters=9),
    Density(2, 3, 2, 6, 5, 4, map_share=0.5, figure_share=0.65, letters=8.5),
    Density(1, 2, 1, 3, 3, 2, map_share=0.4, figure_share=0.55, letters=8),
)
"""From all that there is to what two pages always hold; what is left out is counted."""


def letter(report: Report, voice: Voice, read: ReadAsset, density: Density = DENSITIES[0]) -> Document:
    """Gives the letter, so full as the density says."""
    blocks = (
        _head(report),
        urgency_notice(report, voice, density.causes),
        *heading_with(_QUESTION[voice], [Paragraph(_question(report, voice)), _note(report)]),
        *heading_with("Where it hurts", map_blocks(report, voice, read, density.map_share, density.places)),
        *heading_with("Where it may come from", likelihood_blocks(report, voice, density.figure_share)),
        *_reasons(report, voice, density),
        *heading_with("Examination and tests", [_tests(report, voice, density)]),
        *heading_with("What was told", _answers(report, voice, density)),
        *heading_with("What would help next", _next(report, voice)),
        *heading_with(_NET[voice], [Paragraph(safety_net(report, voice))]),
        *passport_blocks(report, voice),
    )
    return Document(_TITLES[voice], blocks, foot(report), density.letters)


_SEE: dict[Voice, str] = {
    "clinician": "Please see this person to confirm or exclude: {names}.",
    "patient": "Please see me, to find out whether I have this: {names}.",
}
_QUESTION: dict[Voice, str] = {"clinician": "Question", "patient": "My question"}
_NET: dict[Voice, str] = {"clinician": "Safety net", "patient": "What to watch for"}


def _head(report: Report) -> Facts:
    details = report.details
    given = (
        ("To", details.to), ("From", details.sender), ("Date", details.day), ("About", details.name),
        ("Born", details.born), ("Number", details.number), ("Person", who_words(report.case)),
    )  # fmt: skip
    return Facts(tuple((name, what) for name, what in given if what))


def _question(report: Report, voice: Voice) -> str:
    """The question that was typed, else the one that the result raises."""
    if report.details.question:
        return report.details.question
    if report.assessment.urgency.tier in ("emergency_now", "same_day"):
        raised = raised_flags(report.assessment.urgency, report.knowledge)
        names = "; ".join(cut([in_sentence(said(one.name, voice)) for one in raised], _WITH_REASONS))
        return _SEE[voice].format(names=names)
    shown = _origins(report)
    if not shown:
        return "Please assess; too little is known so far to name a likely origin."
    names = " or ".join(
        in_sentence(said(report.knowledge.origin_by_id[one.id], voice)) for one in shown[:_WITH_REASONS]
    )
    if voice == "patient":
        return f"Does my pain come from here: {names}? What should happen next?"
    return f"Can you confirm or exclude: {names}? Please advise on the next step."


def _note(report: Report) -> Paragraph | None:
    return Paragraph(report.details.note) if report.details.note else None


def _origins(report: Report) -> list[Likelihood]:
    if report.assessment.enough.why == "nothing_known":
        return []
    return [one for one in report.assessment.origins[:_WITH_REASONS] if one.probability >= _LEAST_SHOWN]


def _reasons(report: Report, voice: Voice, density: Density) -> Iterator[Block]:
    for one in _origins(report):
        name = in_sentence(said(report.knowledge.origin_by_id[one.id], voice))
        told = [
            *_reason_lines("For", one.reasons_for, report, voice, density),
            *_reason_lines("Against", one.reasons_against, report, voice, density),
        ]
        yield from heading_with(f"Why {name}", [listed(told)])


def _reason_lines(
    title: str, reasons: Sequence[Reason], report: Report, voice: Voice, density: Density
) -> Iterator[str]:
    telling = [one for one in reasons if abs(one.weight) >= LEAST_DECIBANS][: density.reasons]
    if telling:
        yield f"{title}: {'; '.join(reason_words(one, report.knowledge, voice) for one in telling)}"


def _tests(report: Report, voice: Voice, density: Density) -> Table | None:
    rows = [
        (in_short(finding, voice), answer_words(finding, answer, voice))
        for finding, answer in answers_of(report.case, report.knowledge, _TESTS)
    ]
    if not rows:
        return None
    left = len(rows) - density.tests
    more = [(f"and {left} more, in the record", "")] if left > 0 else []
    return Table(("Test", "Result"), (*rows[: density.tests], *more))


def _answers(report: Report, voice: Voice, density: Density) -> list[Block | None]:
    """What was answered with more than a bare no; below it what was denied, and what was not known."""
    told = told_answers(report.case, report.knowledge, _ASKED, voice)
    pairs = list(zip(answers_of(report.case, report.knowledge, _ASKED), told, strict=True))
    bare = {NO: "Answered with no", UNKNOWN: "Not known"}
    lines = [line for (_, answer), line in pairs if answer.value not in bare or answer.other is not None]
    blocks: list[Block | None] = [listed(cut(lines, density.answers))]
    for value, title in bare.items():
        names = [
            in_short(finding, voice).rstrip("?")
            for (finding, answer), _ in pairs
            if answer.value == value and answer.other is None
        ]
        if names:
            blocks.append(Paragraph(f"{title}: {'; '.join(cut(names, density.negatives))}."))
    conflicts = dict.fromkeys(CONFLICT_WORDS[one.id] for one in report.assessment.conflicts)
    return [*blocks, Paragraph(f"{'. '.join(conflicts)}.") if conflicts else None]


def _next(report: Report, voice: Voice) -> list[Listing | None]:
    """Questions, tests and pictures; a patient is told what a patient can answer."""
    assessment, knowledge = report.assessment, report.knowledge
    steps = [one for one in assessment.next if voice == "clinician" or one.who != "clinician"]
    told = [said(knowledge.finding_by_id[one.finding], voice) for one in telling_most(steps)]
    if not told and tells_little(assessment, steps):
        told = [TELLS_LITTLE[voice]]
    advice = [said(rule, voice) for rule in told_advice(assessment, knowledge)[:2]]
    return [listed([*told, *advice])]
