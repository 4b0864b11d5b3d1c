"""Writes a policy for an administrator: what is chosen as keys, everything else as remarks to be taken up."""

import textwrap
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from hipmap.model.problems import BadInput, refusal
from hipmap.storage.policy.keys import BY_NAME, KEYS, SCHEMA, TABLES, PolicyKey
from hipmap.storage.policy.reading import read_policy, unknown_key

_WIDTH = 100


def policy_text(chosen: Sequence[str]) -> str:
    """Gives the text of a policy with these `KEY=VALUE`; BadInput for what no policy takes."""
    values = pairs(chosen)
    text = "\n".join(_lines(values)) + "\n"
    problems = read_policy(text.encode()).problems
    if problems:
        raise refusal(problems[0].key or "KEY=VALUE", problems[0].what)
    return text


def pairs(chosen: Sequence[str]) -> dict[str, str]:
    """Gives what each `KEY=VALUE` gives the key, as TOML."""
    return dict(_pair(one) for one in chosen)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise refusal(text, "write KEY=VALUE, as records.lock_minutes_most=10")
    if name.strip() not in BY_NAME:
        raise refusal(name, unknown_key(name.strip()))
    return name.strip(), _toml(value.strip())


def _toml(value: str) -> str:
    """Gives what was typed as TOML; a text needs no quotes, which a shell would have taken away."""
    try:
        parsed = tomllib.loads(f"value = {value}")
    except ValueError:
        parsed = {}
    if list(parsed) == ["value"] and isinstance(parsed["value"], str | bool | int | list):
        return value
    if "'" in value or not value.isprintable():
        raise BadInput(f"{value!r}: a text must not have this sign in it; write the file by hand")
    return f"'{value}'"


def _lines(values: Mapping[str, str]) -> Iterator[str]:
    yield "# The policy of hipmap. It holds for every user of this computer."
    yield "# Check it by: hipmap policy check FILE"
    yield f"{SCHEMA.name} = {SCHEMA.example}"
    yield from _table("", values)
    for table in TABLES:
        yield ""
        yield f"[{table}]"
        yield from _table(table, values)


def _table(table: str, values: Mapping[str, str]) -> Iterator[str]:
    for key in KEYS:
        if key.table == table:
            yield from _remarks(key)
            given = values.get(key.name)
            yield f"# {key.last} = {key.example}" if given is None else f"{key.last} = {given}"


def _remarks(key: PolicyKey) -> Iterator[str]:
    yield from textwrap.wrap(
        f"{key.about} Give {key.allowed}.", _WIDTH, initial_indent="# ", subsequent_indent="# "
    )
