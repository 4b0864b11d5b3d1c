"""Turns what was told under each link back into the data of a case."""

from collections.abc import Mapping, Sequence
from typing import Any

from hipmap.exchange.fhir.codes import Json
from hipmap.model.case import CASE_SCHEMA, UNKNOWN
from hipmap.model.knowledge import Knowledge

Told = Mapping[str, Sequence[Any]]


def case_data(told: Told, marks: Sequence[Told], order: Sequence[str], knowledge: Knowledge) -> Json:
    """Gives the data of a case; what was not told is left out.

    Answers come in the order in which they were given, those of which that is not known last.
    """
    person = _kept({"age": _one(told, "person.age"), "sex": _one(told, "person.sex")})
    pin = _fields(told, "pin", ("zone", "side", "face"))
    if pin or "pin.across" in told or "pin.down" in told:
        pin["at"] = (_one(told, "pin.across"), _one(told, "pin.down"))
    asked = [finding.id for finding in knowledge.findings]
    answers = {
        name: answer
        for name in dict.fromkeys([*(one for one in order if one in asked), *asked])
        if (answer := _answer(told, name)) is not None
    }
    given = {
        "setting": _one(told, "setting"),
        "person": person or None,
        "marks": [_mark(one) for one in marks] or None,
        "pin": pin or None,
        "own_words": tuple(told.get("own_word", ())) or None,
        "own_view": _fields(told, "own_view", ("origin", "second", "certainty")) or None,
        "answers": answers or None,
    }
    return {"schema": CASE_SCHEMA, **_kept(given)}


def _mark(told: Told) -> Json:
    fields = ("zone", "side", "kind", "intensity", "usual", "at_worst", "worst", "share")
    start = _kept({"zone": _one(told, "mark.from_zone"), "side": _one(told, "mark.from_side")})
    more = {
        "feel": tuple(told.get("mark.feel", ())) or None,
        "when": tuple(told.get("mark.when", ())) or None,
        "spreads_from": start or None,
    }
    return {**_fields(told, "mark", fields), **_kept(more)}


def _answer(told: Told, finding: str) -> Any:
    """Gives the bare answer, or value, side and other."""
    if finding in told:
        return _one(told, finding)
    value = _value(told, f"{finding}.value")
    side, other = _one(told, f"{finding}.side"), _value(told, f"{finding}.other")
    if side is None and other is None:
        return value
    return _kept({"value": value, "side": side, "other": other})


def _value(told: Told, link: str) -> Any:
    return UNKNOWN if _one(told, f"{link}_unknown") is True else _one(told, link)


def _fields(told: Told, start: str, names: Sequence[str]) -> Json:
    return _kept({name: _one(told, f"{start}.{name}") for name in names})


def _one(told: Told, link: str) -> Any:
    return next(iter(told.get(link, ())), None)


def _kept(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value is not None}
