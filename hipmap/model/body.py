"""The body map: zones of the skin with their labels, neighbours and CHOIR segments."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

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


class Body(Frozen):
    """All zones of the body map, in the order of the zone table."""

    zones: tuple[Zone, ...]

    @cached_property
    def by_id(self) -> dict[str, Zone]:
        """The zones by their ids."""
        return {zone.id: zone for zone in self.zones}
