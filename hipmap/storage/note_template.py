"""Reads and writes the template of a SOAP note of a clinic; what it says is checked elsewhere."""

from pathlib import Path

from hipmap.model.problems import refusal
from hipmap.storage.whole_file import replace_file

LARGEST_TEMPLATE = 20_000


def read_template(path: Path) -> str:
    """Gives the text of a template; BadInput where it cannot be read, or is too large or no text."""
    try:
        if path.is_fifo() or path.is_dir():
            raise refusal(path.name, "this is no file; name a template of a SOAP note")
        with path.open("rb") as file:
            text = file.read(LARGEST_TEMPLATE + 1)
    except OSError as error:
        raise refusal(path.name, f"the template cannot be read ({error.strerror}); check its name") from None
    if len(text) > LARGEST_TEMPLATE:
        raise refusal(path.name, "this is larger than any template; name a template of a SOAP note")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refusal(path.name, "this is not text in UTF-8; save the template as UTF-8") from None


def write_template(path: Path, text: str) -> None:
    """Writes a template whole or not at all; BadInput where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
    except OSError as error:
        reason = error.strerror or str(error)
        raise refusal(
            path.name, f"this could not be written ({reason}); choose another folder or free some space"
        ) from error
