"""Assesses many cases, one JSON object a line, in the order of the lines."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.reasoning import assess
from hipmap.storage.case_lines import case_lines


@dataclass(frozen=True)
class LineResult:
    """The JSON line to write, and the sentence if the case could not be used."""

    text: str
    error: str | None = None


def assess_lines(path: Path, knowledge: Knowledge, *, ranges: bool) -> Iterator[LineResult]:
    """Gives one result for each line that is not blank; BadInput if the file cannot be read at all."""
    for _, case in case_lines(path, knowledge):
        if isinstance(case, BadInput):
            yield LineResult(json.dumps({"error": str(case)}, ensure_ascii=False), str(case))
        else:
            yield LineResult(assess(case, knowledge, ranges=ranges).model_dump_json(by_alias=True))
