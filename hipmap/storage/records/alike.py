"""Who of the records may be the person of a file, or somebody who is about to be written down as new."""

import re
from difflib import SequenceMatcher

from hipmap.model.records import Identity, Patient
from hipmap.storage.records.folded_words import folded
from hipmap.storage.records.home_document import is_home_number
from hipmap.storage.records.patients import patient_of
from hipmap.storage.records.vault import Vault

_WORD = re.compile(r"\w+")
_MOST_ALIKE = 20
_SIMILAR = 0.8
"""How alike two names are written that may be one: a letter or two of ten differ."""


def is_same_number(one: Identity, other: Identity) -> bool:
    """Whether both have the same number of a clinic; a number made up at home is nobody's."""
    return one.number == other.number and not is_home_number(one.number)


def alike(vault: Vault, wanted: Identity) -> tuple[Patient, ...]:
    """Those with the same number, name or day of birth, the likest first; not a namesake of another day."""
    named = folded(wanted.name)
    number_counts = not is_home_number(wanted.number)
    found = []
    for uid, number, name, born in vault.rows("SELECT uid, number, name, born FROM patient"):
        born_then = wanted.born is not None and born == wanted.born
        namesake = folded(name) == named and (born_then or None in (born, wanted.born))
        numbered = number_counts and number == wanted.number
        if numbered or namesake or born_then:
            found.append((-4 * numbered - 2 * namesake - born_then, uid))
    return tuple(patient_of(vault, uid) for _likeness, uid in sorted(found)[:_MOST_ALIKE])


def perhaps_here(vault: Vault, wanted: Identity) -> tuple[Patient, ...]:
    """Those of the same name, and those of the same birthday whose name is like it; namesakes first."""
    named = folded(wanted.name)
    found = []
    for uid, name, born in vault.rows("SELECT uid, name, born FROM patient"):
        is_namesake = folded(name) == named
        born_then = wanted.born is not None and born == wanted.born
        if is_namesake or (born_then and _is_similar(folded(name), named)):
            found.append((not (is_namesake and born_then), not is_namesake, uid))
    return tuple(patient_of(vault, uid) for *_, uid in sorted(found)[:_MOST_ALIKE])


def _is_similar(one: str, other: str) -> bool:
    """Also where the names stand in another order, or one of them is missing."""
    if set(_WORD.findall(one)) & set(_WORD.findall(other)):
        return True
    return SequenceMatcher(None, one, other).ratio() >= _SIMILAR
