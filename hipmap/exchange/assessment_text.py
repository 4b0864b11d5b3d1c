"""An assessment as plain text: urgency, origins with number, range and reasons, and what to ask about."""

from collections.abc import Iterator, Mapping

from hipmap.exchange.case_words import conflict_lines
from hipmap.exchange.plain_words import (
    END_WORDS,
    ENOUGH_WORDS,
    LEAST_DECIBANS,
    SCALE,
    TIER_WORDS,
    WORDS,
    chance_words,
    closing_lines,
    number_words,
    percent_words,
    reason_words,
)
from hipmap.exchange.reason_weights import weight_words
from hipmap.exchange.report import Report
from hipmap.exchange.sides_text import sides_text
from hipmap.exchange.urgency_told import answered_yes
from hipmap.model.assessment import Assessment, Likelihood, NextFinding
from hipmap.model.case import Case
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.knowledge import Knowledge
from hipmap.model.outside_causes import outside_cause
from hipmap.model.question_ends import end_worth_saying
from hipmap.model.raised_flags import RaisedFlag, raised_flags, telling_reasons
from hipmap.model.shown_numbers import is_shown
from hipmap.model.spoken import phrases
from hipmap.model.telling_next import telling_most, tells_little
from hipmap.model.urgency_texts import safety_net_text
from hipmap.model.voice import Voice, in_sentence, said
from hipmap.reasoning.imaging_advice import told_advice
from hipmap.reasoning.who_is_asked import safety_not_asked

_ORIGINS_WITH_REASONS = 2
_REASONS = 5
_PICTURES = 4
# About the origin only: an open safety question is asked for another reason.
TELLS_LITTLE: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "No single question or movement would now change much about where your pain comes from.",
        "clinician": "No single question or test would now change much about where the pain comes from.",
    },
)


def assessment_text(
    case: Case, assessment: Assessment, knowledge: Knowledge, voice: Voice, country: str | None = None
) -> str:
    """Gives the whole assessment of a case as text in one voice, ending with what made it.

    `country` (two letters) says whose emergency number is named.
    """
    still_open = len(safety_not_asked(case, knowledge))
    net = _safety_net(assessment, knowledge, voice, country)
    likely = (
        _origins(assessment, knowledge, voice),
        sides_text(assessment, knowledge, voice),
        _reasons(assessment, knowledge, voice),
        _next(assessment, knowledge, voice),
        _pictures(assessment, knowledge, voice),
    )
    # Whom to call stands above everything else where it must happen today.
    today = assessment.urgency.tier in ("emergency_now", "same_day")
    parts = (
        _urgency(Report(case, assessment, knowledge), voice, still_open),
        *((net, *likely) if today else (*likely, net)),
        _closing(assessment, knowledge, voice, still_open),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _urgency(report: Report, voice: Voice, still_open: int) -> Iterator[str]:
    assessment, knowledge, urgency = report.assessment, report.knowledge, report.assessment.urgency
    yield TIER_WORDS[urgency.tier][voice]
    for raised in raised_flags(urgency, knowledge):
        yield from _raised(raised, assessment, knowledge, voice)
    if yes := answered_yes(report, voice):
        yield f"  {yes}"
    if still_open:
        yield f"  Safety questions not asked yet: {still_open}"
    if urgency.unknown:
        yield f"  Safety questions answered “don’t know”: {len(urgency.unknown)}; try to find out"
    if urgency.tier in ("emergency_now", "same_day"):
        yield "  The likelihoods below do not change this."
    yield ""


def _raised(raised: RaisedFlag, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    """One serious cause: what raised it, and what to do."""
    why = [said(feature, voice) for feature in raised.features]
    if raised.probability is not None:
        chance = chance_words(raised.probability, voice)
        reasons = () if why else telling_reasons(raised, assessment)
        above_all = "; ".join(reason_words(reason, knowledge, voice) for reason in reasons)
        point = "the answers together also point to it" if why else "the answers together point to it"
        why.append(f"{point} ({chance}){', above all: ' + above_all if above_all else ''}")
    yield f"  {said(raised.name, voice)}: {'; '.join(why)}"
    if raised.action:
        yield f"  -> {said(raised.action, voice)}"


def _origins(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    if assessment.enough.why == "nothing_known":
        yield "Nothing is marked or answered yet, so nothing can be said about where the pain comes from."
        yield ""
        return
    yield "Where it is likely to come from (more than one can be true)"
    cause = outside_cause(assessment.conditions, knowledge)
    for likelihood in assessment.origins:
        if is_shown(likelihood.probability) or likelihood.id == NOT_COVERED:
            origin = knowledge.origin_by_id[likelihood.id]
            label = said(origin, voice)
            if origin.id == NOT_COVERED and cause is not None:
                label = f"{label} ({in_sentence(said(cause, voice))})"
            yield f"  {label}: {WORDS[likelihood.word]}, {number_words(likelihood, voice)}"
    for pair in assessment.combined:
        if is_shown(pair.probability):
            both = [knowledge.origin_by_id[name] for name in pair.origins]
            names = " with ".join(said(one, voice) for one in both)
            yield f"  Both together: {names}, {chance_words(pair.probability, voice)}"
    if voice == "clinician":
        yield f"  {SCALE}"
        likely = [one for one in assessment.conditions if is_shown(one.probability)]
        yield "Conditions: " + ", ".join(
            f"{knowledge.condition_by_id[one.id].clinician} {percent_words(one.probability)}"
            for one in likely
        )
    yield ""


def _reasons(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    for likelihood in assessment.origins[:_ORIGINS_WITH_REASONS]:
        if is_shown(likelihood.probability):
            yield from _origin_reasons(likelihood, knowledge, voice)


def _origin_reasons(likelihood: Likelihood, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    told = [
        f"  {title}: {reason_words(reason, knowledge, voice)} ({weight_words(reason, voice)})"
        for title, reasons in (
            ("points towards", likelihood.reasons_for),
            ("points away", likelihood.reasons_against),
        )
        for reason in [one for one in reasons if abs(one.weight) >= LEAST_DECIBANS][:_REASONS]
    ]
    if told:
        yield f"Why {in_sentence(said(knowledge.origin_by_id[likelihood.id], voice))}"
        yield from told
        yield ""


def _pictures(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    told = told_advice(assessment, knowledge)
    if told:
        yield "Pictures and tests: what to ask about"
        yield from (f"  {said(rule, voice)}" for rule in told[:_PICTURES])
        yield ""


def _next(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    """What would tell most now, or that nothing would; a patient is told what a patient can answer."""
    steps = _steps(assessment, voice)
    shown = telling_most(steps)
    if shown:
        yield "What would tell most now"
    elif tells_little(assessment, steps):
        yield TELLS_LITTLE[voice]
    else:
        return
    for step in shown:
        told = said(knowledge.finding_by_id[step.finding], voice)
        names = [said(knowledge.origin_by_id[one], voice) for one in step.separates]
        apart = f" ({in_sentence(names[0])} or {in_sentence(names[1])})" if voice == "clinician" else ""
        yield f"  {told}{apart}"
    yield ""


def _steps(assessment: Assessment, voice: Voice) -> list[NextFinding]:
    """What can be asked or tried: a patient is not told what only a clinician can do."""
    return [one for one in assessment.next if voice == "clinician" or one.who != "clinician"]


def _safety_net(
    assessment: Assessment, knowledge: Knowledge, voice: Voice, country: str | None
) -> Iterator[str]:
    row = knowledge.emergency_by_country.get(country) if country is not None else None
    call = f"Call {row.ambulance}." if row is not None else "Call your local emergency number."
    yield "What to watch for" if voice == "patient" else "Safety net"
    yield f"  {safety_net_text(knowledge.safety_net_by_tier[assessment.urgency.tier], voice, call)}"
    yield ""


def _closing(assessment: Assessment, knowledge: Knowledge, voice: Voice, still_open: int) -> Iterator[str]:
    yield from conflict_lines(assessment.conflicts, knowledge, voice)
    end = end_worth_saying(assessment, _steps(assessment, voice), not still_open)
    ended = () if end is None else (END_WORDS[end][voice],)
    yield " ".join((ENOUGH_WORDS[assessment.enough.why][voice], *ended))
    yield from closing_lines(assessment.versions)
