"""Reads a policy: whatever the bytes are, it is a policy, or every problem with its line, column and mend."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from hipmap.model.policy import Policy
from hipmap.storage.policy.keys import BY_NAME, KEYS, SCHEMA, TABLES, PolicyKey, keys_of
from hipmap.storage.policy.mends import mend_of

LARGEST_POLICY = 16_384
MOST_LINES = 500
_SHOWN = 40
_AT = re.compile(r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BEGINNING = 4
"""UTF-16 without its mark shows by a zero byte at the first sign."""


@dataclass(frozen=True)
class PolicyProblem:
    """One thing that is wrong: where, at which key, and what to give instead."""

    line: int
    column: int
    key: str
    what: str

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}"
        return f"{place}: {self.key}: {self.what}" if self.key else f"{place}: {self.what}"


@dataclass(frozen=True)
class ReadPolicy:
    """A policy is whole only where there are no problems; `lines` says where each key stands."""

    policy: Policy
    problems: tuple[PolicyProblem, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


def read_policy(content: bytes) -> ReadPolicy:
    """Gives what the bytes of a policy say."""
    text, problem = _text_of(content)
    if problem is not None:
        return ReadPolicy(Policy(), (problem,))
    try:
        parsed = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return ReadPolicy(Policy(), (_syntax(text, error),))
    return _Reading(text, parsed).result()


def _text_of(content: bytes) -> tuple[str, PolicyProblem | None]:
    if len(content) > LARGEST_POLICY or content.count(b"\n") > MOST_LINES:
        what = f"a policy is never so long: keep to {MOST_LINES} lines and {LARGEST_POLICY} bytes"
        return "", PolicyProblem(1, 1, "", what)
    if content.startswith(_UTF_16) or b"\0" in content[:_BEGINNING]:
        return "", PolicyProblem(1, 1, "", "this is written as UTF-16; save it as UTF-8")
    try:
        # Editors of Windows begin a file with a mark of its encoding.
        return content.decode("utf-8-sig").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        return "", PolicyProblem(line, column, "", "this is not UTF-8; save the file as UTF-8")


def _syntax(text: str, error: Exception) -> PolicyProblem:
    if isinstance(error, RecursionError):
        return PolicyProblem(1, 1, "", "lists stand in lists without end; a policy needs none")
    lines = text.split("\n")
    found = _AT.fullmatch(str(error))
    if found is None:
        return PolicyProblem(1, 1, "", "this cannot be read as TOML: a number or day in it is impossible")
    line = int(found[2] or len(lines))
    column = int(found[3] or len(lines[-1]) + 1)
    what = f"this is not TOML ({found[1][:1].lower()}{found[1][1:]})"
    mend = mend_of(found[1], lines[min(line, len(lines)) - 1], column)
    what += f"; {mend}" if mend else ""
    return PolicyProblem(line, column, "", what)


class _Reading:
    """Looks at every key of a file that is TOML."""

    def __init__(self, text: str, parsed: dict[str, Any]) -> None:
        self._lines = text.split("\n")
        self._parsed = parsed
        self._problems: list[PolicyProblem] = []
        self._found: dict[str, Any] = {}
        self._places: dict[str, tuple[int, int]] = {}

    def result(self) -> ReadPolicy:
        for name, value in _flat(self._parsed):
            self._read(name, value)
        if SCHEMA.name not in self._parsed:
            what = f"this key is missing; begin the file with schema = {SCHEMA.example}"
            self._problems.append(PolicyProblem(1, 1, SCHEMA.name, what))
        self._problems += self._apart()
        policy = Policy(**{key.field: self._found[key.name] for key in KEYS if key.name in self._found})
        ordered = sorted(self._problems, key=lambda one: (one.line, one.column))
        return ReadPolicy(policy, tuple(ordered), {name: at[0] for name, at in self._places.items()})

    def _read(self, name: str, value: object) -> None:
        self._places[name] = line, column = self._place(name)
        key = BY_NAME.get(name)
        if key is None:
            self._problems.append(PolicyProblem(line, column, _short(name), unknown_key(name)))
            return
        read = key.read(value)
        if read is None:
            self._problems.append(self._not_taken(key, value))
        else:
            self._found[name] = read

    def _not_taken(self, key: PolicyKey, value: object) -> PolicyProblem:
        """Of a list, the entry is named that does not fit, where it stands."""
        line, column = self._places[key.name]
        wrong = key.wrong_entry(value)
        if wrong is not None:
            entry, is_second = wrong
            why = "stands twice" if is_second else "does not fit"
            place = self._entry_place(line, entry, is_second)
            return PolicyProblem(*place, key.name, f"{_shown(entry)} {why}; give {key.allowed}")
        hint = key.hint(value)
        what = f"give {key.allowed}, not {_shown(value)}"
        return PolicyProblem(line, column, key.name, f"{what}; {hint}" if hint else what)

    def _entry_place(self, line: int, entry: object, is_second: bool) -> tuple[int, int]:
        """Finds a text of a list from the line of its key on; what is no text is told at the key."""
        written = re.compile(f"[\"']{re.escape(str(entry))}[\"']")
        found = [
            (number, match.start() + 1)
            for number, text in enumerate(self._lines[line - 1 :], line)
            for match in written.finditer(text)
        ]
        return found[int(is_second)] if len(found) > int(is_second) else (line, 1)

    def _apart(self) -> Iterator[PolicyProblem]:
        """Gives where two keys do not go together."""
        least, most = "records.lock_minutes_least", "records.lock_minutes_most"
        found = self._found
        if least in found and most in found and found[least] > found[most]:
            yield self._at(least, f"give at most {found[most]}, which {most} says")
        first, allowed = "language.first", "language.allowed"
        if first in found and allowed in found and found[first] not in found[allowed]:
            yield self._at(first, f"give one of {allowed}: {', '.join(found[allowed])}")
        digest = "knowledge.overlay_sha256"
        if digest in found and "knowledge.overlay" not in self._places:
            yield self._at(digest, "this needs knowledge.overlay, which names the file")

    def _at(self, name: str, what: str) -> PolicyProblem:
        return PolicyProblem(*self._places[name], name, what)

    def _place(self, name: str) -> tuple[int, int]:
        """Finds the line of a key: what stands before it is TOML too, and has no such key yet."""
        start = 0
        for at in range(len(self._lines)):
            before = _parsed_or_none("\n".join(self._lines[:at]))
            if before is None:
                continue
            if name in dict(_flat(before)):
                break
            start = at
        return start + 1, max(self._lines[start].find(name.rpartition(".")[2]), 0) + 1


def _flat(parsed: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for name, value in parsed.items():
        if isinstance(value, dict) and name in TABLES:
            yield from ((f"{name}.{inner}", one) for inner, one in value.items())
        else:
            yield name, value


def _parsed_or_none(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def unknown_key(name: str) -> str:
    """Says that there is no such key, and which is nearest."""
    table, _, last = name.partition(".")
    if name in TABLES:
        first = next(key for key in KEYS if key.table == name)
        return (
            f"this is a table: write [{name}] on a line of its own, and {first.last} = {first.example} below"
        )
    if table in TABLES:
        # A typo in the last part is nearer to its neighbours than to the same word elsewhere.
        close = get_close_matches(last, keys_of(table), n=1, cutoff=0.5)
        near = [f"{table}.{one}" for one in close] or get_close_matches(name, BY_NAME, n=1)
        known = f"the keys of [{table}] are {', '.join(keys_of(table))}"
    else:
        close = get_close_matches(name, (*BY_NAME, *TABLES), n=1)
        near = [f"[{one}]" if one in TABLES else one for one in close]
        known = f"there are {', '.join(keys_of(''))} and the tables {', '.join(f'[{one}]' for one in TABLES)}"
    return f"there is no such key; {f'do you mean {near[0]}? ' if near else ''}{known}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    try:
        return _short(f'"{value}"' if isinstance(value, str) else str(value))
    except ValueError:
        return "so long a number"  # Python writes none of more than some thousand digits


def _short(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
