"""Finds places of the body by what people call them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Found:
    """A place that fits a query; `alias` is the other name by which it was found, if any."""

    place: Place
    alias: str | None = None


def find_places(query: str, words: ZoneWords) -> list[Found]:
    """Gives the places with words that begin as those of the query; those found by name come first."""
    asked = _words_of(query)
    if not asked:
        return [Found(place) for place in words.places()]
    by_name: list[Found] = []
    by_alias: list[Found] = []
    for place in words.places():
        zone = words.body.by_id[place[0]]
        names = [words.name(*place), f"{place[1]} {zone.patient}", f"{place[1]} {zone.clinician}"]
        if any(_fits(asked, name) for name in names):
            by_name.append(Found(place))
            continue
        alias = next((alias for alias in zone.aliases if _fits(asked, f"{place[1]} {alias}")), None)
        if alias is not None:
            by_alias.append(Found(place, alias))
    return by_name + by_alias


def shared_alias(found: Sequence[Found]) -> str | None:
    """Gives the word that means several zones, such as `hip`, if a query hit on one."""
    for one in found:
        if one.alias and len({other.place[0] for other in found if other.alias == one.alias}) > 1:
            return one.alias
    return None


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _fits(asked: Sequence[str], name: str) -> bool:
    words = _words_of(name)
    return all(any(word.startswith(part) for word in words) for part in asked)
