"""How help is called in the country that was set, in a sentence."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.urgency_texts import safety_net_text
from hipmap.model.voice import Voice

# With these tiers an advice line by telephone may help to be seen in time.
_ADVISED: tuple[Tier, ...] = ("same_day", "within_2_weeks")
# Of a safety net that folds, so many sentences stand first, and so many before the call for help stay last.
_FIRST, _LAST = 2, 2


def call_sentence(country: str, knowledge: Knowledge) -> str:
    """Gives the sentence that says whom to call in an emergency."""
    row = knowledge.emergency_by_country.get(country)
    if row is None:
        return QCoreApplication.translate("Urgency", "Call your local emergency number.")
    return QCoreApplication.translate("Urgency", "Call {number}.").format(number=row.ambulance)


def net_words(tier: Tier, country: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the safety net of a tier, with the advice line of the country where that helps."""
    text = safety_net_text(knowledge.safety_net_by_tier[tier], voice, call_sentence(country, knowledge))
    row = knowledge.emergency_by_country.get(country)
    if row is None or row.advice is None or tier not in _ADVISED or voice == "clinician":
        return text
    line = QCoreApplication.translate("Urgency", "Advice by telephone: {name}, {number}.")
    return f"{text} {line.format(name=row.advice_name or row.name, number=row.advice)}"


@dataclass(frozen=True)
class NetParts:
    """A safety net in three: how things are, what to watch for line by line, and what is an emergency."""

    first: str
    middle: tuple[str, ...]
    urgent: str


def net_parts(tier: Tier, country: str, knowledge: Knowledge, voice: Voice) -> NetParts:
    """Gives the safety net of a tier so that its middle can be folded, and never what is an emergency."""
    call = call_sentence(country, knowledge)
    told = net_words(tier, country, knowledge, voice)
    parts = re.split(r"(?<=[.?!]) ", told.removesuffix(call).strip())
    last = _LAST if told.endswith(call) else 1
    urgent = " ".join((*parts[-last:], call)) if told.endswith(call) else parts[-1]
    return NetParts(" ".join(parts[:_FIRST]), tuple(parts[_FIRST:-last]), urgent)


def headline(title: str, tier: Tier, country: str, knowledge: Knowledge) -> str:
    """Gives the headline of a tier; in an emergency with the number to call, where the country is known."""
    row = knowledge.emergency_by_country.get(country)
    if tier != "emergency_now" or row is None:
        return title
    return QCoreApplication.translate("Urgency", "{title} – call\u00a0{number}").format(
        title=title, number=row.ambulance
    )


def country_words(country: str, knowledge: Knowledge) -> str:
    """Gives for which country the numbers are, in few words."""
    row = knowledge.emergency_by_country.get(country)
    if row is None:
        return QCoreApplication.translate("Urgency", "Set your country")
    return QCoreApplication.translate("Urgency", "Country: {country}").format(country=row.name)
