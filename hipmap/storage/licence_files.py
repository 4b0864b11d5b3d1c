"""Finds the licences of hipmap and of what it brings: their texts, and the versions that are installed."""

import json
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from hipmap.storage.assets import asset, assets_folder
from hipmap.storage.policy.places import program_folders

RUN_TIME = (
    "PySide6-Essentials",
    "pydantic",
    "PyYAML",
    "platformdirs",
    "fonttools",
    "sqlcipher3",
    "cryptography",
    "typst",
    "fhir.resources",
)
"""What hipmap itself asks for; what these ask for in turn is found."""

_UNDECLARED = {"sqlcipher3": "Zlib"}
"""Licences of packages that bring the text but do not name it."""

_BROUGHT_PYTHON = "frozen"
"""The scope of what only a copy with its own Python holds."""

_SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}

_FOLDER = "licences"
_TEXT = re.compile(r"(licen[cs]e|copying)", re.IGNORECASE)


@dataclass(frozen=True)
class Brought:
    """A package that is installed with hipmap."""

    name: str
    version: str
    licence: str
    text: str


@dataclass(frozen=True)
class Carried:
    """A part that lies within something else: in a package, in hipmap, or in a program that brings Python.

    Where the file itself does not tell its version, `as_in` names that whose makers chose it.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    source: str
    within: str
    as_in: str = ""


def carried() -> list[Carried]:
    """Gives every part that lies in this copy, hipmap's own first; nothing where the list cannot be read."""
    try:
        rows = json.loads(asset(f"{_FOLDER}/brought.json").read_text(encoding="utf-8"))
        parts = [_carried(row) for row in rows if _lies_here(row)]
    except (OSError, ValueError, TypeError, KeyError):
        return []
    return sorted(parts, key=lambda one: one.within != "hipmap")


def _carried(row: dict[str, Any]) -> Carried:
    told = _within_python()
    version, as_in = row["version"].format(**told), row.get("as_in", "").format(**told)
    if not version and not as_in:  # a library of Python that does not tell its version
        as_in = f"Python {told['python']}"
    return Carried(
        name=row["name"], version=version, licence=row["licence"], texts=tuple(row["texts"]),
        source=row["source"], within=row["within"], as_in=as_in,
    )  # fmt: skip


def _within_python() -> dict[str, str]:
    """The versions of the Python that runs this, and of what it holds."""
    import _decimal
    import pyexpat
    import zlib

    return {
        "python": platform.python_version(),
        "expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
        "mpdecimal": str(getattr(_decimal, "__libmpdec_version__", "")),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def _lies_here(row: dict[str, Any]) -> bool:
    """Whether a part is of this system, and of the Python that this copy brings, if it brings one."""
    system = _SYSTEMS.get(sys.platform)
    if system is not None and system not in row.get("systems", (system,)):
        return False
    if row["within"] != _BROUGHT_PYTHON:
        return True
    here = sys.version_info[:2]
    since, before = _order(row.get("since", "0")), _order(row.get("before", "99"))
    return bool(program_folders()) and since <= here < before


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def carried_text(part: Carried) -> str:
    """Gives the texts of its licences; a path from the root lies beside what it is for."""
    return "\n\n".join(filter(None, (_carried_text(name) for name in part.texts)))


def _carried_text(name: str) -> str:
    if name == "/LICENSE":
        return own_licence()
    return bundled_licence(name.removeprefix("/assets/") if name.startswith("/") else f"{_FOLDER}/{name}")


def own_licence() -> str:
    """Gives the text of hipmap's own licence; nothing where the installation left it out."""
    beside = assets_folder().parent / "LICENSE"
    if beside.is_file():
        return beside.read_text(encoding="utf-8")
    try:
        return _licence_text(metadata.distribution("hipmap"))
    except metadata.PackageNotFoundError:
        return ""


def bundled_licence(name: str) -> str:
    """Gives the text of a licence that lies beside what it is for; nothing where it is missing."""
    try:
        return asset(name).read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return ""


def brought() -> list[Brought]:
    """Gives every package that hipmap runs with, by name."""
    return sorted(_closure(), key=lambda package: package.name.lower())


def _closure() -> Iterator[Brought]:
    waiting, seen = list(RUN_TIME), set[str]()
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # a frozen program may carry the code without its description
        yield Brought(found.metadata["Name"], found.version, _licence(found), _licence_text(found))
        waiting += [_name(wish) for wish in found.requires or () if "extra ==" not in wish]


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    return found[0] if found else requirement


def _licence(package: metadata.Distribution) -> str:
    told = package.metadata
    named = [told[field] for field in ("License-Expression", "License") if field in told]
    return named[0].strip().split("\n")[0] if named else _UNDECLARED.get(told["Name"], "")


def _licence_text(package: metadata.Distribution) -> str:
    for path in package.files or ():
        if _TEXT.match(path.name) and "info" in str(path.parent):
            try:
                return path.read_text(encoding="utf-8")
            except (OSError, UnicodeError):
                continue
    return ""
