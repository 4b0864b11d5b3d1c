"""Says in one line what is wrong with a case file, whatever stands in the file or in its name."""

from collections.abc import Sequence
from typing import Any

from hipmap.model.case import CASE_SCHEMA
from hipmap.model.problems import NoCase, place_of, sentence_of
from hipmap.model.problems import refusal as refusal

# pydantic ends the place of an error with the member of a union that it tried.
_MEMBERS = {"int", "float", "str", "constrained-str", "constrained-int", "constrained-float"}
_ANSWER = 'give yes, no, unknown, a number or an option, bare or as {"value": ..., "side": ...}'


def no_case(name: str, sentence: str) -> NoCase:
    """Gives the refusal of a file whose content is no case that can be used."""
    line = str(refusal(name, sentence))
    return NoCase(line, line.partition(": ")[2])


def case_complaint(errors: Sequence[Any]) -> str:
    """Gives the first of pydantic's errors as place and mend; the members of a union count as one error."""
    first = errors[0]
    location = first["loc"]
    if location and location[-1] in _MEMBERS:
        location = location[:-1]
        sentence = _union_sentence([error for error in errors if error["loc"][:-1] == location], location)
    elif first["type"] == "json_invalid":
        sentence = f"this is not valid JSON ({first['ctx']['error']}); name a case file made by hipmap"
    elif location == ("schema",):
        sentence = _schema_sentence(first)
    elif not location and first["type"] == "model_type":
        sentence = f'a case file holds one object that begins {{"schema": "{CASE_SCHEMA}"'
    elif location[:1] == ("answers",) and len(location) == 2 and first["type"] == "model_type":
        sentence = _ANSWER
    else:
        sentence = sentence_of(first)
    place = place_of(location)
    return f"{place}: {sentence}" if place else sentence


def _union_sentence(errors: Sequence[Any], location: Sequence[int | str]) -> str:
    telling = [error for error in errors if not error["type"].endswith("_type")]
    if telling:
        return sentence_of(telling[0])
    return _ANSWER if location[:1] == ("answers",) else f"give a number, not {errors[0]['input']!r}"


def _schema_sentence(error: Any) -> str:
    if error["type"] == "missing":
        return f'this field is missing: add "schema": "{CASE_SCHEMA}"'
    return f"this hipmap reads {CASE_SCHEMA}, not {error['input']}; use the hipmap that wrote the file"
