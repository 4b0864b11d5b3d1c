"""How help is called in the country that was set, in a sentence."""

from PySide6.QtCore import QCoreApplication

from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.urgency_texts import safety_net_text
from hipmap.model.voice import Voice

# With these tiers an advice line by telephone may help to be seen in time.
_ADVISED: tuple[Tier, ...] = ("same_day", "within_2_weeks")


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


def headline(title: str, tier: Tier, country: str, knowledge: Knowledge) -> str:
    """Gives the headline of a tier; in an emergency with the number to call, where the country is known."""
    row = knowledge.emergency_by_country.get(country)
    if tier != "emergency_now" or row is None:
        return title
    return QCoreApplication.translate("Urgency", "{title} – call {number}").format(
        title=title, number=row.ambulance
    )


def country_words(country: str, knowledge: Knowledge) -> str:
    """Gives for which country the numbers are, in few words."""
    row = knowledge.emergency_by_country.get(country)
    if row is None:
        return QCoreApplication.translate("Urgency", "Set your country")
    return QCoreApplication.translate("Urgency", "Country: {country}").format(country=row.name)
