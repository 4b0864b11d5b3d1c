"""Why the questions at home have come to their end, and what the person is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from hipmap.model.assessment import Assessment, NextFinding
from hipmap.model.telling_next import telling_most
from hipmap.model.voice import Voice

End = Literal["clear", "little_left", "answers_differ", "signs_open", "more_could_tell"]
"""`clear` is the engine's own *enough*. With `little_left` nothing is settled, and yet no single thing that
can be asked or tried at home is expected to change much: an honest end too. It is never said while answers do
not fit together, and neither of the two while a safety question was not put; those ends have their own names.
"""


@dataclass(frozen=True)
class EndWords:
    """What is said when the questions end: in one sentence, and what follows from it."""

    title: str
    note: str


def end_of(assessment: Assessment, left: Sequence[NextFinding], every_sign_asked: bool) -> End:
    """Gives why it ends now, where `left` is what could still be asked or tried at home."""
    if not every_sign_asked:
        return "signs_open"
    if assessment.enough.enough:
        return "clear"
    if telling_most(left):
        return "more_could_tell"
    return "answers_differ" if assessment.conflicts else "little_left"


def words_between(end: End, voice: Voice) -> EndWords:
    """Gives what is said when the questions have ended, before the movements and the result."""
    return (_plain_words() if voice == "patient" else _clinical_words())[end]


def _plain_words() -> dict[End, EndWords]:
    tr = QCoreApplication.translate
    return {
        "clear": EndWords(
            tr("HomeEnd", "Thank you. That is enough for a first answer."),
            tr("HomeEnd", "One cause fits your answers clearly better than the others."),
        ),
        "little_left": EndWords(
            tr("HomeEnd", "Thank you. No single question left would change much."),
            tr(
                "HomeEnd",
                "It is not clear yet which cause it is. Some causes can only be told apart when someone"
                " examines you.",
            ),
        ),
        "answers_differ": EndWords(
            tr("HomeEnd", "Thank you. Some of your answers point in different ways."),
            tr(
                "HomeEnd",
                "Please look at them again. If they are all right, you may have more than one cause.",
            ),
        ),
        "signs_open": EndWords(
            tr("HomeEnd", "Thank you. Some safety questions are still open."),
            tr("HomeEnd", "Please answer them first. They matter more than the cause."),
        ),
        "more_could_tell": EndWords(
            tr("HomeEnd", "Thank you. These were the questions that tell most."),
            tr("HomeEnd", "They do not settle it yet. You can stop here, and you can come back for more."),
        ),
    }


def _clinical_words() -> dict[End, EndWords]:
    tr = QCoreApplication.translate
    return {
        "clear": EndWords(
            tr("HomeEnd", "Enough for a first answer."),
            tr("HomeEnd", "One origin stands clear of the others."),
        ),
        "little_left": EndWords(
            tr("HomeEnd", "No single further question would change much."),
            tr("HomeEnd", "The origin is not settled: what could tell more needs an examination."),
        ),
        "answers_differ": EndWords(
            tr("HomeEnd", "Some answers do not fit together."),
            tr("HomeEnd", "To be checked first. If they hold, more than one cause may be true."),
        ),
        "signs_open": EndWords(
            tr("HomeEnd", "Some safety questions were not asked."),
            tr("HomeEnd", "They come before the origin."),
        ),
        "more_could_tell": EndWords(
            tr("HomeEnd", "The most telling questions have been asked."),
            tr("HomeEnd", "They do not settle the origin; further ones could still change it."),
        ),
    }


def words_at_result(end: End, why: str, voice: Voice) -> str:
    """Gives what the way the questions ended means for a result that is not settled; else nothing.

    `why` is the engine's reason why the origin is open. What a headline or a card of the result says
    already is not said again.
    """
    if why in ("nothing_known", "answers_contradict"):
        return ""
    plain = voice == "patient"
    if end == "little_left" and why == "two_origins_close":
        return _not_apart_at_home(plain)
    return _result_words(plain).get(end, "")


def _not_apart_at_home(plain: bool) -> str:
    tr = QCoreApplication.translate
    if plain:
        return tr(
            "HomeEnd",
            "Asking more at home would hardly tell them apart. An examination may show which it is.",
        )
    return tr(
        "HomeEnd",
        "No single further question or movement at home would separate them well; an examination may.",
    )


def _result_words(plain: bool) -> dict[End, str]:
    tr = QCoreApplication.translate
    if plain:
        return {
            "little_left": tr(
                "HomeEnd",
                "No single thing that is left to ask or try at home would change this much. An examination"
                " may tell more.",
            ),
            "answers_differ": tr(
                "HomeEnd",
                "Some of your answers point in different ways. If they are all right, you may have more than"
                " one cause.",
            ),
            "more_could_tell": tr("HomeEnd", "More answers could still make this surer."),
        }
    return {
        "little_left": tr(
            "HomeEnd",
            "No single further question or movement at home would change much; an examination may.",
        ),
        "answers_differ": tr(
            "HomeEnd", "Some answers do not fit together; if they hold, more than one cause may be true."
        ),
        "more_could_tell": tr("HomeEnd", "Further answers could still change this."),
    }
