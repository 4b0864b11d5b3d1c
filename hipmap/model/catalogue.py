"""One catalogue of a language: every text with its translation, and what is missing or wrong in it."""

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

# open: not translated, or the English has changed since; done: shown; gone: no longer used, kept for reuse.
from hipmap.model.plural_forms import how_many_forms
from hipmap.model.translation import BETWEEN, UNIT_FORMS

State = Literal["open", "done", "gone"]
Lack = Literal["missing", "outdated", "broken", "unknown"]


@dataclass(frozen=True, order=True)
class Key:
    """Where a text is said: of the interface the context and the English itself, of the knowledge its id."""

    context: str
    name: str

    def __str__(self) -> str:
        return f"{self.context}: {self.name}"


@dataclass(frozen=True)
class Entry:
    """One English text, and what is said for it."""

    source: str
    said: str = ""
    state: State = "open"


@dataclass(frozen=True)
class Catalogue:
    """The texts of one file, in the order of the file."""

    language: str
    entries: Mapping[Key, Entry] = field(default_factory=dict)


@dataclass(frozen=True)
class Shortcoming:
    """One text that a translator has to look at."""

    lack: Lack
    key: Key
    source: str
    why: str = ""


def shown_texts(catalogue: Catalogue) -> dict[Key, Entry]:
    """Gives what may be shown: done, and with every place for a value that the English has."""
    return {
        key: entry
        for key, entry in catalogue.entries.items()
        if entry.state == "done" and entry.said and not broken_places(entry.source, entry.said)
    }


def shortcomings(catalogue: Catalogue, sources: Mapping[Key, str]) -> list[Shortcoming]:
    """Gives what is missing, outdated or broken of the texts that are wanted, and what nobody wants."""
    found: list[Shortcoming] = []
    for key, source in sources.items():
        entry = catalogue.entries.get(key)
        if entry is None or not entry.said:
            found.append(Shortcoming("missing", key, source))
        elif entry.state != "done" or entry.source != source:
            found.append(Shortcoming("outdated", key, source))
        elif why := broken_places(source, entry.said) or missing_forms(key, entry.said, catalogue.language):
            found.append(Shortcoming("broken", key, source, why))
    unknown = ((key, entry) for key, entry in catalogue.entries.items() if key not in sources)
    found += [Shortcoming("unknown", key, entry.source) for key, entry in unknown if entry.state != "gone"]
    return found


def extended(catalogue: Catalogue, sources: Mapping[Key, str]) -> Catalogue:
    """Gives the catalogue with every text that is wanted, open where it is new or its English changed.

    What nobody wants any more is kept as gone if it was ever translated.
    """
    entries = {key: _open_if_changed(catalogue.entries.get(key), source) for key, source in sources.items()}
    gone = {
        key: replace(entry, state="gone")
        for key, entry in catalogue.entries.items()
        if key not in sources and entry.said
    }  # fmt: skip
    return replace(catalogue, entries=entries | gone)


def _open_if_changed(entry: Entry | None, source: str) -> Entry:
    if entry is None:
        return Entry(source)
    return entry if entry.source == source and entry.state == "done" else Entry(source, entry.said)


_PLACE = re.compile(r"\{[^{}]*\}|%[1-9nL]")


def broken_places(source: str, said: str) -> str:
    """Says what is wrong with the places for values (`{name}`, `%1`) of a translation; nothing if all fit."""
    wanted, given = (Counter(_PLACE.findall(text)) for text in (source, said))
    if lost := _in_words((wanted - given).elements()):
        return f"{lost} is missing"
    if extra := _in_words((given - wanted).elements()):
        return f"{extra} is not in the English"
    if "{" in said or "}" in said:
        try:
            list(string.Formatter().parse(said))
        except ValueError:
            return "a brace stands alone"
    return ""


def missing_forms(key: Key, said: str, language: str) -> str:
    """Says how many forms of a unit are missing in a translation; one form alone stands with every number."""
    if not f".{key.name}".endswith(UNIT_FORMS):
        return ""
    given, wanted = len(said.split(BETWEEN.strip())), how_many_forms(language)
    return "" if given in (1, wanted) else f"{given} forms beside numbers, but the language has {wanted}"


def _in_words(places: Iterable[str]) -> str:
    return ", ".join(sorted(set(places)))
