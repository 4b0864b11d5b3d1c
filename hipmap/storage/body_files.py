"""Reads the zones of the body map and the everyday words for them."""

from collections.abc import Iterator

from hipmap.model.body import Body, OwnWord, Zone
from hipmap.model.problems import BadInput, Problem
from hipmap.storage.assets import asset
from hipmap.storage.rows import rows_of
from hipmap.storage.strict_yaml import parse_yaml

ZONE_TABLE = "body/zones.yaml"
OWN_WORDS = "body/own_words.yaml"
BODY_FILES = (ZONE_TABLE, OWN_WORDS)


def load_body() -> Body:
    """Gives the body map; BadInput names the row and field that is wrong."""
    problems: list[Problem] = []
    zones, words = (asset(name).read_bytes() for name in BODY_FILES)
    body = body_from(zones, words, problems)
    if problems:
        raise BadInput(str(problems[0]))
    return body


def body_from(zones: bytes, words: bytes, problems: list[Problem]) -> Body:
    """Gives the body map of the texts of its two files; what is wrong is added to `problems`."""
    body = Body(
        zones=rows_of(parse_yaml(zones, ZONE_TABLE), "zones", Zone, ZONE_TABLE, problems),
        own_words=rows_of(parse_yaml(words, OWN_WORDS), "own_words", OwnWord, OWN_WORDS, problems),
    )
    problems.extend(_unknown_zones(body))
    problems.extend(_told_twice(body))
    return body


def _unknown_zones(body: Body) -> Iterator[Problem]:
    for word in body.own_words:
        for reading in word.readings:
            for zone in reading.zones:
                if zone not in body.by_id:
                    yield Problem(OWN_WORDS, word.id, f"readings.{reading.id}.zones", f'no zone "{zone}"')


def _told_twice(body: Body) -> Iterator[Problem]:
    """Ids and other names must each lead to one word."""
    words: set[str] = set()
    names: dict[str, str] = {}
    for word in body.own_words:
        if word.id in words:
            yield Problem(OWN_WORDS, word.id, "id", "this id is there twice")
        words.add(word.id)
        for name in word.also:
            if names.setdefault(name.casefold(), word.id) != word.id:
                yield Problem(
                    OWN_WORDS, word.id, "also", f'"{name}" belongs to "{names[name.casefold()]}" too'
                )
