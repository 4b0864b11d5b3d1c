"""What was asked and tested, for a letter: safety questions, tests by side, and other answers."""

from collections.abc import Sequence
from functools import partial

from hipmap.exchange.case_words import answers_of, conflict_lines, cut, told_answers
from hipmap.exchange.paper.blocks import Block, Paragraph, Table, listed
from hipmap.exchange.passport import passport_of
from hipmap.exchange.plain_words import value_words
from hipmap.exchange.report import Report
from hipmap.exchange.unit_once import bare_label
from hipmap.model.case import NO, UNKNOWN, Answer
from hipmap.model.findings import Finding, FindingKind
from hipmap.model.spoken import translate
from hipmap.model.voice import Voice, in_short

tr = partial(translate, "Paper")
_ASKED: tuple[FindingKind, ...] = ("history", "aggravating", "easing")
_TESTS: tuple[FindingKind, ...] = ("movement", "examination", "imaging")
_NOT_TESTED = "–"
_MOST_IN_CONFLICT = 4


def red_flags(report: Report, voice: Voice, most_told: int, most: int) -> list[Block | None]:
    """What was told, denied and not known, and how many were never asked: unknown is no *no*."""
    told, negative, unknown = _parted(report, ("safety",), voice)
    blocks: list[Block | None] = [listed(cut(told, most_told))]
    blocks += _named(tr("Asked, and the answer was no: {questions}."), negative, most)
    blocks += _named(tr("Asked, and not known: {questions}."), unknown, most)
    count = len(passport_of(report).safety_open)
    if count:
        left = tr("Not asked: {count}. They are listed at the end, and nothing is known about them.")
        blocks.append(Paragraph(left.format(count=count)))
    return blocks


def answers(report: Report, voice: Voice, most: int, most_negative: int) -> list[Block | None]:
    """What was answered with more than a bare no; below it what was denied, and what was not known."""
    told, negative, unknown = _parted(report, _ASKED, voice)
    blocks: list[Block | None] = [listed(cut(told, most))]
    blocks += _named(tr("Answered with no: {questions}."), negative, most_negative)
    blocks += _named(tr("Not known: {questions}."), unknown, most_negative)
    conflicts = conflict_lines(report.assessment.conflicts, report.knowledge, voice, _MOST_IN_CONFLICT)
    return [*blocks, Paragraph(f"{'. '.join(conflicts)}.") if conflicts else None]


def tests(report: Report, voice: Voice, most: int) -> Table | None:
    """Every test with its result on each side; a dash where nothing was recorded."""
    found = list(answers_of(report.case, report.knowledge, _TESTS))
    if not found:
        return None
    sided = any(answer.side in ("right", "left") for _, answer in found)
    rows = [(bare_label(finding, voice), *_results(finding, answer, voice)) for finding, answer in found]
    if len(rows) > most:
        rows = [*rows[:most], (cut([row[0] for row in rows], most)[-1], "")]
    head = (tr("Test"), tr("Right"), tr("Left")) if sided else (tr("Test"), tr("Result"))
    return Table(head, tuple(rows))


def _results(finding: Finding, answer: Answer, voice: Voice) -> list[str]:
    """Right and left, or one result that has no side."""
    value = value_words(finding, answer.plain_value, voice)
    other = _NOT_TESTED if answer.plain_other is None else value_words(finding, answer.plain_other, voice)
    if answer.side not in ("right", "left"):
        return [value]
    return [value, other] if answer.side == "right" else [other, value]


def _parted(
    report: Report, kinds: Sequence[FindingKind], voice: Voice
) -> tuple[list[str], list[str], list[str]]:
    """Answers of some kinds in words, what holds first; and what was denied, or not known, on every side."""
    told: list[str] = []
    partly: list[str] = []
    bare: dict[object, list[str]] = {NO: [], UNKNOWN: []}
    lines = told_answers(report.case, report.knowledge, kinds, voice)
    for (finding, answer), line in zip(answers_of(report.case, report.knowledge, kinds), lines, strict=True):
        if answer.other is None and answer.value in bare:
            bare[answer.value].append(in_short(finding, voice).rstrip("?"))
        elif {answer.value, answer.other} <= {NO, UNKNOWN}:
            partly.append(line)
        else:
            told.append(line)
    return [*told, *partly], bare[NO], bare[UNKNOWN]


def _named(frame: str, names: Sequence[str], most: int) -> list[Block]:
    return [Paragraph(frame.format(questions="; ".join(cut(names, most))))] if names else []
