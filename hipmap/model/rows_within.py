"""Every row of knowledge and library with the rows inside it, each with a place that a reader can find."""

from collections.abc import Iterator

from pydantic import BaseModel

from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library

# What the rows of each list are called where a place is named.
_NAMES = {
    "zones": "zone",
    "origins": "origin",
    "conditions": "condition",
    "findings": "question or test",
    "red_flags": "red flag",
    "imaging_rules": "imaging rule",
    "safety_nets": "safety net",
    "pages": "page",
    "myths": "corrected myth",
    "disclaimers": "disclaimer",
    "modalities": "imaging test",
    "comparison": "comparison of scans",
    "pain_free_findings": "findings without pain",
    "exercises": "exercise",
    "gates": "gate",
    "stop_rules": "stop rule",
    "plans": "plan",
    "tips": "tip",
    "movements": "home movement",
    "measures": "questionnaire",
    "cards": "test card",
}


def knowledge_rows(knowledge: Knowledge) -> Iterator[tuple[str, BaseModel]]:
    """Gives the rows of the body map, the starting rates, the pain maps and the lists of the knowledge."""
    for zone in knowledge.body.zones:
        yield from rows_within(zone, f"zone {zone.id}")
    for prior in knowledge.priors.conditions:
        yield from rows_within(prior, f"starting rate {prior.condition}")
    for pair in knowledge.priors.raised_pairs:
        yield from rows_within(pair, f"starting rate {pair.first} with {pair.second}")
    for one in knowledge.referral.pain:
        yield from rows_within(one, f"pain map {one.condition}")
    yield from _lists(knowledge)


def library_rows(library: Library) -> Iterator[tuple[str, BaseModel]]:
    """Gives the rows of the library."""
    yield from _lists(library)


def rows_within(row: BaseModel, place: str) -> Iterator[tuple[str, BaseModel]]:
    """Gives a row and the rows inside it, such as the paragraphs of a page."""
    yield place, row
    for part in _parts(row):
        inner = getattr(part, "id", None)
        yield from rows_within(part, f"{place}, {inner}" if isinstance(inner, str) else place)


def _parts(row: BaseModel) -> Iterator[BaseModel]:
    for value in row.__dict__.values():
        if isinstance(value, BaseModel):
            yield value
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            yield from value


def _lists(whole: BaseModel) -> Iterator[tuple[str, BaseModel]]:
    for name in type(whole).model_fields:
        rows = getattr(whole, name)
        if name in _NAMES and isinstance(rows, tuple):
            for row in rows:
                yield from rows_within(row, f"{_NAMES[name]} {_id_of(row)}")


def _id_of(row: BaseModel) -> str:
    for name in ("id", "finding", "tier"):
        value = getattr(row, name, None)
        if isinstance(value, str):
            return value
    return ""
