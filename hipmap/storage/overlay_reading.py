"""Reads a clinic's overlay file and lays it over the knowledge, or says why it was refused."""

import hashlib
from pathlib import Path
from typing import Any

from hipmap.model.evidence import Source
from hipmap.model.findings import Finding
from hipmap.model.frozen import Frozen
from hipmap.model.knowledge import Knowledge
from hipmap.model.knowledge_check import check_knowledge
from hipmap.model.overlay import (
    LocalAdvice,
    LocalFigure,
    LocalPlace,
    LocalWording,
    Overlay,
    OverlayHead,
)
from hipmap.model.overlay_laying import laid_over, overlay_problems
from hipmap.model.problems import BadInput, Problem
from hipmap.storage.rows import row_of, rows_of
from hipmap.storage.strict_yaml import parse_yaml

# A clinic's file is some pages long; a file of this size is something else.
LARGEST = 4_000_000
_LISTS: dict[str, type[Frozen]] = {
    "sources": Source,
    "findings": Finding,
    "figures": LocalFigure,
    "places": LocalPlace,
    "wordings": LocalWording,
    "advice": LocalAdvice,
}
_HEAD = ("schema", "clinic", "version")


def read_overlay(
    path: Path, knowledge: Knowledge, content: bytes | None = None
) -> tuple[Knowledge | None, list[Problem]]:
    """Gives the knowledge with the overlay of a file on it, or None and all that is wrong with the file.

    `content` is what was read of it already, and approved: the file could be another by now.
    """
    problems: list[Problem] = []
    try:
        text = content if content is not None else overlay_bytes(path)
        overlay = _overlay(parse_yaml(text, path.name), path.name, problems)
    except BadInput as error:
        return None, [Problem("", "", "", str(error))]
    if overlay is None or problems:
        return None, problems
    problems = overlay_problems(overlay, knowledge, path.name)
    if problems:
        return None, problems
    digest = hashlib.sha256(knowledge.digest.encode() + text).hexdigest()
    laid = laid_over(knowledge, overlay, digest)
    problems = check_knowledge(laid, {f"findings:{one.id}": path.name for one in overlay.findings})
    return (None, [_of_overlay(one, path.name) for one in problems]) if problems else (laid, [])


def overlay_bytes(path: Path) -> bytes:
    """Gives what stands in the file of an overlay; BadInput where it is none, too large, or unreadable."""
    try:
        if path.exists() and not path.is_file():
            raise BadInput(f"{path.name}: an overlay is a plain file; name the right one")
        if path.stat().st_size > LARGEST:
            raise BadInput(f"{path.name}: this file is too large for an overlay; name the right one")
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{path.name}: the overlay cannot be read ({error.strerror}); check the file"
        ) from error


def _overlay(data: Any, file: str, problems: list[Problem]) -> Overlay | None:
    if not isinstance(data, dict):
        raise BadInput(
            f"{file}: an overlay is a list of named fields, beginning with schema: hipmap-overlay/1"
        )
    for name in sorted(str(key) for key in data if key not in (*_HEAD, *_LISTS)):
        problems.append(Problem(file, "", name, "an overlay has no field of this name: remove it"))
    head = row_of({key: data[key] for key in _HEAD if key in data}, OverlayHead, file, "", problems)
    rows: dict[str, Any] = {
        key: rows_of({key: data[key]}, key, kind, f"{file}, {key}", problems)
        for key, kind in _LISTS.items()
        if key in data
    }
    return Overlay(head=head, **rows) if head is not None and not problems else None


def _of_overlay(problem: Problem, file: str) -> Problem:
    """Whatever is wrong with the whole became wrong by the overlay."""
    return problem if problem.file == file else Problem(file, problem.row, problem.field, problem.what)
