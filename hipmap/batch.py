"""Assesses many cases, one JSON object a line, in the order of the lines."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.reasoning import assess
from hipmap.storage.case_files import LARGEST_CASE_BYTES, parse_case
from hipmap.storage.complaints import refusal


@dataclass(frozen=True)
class LineResult:
    """The JSON line to write, and the sentence if the case could not be used."""

    text: str
    error: str | None = None


def assess_lines(path: Path, knowledge: Knowledge, *, ranges: bool) -> Iterator[LineResult]:
    """Gives one result for each line that is not blank; BadInput if the file cannot be read at all."""
    try:
        if path.is_dir():
            raise refusal(path.name or str(path), "this is a folder; name a file with one case a line")
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _assess_line(line, f"{path.name}, line {number}", knowledge, ranges=ranges)
    except OSError as error:
        raise refusal(path.name, f"the file cannot be read ({error.strerror}); check its name") from None


def _assess_line(line: bytes, name: str, knowledge: Knowledge, *, ranges: bool) -> LineResult:
    try:
        if len(line) > LARGEST_CASE_BYTES:
            raise refusal(name, "this line is longer than any case; write one case a line")
        case = parse_case(line, name, knowledge)
    except BadInput as error:
        return LineResult(json.dumps({"error": str(error)}, ensure_ascii=False), str(error))
    return LineResult(assess(case, knowledge, ranges=ranges).model_dump_json(by_alias=True))
