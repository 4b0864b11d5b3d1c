"""Reads JSON that somebody else wrote: small enough, not too deep, and no key twice."""

import json
from typing import Any

from hipmap.exchange.fhir.codes import Json
from hipmap.model.problems import refusal

LARGEST_BYTES = 10_000_000
_DEEPEST = 60


def read_json(content: bytes, name: str) -> Json:
    """Gives the object of a JSON text; BadInput for XML, for what is too large or deep, and for the rest."""
    start = _begun(content, name)
    _refuse_deep(start, name)

    def once(pairs: list[tuple[str, Any]]) -> Json:
        if len({key for key, _ in pairs}) < len(pairs):
            raise refusal(name, "a key stands twice in one object: keep one")
        return dict(pairs)

    def no_constant(text: str) -> float:
        raise refusal(name, f"{text} is no number of JSON")

    try:
        found: Json = json.loads(start.decode("utf-8"), object_pairs_hook=once, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        why = str(error).partition(";")[0]  # behind it stands what a programmer could set
        raise refusal(name, f"this is not valid JSON ({why}); ask for the file again") from None
    return found


def _begun(content: bytes, name: str) -> bytes:
    """Gives what begins with an object; what is XML is not read at all, so no entity of it is ever opened."""
    if len(content) > LARGEST_BYTES:
        raise refusal(name, "this is larger than any bundle of one person; name one of one person")
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        raise refusal(name, "this is XML, which is not read; save the bundle as JSON")
    if not start.startswith(b"{"):
        raise refusal(name, "this is not a FHIR resource in JSON (UTF-8); name a bundle or response")
    return start


def _refuse_deep(text: bytes, name: str) -> None:
    """Counts brackets outside of strings before anything is built of them."""
    depth, quoted, escaped = 0, False, False
    for sign in text:
        if quoted:
            quoted, escaped = sign != 0x22 or escaped, sign == 0x5C and not escaped
        elif sign == 0x22:
            quoted = True
        elif sign in b"{[":
            depth += 1
            if depth > _DEEPEST:
                raise refusal(name, f"this is nested deeper than {_DEEPEST} levels; no bundle is")
        elif sign in b"}]":
            depth -= 1
