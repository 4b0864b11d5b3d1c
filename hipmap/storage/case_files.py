"""Reads and writes case files (`hipmap-case/1`); what cannot be used is refused in one clear line."""

import codecs
import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hipmap.model.case import Case, case_as_data
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.storage.complaints import case_complaint, no_case, refusal
from hipmap.storage.whole_file import replace_file

# A case with every zone marked and every finding answered is below 100 KB.
LARGEST_CASE_BYTES = 2_000_000


def read_case(path: Path, knowledge: Knowledge) -> Case:
    """Gives the case of a file; BadInput says in one line what is wrong with it and how to mend it."""
    return parse_case(_read_bytes(path), path.name, knowledge)


def parse_case(text: bytes, name: str, knowledge: Knowledge) -> Case:
    """Gives the case of a JSON text; `name` names it in the sentence of a BadInput."""
    text = _as_utf8(text, name)
    try:
        case = Case.model_validate_json(text)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        other_version = errors[0]["loc"] == ("schema",) and errors[0]["type"] != "missing"
        raise (refusal if other_version else no_case)(name, case_complaint(errors)) from None
    _refuse_double_keys(text, name)
    problems = check_case(case, knowledge)
    if problems:
        raise no_case(name, problems[0])
    return case


def write_case(path: Path, case: Case) -> None:
    """Writes a case file so that either the new file is whole or the old one stays; BadInput if it fails."""
    text = case_text(case).encode()
    try:
        replace_file(path, text)
    except OSError as error:
        advice = "choose another folder or free some space"
        raise refusal(path.name, f"the case could not be saved ({error.strerror}); {advice}") from error


def case_text(case: Case) -> str:
    """Gives the case as the text of a case file."""
    return json.dumps(case_as_data(case), indent=2, ensure_ascii=False) + "\n"


def _refuse_double_keys(text: bytes, name: str) -> None:
    """JSON lets a key stand twice and keeps the last; an answer must not be lost that way."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            double = next(key for key in keys if keys.count(key) > 1)
            raise no_case(name, f'the key "{double}" stands twice in one object: keep one')
        return found

    json.loads(text, object_pairs_hook=once)


def _as_utf8(text: bytes, name: str) -> bytes:
    """Takes the mark away with which some editors begin UTF-8; refuses what is empty or no text."""
    if not text.strip():
        raise no_case(name, "this file is empty; name a case file made by hipmap")
    if text.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in text:
        raise no_case(name, "this is not text in UTF-8; save it as UTF-8, or name a case file made by hipmap")
    return text.removeprefix(codecs.BOM_UTF8)


def _read_bytes(path: Path) -> bytes:
    name = path.name or str(path)
    try:
        if path.is_fifo():
            raise refusal(name, "this is a pipe that may never end; name a case file")
        if path.is_dir():
            raise refusal(name, "this is a folder; name a case file")
        with path.open("rb") as file:
            text = file.read(LARGEST_CASE_BYTES + 1)
    except OSError as error:
        raise refusal(
            name, f"the file cannot be read ({error.strerror}); check its name and rights"
        ) from None
    if len(text) > LARGEST_CASE_BYTES:
        raise refusal(name, "this file is larger than any case; name a case file made by hipmap")
    return text
