"""The letter in short: problem, findings, opinion and plan, for a reader who has half a minute."""

from collections.abc import Iterator, Mapping
from functools import partial

from hipmap.exchange.assessment_text import TELLS_LITTLE
from hipmap.exchange.case_words import answers_of, marked_places, who_words
from hipmap.exchange.drawing.likelihoods import origin_line, shown_origins
from hipmap.exchange.paper.blocks import Facts
from hipmap.exchange.plain_words import ENOUGH_WORDS, reason_words, value_words, with_answer
from hipmap.exchange.report import Report
from hipmap.exchange.urgency_told import is_today
from hipmap.model.assessment import NextFinding
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.findings import Finding
from hipmap.model.raised_flags import raised_flags
from hipmap.model.spoken import phrases, translate
from hipmap.model.telling_next import telling_most, tells_little
from hipmap.model.voice import Voice, in_sentence, in_short, said
from hipmap.reasoning.imaging_advice import told_advice

tr = partial(translate, "Paper")
_FINDINGS = 3
_ALARMING = 6
_ORIGINS = 2
_ADVICE = 2
_COURSE = ("duration_weeks", "onset")
_PROBLEM: Mapping[Voice, str] = phrases("Paper", {"clinician": "Problem", "patient": "My problem"})
_FOUND: Mapping[Voice, str] = phrases("Paper", {"clinician": "Key findings", "patient": "What stands out"})
_OPINION: Mapping[Voice, str] = phrases("Paper", {"clinician": "Opinion", "patient": "What it may be"})
_NEXT: Mapping[Voice, str] = phrases("Paper", {
    "clinician": "To ask or test next: {names}.",
    "patient": "Good to know next: {names}.",
})  # fmt: skip
_NOW: Mapping[Voice, str] = phrases("Paper", {
    "clinician": "As said above, without delay; nothing is to be asked or tried first.",
    "patient": "As said above, and do not wait.",
})  # fmt: skip
_PLAN: Mapping[Voice, str] = phrases("Paper", {"clinician": "Plan", "patient": "What next"})


def summary(report: Report, voice: Voice) -> Facts:
    """Gives the few lines that are read first; each is told at length below."""
    rows = (
        (_PROBLEM[voice], _problem(report, voice)),
        (_FOUND[voice], "; ".join(_found(report, voice))),
        (_OPINION[voice], _opinion(report, voice)),
        (_PLAN[voice], _plan(report, voice)),
    )
    return Facts(tuple(row for row in rows if row[1]))


def what_next(report: Report, voice: Voice) -> list[str]:
    """Gives questions, tests and pictures; no question while it is urgent, to patients only their own."""
    advice = [said(rule, voice) for rule in told_advice(report.assessment, report.knowledge)[:_ADVICE]]
    return [*_steps(report, voice), *advice]


def _steps(report: Report, voice: Voice) -> list[str]:
    told = [said(one, voice) for one in _to_ask(report, voice)]
    if told or is_today(report):
        return told
    return [TELLS_LITTLE[voice]] if tells_little(report.assessment, _open_to(report, voice)) else []


def _to_ask(report: Report, voice: Voice) -> list[Finding]:
    """What would tell most; nothing while help is needed first."""
    if is_today(report):
        return []
    return [report.knowledge.finding_by_id[one.finding] for one in telling_most(_open_to(report, voice))]


def _open_to(report: Report, voice: Voice) -> list[NextFinding]:
    return [one for one in report.assessment.next if voice == "clinician" or one.who != "clinician"]


def _problem(report: Report, voice: Voice) -> str:
    places = marked_places(report.case, "pain", report.knowledge, voice)
    worst = [mark for mark in report.case.marks if mark.worst]
    first = marked_places(
        report.case.model_copy(update={"marks": tuple(worst)}), "pain", report.knowledge, voice
    )
    parts = [who_words(report.case), *(first or places[:1])]
    left = len(places) - 1
    if left > 0:
        parts.append(tr("other painful places: {count}").format(count=left))
    for finding, answer in answers_of(report.case, report.knowledge, ("history",)):
        if finding.id in _COURSE and not answer.is_unknown:
            parts.append(with_answer(finding, value_words(finding, answer.plain_value, voice), voice))
    return "; ".join(parts) + "."


def _found(report: Report, voice: Voice) -> Iterator[str]:
    """What raised an alarm, else the answers that say most for the first origin; places are the problem."""
    if is_today(report):
        raised = raised_flags(report.assessment.urgency, report.knowledge)
        features = (said(feature, voice) for one in raised for feature in one.features)
        yield from list(dict.fromkeys(features))[:_ALARMING]
        return
    known = report.knowledge.finding_by_id
    for one in report.assessment.origins[:1]:
        told = [reason for reason in one.reasons_for if reason.finding in known]
        yield from (reason_words(reason, report.knowledge, voice) for reason in told[:_FINDINGS])


def _opinion(report: Report, voice: Voice) -> str:
    """What may be serious where that cannot wait, and where it can for today the likeliest origins too."""
    raised = raised_flags(report.assessment.urgency, report.knowledge)
    names = "; ".join(dict.fromkeys(in_sentence(said(one.name, voice)) for one in raised))
    serious = tr("To be excluded first: {names}.").format(names=names)
    if is_today(report):
        return serious
    soon = f"{serious} " if raised and report.assessment.urgency.tier == "within_2_weeks" else ""
    shown = [one for one in shown_origins(report.assessment) if one.id != NOT_COVERED][:_ORIGINS]
    if not shown:
        return serious if soon else ""
    lines = "; ".join(origin_line(one, report, voice) for one in shown)
    return f"{soon}{lines}. {ENOUGH_WORDS[report.assessment.enough.why][voice]}"


def _plan(report: Report, voice: Voice) -> str:
    """That what stands above is done, else what would tell most."""
    if is_today(report):
        return _NOW[voice]
    names = [in_short(one, voice).rstrip("?.") for one in _to_ask(report, voice)]
    return _NEXT[voice].format(names="; ".join(names)) if names else " ".join(_steps(report, voice))
