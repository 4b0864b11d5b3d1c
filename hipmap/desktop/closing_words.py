"""Whether the answers are enough, why or why not, and how far it hangs on where exactly was marked."""

from PySide6.QtCore import QCoreApplication

from hipmap.model.assessment import Assessment
from hipmap.model.voice import Voice


def closing_words(assessment: Assessment, voice: Voice) -> str:
    """Gives one or two sentences; nothing before anything is known."""
    if assessment.enough.why in ("nothing_known", "range_not_known"):
        return ""
    parts = [_enough(assessment.enough.why, voice)]
    if assessment.robustness is not None:
        parts.append(_robustness(round(100 * assessment.robustness), voice))
    return " ".join(part for part in parts if part)


def _enough(why: str, voice: Voice) -> str:
    tr = QCoreApplication.translate
    patient = {
        "range_too_wide": tr("Closing", "It is too early to say how likely the first one is."),
        "nothing_fits": tr("Closing", "Your answers do not fit well with anything that hipmap knows."),
        "outside_hip_and_back": tr(
            "Closing", "Your answers fit best with a cause outside the hip and the back."
        ),
        "two_origins_close": tr("Closing", "The first two are still about as likely as each other."),
        "no_origin_likely": tr("Closing", "Nothing stands out clearly yet."),
        "answers_contradict": tr(
            "Closing", "Two of your answers do not fit together. Please check them first."
        ),
        "one_origin_stands_clear": tr(
            "Closing", "Enough: the first one fits your answers clearly better than the others."
        ),
        "second_possible_too": tr(
            "Closing", "Enough: the first one fits best. The second may be part of it too."
        ),
    }
    clinician = {
        "range_too_wide": tr("Closing", "Not enough yet: the range of the first origin is too wide."),
        "nothing_fits": tr("Closing", "The answers fit none of the known patterns well."),
        "outside_hip_and_back": tr(
            "Closing", "The answers fit best with a cause outside the hip and the back."
        ),
        "two_origins_close": tr("Closing", "Not enough yet: two origins are close to each other."),
        "no_origin_likely": tr("Closing", "Not enough yet: no origin stands out."),
        "answers_contradict": tr("Closing", "Two answers exclude each other; check them first."),
        "one_origin_stands_clear": tr("Closing", "Enough: one origin stands clear of the others."),
        "second_possible_too": tr(
            "Closing", "Enough: one origin comes clearly first, and the second may be true as well."
        ),
    }
    return (patient if voice == "patient" else clinician).get(why, "")


def _robustness(hundred: int, voice: Voice) -> str:
    tr = QCoreApplication.translate
    text = (
        tr("Closing", "Were the marks a little off, the same would come first in {count} of 100 drawings.")
        if voice == "patient"
        else tr("Closing", "The same first origin in {count} of 100 redraws of the map.")
    )
    return text.format(count=hundred)
