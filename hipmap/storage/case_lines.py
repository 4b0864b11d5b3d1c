"""Reads many cases, one JSON object a line; a bad line spoils no other."""

from collections.abc import Iterator
from pathlib import Path

from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput, refusal
from hipmap.storage.case_files import LARGEST_CASE_BYTES, parse_case


def case_lines(path: Path, knowledge: Knowledge) -> Iterator[tuple[int, Case | BadInput]]:
    """Gives the number of each line that is not blank, with its case or what is wrong with it.

    BadInput if the file cannot be read at all.
    """
    try:
        if path.is_dir():
            raise refusal(path.name or str(path), "this is a folder; name a file with one case a line")
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _case_of(line, f"{path.name}, line {number}", knowledge)
    except OSError as error:
        raise refusal(path.name, f"the file cannot be read ({error.strerror}); check its name") from None


def _case_of(line: bytes, name: str, knowledge: Knowledge) -> Case | BadInput:
    try:
        if len(line) > LARGEST_CASE_BYTES:
            raise refusal(name, "this line is longer than any case; write one case a line")
        return parse_case(line, name, knowledge)
    except BadInput as error:
        return error
