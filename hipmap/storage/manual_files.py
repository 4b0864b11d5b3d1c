"""Reads the pages of the manual, which are Markdown in one folder a language."""

import re
import struct
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from hipmap.model.problems import BadInput
from hipmap.storage.assets import asset

FOLDER = "manual"
ENGLISH = "en"
CONTENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "beginning": ("first_steps", "at_home", "for_clinicians"),
        "working": ("body_map", "sheet", "result", "urgency", "files", "exchange", "learn"),
        "records": ("records", "own_visits", "safe_keeping", "protection"),
        "looking_after": (
            "install",
            "administrator",
            "knowledge",
            "overlay",
            "translating",
            "command_line",
            "developing",
        ),
        "trust": ("intended_use", "limits", "evaluation", "hazards", "privacy"),
        "about": ("settings", "keys", "troubleshooting", "words"),
    }
)
"""The pages of the manual in their order, by the part of it that they stand in."""

# The signature, the name of the first part, and width and height in it.
_PNG_HEAD = 24
_NAME = re.compile(r"[a-z][a-z_]*")


def manual_page(name: str, language: str = ENGLISH) -> str:
    """Gives the text of a page in a language, or in English where there is none in that language.

    BadInput for a page that does not exist or cannot be read.
    """
    path = _file(name, language)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise BadInput(f"{path}: the page of the manual cannot be read ({error})") from None


def page_language(name: str, language: str) -> str:
    """Gives the language in which a page is there, for whoever asked for it in this one."""
    return _file(name, language).parent.name


def picture_size(path: Path) -> tuple[int, int]:
    """Gives how wide and high a PNG is; it stands at the beginning of the file."""
    with path.open("rb") as file:
        head = file.read(_PNG_HEAD)
    if len(head) < _PNG_HEAD or not head.startswith(b"\x89PNG"):
        raise BadInput(f"{path}: this is no PNG; install hipmap again")
    wide, high = struct.unpack(">II", head[-8:])
    return wide, high


def every_page() -> tuple[str, ...]:
    """Gives the ids of all pages, in their order."""
    return tuple(name for part in CONTENTS.values() for name in part)


def missing_pages(language: str) -> tuple[str, ...]:
    """Gives the pages that stand in English only, by name."""
    names = sorted(path.stem for path in asset(f"{FOLDER}/{ENGLISH}").glob("*.md"))
    return tuple(name for name in names if _path(language, name) is None)


def _file(name: str, language: str) -> Path:
    if _NAME.fullmatch(name):
        for folder in (language, language.partition("_")[0], ENGLISH):
            path = _path(folder, name)
            if path is not None:
                return path
    raise BadInput(f"the manual has no page {name}")


def _path(folder: str, name: str) -> Path | None:
    try:
        return asset(f"{FOLDER}/{folder}/{name}.md")
    except (FileNotFoundError, ValueError):
        return None
