"""What is laid over the faces: bones, nerve-root areas, the pattern of an origin, the marks of last time."""

from dataclasses import dataclass
from typing import Literal, cast

from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model.case import Mark, Side

Layer = Literal["none", "bones", "roots", "pattern"]
LAYERS: tuple[Layer, ...] = ("none", "bones", "roots", "pattern")

Shares = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class LaidOver:
    """`pattern` are zones with the share of people whom they hurt; those with a side are meant on `sides`."""

    layer: Layer = "none"
    pattern: Shares = ()
    sides: tuple[str, ...] = ("right", "left")
    earlier: tuple[Mark, ...] = ()

    def shares(self) -> list[tuple[Place, float]]:
        """Gives the places of the pattern with their shares."""
        return [
            ((zone, cast(Side, side)), share)
            for zone, share in self.pattern
            for side in (*self.sides, "midline")
        ]
