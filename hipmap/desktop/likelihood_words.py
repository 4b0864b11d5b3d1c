"""Says a likelihood: the word, the number in steps that can be meant honestly, and the range."""

import math

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.voice import Voice

STEP = 5
SCALE: tuple[tuple[str, str, str], ...] = (
    ("very_unlikely", "0–10 %", "0 to 1"),
    ("unlikely", "10–30 %", "1 to 3"),
    ("possible", "30–60 %", "3 to 6"),
    ("likely", "60–80 %", "6 to 8"),
    ("very_likely", "80–100 %", "8 to 10"),
)


def word(word_id: str) -> str:
    """Gives one of the five words, or that nothing can be said yet."""
    words = {
        "very_unlikely": QCoreApplication.translate("Likelihood", "very unlikely"),
        "unlikely": QCoreApplication.translate("Likelihood", "unlikely"),
        "possible": QCoreApplication.translate("Likelihood", "possible"),
        "likely": QCoreApplication.translate("Likelihood", "likely"),
        "very_likely": QCoreApplication.translate("Likelihood", "very likely"),
        "cannot_say_yet": QCoreApplication.translate("Likelihood", "cannot say yet"),
    }
    return words[word_id]


def word_of(probability: float) -> str:
    """Gives the id of the word for a probability that comes without a range."""
    ends = (("very_unlikely", 0.1), ("unlikely", 0.3), ("possible", 0.6), ("likely", 0.8))
    return next((name for name, end in ends if probability < end), "very_likely")


def percent(probability: float) -> str:
    """Gives the number for clinicians: to 5 %, and never a promise of 0 or 100."""
    nearest = STEP * math.floor(probability * 100 / STEP + 0.5)
    if nearest < STEP:
        return QCoreApplication.translate("Likelihood", "under 5 %")
    if nearest > 100 - STEP:
        return QCoreApplication.translate("Likelihood", "over 95 %")
    return QCoreApplication.translate("Likelihood", "about {number} %").format(number=nearest)


def percent_range(low: float, high: float) -> str:
    """Gives the range for clinicians, rounded outwards so that it never looks surer than it is."""
    least = STEP * math.floor(_clean(low * 100) / STEP)
    most = STEP * math.ceil(_clean(high * 100) / STEP)
    return f"{least}–{most} %"


def in_tenths(share: float) -> int:
    """Gives the nearest number of people in ten."""
    return math.floor(_clean(share * 10) + 0.5)


def tenths(low: float, high: float) -> str:
    """Gives a range for patients, in tenths."""
    least, most = in_tenths(low), in_tenths(high)
    if most == 0 or high < 0.1:
        return QCoreApplication.translate("Likelihood", "fewer than 1 in 10")
    if least == 10 or low > 0.9:
        return QCoreApplication.translate("Likelihood", "more than 9 in 10")
    if least == 0:
        return QCoreApplication.translate("Likelihood", "at most {most} in 10").format(most=most)
    if least == most:
        return QCoreApplication.translate("Likelihood", "about {most} in 10").format(most=most)
    return QCoreApplication.translate("Likelihood", "about {least} to {most} in 10").format(
        least=least, most=most
    )


def number(probability: float, low: float | None, high: float | None, voice: Voice) -> str:
    """Gives the number in the voice: tenths for patients, steps of 5 % for clinicians."""
    if voice == "clinician":
        return percent(probability)
    return tenths(probability if low is None else low, probability if high is None else high)


def sentence(name: str, word_id: str, shown: str, spread: str) -> str:
    """Gives the whole likelihood as one sentence, as it is read out."""
    start = QCoreApplication.translate("Likelihood", "{name}: {word}, {number}").format(
        name=name, word=word(word_id), number=shown
    )
    if not spread:
        return start
    return QCoreApplication.translate("Likelihood", "{start}, range {range}").format(
        start=start, range=spread
    )


def _clean(value: float) -> float:
    # 0.6 * 100 must not be rounded outwards to 65 because of its last bit.
    return round(value, 6)
