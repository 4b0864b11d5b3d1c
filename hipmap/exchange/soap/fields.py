"""The fields of a SOAP note: what was told, found, thought and planned, each a list of short texts."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from hipmap.exchange.assessment_text import TELLS_LITTLE
from hipmap.exchange.case_words import (
    answer_words,
    answers_of,
    conflict_lines,
    marked_places,
    own_words,
    place_words,
    quality_words,
    strength_words,
    told_answers,
    who_words,
)
from hipmap.exchange.passport import not_validated, passport_of
from hipmap.exchange.plain_words import (
    ENOUGH_WORDS,
    LEAST_DECIBANS,
    likelihood_words,
    percent_words,
    reason_words,
    with_answer,
)
from hipmap.exchange.report import Report
from hipmap.exchange.urgency_told import action_words, call_words, is_today, raised_words, urgency_title
from hipmap.model.assessment import Likelihood, Reason
from hipmap.model.case import NO, YES
from hipmap.model.conditions import NOT_COVERED
from hipmap.model.findings import Finding, FindingKind
from hipmap.model.shown_numbers import is_shown
from hipmap.model.spoken import translate
from hipmap.model.telling_next import telling_most, tells_little
from hipmap.model.urgency_texts import safety_net_text
from hipmap.model.voice import Voice, said
from hipmap.reasoning.imaging_advice import told_advice

tr = partial(translate, "Paper")
Texts = Sequence[str]
_MOST_IN_CONFLICT = 4
_CLINICIAN: Voice = "clinician"


def _sites(report: Report) -> Texts:
    places = marked_places(report.case, "pain", report.knowledge, _CLINICIAN)
    pin = report.case.pin
    finger = (
        [
            tr("one finger at {place}").format(
                place=place_words(pin.zone, pin.side, report.knowledge, _CLINICIAN)
            )
        ]
        if pin
        else []
    )
    return [*places, *finger] or [tr("no painful place marked")]


def _yes_or_no(report: Report, kind: FindingKind, answer: str) -> Texts:
    """Labels of the findings of a kind that were answered yes, or no."""
    return [
        finding.clinician
        for finding in report.knowledge.findings
        if finding.kind == kind
        and finding.id in report.case.answers
        and set(report.case.answers[finding.id].told) == {answer}
    ]


def _history(report: Report) -> Texts:
    return told_answers(report.case, report.knowledge, ("history",), _CLINICIAN)


def _named(findings: Iterable[Finding]) -> Texts:
    return [one.clinician for one in findings]


def _red_flags_told(report: Report) -> Texts:
    """Safety questions with another answer than a bare no or *don't know*."""
    return [
        with_answer(finding, answer_words(finding, answer, _CLINICIAN), _CLINICIAN)
        for finding, answer in answers_of(report.case, report.knowledge, ("safety",))
        if set(answer.told) != {NO} and not answer.is_unknown
    ]


def _red_flags_negative(report: Report) -> Texts:
    asked = any(answers_of(report.case, report.knowledge, ("safety",)))
    return _yes_or_no(report, "safety", NO) or [tr("none") if asked else tr("none asked")]


def _red_flags_open(report: Report) -> Texts:
    count = len(passport_of(report).safety_open)
    return [tr("{count} screening questions").format(count=count)] if count else []


def _tests(report: Report) -> Texts:
    told = told_answers(report.case, report.knowledge, ("movement", "examination"), _CLINICIAN)
    return told or [tr("no test recorded")]


def _imaging(report: Report) -> Texts:
    return told_answers(report.case, report.knowledge, ("imaging",), _CLINICIAN)


def _urgency(report: Report) -> Texts:
    told = [urgency_title(report, _CLINICIAN), *raised_words(report, _CLINICIAN)]
    return [*told, tr("the likelihoods do not change this")] if is_today(report) else told


def _origins(report: Report) -> Texts:
    if report.assessment.enough.why == "nothing_known":
        return [tr("nothing marked or answered yet")]
    return [
        f"{report.knowledge.origin_by_id[one.id].clinician}: {likelihood_words(one, _CLINICIAN)}"
        for one in report.assessment.origins
        if is_shown(one.probability) or one.id == NOT_COVERED
    ]


def _combined(report: Report) -> Texts:
    names = report.knowledge.origin_by_id
    return [
        f"{' + '.join(names[one].clinician for one in pair.origins)}: {percent_words(pair.probability)}"
        for pair in report.assessment.combined
        if is_shown(pair.probability)
    ]


def _first(report: Report) -> Likelihood | None:
    known = report.assessment.enough.why != "nothing_known"
    return report.assessment.origins[0] if known and report.assessment.origins else None


def _first_origin(report: Report) -> Texts:
    first = _first(report)
    return [] if first is None else [report.knowledge.origin_by_id[first.id].clinician]


def _reasons(report: Report, pick: Callable[[Likelihood], Sequence[Reason]]) -> Texts:
    first = _first(report)
    if first is None:
        return []
    return [
        reason_words(one, report.knowledge, _CLINICIAN)
        for one in pick(first)
        if abs(one.weight) >= LEAST_DECIBANS
    ]


def _conflicts(report: Report) -> Texts:
    return conflict_lines(report.assessment.conflicts, report.knowledge, _CLINICIAN, _MOST_IN_CONFLICT)


def _action(report: Report) -> Texts:
    """What to do before anything is asked or tried."""
    told = [one.rstrip(".") for one in action_words(report, _CLINICIAN)]
    return told or ([tr("act on the urgency above")] if is_today(report) else [])


def _next(report: Report) -> Texts:
    """What to ask or test; nothing while help is needed first."""
    if is_today(report):
        return []
    steps = report.assessment.next
    shown = telling_most(steps)
    if shown:
        return [report.knowledge.finding_by_id[one.finding].clinician for one in shown]
    return [TELLS_LITTLE[_CLINICIAN] if tells_little(report.assessment, steps) else tr("not worked out here")]


def _advice(report: Report) -> Texts:
    return [said(rule, _CLINICIAN).rstrip(".") for rule in told_advice(report.assessment, report.knowledge)]


def _safety_net(report: Report) -> Texts:
    net = report.knowledge.safety_net_by_tier[report.assessment.urgency.tier]
    return [safety_net_text(net, _CLINICIAN, call_words(report))]


def _passport(report: Report) -> Texts:
    passport = passport_of(report)
    basis = tr("From studies of single findings and from judgement; not a diagnosis.")
    return [f"{passport.versions}. {passport.asked} {not_validated()} {basis}"]


FIELDS: dict[str, Callable[[Report], Texts]] = {
    "day": lambda report: [report.details.day] if report.details.day else [],
    "name": lambda report: [report.details.name] if report.details.name else [],
    "number": lambda report: [report.details.number] if report.details.number else [],
    "note": lambda report: [report.details.note] if report.details.note else [],
    "question": lambda report: [report.details.question] if report.details.question else [],
    "who": lambda report: [who_words(report.case)],
    "sites": _sites,
    "own_words": lambda report: own_words(report.case, report.knowledge, _CLINICIAN),
    "intensity": lambda report: strength_words(report.case, report.knowledge, _CLINICIAN),
    "quality": lambda report: quality_words(report.case, report.knowledge, _CLINICIAN),
    "spread": lambda report: marked_places(report.case, "spread", report.knowledge, _CLINICIAN),
    "numbness": lambda report: marked_places(report.case, "numb", report.knowledge, _CLINICIAN),
    "pain_free": lambda report: marked_places(report.case, "none", report.knowledge, _CLINICIAN),
    "onset": lambda report: [line for line in _history(report) if line.startswith("Onset")],
    "history": _history,
    "aggravating": lambda report: _yes_or_no(report, "aggravating", YES),
    "not_aggravating": lambda report: _yes_or_no(report, "aggravating", NO),
    "easing": lambda report: _yes_or_no(report, "easing", YES),
    "not_easing": lambda report: _yes_or_no(report, "easing", NO),
    "red_flags_told": _red_flags_told,
    "red_flags_negative": _red_flags_negative,
    "red_flags_not_known": lambda report: _named(passport_of(report).safety_unknown),
    "red_flags_not_asked": lambda report: _named(passport_of(report).safety_open),
    "red_flags_open": _red_flags_open,
    "tests": _tests,
    "imaging_results": _imaging,
    "urgency": _urgency,
    "origins": _origins,
    "combined": _combined,
    "first_origin": _first_origin,
    "reasons_for": lambda report: _reasons(report, lambda one: one.reasons_for),
    "reasons_against": lambda report: _reasons(report, lambda one: one.reasons_against),
    "enough": lambda report: [ENOUGH_WORDS[report.assessment.enough.why][_CLINICIAN]],
    "conflicts": _conflicts,
    "action": _action,
    "next": _next,
    "imaging_advice": _advice,
    "safety_net": _safety_net,
    "passport": _passport,
}
"""What a template may name, and where it comes from."""
