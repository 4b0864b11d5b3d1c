"""What a person marked and answered, in plain text in two voices."""

from collections.abc import Iterable, Iterator, Sequence

from hipmap.exchange.plain_words import value_words, with_answer
from hipmap.model.case import Answer, Case, Feel, Mark, MarkKind, Setting, Side, When
from hipmap.model.findings import Finding, FindingKind
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said

FEELS: dict[Feel, str] = {
    "ache": "aching",
    "sharp": "sharp",
    "burning": "burning",
    "electric": "electric",
    "deep": "deep",
    "surface": "near the skin",
}
WHENS: dict[When, str] = {
    "always": "always there",
    "comes_and_goes": "comes and goes",
    "morning": "in the morning",
    "end_of_day": "at the end of the day",
    "night": "at night",
}
SETTINGS: dict[Setting, str] = {
    "home": "at home",
    "primary": "primary care",
    "physio": "physiotherapy",
    "secondary": "secondary care",
}
_KINDS: tuple[MarkKind, ...] = ("pain", "numb", "spread", "none")
_FRAMES: dict[MarkKind, dict[Voice, str]] = {
    "pain": {"patient": "You marked pain at: {places}.", "clinician": "Pain marked at: {places}."},
    "numb": {"patient": "Numb or tingling: {places}.", "clinician": "Numb or tingling: {places}."},
    "spread": {"patient": "It spreads to: {places}.", "clinician": "Spreads to: {places}."},
    "none": {"patient": "No pain at: {places}.", "clinician": "Marked as free of pain: {places}."},
}


def cut(lines: Sequence[str], most: int | None) -> list[str]:
    """Gives the first of some lines, and how many are left out."""
    left = 0 if most is None else len(lines) - most
    return [*lines[:most], f"and {left} more, in the record"] if left > 0 else list(lines)


def place_words(zone: str, side: Side, knowledge: Knowledge, voice: Voice) -> str:
    """Gives a place as it stands in a sentence, with the person's own side: `right groin crease`."""
    label = in_sentence(said(knowledge.body.by_id[zone], voice))
    return label if side == "midline" else f"{side} {label}"


def marked_places(case: Case, kind: MarkKind, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives the places with one kind of mark, the worst spot named as that."""
    return [_mark_place(mark, knowledge, voice) for mark in case.marks if mark.kind == kind]


def _mark_place(mark: Mark, knowledge: Knowledge, voice: Voice) -> str:
    place = place_words(*mark.place, knowledge, voice)
    if mark.worst:
        return f"{place} (worst)"
    if mark.spreads_from is not None:
        start = place_words(mark.spreads_from.zone, mark.spreads_from.side, knowledge, voice)
        return f"{place} (from {start})"
    return place


def read_back(case: Case, knowledge: Knowledge, voice: Voice, most: int | None = None) -> list[str]:
    """Gives what was marked as sentences, at most so many places of a kind: a slip of side is seen."""
    told = []
    for kind in _KINDS:
        places = marked_places(case, kind, knowledge, voice)
        if places:
            told.append(_FRAMES[kind][voice].format(places="; ".join(cut(places, most))))
    if case.pin is not None:
        place = place_words(case.pin.zone, case.pin.side, knowledge, voice)
        told.append(f"One finger points at: {place}.")
    return told or ["Nothing is marked on the body map."]


def strength_words(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives how strong each mark is, now, usually and at its worst."""
    told = []
    for mark in case.marks:
        named = (("now", mark.intensity), ("usually", mark.usual), ("at its worst", mark.at_worst))
        parts = [f"{number:g}/10 {when}" for when, number in named if number is not None]
        if parts:
            told.append(f"{place_words(*mark.place, knowledge, voice)} {', '.join(parts)}")
    return told


def quality_words(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives what each mark feels like and when it is there."""
    told = []
    for mark in case.marks:
        parts = [*(FEELS[one] for one in mark.feel), *(WHENS[one] for one in mark.when)]
        if parts:
            told.append(f"{place_words(*mark.place, knowledge, voice)} {', '.join(parts)}")
    return told


def own_words(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives the everyday words by which the person calls the place."""
    known = knowledge.body.own_word_by_id
    return [in_sentence(said(known[one], voice)) for one in case.own_words]


def who_words(case: Case) -> str:
    """Gives age, sex and setting, as far as they are known."""
    age = None if case.person.age is None else f"{case.person.age:g} years"
    sex = case.person.sex
    parts = [one for one in (age, sex) if one is not None]
    where = [SETTINGS[case.setting]] if case.setting is not None else []
    return ", ".join((*(parts or ["age and sex not given"]), *where))


def answers_of(
    case: Case, knowledge: Knowledge, kinds: Iterable[FindingKind]
) -> Iterator[tuple[Finding, Answer]]:
    """Gives the answers to some kinds of findings, in the order of the knowledge."""
    wanted = set(kinds)
    for finding in knowledge.findings:
        answer = case.answers.get(finding.id)
        if answer is not None and finding.kind in wanted:
            yield finding, answer


def answer_words(finding: Finding, answer: Answer, voice: Voice) -> str:
    """Gives an answer in words, that of both sides where both were told."""
    words = value_words(finding, answer.plain_value, voice)
    if answer.side not in ("right", "left"):
        return words
    words = f"{words} ({answer.side})"
    if answer.plain_other is None:
        return words
    there = "left" if answer.side == "right" else "right"
    return f"{words}, {value_words(finding, answer.plain_other, voice)} ({there})"


def told_answers(case: Case, knowledge: Knowledge, kinds: Sequence[FindingKind], voice: Voice) -> list[str]:
    """Gives answers as lines: what was asked, and what was told."""
    return [
        with_answer(finding, answer_words(finding, answer, voice), voice)
        for finding, answer in answers_of(case, knowledge, kinds)
    ]
