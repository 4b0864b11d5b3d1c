"""Every text that a patient may read in knowledge, library and drawings, with the file that holds it."""

import ast
import json
import re
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
# What puts a handout or a letter into words; a SOAP note is for clinicians.
PAPERS = (
    "paper/*.py", "drawing/*.py", "case_words.py", "passport.py", "plain_words.py", "sides_text.py",
    "urgency_told.py",
)  # fmt: skip
_PLACE = re.compile(r"\{[^{}]*\}")


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
    drawn = (PatientText(POSES, name, pose["alt"]) for name, pose in poses.items())
    return (*found, *drawn, *paper_texts())


def paper_texts() -> Iterator[PatientText]:
    """Gives what stands on handouts and letters for a patient beside the knowledge.

    Of a table by voice that is the patient's half; any other text of these modules is read in both voices.
    """
    for path in (path for part in PAPERS for path in sorted((ROOT / "hipmap" / "exchange").glob(part))):
        name = f"exchange/{path.name}"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                for text in _said_on_paper(call, call.func.id):
                    yield PatientText(name, f"line {call.lineno}", _PLACE.sub("this", text))


def _said_on_paper(call: ast.Call, name: str) -> Iterator[str]:
    if name in ("tr", "translate"):
        yield from (str(one.value) for one in call.args[-1:] if isinstance(one, ast.Constant))
    elif name in ("phrases", "phrases_by"):
        yield from _of_table(call.args[1])


def _of_table(table: ast.expr) -> Iterator[str]:
    assert isinstance(table, ast.Dict)
    keys = [getattr(key, "value", None) for key in table.keys]
    for key, value in zip(keys, table.values, strict=True):
        if isinstance(value, ast.Dict):
            yield from _of_table(value)
        elif isinstance(value, ast.Constant) and (key == "patient" or "patient" not in keys):
            yield str(value.value)


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
