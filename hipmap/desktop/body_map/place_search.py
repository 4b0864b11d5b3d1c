"""Finds places of the body by what people call them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.desktop.body_map.zone_words import ZoneWords
from hipmap.model.body import Body, OwnWord
from hipmap.model.case import Side
from hipmap.model.own_words import word_called
from hipmap.model.voice import Voice, said

_WORD = re.compile(r"\w+")
_SIDE_WORDS = frozenset(("right", "left", "my", "the"))


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


def place_called(typed: str, places: Sequence[Place], words: ZoneWords) -> Place | None:
    """Gives the first place called as typed: by a name in either voice, else by another or everyday word."""
    for names_of in (_names, _aliases, _everyday_words):
        for place in places:
            if any(f" {typed}" in f" {' '.join(_words_of(name))}" for name in names_of(place, words)):
                return place
    return None


def _names(place: Place, words: ZoneWords) -> tuple[str, ...]:
    zone = words.body.by_id[place[0]]
    return words.name(*place), zone.patient, zone.clinician


def _aliases(place: Place, words: ZoneWords) -> tuple[str, ...]:
    return words.body.by_id[place[0]].aliases


def _everyday_words(place: Place, words: ZoneWords) -> list[str]:
    meant = [word for word in words.body.own_words if place[0] in word.zones and not word.together]
    return [name for word in meant for name in (word.patient, word.clinician, *word.also)]


def shared_alias(found: Sequence[Found]) -> str | None:
    """Gives the word that means several zones, such as `hip`, if a query hit on one."""
    for one in found:
        if one.alias and len({other.place[0] for other in found if other.alias == one.alias}) > 1:
            return one.alias
    return None


def own_word(query: str, body: Body) -> OwnWord | None:
    """Gives the everyday word that a query begins or is, its sides left out; none for a single letter."""
    asked = " ".join(word for word in _words_of(query) if word not in _SIDE_WORDS)
    if len(asked) < 2:
        return None
    return word_called(asked, body) or next(
        (word for word in body.own_words if any(_begins(asked, name) for name in (word.patient, *word.also))),
        None,
    )


def sides_told(query: str) -> tuple[Side, ...]:
    """Gives the sides that a query names."""
    said = set(_words_of(query))
    sides: tuple[Side, ...] = ("right", "left")
    return tuple(side for side in sides if side in said)


def word_question(word: OwnWord, voice: Voice) -> str:
    """Gives the row that offers to ask which place an everyday word means."""
    name = said(word, voice).strip('"')
    if word.together:
        return QCoreApplication.translate("BodyMap", "{word}: show me").format(word=name)
    question = QCoreApplication.translate("BodyMap", "People say “%1” for several places. Which one?")
    return question.replace("%1", name)


def _begins(asked: str, name: str) -> bool:
    return " ".join(_words_of(name)).startswith(asked) and len(asked) >= 3


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _fits(asked: Sequence[str], name: str) -> bool:
    words = _words_of(name)
    return all(any(word.startswith(part) for word in words) for part in asked)
