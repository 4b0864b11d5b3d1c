"""The body map: zones of the skin with their labels, neighbours and CHOIR segments."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from hipmap.model.case import Face, Side
from hipmap.model.frozen import Frozen

Region = Literal["back", "side", "front", "leg", "above"]
Layer = Literal["pain", "numbness", "spread"]
FigureKind = Literal["neutral", "female", "male"]

FACES: tuple[Face, ...] = ("front", "back", "right", "left")
FIGURES: tuple[FigureKind, ...] = ("neutral", "female", "male")


class Zone(Frozen):
    """A zone of the skin; its id never carries a side."""

    id: str
    midline: bool
    region: Region
    layer: Layer
    inset: bool
    patient: str
    clinician: str
    border: str
    neighbours: tuple[str, ...]
    choir: Mapping[Side, tuple[int, ...]]
    aliases: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that this zone has: the midline, or right and left."""
        return ("midline",) if self.midline else ("right", "left")


class Reading(Frozen):
    """One thing that an everyday word may mean: some zones, under a label of their own."""

    id: str
    zones: Annotated[tuple[str, ...], Field(min_length=1)]
    patient: str
    clinician: str


class OwnWord(Frozen):
    """An everyday word for a place, which may mean several; `together` means all of them at once."""

    id: str
    patient: str
    clinician: str
    also: tuple[str, ...] = ()
    together: bool = False
    readings: Annotated[tuple[Reading, ...], Field(min_length=1)]

    @property
    def zones(self) -> frozenset[str]:
        """All zones that the word may mean."""
        return frozenset(zone for reading in self.readings for zone in reading.zones)


class Body(Frozen):
    """All zones of the body map, in the order of the zone table, and the everyday words for places."""

    zones: tuple[Zone, ...]
    own_words: tuple[OwnWord, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Zone]:
        """The zones by their ids."""
        return {zone.id: zone for zone in self.zones}

    @cached_property
    def own_word_by_id(self) -> dict[str, OwnWord]:
        """The everyday words by their ids."""
        return {word.id: word for word in self.own_words}
