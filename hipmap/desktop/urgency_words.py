"""What the urgency panel says: the advice of the tier, and the answers that raised it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.acted_warning import LOUD
from hipmap.desktop.reason_words import reason_label
from hipmap.desktop.sheet_order import Progress
from hipmap.model.assessment import Assessment, Urgency
from hipmap.model.conditions import Tier
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.raised_flags import RaisedFlag, raised_flags, telling_reasons
from hipmap.model.voice import Voice, in_sentence, in_short, said

_NAMED = 3
"""So many answers of yes are named where there is little room."""


@dataclass(frozen=True)
class Cause:
    """One possible serious cause: what to do about it, and what raised it, in the person's words."""

    name: str
    advice: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Advised:
    """What to do about one possible serious cause."""

    name: str
    text: str


def causes_of(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> list[Cause]:
    """Gives everything that raised the present tier, each cause once, with the features that belong to it."""
    urgency = assessment.urgency
    return [
        Cause(
            name=said(raised.name, voice),
            advice=_advice(raised, urgency.tier, voice),
            reasons=tuple(_reasons(raised, assessment, knowledge, voice)),
        )
        for raised in raised_flags(urgency, knowledge)
    ]


def advised(urgency: Urgency, knowledge: Knowledge, voice: Voice) -> list[Advised]:
    """Gives the advice of everything that raised the present tier, each cause once."""
    return [
        Advised(said(raised.name, voice), _advice(raised, urgency.tier, voice))
        for raised in raised_flags(urgency, knowledge)
    ]


def raised_by(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives what raised the present tier, of all causes together, each reason once."""
    causes = causes_of(assessment, knowledge, voice)
    return list(dict.fromkeys(reason for cause in causes for reason in cause.reasons))


def signs_to_tell(assessment: Assessment, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives what a person can say on the telephone: the signs and answers alone, and no likelihood."""
    said_signs: list[str] = []
    for raised in raised_flags(assessment.urgency, knowledge):
        signs = [said(feature, voice) for feature in raised.features]
        answers = telling_reasons(raised, assessment)
        said_signs += signs or [reason_label(one, knowledge, voice) for one in answers]
    return list(dict.fromkeys(said_signs))


def _advice(raised: RaisedFlag, tier: Tier, voice: Voice) -> str:
    return said(raised.action, voice) if raised.action is not None else _general(tier, voice)


def _reasons(raised: RaisedFlag, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> Iterator[str]:
    yield from dict.fromkeys(said(feature, voice) for feature in raised.features)
    if raised.probability is not None:
        yield _pattern_words(raised, assessment, knowledge, voice)


def _pattern_words(raised: RaisedFlag, assessment: Assessment, knowledge: Knowledge, voice: Voice) -> str:
    """Says that the likelihoods raised a cause; with the answers that did it where no feature says why."""
    name = in_sentence(said(raised.name, voice))
    if raised.features:
        return QCoreApplication.translate(
            "Urgency", "The answers together also make {name} possible enough to check"
        ).format(name=name)
    told = "; ".join(reason_label(one, knowledge, voice) for one in telling_reasons(raised, assessment))
    if not told:
        return QCoreApplication.translate(
            "Urgency", "The answers together make {name} possible enough to check"
        ).format(name=name)
    return QCoreApplication.translate(
        "Urgency", "The answers together make {name} possible enough to check, above all: {answers}"
    ).format(name=name, answers=told)


def none_found_title(done: Progress, told: int) -> str:
    """Gives the headline while nothing was raised: never calmer than what was asked, and answered yes."""
    known = done.answered - done.unknown
    if told:
        return QCoreApplication.translate("Urgency", "{told} answered yes, no warning raised").format(
            told=told
        )
    if not known:
        return QCoreApplication.translate("Urgency", "Safety questions first")
    return QCoreApplication.translate("Urgency", "No warning sign among {asked} asked").format(asked=known)


def asked_words(tier: Tier, done: Progress) -> str:
    """Gives how many safety questions are still open: not asked, or answered *don't know*."""
    still = done.of - done.answered
    if done.unknown:
        return QCoreApplication.translate(
            "Urgency",
            "Safety questions not asked yet: {open}, answered “don’t know”: {unknown}. Try to find out",
        ).format(open=still, unknown=done.unknown)
    if not done.answered and tier == "none_found":
        return QCoreApplication.translate("Urgency", "None of {of} asked yet").format(of=done.of)
    if still:
        return QCoreApplication.translate("Urgency", "Safety questions not asked yet: {open}").format(
            open=still
        )
    return QCoreApplication.translate("Urgency", "All {of} safety questions asked").format(of=done.of)


def told_words(asked: str, tier: Tier, told: Sequence[Finding], voice: Voice) -> str:
    """Gives what was asked, with the first safety questions answered yes which raise nothing."""
    if tier in LOUD or not told:
        return asked
    names = "; ".join(in_short(one, voice).rstrip("?") for one in told[:_NAMED])
    more = len(told) - _NAMED
    frame = QCoreApplication.translate("Urgency", "{asked}. Yes to: {names}.")
    if more > 0:
        frame = QCoreApplication.translate("Urgency", "{asked}. Yes to: {names}; {more} more.")
    weigh = QCoreApplication.translate("Urgency", "No rule raises a warning for this; weigh it.")
    if voice == "patient":
        weigh = QCoreApplication.translate(
            "Urgency", "No rule raises a warning for this; tell your clinician."
        )
    return " ".join((frame.format(names=names, more=more, asked=asked), weigh))


def _general(tier: Tier, voice: Voice) -> str:
    patient = {
        "emergency_now": QCoreApplication.translate(
            "Urgency", "Call emergency services or go to an emergency department now."
        ),
        "same_day": QCoreApplication.translate(
            "Urgency", "Contact a doctor today and tell them these answers."
        ),
        "within_2_weeks": QCoreApplication.translate(
            "Urgency", "Book a visit with a clinician within two weeks."
        ),
        "routine": QCoreApplication.translate(
            "Urgency", "Tell your clinician about this at your next visit."
        ),
        "none_found": "",
    }
    clinician = {
        "emergency_now": QCoreApplication.translate("Urgency", "Refer as an emergency now."),
        "same_day": QCoreApplication.translate("Urgency", "Arrange assessment today."),
        "within_2_weeks": QCoreApplication.translate("Urgency", "Arrange assessment within two weeks."),
        "routine": QCoreApplication.translate("Urgency", "Follow up routinely."),
        "none_found": "",
    }
    return (patient if voice == "patient" else clinician)[tier]
