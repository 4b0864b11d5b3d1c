"""What a person marked and answered, in plain text in two voices."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from hipmap.exchange.plain_words import CONFLICT_WORDS, both_sides, sided_place, value_words, with_answer
from hipmap.model.assessment import Conflict
from hipmap.model.case import Answer, Case, Feel, Mark, MarkKind, Setting, Sex, Side, When
from hipmap.model.findings import Finding, FindingKind
from hipmap.model.knowledge import Knowledge
from hipmap.model.spoken import phrases, phrases_by, translate
from hipmap.model.voice import Voice, in_sentence, said

tr = partial(translate, "Paper")

FEELS: Mapping[Feel, str] = phrases(
    "Paper",
    {
        "ache": "aching",
        "sharp": "sharp",
        "burning": "burning",
        "electric": "electric",
        "deep": "deep",
        "surface": "near the skin",
    },
)
WHENS: Mapping[When, str] = phrases(
    "Paper",
    {
        "always": "always there",
        "comes_and_goes": "comes and goes",
        "morning": "in the morning",
        "end_of_day": "at the end of the day",
        "night": "at night",
    },
)
SETTINGS: Mapping[Setting, str] = phrases(
    "Paper",
    {
        "home": "at home",
        "primary": "primary care",
        "physio": "physiotherapy",
        "secondary": "secondary care",
    },
)
_KINDS: tuple[MarkKind, ...] = ("pain", "numb", "spread", "none")
_SEXES: Mapping[Sex, str] = phrases(
    "Paper",
    {
        "female": "female",
        "male": "male",
        "other": "neither female nor male",
    },
)
_FRAMES: Mapping[MarkKind, Mapping[Voice, str]] = phrases_by(
    "Paper",
    {
        "pain": {"patient": "You marked pain at: {places}.", "clinician": "Pain marked at: {places}."},
        "numb": {"patient": "Numb or tingling: {places}.", "clinician": "Numb or tingling: {places}."},
        "spread": {"patient": "It spreads to: {places}.", "clinician": "Spreads to: {places}."},
        "none": {"patient": "No pain at: {places}.", "clinician": "Marked as free of pain: {places}."},
    },
)


def cut(lines: Sequence[str], most: int | None) -> list[str]:
    """Gives the first of some lines, and how many are left out."""
    left = 0 if most is None else len(lines) - most
    more = tr("and {count} more, in the record").format(count=left)
    return [*lines[:most], more] if left > 0 else list(lines)


def place_words(zone: str, side: Side, knowledge: Knowledge, voice: Voice) -> str:
    """Gives a place as it stands in a sentence, with the person's own side: `right groin crease`."""
    return sided_place(zone, side, knowledge, voice)


def marked_places(case: Case, kind: MarkKind, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives the places with one kind of mark, the worst spot named as that."""
    return [_mark_place(mark, knowledge, voice) for mark in case.marks if mark.kind == kind]


def _mark_place(mark: Mark, knowledge: Knowledge, voice: Voice) -> str:
    place = place_words(*mark.place, knowledge, voice)
    if mark.worst:
        return tr("{place} (worst)").format(place=place)
    if mark.spreads_from is not None:
        start = place_words(mark.spreads_from.zone, mark.spreads_from.side, knowledge, voice)
        return tr("{place} (from {start})").format(place=place, start=start)
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
        told.append(tr("One finger points at: {place}.").format(place=place))
    return told or [tr("Nothing is marked on the body map.")]


def strength_words(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives how strong each mark is, now, usually and at its worst."""
    told = []
    for mark in case.marks:
        named = (
            (tr("{number}/10 now"), mark.intensity),
            (tr("{number}/10 usually"), mark.usual),
            (tr("{number}/10 at its worst"), mark.at_worst),
        )
        parts = [frame.format(number=f"{number:g}") for frame, number in named if number is not None]
        if parts:
            told.append(f"{place_words(*mark.place, knowledge, voice)}: {', '.join(parts)}")
    return told


def quality_words(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives what each mark feels like and when it is there."""
    told = []
    for mark in case.marks:
        parts = [*(FEELS[one] for one in mark.feel), *(WHENS[one] for one in mark.when)]
        if parts:
            told.append(f"{place_words(*mark.place, knowledge, voice)}: {', '.join(parts)}")
    return told


def own_words(case: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    """Gives the everyday words by which the person calls the place."""
    known = knowledge.body.own_word_by_id
    return [in_sentence(said(known[one], voice)) for one in case.own_words]


def who_words(case: Case) -> str:
    """Gives age, sex and setting, as far as they are known."""
    known = case.person
    age = None if known.age is None else tr("{age} years").format(age=f"{known.age:g}")
    sex = None if known.sex is None else _SEXES[known.sex]
    parts = [one for one in (age, sex) if one is not None]
    where = [SETTINGS[case.setting]] if case.setting is not None else []
    return ", ".join((*(parts or [tr("age and sex not given")]), *where))


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
    other = None if answer.plain_other is None else value_words(finding, answer.plain_other, voice)
    return both_sides(words, other, answer.side)


def told_answers(case: Case, knowledge: Knowledge, kinds: Sequence[FindingKind], voice: Voice) -> list[str]:
    """Gives answers as lines: what was asked, and what was told."""
    return [
        with_answer(finding, answer_words(finding, answer, voice), voice)
        for finding, answer in answers_of(case, knowledge, kinds)
    ]


def conflict_lines(
    conflicts: Iterable[Conflict], knowledge: Knowledge, voice: Voice, most: int | None = None
) -> list[str]:
    """Gives what does not fit together, and which answers or places it is, at most so many of each."""
    told = []
    for one in conflicts:
        labels = [_conflict_label(name, knowledge, voice) for name in one.findings]
        told.append(f"{CONFLICT_WORDS[one.id]}: {'; '.join(cut(labels, most))}" if labels
                    else CONFLICT_WORDS[one.id])  # fmt: skip
    return list(dict.fromkeys(told))


def _conflict_label(name: str, knowledge: Knowledge, voice: Voice) -> str:
    """The label of a finding, or of the place of a mark."""
    kind, _, zone = name.partition(":")
    thing = knowledge.body.by_id[zone] if kind == "mark" and zone else knowledge.finding_by_id[name]
    return said(thing, voice).rstrip("?")
