"""Reads and writes catalogues of translations in the format of Qt Linguist (.ts), which many tools edit.

The interface is keyed by context and English text, knowledge and library by id: the context is kind and row
(`finding.limp`), the comment the rest of the id (`option.mild.patient`).
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from hipmap.model.catalogue import Catalogue, Entry, Key, State
from hipmap.model.problems import BadInput
from hipmap.storage.translation_folders import Part

_MOST_BYTES = 20_000_000
_STATES: dict[str | None, State] = {
    None: "done", "unfinished": "open", "vanished": "gone", "obsolete": "gone",
}  # fmt: skip
_TYPES: dict[State, str] = {"done": "", "open": ' type="unfinished"', "gone": ' type="vanished"'}


def id_key(name: str) -> Key:
    """Gives the key of a text of the knowledge: kind and row, and the rest of its id."""
    kind, _, rest = name.partition(".")
    row, _, inner = rest.partition(".")
    return Key(f"{kind}.{row}", inner)


def read_catalogue(path: Path, language: str, part: Part) -> Catalogue:
    """Gives a catalogue, empty if there is no file; BadInput names the file and what is wrong with it."""
    name = f"{path.parent.name}/{path.name}"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Catalogue(language)
    except OSError as error:
        raise BadInput(f"{name}: this catalogue cannot be read ({error.strerror})") from error
    root = _tree(data, name)
    if root.get("language") != language:
        raise BadInput(
            f'{name}: the catalogue is for {root.get("language", "no language")}; write language="{language}"'
        )
    entries: dict[Key, Entry] = {}
    for key, entry in _entries(root, part, name):
        if key in entries and "gone" not in (entry.state, entries[key].state):
            raise BadInput(f"{name}: {key} stands twice; remove one of them")
        if entry.state != "gone" or key not in entries:
            entries[key] = entry
    return Catalogue(language, entries)


def _tree(data: bytes, name: str) -> ET.Element:
    if len(data) > _MOST_BYTES or b"<!ENTITY" in data:
        raise BadInput(f"{name}: this is not a catalogue of hipmap: too large, or with entities of its own")
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise BadInput(
            f"{name}: this is not a readable .ts file ({error}); correct it or put back the last good one"
        ) from error
    if root.tag != "TS":
        raise BadInput(f"{name}: the file holds <{root.tag}>; a catalogue begins with <TS>")
    return root


def _entries(root: ET.Element, part: Part, name: str) -> Iterator[tuple[Key, Entry]]:
    for context in root.iterfind("context"):
        place = context.findtext("name", "")
        for message in context.iterfind("message"):
            source, said = message.findtext("source", ""), message.find("translation")
            if message.get("numerus") == "yes":
                raise BadInput(
                    f"{name}: {place}: {source}: hipmap has no plural forms; write one translation"
                )
            kind = None if said is None else said.get("type")
            state = _STATES.get(kind, "open")
            inner = source if part == "interface" else message.findtext("comment", "")
            words = "" if said is None else "".join(said.itertext())
            yield Key(place, inner), Entry(source, words if words.strip() else "", state)


def write_catalogue(path: Path, catalogue: Catalogue, part: Part) -> None:
    """Writes a catalogue whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".ts.new")
    unfinished.write_text("\n".join(_lines(catalogue, part)) + "\n", encoding="utf-8", newline="\n")
    unfinished.replace(path)


def _lines(catalogue: Catalogue, part: Part) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<!DOCTYPE TS>"
    yield f'<TS version="2.1" language="{escape(catalogue.language)}" sourcelanguage="en">'
    contexts = dict.fromkeys(key.context for key in catalogue.entries)
    inside: dict[str, list[tuple[Key, Entry]]] = {context: [] for context in contexts}
    for key, entry in catalogue.entries.items():
        inside[key.context].append((key, entry))
    for context, messages in inside.items():
        yield f"<context>\n    <name>{escape(context)}</name>"
        for key, entry in messages:
            yield "    <message>"
            yield f"        <source>{_text(entry.source)}</source>"
            if part != "interface":
                yield f"        <comment>{_text(key.name)}</comment>"
            yield f"        <translation{_TYPES[entry.state]}>{_text(entry.said)}</translation>"
            yield "    </message>"
        yield "</context>"
    yield "</TS>"


def _text(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})
