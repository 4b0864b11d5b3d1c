"""Says a likelihood: the word, the number in steps that can be meant honestly, and the range."""

from PySide6.QtCore import QCoreApplication

from hipmap.model.shown_numbers import STEP_PERCENT, nearest_step, nearest_tenths, outer_steps
from hipmap.model.voice import Voice

SCALE: tuple[tuple[str, str, tuple[int, int]], ...] = (
    ("very_unlikely", "0–10 %", (0, 1)),
    ("unlikely", "10–30 %", (1, 3)),
    ("possible", "30–60 %", (3, 6)),
    ("likely", "60–80 %", (6, 8)),
    ("very_likely", "80–100 %", (8, 10)),
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


def percent(probability: float) -> str:
    """Gives the number for clinicians: to 5 %, and never a promise of 0 or 100."""
    nearest = nearest_step(probability)
    if nearest < STEP_PERCENT:
        return QCoreApplication.translate("Likelihood", "under 5 %")
    if nearest > 100 - STEP_PERCENT:
        return QCoreApplication.translate("Likelihood", "over 95 %")
    return QCoreApplication.translate("Likelihood", "about {number} %").format(number=nearest)


def brief(name: str) -> str:
    """Gives a name without what it adds in brackets, for a list; the whole is told beside the reasons."""
    return name.partition(" (")[0]


def now_and_then(now: float, then: float) -> str:
    """Gives the number as it is and as it would be, to 5 %."""
    return QCoreApplication.translate("Likelihood", "{now} → {then} %").format(
        now=_bounded(now), then=_bounded(then)
    )


def differ(now: float, then: float) -> bool:
    """Whether two numbers look different as they are shown."""
    return _bounded(now) != _bounded(then)


def short_percent(probability: float) -> str:
    """Gives the number for clinicians where there is little room, to 5 %."""
    return QCoreApplication.translate("Likelihood", "{number} %").format(number=_bounded(probability))


def _bounded(probability: float) -> str:
    nearest = nearest_step(probability)
    if nearest < STEP_PERCENT:
        return f"<{STEP_PERCENT}"
    return f">{100 - STEP_PERCENT}" if nearest > 100 - STEP_PERCENT else str(nearest)


def percent_range(low: float, high: float) -> str:
    """Gives the range for clinicians, rounded outwards so that it never looks surer than it is."""
    least, most = outer_steps(low, high)
    return f"{least}–{most} %"


def tenths(low: float, high: float) -> str:
    """Gives a range for patients, in tenths."""
    least, most = nearest_tenths(low, high)
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


def open_number(probability: float, low: float, high: float) -> str:
    """Gives the number for patients where no word is fair yet: the best guess, and how far off it may be."""
    guess, _ = nearest_tenths(probability, probability)
    least, most = nearest_tenths(low, high)
    return QCoreApplication.translate(
        "Likelihood", "perhaps {guess} in 10, open from {least} to {most}"
    ).format(guess=guess, least=least, most=most)


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
