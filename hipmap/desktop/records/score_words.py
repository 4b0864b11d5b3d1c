"""What a scale and its scores are called."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.languages import number_in_words
from hipmap.model.outcome_scales import OutcomeScale
from hipmap.model.records import OutcomeScore
from hipmap.model.voice import Voice, said


def scale_name(scale: OutcomeScale, voice: Voice) -> str:
    """Gives the name of a questionnaire, and which of its ratings is meant."""
    name = said(scale.measure, voice)
    if not scale.rating:
        return name
    tr = QCoreApplication.translate
    ratings = {
        "now": tr("Records", "now"),
        "usual": tr("Records", "usual"),
        "worst": tr("Records", "at its worst"),
    }
    rating = ratings.get(scale.rating, scale.rating.replace("_", " "))
    return tr("Records", "{measure}, {rating}").format(measure=name, rating=rating)


def measure_name(measure: str, scales: Iterable[OutcomeScale], voice: Voice) -> str:
    """Gives the name of what a score is of; of an unknown questionnaire, as it is written."""
    found = next((scale for scale in scales if scale.id == measure), None)
    return scale_name(found, voice) if found is not None else measure.replace("_", " ")


def range_words(scale: OutcomeScale) -> str:
    """Gives which numbers can be, and which way is better."""
    tr = QCoreApplication.translate
    if scale.higher_is == "worse":
        words = tr("Records", "From {least} to {most}; lower is better")
    else:
        words = tr("Records", "From {least} to {most}; higher is better")
    return words.format(least=number_in_words(scale.least), most=number_in_words(scale.most))


def score_line(score: OutcomeScore, scales: Iterable[OutcomeScale], voice: Voice) -> str:
    """Gives a score in one line."""
    words = QCoreApplication.translate("Records", "{measure}: {value}")
    return words.format(
        measure=measure_name(score.measure, scales, voice), value=number_in_words(score.value)
    )
