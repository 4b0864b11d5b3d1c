"""The countries whose emergency numbers hipmap has: a policy for another would leave nobody any number."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from hipmap.storage.assets import asset

# The whole knowledge takes a hundred times as long to read; a test holds the two against each other.
_ROW = re.compile(r'^\s*- \{country: "([A-Z]{2})", name: "([^"]+)"', re.MULTILINE)

_EVERYDAY = MappingProxyType(
    {
        "UK": "GB", "EN": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "GBR": "GB",
        "GREAT BRITAIN": "GB", "EL": "GR", "USA": "US", "UAE": "AE", "DEUTSCHLAND": "DE", "HOLLAND": "NL",
    }
)  # fmt: skip
"""What is written every day and is no code of ISO 3166, or not of that country."""


@lru_cache(maxsize=1)
def known_countries() -> Mapping[str, str]:
    """Gives the names of the countries by their codes."""
    text = asset("knowledge/emergency_numbers.yaml").read_text(encoding="utf-8")
    return MappingProxyType(dict(_ROW.findall(text)))


def known_country(value: object) -> str | None:
    """Gives the code of a country with a number; else None."""
    return value if isinstance(value, str) and value in known_countries() else None


def meant_country(value: object) -> str:
    """Says which code may be meant; nothing where that cannot be guessed."""
    if not isinstance(value, str) or not value.strip():
        return ""
    known, typed = known_countries(), value.strip().upper()
    by_name = {name.upper(): code for code, name in known.items()}
    near = get_close_matches(typed, by_name, n=1, cutoff=0.8)
    meant = typed if typed in known else _EVERYDAY.get(typed) or (by_name[near[0]] if near else "")
    if meant in known:
        return f"do you mean {meant}?"
    return "hipmap knows no emergency number for it: leave this key out" if _is_code(typed) else ""


def _is_code(typed: str) -> bool:
    return len(typed) == 2 and typed.isascii() and typed.isalpha()
