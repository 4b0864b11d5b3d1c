"""The template of the SOAP note: lines of text with fields in braces, and nothing that can be carried out.

`{sites}` stands for a field and `{origins:3}` for the first three things of it. What stands in [brackets] is
left out where its fields are empty, and so is a line where all are. A sign is doubled to stand for itself,
as `{{`, and a line that begins with # is a remark.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from hipmap.exchange.ascii_text import ascii_text
from hipmap.model.problems import BadInput, refusal

MOST_LINES = 25
_LONGEST_LINE = 400
_MOST_THINGS = 99
_SIGNS = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{[^{}\[\]]*\}|[{}\[\]]|[^{}\[\]]+")

Values = Mapping[str, Sequence[str]]


class WrongTemplate(BadInput):
    """What is wrong in a template; `line` counts from 1, and is 0 where it is about the whole."""

    def __init__(self, text: str, line: int = 0) -> None:
        super().__init__(text)
        self.line = line


@dataclass(frozen=True)
class Field:
    """A field of a line, and how many things of it are told at most."""

    name: str
    most: int | None = None


Part = tuple[str | Field, ...]


@dataclass(frozen=True)
class Line:
    """A line in parts; `optional` says which of them stood in brackets."""

    parts: tuple[Part, ...]
    optional: tuple[bool, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field of the line."""
        return tuple(one for part in self.parts for one in part if isinstance(one, Field))


def parsed_template(text: str, name: str, known: Sequence[str]) -> tuple[Line, ...]:
    """Gives the lines of a template; BadInput names the line that is wrong and its mend."""
    rows = [(at, row) for at, row in enumerate(text.splitlines(), start=1) if not row.startswith("#")]
    lines = tuple(_Reader(name, at, known).line(row) for at, row in rows if row.strip())
    if not lines:
        raise WrongTemplate(
            str(refusal(name, "this template has no line; write at least one, as S: {sites}"))
        )
    if len(lines) > MOST_LINES:
        raise WrongTemplate(str(refusal(name, f"this template has {len(lines)} lines; keep to {MOST_LINES}")))
    return lines


def filled(lines: Sequence[Line], values: Values) -> str:
    """Gives the note: every line with its fields filled in, in ASCII."""
    told = []
    for line in lines:
        if not line.fields or any(values[one.name] for one in line.fields):
            shown = (
                _said(part, values)
                for part, optional in zip(line.parts, line.optional, strict=True)
                if not optional or _is_told(part, values)
            )
            told.append(" ".join(ascii_text("".join(shown)).split()))
    return "\n".join(told) + "\n"


def _is_told(part: Part, values: Values) -> bool:
    return any(values[one.name] for one in part if isinstance(one, Field))


def _said(part: Part, values: Values) -> str:
    return "".join(one if isinstance(one, str) else "; ".join(values[one.name][: one.most]) for one in part)


class _Reader:
    """Reads one line of a template."""

    def __init__(self, name: str, at: int, known: Sequence[str]) -> None:
        self._name, self._at, self._known = name, at, known
        self._parts: list[list[str | Field]] = [[]]
        self._optional = [False]

    def line(self, row: str) -> Line:
        if len(row) > _LONGEST_LINE:
            raise self._wrong(f"this is longer than {_LONGEST_LINE} signs: shorten it")
        strange = next((one for one in row if one != "?" and "?" in ascii_text(one)), None)
        if strange is not None:
            raise self._wrong(f"{strange} has no likeness in plain ASCII; write it in plain letters")
        for sign in _SIGNS.findall(row):
            self._take(sign)
        if self._optional[-1]:
            raise self._wrong("a [ is not closed; add a ], or write [[ for the sign itself")
        kept = [at for at, part in enumerate(self._parts) if part]
        return Line(tuple(tuple(self._parts[at]) for at in kept), tuple(self._optional[at] for at in kept))

    def _take(self, sign: str) -> None:
        if sign in ("{{", "}}", "[[", "]]"):
            self._parts[-1].append(sign[0])
        elif sign in ("{", "}"):
            raise self._wrong(f"a {sign} stands alone; write {sign}{sign} for the sign itself")
        elif sign == ("]" if self._optional[-1] else "["):
            self._parts.append([])
            self._optional.append(sign == "[")
        elif sign in ("[", "]"):
            raise self._wrong(f"a {sign} is not in place; brackets do not stand in brackets")
        else:
            self._parts[-1].append(self._field(sign[1:-1]) if sign.startswith("{") else sign)

    def _field(self, inside: str) -> Field:
        word, colon, number = inside.partition(":")
        if word not in self._known:
            close = get_close_matches(word, self._known, n=1)
            meant = f"did you mean {{{close[0]}}}?" if close else f"the fields are {', '.join(self._known)}"
            raise self._wrong(f"there is no field {{{word[:40]}}}; {meant}")
        if not colon:
            return Field(word)
        if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= _MOST_THINGS):
            raise self._wrong(
                f"{{{word}:{number[:20]}}}: after the colon give a number from 1 to {_MOST_THINGS}"
            )
        return Field(word, int(number))

    def _wrong(self, sentence: str) -> WrongTemplate:
        return WrongTemplate(str(refusal(self._name, f"line {self._at}: {sentence}")), self._at)
