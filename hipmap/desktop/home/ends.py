"""What a person is told of why the questions at home have come to their end."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.model.conditions import Tier
from hipmap.model.question_ends import SAID_ALREADY, End
from hipmap.model.voice import Voice


@dataclass(frozen=True)
class EndWords:
    """What is said when the questions end: in one sentence, and what follows from it."""

    title: str
    note: str


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
            tr("HomeEnd", "One origin comes clearly first."),
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
    if why in SAID_ALREADY:
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


def words_on_paper(end: End, why: str, tier: Tier, voice: Voice) -> str:
    """Gives how the questions ended, for the page that goes to the clinic.

    Nothing beside an alarm, which stands above it and comes before any question.
    """
    if tier in ("emergency_now", "same_day") or why in SAID_ALREADY:
        return ""
    tr, plain = QCoreApplication.translate, voice == "patient"
    if end == "clear":
        if plain:
            return tr("HomeEnd", "The questions ended because this was enough for a first answer.")
        return tr("HomeEnd", "The questions ended because one origin came clearly first.")
    if end == "signs_open":
        if plain:
            return tr("HomeEnd", "The questions ended with some safety questions still open.")
        return tr("HomeEnd", "The questions ended with safety questions not asked.")
    return words_at_result(end, why, voice)
