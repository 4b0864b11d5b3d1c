"""Turns the rows of a knowledge file into frozen values, and says which row and field is wrong."""

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from hipmap.model.frozen import Frozen
from hipmap.model.problems import Problem, place_of, sentence_of

Row = TypeVar("Row", bound=Frozen)


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
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            problems.append(Problem(file, name, place_of(_field_steps(detail["loc"])), sentence_of(detail)))
        return None


def _name_of(row: Any, at: int) -> str:
    named = isinstance(row, dict) and (row.get("id") or row.get("condition"))
    return f"row {at} ({named})" if named else f"row {at}"


def _field_steps(location: Sequence[int | str]) -> list[int | str]:
    # pydantic names the validator between the steps of some unions; a reader does not need that
    return [step for step in location if not (isinstance(step, str) and step.startswith("function-"))]


def _tuples(value: Any) -> Any:
    """Lists become tuples, because strict models take no list for a tuple."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return value
