"""Reads YAML of the plain kind in one pass: some three times as fast as the loader that reads all kinds.

What it does not take for plain it leaves to that loader, which reads it or says what is wrong.
"""

import sys
from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

# Knowledge files nest some ten deep.
_DEEPEST = 100


class NotPlain(Exception):  # noqa: N818  (a turn of the way, not a failure)
    """This text has a mistake, or tags, merged keys, several documents or a value that holds itself."""


class PlainReader:
    """Reads one text."""

    def __init__(self, loader: Any, most_values: int) -> None:
        """Takes a loader of PyYAML over the text, and how many values it may stand for written out."""
        self._next: Callable[[], Any] = loader.get_event
        self._loader = loader
        self._meant: dict[str, Any] = {}
        # A named value with its size, by its name.
        self._named: dict[str, tuple[Any, int]] = {}
        self._most = most_values
        self._size = self._depth = 0

    def data(self) -> Any:
        """Gives what the text holds; NotPlain if it is not plain."""
        try:
            self._next()  # the beginning of the stream
            return self._document()
        except (yaml.YAMLError, ValueError, TypeError) as error:
            raise NotPlain from error

    def _document(self) -> Any:
        if type(self._next()) is not DocumentStartEvent:
            return None
        found = self._value(self._next())
        self._next()  # the end of the document
        if type(self._next()) is not StreamEndEvent:
            raise NotPlain
        return found

    def _value(self, event: Any) -> Any:
        kind = type(event)
        if kind is AliasEvent:
            return self._again(event.anchor)
        before = self._size
        self._size += 1
        if kind is ScalarEvent:
            found = self._scalar(event)
        elif event.tag is not None:
            raise NotPlain
        else:
            found = self._inner(self._mapping if kind is MappingStartEvent else self._sequence)
        if event.anchor is not None:
            if event.anchor in self._named:
                raise NotPlain
            self._named[event.anchor] = found, self._size - before
        return found

    def _again(self, name: str) -> Any:
        """A few lines that name each other can stand for more values than any memory holds."""
        if name not in self._named:
            raise NotPlain
        found, size = self._named[name]
        self._size += size
        if self._size > self._most:
            raise NotPlain
        return found

    def _inner(self, read: Callable[[], Any]) -> Any:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotPlain
        found = read()
        self._depth -= 1
        return found

    def _mapping(self) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._value(event)
            if key in found:
                raise NotPlain
            found[key] = self._value(self._next())
        return found

    def _sequence(self) -> list[Any]:
        found: list[Any] = []
        while type(event := self._next()) is not SequenceEndEvent:
            found.append(self._value(event))
        return found

    def _scalar(self, event: Any) -> Any:
        if event.tag is not None:
            raise NotPlain
        text = event.value
        if not event.implicit[0]:
            return text
        if text not in self._meant:
            self._meant[text] = self._meaning(text)
        return self._meant[text]

    def _meaning(self, text: str) -> Any:
        """What a bare word stands for: a number, a truth value, nothing, or itself."""
        for tag, pattern in self._loader.yaml_implicit_resolvers.get(text[:1], ()):
            if pattern.match(text):
                return self._loader.construct_object(yaml.ScalarNode(tag, text))
        return sys.intern(text)  # most are ids, which stand in many places
