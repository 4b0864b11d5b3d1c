"""Every text that a patient may read in knowledge, library and drawings, with the file that holds it."""

import json
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from hipmap.model.library import Library
from hipmap.model.measures import MeasureItem
from hipmap.model.pages import Myth
from hipmap.storage.library_files import load_library
from tests.case_builders import ROOT, own_knowledge

ASSETS = ROOT / "assets"
# The fields that hold words for a patient; a word of the glossary is read in both voices.
PATIENT = ("patient", "patient_short", "patient_text", "term")
CLINICIAN = ("clinician", "clinician_text")
POSES = "body/poses/poses.json"


@dataclass(frozen=True)
class PatientText:
    """One text, its place in its file, and whether it only quotes a claim that it then corrects."""

    file: str
    place: str
    text: str
    quoted: bool = False

    def __str__(self) -> str:
        return f"{self.file}, {self.place}: {self.text}"


@cache
def own_library() -> Library:
    """Gives the library that comes with hipmap."""
    return load_library(own_knowledge())


@cache
def patient_texts() -> tuple[PatientText, ...]:
    """Gives every text for patients; items of a questionnaire that are printed as published are left out."""
    files = files_by_row()
    found = [
        PatientText(files[key, name_of(row)], place, text, quoted)
        for key, row in every_row()
        for place, text, quoted in texts_in(row, name_of(row), PATIENT)
    ]
    poses: dict[str, Any] = json.loads((ASSETS / POSES).read_text(encoding="utf-8"))
    return (*found, *(PatientText(POSES, name, pose["alt"]) for name, pose in poses.items()))


def every_row() -> Iterator[tuple[str, BaseModel]]:
    """Gives the rows of body map, knowledge and library, each with the name of its list."""
    for whole in (own_knowledge().body, own_knowledge(), own_library()):
        for key in type(whole).model_fields:
            rows = getattr(whole, key)
            for row in rows if isinstance(rows, tuple) else ():
                yield key, row


def texts_in(
    value: object, place: str, fields: Container[str], quoted: bool = False
) -> Iterator[tuple[str, str, bool]]:
    """Gives the texts in the named fields of a row and of all that it holds: place, text, only quoted."""
    if isinstance(value, MeasureItem) and value.fixed:
        return
    for name, part in parts_of(value):
        if isinstance(value, BaseModel) and name in fields and isinstance(part, str):
            yield place, part, quoted
        else:
            claim = isinstance(value, Myth) and name == "claim"
            yield from texts_in(part, f"{place}.{name}", fields, quoted or claim)


def parts_of(value: object) -> Iterator[tuple[str, object]]:
    """Gives what a row, a table or a list holds, each part with its name."""
    if isinstance(value, BaseModel):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, Mapping):
        yield from ((str(key), part) for key, part in value.items())
    elif isinstance(value, tuple):
        yield from ((name_of(part) or str(at), part) for at, part in enumerate(value))


def name_of(row: object) -> str:
    """The name by which a row is found in its list."""
    for field in ("id", "finding", "tier", "country"):
        name = row.get(field) if isinstance(row, dict) else getattr(row, field, None)
        if isinstance(name, str):
            return name
    return ""


@cache
def files_by_row() -> Mapping[tuple[str, str], str]:
    """Gives the file of each row, by the name of its list and its own."""
    files: dict[tuple[str, str], str] = {}
    for path in [*sorted((ASSETS / "body").glob("*.yaml")), *sorted((ASSETS / "knowledge").rglob("*.yaml"))]:
        for key, rows in _yaml(path).items():
            for row in rows if isinstance(rows, list) else []:
                files[key, name_of(row)] = path.relative_to(ASSETS).as_posix()
    return files


def _yaml(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return data
