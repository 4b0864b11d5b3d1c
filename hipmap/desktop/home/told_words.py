"""What a person told beside the places, in words: each mark, the words of their own, and every answer."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.card_words import STRENGTHS, feel_name, strength_name, time_name
from hipmap.desktop.body_map.zone_words import ZoneWords, state_name
from hipmap.desktop.languages import number_in_words
from hipmap.desktop.reason_words import with_answer
from hipmap.desktop.wording import value_words
from hipmap.model.case import Answer, Case, Mark, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said


def mark_lines(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives a line for each mark of which more was told than its place."""
    words = ZoneWords(knowledge.body, voice)
    frame = QCoreApplication.translate("HomePrint", "{place}: {told}")
    lines = []
    for mark in case.marks:
        told = list(_told_of(mark, words))
        if told:
            place = words.name(mark.zone, mark.side)
            lines.append(frame.format(place=place, told=" · ".join((state_name(mark), *told))))
    return lines


def _told_of(mark: Mark, words: ZoneWords) -> Iterator[str]:
    tr = QCoreApplication.translate
    for field in STRENGTHS:
        strength = getattr(mark, field)
        if strength is not None:
            yield tr("BodyMap", "{when}: {number} of 10").format(
                when=in_sentence(strength_name(field, words.voice)), number=number_in_words(strength)
            )
    yield from (in_sentence(feel_name(feel)) for feel in mark.feel)
    yield from (in_sentence(time_name(when)) for when in mark.when)
    if mark.share is not None:
        yield tr("BodyMap", "in part")
    if mark.spreads_from is not None:
        start = words.inline(mark.spreads_from.zone, mark.spreads_from.side)
        yield tr("HomePrint", "spreads from: {place}").format(place=start)


def own_words_line(case: Case, knowledge: Knowledge, voice: Voice) -> str:
    """Gives what the person calls the place; nothing where they did not say."""
    known = knowledge.body.own_word_by_id
    names = [in_sentence(said(known[name], voice)) for name in case.own_words if name in known]
    if not names:
        return ""
    if voice == "patient":
        frame = QCoreApplication.translate("HomePrint", "You call the place: {words}.")
    else:
        frame = QCoreApplication.translate("HomePrint", "The person calls the place: {words}.")
    return frame.format(words=", ".join(names))


def answer_lines(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives every answer in words, that of both sides where both were told."""
    known = knowledge.finding_by_id
    return [
        with_answer(known[name], answer_words(known[name], answer, voice), voice)
        for name, answer in case.answers.items()
        if name in known
    ]


def answer_words(finding: Finding, answer: Answer, voice: Voice) -> str:
    """Gives an answer in words, that of both sides where both were told."""
    sides: tuple[Side, Side] = ("right", "left")
    if answer.other is None:
        return value_words(finding, answer.value, answer.side, voice)
    each = [(side, answer.on(side)) for side in sides]
    right, left = (value_words(finding, value, side, voice) for side, value in each if value is not None)
    return QCoreApplication.translate("HomePrint", "{right}; {left}").format(right=right, left=left)
