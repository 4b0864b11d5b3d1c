"""Refuses a text from outside that would take up the machine before its faults were all counted.

What is wrong with each of a million fields takes kilobytes to tell, so that a file of some megabytes could
fill the memory; and what is nested without end could end the program. Here only its form is looked at.
"""

import json
from typing import Any

from hipmap.storage.records.problems import NewerFormat, Refused

_FAMILY, _SCHEMA = "hipmap-patient/", "hipmap-patient/1"
# Thousands of states of a visit, each with a hundred answers, are far below.
_MOST_COMMAS = 2_000_000
_MOST_KEYS = 3000
_LONGEST_LIST = 10_000


def must_be_bearable(text: bytes, name: str) -> None:
    """Refuses what is no JSON, too much of it, or of a newer hipmap, in one sentence."""
    if text.count(b",") > _MOST_COMMAS:
        raise Refused("document_large", name)
    try:
        body = json.loads(text, object_pairs_hook=lambda pairs: _bearable(pairs, name))
    except (ValueError, RecursionError):
        raise Refused("no_document", name) from None
    schema = body.get("schema") if isinstance(body, dict) else None
    if isinstance(schema, str) and schema.startswith(_FAMILY) and schema != _SCHEMA:
        raise NewerFormat("hand_over_newer", name)


def _bearable(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Refused("document_double", name)
    if len(pairs) > _MOST_KEYS or any(isinstance(v, list) and len(v) > _LONGEST_LIST for v in found.values()):
        raise Refused("document_large", name)
    return found
