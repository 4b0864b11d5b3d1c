"""Takes the texts out of the knowledge or the library by stable ids, and puts others in their places.

An id leads to a text as a person would look for it: `finding.limp.patient`, `red_flag.shingles.clinician`,
`page.hip_joint.section.better.paragraph.2.clinician`. What has no id of its own goes by its number, from 1.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from hipmap.model.frozen import Frozen
from hipmap.model.measures import MeasureItem
from hipmap.model.shown_texts import PART_NAMES, SHOWN

Whole = TypeVar("Whole", bound=Frozen)
# Given the id of a text and the text, gives what is said in its place.
Say = Callable[[str, str], str]

BETWEEN = "; "
"""Stands between the words of a list, which are translated as one text: another language may have more."""

UNIT_FORMS = (".unit.patient", ".unit.clinician")
"""How the ids end of lists whose words are forms of one word (see `hipmap.model.plural_forms`)."""

_ROW_NAMES = ("id", "finding", "tier", "country")


def texts_of(whole: Frozen) -> dict[str, str]:
    """Gives every text of the knowledge or the library by its id."""
    found: dict[str, str] = {}

    def note(name: str, text: str) -> str:
        if name in found:
            raise ValueError(f"two texts have the id {name}")
        found[name] = text
        return text

    _said_anew(whole, "", note)
    return found


def translated(whole: Whole, say: Say) -> Whole:
    """Gives the same knowledge, or library, in other words: ids, numbers and digest stay as they are."""
    return _said_anew(whole, "", say)


def _said_anew(row: Whole, place: str, say: Say) -> Whole:
    shown = SHOWN[type(row)]
    if _is_printed_as_published(row):
        return row
    changed: dict[str, object] = {}
    for field in shown.words:
        if (text := getattr(row, field)) is not None:
            changed[field] = say(_joined(place, field), text)
    for field in shown.lists:
        if words := getattr(row, field):
            changed[field] = _words_anew(words, _joined(place, field), say)
    for field in shown.parts:
        inner = _joined(place, PART_NAMES.get(field, field))
        changed[field] = _part(getattr(row, field), inner, say)
    if all(changed[field] is getattr(row, field) for field in changed):
        return row
    # Not `model_copy`, which would take the tables with it that the row made of its old texts.
    kept = {name: getattr(row, name) for name in type(row).model_fields}
    return cast(Whole, type(row).model_construct(**kept | changed))


def _is_printed_as_published(row: Frozen) -> bool:
    return isinstance(row, MeasureItem) and row.fixed


def _part(part: object, place: str, say: Say) -> object:
    if isinstance(part, str):
        return say(place, part)
    if isinstance(part, Frozen):
        return _said_anew(part, place, say)
    if isinstance(part, tuple):
        anew = tuple(
            _part(one, _joined(place, _row_name(one, at)), say) for at, one in enumerate(part, start=1)
        )
        return part if all(new is old for new, old in zip(anew, part, strict=True)) else anew
    if isinstance(part, Mapping):
        table = {key: _part(one, _joined(place, str(key)), say) for key, one in part.items()}
        return part if all(table[key] is part[key] for key in part) else table
    return part


def _row_name(row: object, at: int) -> str:
    names = (getattr(row, field, None) for field in _ROW_NAMES)
    return next((name for name in names if isinstance(name, str)), str(at))


def _joined(place: str, name: str) -> str:
    return f"{place}.{name}" if place and name else place or name


def _words_anew(words: tuple[str, ...], place: str, say: Say) -> tuple[str, ...]:
    text = BETWEEN.join(words)
    said = say(place, text)
    if said == text:
        return words
    return tuple(word for part in said.split(BETWEEN.strip()) if (word := part.strip()))
