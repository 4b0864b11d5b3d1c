"""Reads YAML without its traps: a duplicate key is an error, and so is anything but plain data."""

import re
from collections.abc import Hashable
from typing import Any

import yaml

from hipmap.model.problems import BadInput
from hipmap.storage.plain_yaml import NotPlain, PlainReader

# The parser in C ends the program when brackets nest some ten thousand deep; ours nest five deep.
_DEEPEST = 100
# A few lines of anchors that name each other can stand for more rows than any memory holds.
_MOST_VALUES = 1_000_000
_ALIAS = re.compile(rb"(?:^|[\s\[,{:-])\*\w", re.MULTILINE)

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Base):  # type: ignore[misc]  # the base is chosen at run time
    """The safe loader, which refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        result: dict[Hashable, Any] = super().construct_mapping(node, deep)
        if len(result) < len(node.value):
            self._refuse_double(node)
        return result

    def _refuse_double(self, node: Any) -> None:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)


def _nesting(text: bytes) -> int:
    """How deep flow brackets nest at the most, counting those in quotes as well."""
    depth = deepest = 0
    for bracket in re.findall(rb"[\[{\]}]", text):
        depth = depth + 1 if bracket in b"[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _written_out(value: Any, known: dict[int, int]) -> int:
    """How many values there would be if every `*name` were written out; one that holds itself counts once."""
    if not isinstance(value, dict | list):
        return 1
    if id(value) not in known:
        known[id(value)] = 1
        inner = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_written_out(each, known) for each in inner)
    return known[id(value)]


def parse_yaml(text: bytes, name: str) -> Any:
    """Gives the data of a YAML text; BadInput names the file and line if it cannot be read."""
    try:
        return PlainReader(_StrictLoader(text), _MOST_VALUES).data()
    except (NotPlain, yaml.YAMLError):
        return _of_any_kind(text, name)


def _of_any_kind(text: bytes, name: str) -> Any:
    if _nesting(text) > _DEEPEST:
        raise BadInput(f"{name}: brackets are nested more than {_DEEPEST} deep; write this file more plainly")
    data = _loaded(text, name)
    if _ALIAS.search(text) and not _is_small(data):
        raise BadInput(f"{name}: & and * stand for too many rows; write this file out without them")
    return data


def _is_small(data: Any) -> bool:
    try:
        return _written_out(data, {}) <= _MOST_VALUES
    except RecursionError:
        return False


def _loaded(text: bytes, name: str) -> Any:
    try:
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f", line {mark.line + 1}" if mark else ""
        raise BadInput(f"{name}{place}: {error.problem}; correct this line") from error
    except (yaml.YAMLError, ValueError, TypeError) as error:
        # TypeError: a list or mapping stands where a key must stand.
        reason = " ".join(str(error).split())
        raise BadInput(
            f"{name}: this is not readable YAML ({reason}); correct it or put back the original"
        ) from error
