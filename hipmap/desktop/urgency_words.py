"""What the urgency panel says: the advice of the tier, and the answers that raised it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.sheet_order import Progress
from hipmap.model.assessment import FiredRule, Urgency
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import RedFlag
from hipmap.model.voice import Voice, said


@dataclass(frozen=True)
class Advised:
    """What to do about one possible serious cause."""

    name: str
    text: str


def advised(urgency: Urgency, knowledge: Knowledge, voice: Voice) -> list[Advised]:
    """Gives the advice of everything that raised the present tier, each cause once."""
    flags = {flag.id: flag for flag in knowledge.red_flags}
    found: dict[str, Advised] = {}
    for fired in urgency.fired:
        if fired.tier == urgency.tier and fired.flag not in found:
            found[fired.flag] = _advice(fired, flags.get(fired.flag), knowledge, voice)
    return list(found.values())


def raised_by(urgency: Urgency, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives what raised the present tier: features in the person's words, or a likely serious cause."""
    flags = {flag.id: flag for flag in knowledge.red_flags}
    reasons: list[str] = []
    for fired in urgency.fired:
        if fired.tier != urgency.tier:
            continue
        flag = flags.get(fired.flag)
        features = [f for f in flag.features if f.id in fired.features] if flag is not None else []
        reasons += [said(feature, voice) for feature in features]
        if fired.by == "probability":
            name = _name(fired, flag, knowledge, voice)
            reasons.append(
                QCoreApplication.translate(
                    "Urgency", "The answers together make {name} possible enough to check"
                ).format(name=name[:1].lower() + name[1:])
            )
    return list(dict.fromkeys(reasons))


def none_found_title(done: Progress) -> str:
    """Gives the headline while nothing was found: never more reassuring than what was asked."""
    known = done.answered - done.unknown
    if not known:
        return QCoreApplication.translate("Urgency", "Safety questions come first")
    return QCoreApplication.translate("Urgency", "No warning sign among {asked} asked").format(asked=known)


def asked_words(tier: Tier, done: Progress) -> str:
    """Gives how many safety questions are still open: not asked, or answered *don't know*."""
    still = done.of - done.answered
    if done.unknown:
        return QCoreApplication.translate(
            "Urgency",
            "{open} safety questions not asked yet, {unknown} answered “don’t know”: try to find out",
        ).format(open=still, unknown=done.unknown)
    if not done.answered and tier == "none_found":
        return QCoreApplication.translate("Urgency", "None of {of} asked yet").format(of=done.of)
    if still:
        return QCoreApplication.translate("Urgency", "{open} safety questions not asked yet").format(
            open=still
        )
    return QCoreApplication.translate("Urgency", "All {of} safety questions asked").format(of=done.of)


def _advice(fired: FiredRule, flag: RedFlag | None, knowledge: Knowledge, voice: Voice) -> Advised:
    name = _name(fired, flag, knowledge, voice)
    action = flag.actions.get(fired.tier) if flag is not None else None
    return Advised(name, said(action, voice) if action is not None else _general(fired.tier, voice))


def _name(fired: FiredRule, flag: RedFlag | None, knowledge: Knowledge, voice: Voice) -> str:
    if flag is not None:
        return said(flag, voice)
    condition = knowledge.condition_by_id.get(fired.flag)
    return said(condition, voice) if condition is not None else fired.flag


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
