"""Which kind of report a file is to hold, and whether and how it is written."""

from pathlib import Path

from hipmap.model.problems import refusal
from hipmap.report_options import ENDINGS
from hipmap.storage.whole_file import replace_file

_USUAL = {
    ".pdf": "letter", ".txt": "soap", ".html": "handout", ".svg": "map", ".png": "map", ".json": "fhir",
    ".csv": "csv",
}  # fmt: skip
_NAMED = {"note": "soap", "bundle": "fhir", "case": "json", "row": "csv", "rows": "csv"}
_PRINTED = ("soap", "fhir", "questionnaire", "csv", "dictionary", "json")


def chosen_kind(kind: str | None, output: Path | None, *, batch: bool) -> tuple[str, str]:
    """Gives what is to be written and its ending: told outright, else by the name of the file."""
    if output is None:
        kind = kind or "soap"
        if kind not in _PRINTED or batch:
            raise refusal("-o", f"say where to: give -o FILE{ENDINGS[kind][0]}, or a folder for a batch")
        return kind, ENDINGS[kind][0]
    ending = output.suffix.lower()
    if batch and not ending:
        kind = kind or "letter"
        return kind, ENDINGS[kind][0]
    if kind is None:
        stem = output.stem.lower()
        words = {**_NAMED, **{one: one for one in ENDINGS}}
        kind = next(
            (words[one] for one in words if stem.startswith(one) and ending in ENDINGS[words[one]]), None
        )
        kind = kind or _USUAL.get(ending)
    if kind is None:
        known = ", ".join(dict.fromkeys(one for every in ENDINGS.values() for one in every))
        raise refusal(output.name, f"the ending says nothing about what to write; use one of {known}")
    if ending not in ENDINGS[kind]:
        raise refusal(output.name, f"--kind {kind} is written as {' or '.join(ENDINGS[kind])}")
    return kind, ending


def must_be_free(path: Path, *, force: bool) -> None:
    """Raises BadInput where a file would be replaced that nobody said may be, or cannot be written."""
    if path.is_dir():
        raise refusal(path.name, "this is a folder; name a file in it")
    if path.exists() and not force:
        raise refusal(path.name, "this file is there already; give another name, or --force to replace it")
    if not path.parent.is_dir():
        raise refusal(path.name, f"the folder {path.parent} is not there; make it, or name another one")


def written(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all."""
    try:
        replace_file(path, content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise refusal(
            path.name, f"this could not be written ({reason}); choose another folder or free some space"
        ) from error
