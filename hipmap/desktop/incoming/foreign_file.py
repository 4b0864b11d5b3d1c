"""Tells a file in FHIR from a case file, before anything of it is read as either."""

from pathlib import Path

from hipmap.exchange.fhir.json_reading import LARGEST_BYTES

_JSON, _XML = b'"resourceType"', b"hl7.org/fhir"


def foreign_content(path: Path) -> bytes | None:
    """Gives the content of a file that calls itself FHIR; None of every other, and of what cannot be read."""
    try:
        if path.is_fifo() or path.is_dir():
            return None
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError:
        return None
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_xml = start.startswith(b"<") and _XML in content
    return content if is_xml or (start.startswith(b"{") and _JSON in content) else None
