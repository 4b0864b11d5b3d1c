"""Changes single keys of a policy that is there: everything else in it stays, sign for sign."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from hipmap.model.problems import BadInput, refusal
from hipmap.storage.policy.keys import BY_NAME, SCHEMA, PolicyKey
from hipmap.storage.policy.reading import read_policy
from hipmap.storage.policy.writing import pairs

_BY_HAND = "this cannot be changed alone in the way it is written there; change it by hand"


def changed_policy(content: bytes, chosen: Sequence[str]) -> bytes:
    """Gives the bytes of a policy with these `KEY=VALUE`; BadInput for what is wrong, before or after."""
    for name, value in pairs(chosen).items():
        content = _with(content, BY_NAME[name], value)
    return content


def _with(content: bytes, key: PolicyKey, value: str) -> bytes:
    read = read_policy(content)
    if read.problems:
        raise BadInput(f"{read.problems[0]}; mend this first")
    text = content.decode("utf-8")
    # Editors of Windows end a line with two signs; a line that is written anew ends as the first does.
    end = "\r" if text.partition("\n")[0].endswith("\r") else ""
    lines = text.split("\n")
    statement = f"{key.last} = {value}"
    if (at := read.lines.get(key.name)) is not None:
        _replace(lines, at - 1, key, value)
    elif (at := _beginning(lines, key)) is not None:
        # Where the remark of the key stands, below it.
        remark = f"# {key.last} = {key.example}"
        until = next((i for i in range(at, len(lines)) if lines[i].lstrip().startswith("[")), len(lines))
        at = next((i + 1 for i in range(at, until) if lines[i].strip() == remark), at)
        lines.insert(at, statement + end)
    else:
        kept = lines[:-1] if not lines[-1] else [*lines[:-1], lines[-1] + end]
        lines = [*kept, *(line + end for line in ("", f"[{key.table}]", statement)), ""]
    made = "\n".join(lines).encode()
    _must_differ_alone(content, made, key, value)
    return made


def _replace(lines: list[str], at: int, key: PolicyKey, value: str) -> None:
    """Gives a key another value; a remark behind the old one stays."""
    name, equals, _ = lines[at].partition("=")
    if not equals or _parsed(f"{name}=0") not in (_nested(key.last, 0), _nested(key.name, 0)):
        raise refusal(key.name, _BY_HAND)
    until = next((i for i in range(at + 1, len(lines) + 1) if _value(lines[at:i]) is not None), None)
    if until is None:
        raise refusal(key.name, _BY_HAND)
    last = "\r" if lines[until - 1].endswith("\r") else ""
    written = "\n".join(lines[at:until]).partition("=")[2].rstrip("\r")
    signs = (i for i, sign in enumerate(written) if sign == "#")
    remark = next((written[i:] for i in signs if _parsed(f"v = {written[:i]}") is not None), "")
    lines[at:until] = [f"{name.rstrip()} = {value}{'  ' if remark else ''}{remark}{last}"]


def _value(lines: Sequence[str]) -> Mapping[str, Any] | None:
    return _parsed("v =" + "\n".join(lines).partition("=")[2] + "\n")


def _beginning(lines: Sequence[str], key: PolicyKey) -> int | None:
    """Gives the line below which the key may stand; None where its table is not there."""
    pattern = rf"\ufeff?\s*{SCHEMA.name}\s*=.*" if not key.table else rf"\s*\[\s*{key.table}\s*\]\s*(#.*)?"
    return next((i + 1 for i, line in enumerate(lines) if re.fullmatch(pattern, line)), None)


def _must_differ_alone(old: bytes, new: bytes, key: PolicyKey, value: str) -> None:
    """What was made is read back: right, and nothing but this key another."""
    problems = read_policy(new).problems
    if problems and problems[0].key:
        raise refusal(problems[0].key, problems[0].what)
    wanted = _parsed(old.decode("utf-8-sig")) or {}
    table = wanted.setdefault(key.table, {}) if key.table else wanted
    table[key.last] = tomllib.loads(f"v = {value}")["v"]
    if problems or _parsed(new.decode("utf-8-sig")) != wanted:
        raise refusal(key.name, _BY_HAND)


def _nested(name: str, value: object) -> dict[str, Any]:
    table, _, last = name.rpartition(".")
    return {table: {last: value}} if table else {last: value}


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except ValueError:
        return None
