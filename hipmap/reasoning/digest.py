"""A digest of case and knowledge: the same digest means the same input, on every system."""

import hashlib
import json
from typing import Any

from hipmap.model.case import Case, case_as_data
from hipmap.model.knowledge import Knowledge

_IN_ORDER = json.JSONEncoder(sort_keys=True)
_COMPACT = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def digest_of(case: Case, knowledge: Knowledge) -> str:
    """Gives the SHA-256 of the case in a canonical form and of the knowledge, as hexadecimal text."""
    data = case_as_data(case)
    data["marks"] = sorted(data.get("marks", []), key=_IN_ORDER.encode)
    text = _COMPACT.encode(_canonical(data))
    return hashlib.sha256(f"{knowledge.digest}\n{text}".encode()).hexdigest()


def _canonical(value: Any) -> Any:
    """Numbers that are equal look equal: 10.0 becomes 10."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _canonical(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_canonical(item) for item in value]
    return value
