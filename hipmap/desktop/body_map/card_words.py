"""What the card of a mark asks, in the voice of the patient or of the clinician."""

from typing import get_args

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.choice_strip import Choice
from hipmap.model.case import Feel, When
from hipmap.model.voice import Voice

FEELS: tuple[Feel, ...] = get_args(Feel)
WHENS: tuple[When, ...] = get_args(When)
DEPTHS: tuple[Feel, ...] = ("deep", "surface")
QUALITIES: tuple[Feel, ...] = tuple(feel for feel in FEELS if feel not in DEPTHS)
STRENGTHS = ("intensity", "usual", "at_worst")


def how_strong(voice: Voice) -> str:
    if voice == "patient":
        return QCoreApplication.translate("BodyMap", "How strong is it? 0 is none, 10 the worst there is")
    return QCoreApplication.translate("BodyMap", "Intensity, 0 to 10")


def strength_name(field: str, voice: Voice) -> str:
    """Gives the word for now, usual or worst."""
    if field == "intensity":
        return QCoreApplication.translate("BodyMap", "Now")
    if voice == "patient":
        usual, worst = (
            QCoreApplication.translate("BodyMap", "Mostly"),
            QCoreApplication.translate("BodyMap", "At its worst"),
        )
    else:
        usual, worst = (
            QCoreApplication.translate("BodyMap", "Usual"),
            QCoreApplication.translate("BodyMap", "At worst"),
        )
    return usual if field == "usual" else worst


def strength_choices(field: str, voice: Voice) -> list[Choice]:
    """Gives 0 to 10, each read out with what it is the strength of."""
    name = strength_name(field, voice)
    said = QCoreApplication.translate("BodyMap", "{when}: {number} of 10")
    return [Choice(str(n), str(n), said.format(when=name, number=n)) for n in range(11)]


def asked_of_feel(voice: Voice) -> str:
    if voice == "patient":
        return QCoreApplication.translate("BodyMap", "What does it feel like? Choose any that fit")
    return QCoreApplication.translate("BodyMap", "Quality: any that fit")


def asked_of_depth(voice: Voice) -> str:
    if voice == "patient":
        return QCoreApplication.translate("BodyMap", "Deep inside, or near the skin?")
    return QCoreApplication.translate("BodyMap", "Depth")


def asked_of_time(voice: Voice) -> str:
    if voice == "patient":
        return QCoreApplication.translate("BodyMap", "When is it there? Choose any that fit")
    return QCoreApplication.translate("BodyMap", "Time pattern: any that fit")


def asked_of_start(voice: Voice) -> str:
    if voice == "patient":
        return QCoreApplication.translate("BodyMap", "Where does it come from?")
    return QCoreApplication.translate("BodyMap", "Spreads from")


def feel_choices(feels: tuple[Feel, ...]) -> list[Choice]:
    return [Choice(feel, feel_name(feel)) for feel in feels]


def time_choices() -> list[Choice]:
    return [Choice(when, time_name(when)) for when in WHENS]


def feel_name(feel: Feel) -> str:
    """Gives the word for what a pain feels like."""
    names: dict[Feel, str] = {
        "ache": QCoreApplication.translate("BodyMap", "Ache"),
        "sharp": QCoreApplication.translate("BodyMap", "Sharp"),
        "burning": QCoreApplication.translate("BodyMap", "Burning"),
        "electric": QCoreApplication.translate("BodyMap", "Electric"),
        "deep": QCoreApplication.translate("BodyMap", "Deep"),
        "surface": QCoreApplication.translate("BodyMap", "Surface"),
    }
    return names[feel]


def time_name(when: When) -> str:
    """Gives the words for when a pain is there."""
    names: dict[When, str] = {
        "always": QCoreApplication.translate("BodyMap", "Always"),
        "comes_and_goes": QCoreApplication.translate("BodyMap", "Comes and goes"),
        "morning": QCoreApplication.translate("BodyMap", "Morning"),
        "end_of_day": QCoreApplication.translate("BodyMap", "End of day"),
        "night": QCoreApplication.translate("BodyMap", "Night"),
    }
    return names[when]
