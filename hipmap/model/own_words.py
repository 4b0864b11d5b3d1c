"""Compares the everyday words for the place with what was marked on the map."""

import re
from collections.abc import Iterable, Sequence

from hipmap.model import edits
from hipmap.model.body import Body, OwnWord, Reading
from hipmap.model.case import Case, Mark, Side


def words_against_marks(words: Iterable[str], marks: Sequence[Mark], body: Body) -> tuple[OwnWord, ...]:
    """Gives the words none of whose places is marked on any side; none while nothing is marked.

    A place said to be free of pain is not marked in this sense.
    """
    marked = {mark.zone for mark in marks if mark.kind != "none"}
    known = (body.own_word_by_id[word] for word in words if word in body.own_word_by_id)
    return tuple(word for word in known if marked and not word.zones & marked)


def word_called(said: str, body: Body) -> OwnWord | None:
    """Gives the everyday word that goes by a name in either voice, whatever its case and hyphens."""
    asked = _plain(said)
    for word in body.own_words:
        if asked in {_plain(name) for name in (word.patient, word.clinician, *word.also)}:
            return word
    return None


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def sides_marked(marks: Iterable[Mark]) -> tuple[Side, ...]:
    """Gives the sides on which something hurts, or all that is marked; right before left."""
    found = {mark.side for mark in marks if mark.kind != "none"} - {"midline"}
    both: tuple[Side, ...] = ("right", "left")
    return tuple(side for side in both if side in found)


def mark_reading(case: Case, reading: Reading, sides: Sequence[Side], body: Body) -> Case:
    """Marks the zones of a reading as painful on the sides; what hurts there already stays as it is."""
    for zone in reading.zones:
        own = body.by_id[zone].sides
        for side in own if own == ("midline",) else sides:
            if edits.mark_at(case, zone, side) is None:
                case = edits.put_mark(case, Mark(zone=zone, side=side))
    return case


def mark_readings(
    case: Case, readings: Iterable[Reading], sides: Sequence[Side], body: Body, instead: bool
) -> Case:
    """Marks several readings; `instead` takes away what hurt elsewhere, with the pin if it stood there."""
    before = {mark.place for mark in case.marks if mark.kind == "pain"}
    meant: set[tuple[str, Side]] = set()
    for reading in readings:
        case = mark_reading(case, reading, sides, body)
        meant |= {(zone, side) for zone in reading.zones for side in (*sides, "midline")}
    if not instead:
        return case
    for zone, side in before - meant:
        case = edits.remove_mark(case, zone, side, "pain")
    stays = case.pin is None or (case.pin.zone, case.pin.side) in meant
    return case if stays else edits.put_pin(case, None)


def drop_word(case: Case, word: str) -> Case:
    """Takes an everyday word back."""
    return edits.put_own_words(case, tuple(one for one in case.own_words if one != word))
