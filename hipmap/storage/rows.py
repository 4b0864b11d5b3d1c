"""Turns the rows of a knowledge file into frozen values, and says which row and field is wrong."""

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from hipmap.model.frozen import Frozen
from hipmap.model.problems import Problem, place_of, sentence_of

Row = TypeVar("Row", bound=Frozen)

# Where text or named fields are wanted, a bare yes or no of YAML is a slip.
_NO_BOOL = {"string_type", "literal_error", "model_type", "dict_type", "mapping_type"}


def rows_of(data: Any, key: str, kind: type[Row], file: str, problems: list[Problem]) -> tuple[Row, ...]:
    """Gives every valid row under `key`; what is wrong with the others is added to `problems`."""
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        problems.append(Problem(file, "", key, f"the file must hold a list named {key}"))
        return ()
    for extra in sorted(str(name) for name in data if name != key):
        problems.append(Problem(file, "", extra, "there is no field of this name here"))
    found = (
        row_of(row, kind, file, _name_of(row, at), problems) for at, row in enumerate(data[key], start=1)
    )
    return tuple(row for row in found if row is not None)


def row_of(row: Any, kind: type[Row], file: str, name: str, problems: list[Problem]) -> Row | None:
    """Gives one value, or None after adding each of its errors to `problems`."""
    try:
        return kind.model_validate(_tuples(row))
    except RecursionError:
        problems.append(Problem(file, name, "", "this row contains itself: write it out without & and *"))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            steps = _field_steps(detail["loc"])
            inner = "" if name else _inner_row(row, steps)
            field = place_of(steps[2:] if inner else steps)
            problems.append(Problem(file, name or inner, field, _sentence(detail)))
    return None


def _sentence(detail: Any) -> str:
    kind, value = detail["type"], detail["input"]
    if isinstance(value, bool) and kind in _NO_BOOL:
        return f"YAML reads a bare yes or no as {str(value).lower()}: put it in quotes"
    if kind == "string_type":
        return f"give text, in quotes if need be, not {value!r:.40}"
    if kind in _NO_BOOL and kind != "literal_error":
        return f"give named fields, such as {{kind: judged, p: 0.3}} for a figure, not {value!r:.40}"
    return sentence_of(detail)


def _inner_row(data: Any, steps: Sequence[int | str]) -> str:
    """A file that is read as one value has its rows in lists: names the row that the steps lead to."""
    rows = data.get(steps[0]) if isinstance(data, dict) and steps else None
    if not isinstance(rows, list) or len(steps) < 2 or not isinstance(steps[1], int):
        return ""
    return f"{steps[0]} {_name_of(rows[steps[1]], steps[1] + 1)}"


def _name_of(row: Any, at: int) -> str:
    named = isinstance(row, dict) and (row.get("id") or row.get("condition"))
    return f"row {at} ({named})" if named else f"row {at}"


def _field_steps(location: Sequence[int | str]) -> list[int | str]:
    # pydantic says between the steps which validator it tried, and after them that a key is meant
    names = ("function-", "[key]")
    return [step for step in location if not (isinstance(step, str) and step.startswith(names))]


def _tuples(value: Any) -> Any:
    """Lists become tuples, because strict models take no list for a tuple."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return value
