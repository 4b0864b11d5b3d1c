"""What is wrong with an input, said so that a person can mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_LONGEST_LINE = 400
# What pydantic calls an error, in words that tell the reader what to do.
_MENDS = {
    "missing": "add it",
    "extra_forbidden": "remove it or correct its spelling",
    "json_invalid": "it is not valid JSON",
    "finite_number": "give a finite number",
    "bool_type": "write true or false",
}


class BadInput(Exception):  # noqa: N818  (named for what the person gave, not for what failed)
    """An input that cannot be used: the text is one line that names the file, the place and the mend."""


def refusal(name: str, sentence: str) -> BadInput:
    """Gives a BadInput of one short line: nothing from a file can break it or speak to the terminal."""
    text = f"{name}: {sentence}"
    line = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return BadInput(line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…")


class NoCase(BadInput):
    """The content of a file is no case, or a damaged one; `reason` says why, for who can mend files."""

    def __init__(self, line: str, reason: str) -> None:
        super().__init__(line)
        self.reason = reason


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a knowledge file: the file, the row in it, the field, and what is wrong."""

    file: str
    row: str
    field: str
    what: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.row, self.field) if part)
        return f"{place}: {self.what}" if place else self.what


def first_of(problems: Sequence[Problem], command: str = "hipmap knowledge check") -> str:
    """Gives the first problem, how many more there are, and the command that lists them all."""
    more = f" ({len(problems) - 1} more: run `{command}`)" if len(problems) > 1 else ""
    return f"{problems[0]}{more}"


def place_of(location: Sequence[int | str]) -> str:
    """Gives a pydantic location as a path that a person can follow: `marks[2].side`."""
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else f"{'.' if path else ''}{step}"
    return path


def sentence_of(error: Any) -> str:
    """Gives one pydantic error (`ErrorDetails`) as a plain clause: what is wrong and how to mend it."""
    kind = error["type"]
    what = str(error["msg"]).removeprefix("Value error, ")
    mend = _MENDS.get(kind, "")
    if kind in {"literal_error", "enum", "finite_number", "less_than_equal", "greater_than_equal"}:
        return f"{_lower_first(what)}, but it is {_shown(error.get('input'))}"
    if kind == "missing":
        return f"this field is missing: {mend}"
    if kind == "extra_forbidden":
        return f"there is no field of this name: {mend}"
    return f"{_lower_first(what)}{'; ' + mend if mend and mend not in what else ''}"


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _shown(value: object, most: int = 40) -> str:
    text = repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"
