"""How urgent a case is and why, in plain text; whom to call in the country that was named."""

from collections.abc import Mapping
from functools import partial

from hipmap.exchange.passport import passport_of
from hipmap.exchange.plain_words import TIER_WORDS, chance_words, reason_words
from hipmap.exchange.report import Report
from hipmap.model.raised_flags import RaisedFlag, raised_flags, telling_reasons
from hipmap.model.spoken import phrases, translate
from hipmap.model.voice import Voice, in_short, said
from hipmap.reasoning.who_is_asked import safety_told

tr = partial(translate, "Paper")

_OPEN: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "No warning raised so far, but safety questions are still open: {open}",
        "clinician": "NO WARNING RAISED SO FAR; screening questions still open: {open}",
    },
)

_TOLD: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "No warning raised so far; safety questions answered yes: {told}",
        "clinician": "NO WARNING RAISED SO FAR; safety questions answered yes: {told}",
    },
)

_TOLD_AND_OPEN: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "No warning raised so far; safety questions answered yes: {told}, still open: {open}",
        "clinician": "NO WARNING RAISED SO FAR; safety questions answered yes: {told}, still open: {open}",
    },
)

_NONE_ASKED: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "Safety questions first. Not answered yet: {open}",
        "clinician": "SAFETY QUESTIONS NOT ASKED YET: {open}",
    },
)


def urgency_title(report: Report, voice: Voice) -> str:
    """Gives the headline of a tier; where nothing was raised, never calmer than what was asked and told."""
    urgency, passport = report.assessment.urgency, passport_of(report)
    open_now = len(passport.safety_open) + len(passport.safety_unknown)
    told = len(safety_told(report.case, report.assessment, report.knowledge))
    if urgency.tier != "none_found" or not (open_now or told):
        return TIER_WORDS[urgency.tier][voice]
    if told:
        return (_TOLD_AND_OPEN if open_now else _TOLD)[voice].format(told=told, open=open_now)
    return (_OPEN if passport.safety_known else _NONE_ASKED)[voice].format(open=open_now)


def answered_yes(report: Report, voice: Voice) -> str:
    """Gives the line that names the safety questions answered yes which raised nothing.

    Nothing where there is none, or where help is needed today: nothing stands in the way of that.
    """
    told = safety_told(report.case, report.assessment, report.knowledge)
    if is_today(report) or not told:
        return ""
    names = "; ".join(in_short(one, voice).rstrip("?") for one in told)
    return tr("Answered yes, which raises no warning by the rules of hipmap: {names}.").format(names=names)


def is_today(report: Report) -> bool:
    """Whether help is needed before anything more is asked."""
    return report.assessment.urgency.tier in ("emergency_now", "same_day")


def raised_words(report: Report, voice: Voice) -> list[str]:
    """Gives each serious cause that raises the tier, with what raised it."""
    raised = raised_flags(report.assessment.urgency, report.knowledge)
    return [f"{said(one.name, voice)}: {'; '.join(_why(one, report, voice))}" for one in raised]


def action_words(report: Report, voice: Voice) -> list[str]:
    """Gives what to do about what was raised, each thing once."""
    raised = raised_flags(report.assessment.urgency, report.knowledge)
    return list(dict.fromkeys(said(one.action, voice) for one in raised if one.action is not None))


def call_words(report: Report) -> str:
    """Gives the sentence with the emergency number."""
    row = report.knowledge.emergency_by_country.get(report.country or "")
    if row is None:
        return translate("Urgency", "Call your local emergency number.")
    return translate("Urgency", "Call {number}.").format(number=row.ambulance)


def _why(raised: RaisedFlag, report: Report, voice: Voice) -> list[str]:
    why = [said(feature, voice) for feature in raised.features]
    if raised.probability is None:
        return why
    reasons = () if why else telling_reasons(raised, report.assessment)
    above_all = "; ".join(reason_words(one, report.knowledge, voice) for one in reasons)
    chance = chance_words(raised.probability, voice)
    if above_all:
        frame = tr("the answers together point to it ({chance}), above all: {reasons}")
        return [frame.format(chance=chance, reasons=above_all)]
    also = tr("the answers together also point to it ({chance})")
    return [*why, (also if why else tr("the answers together point to it ({chance})")).format(chance=chance)]
