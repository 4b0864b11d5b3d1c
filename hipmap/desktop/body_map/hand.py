"""What the hand on the map holds: nothing (it clicks), a brush, an eraser, or one pointing finger."""

from dataclasses import dataclass
from typing import Literal

from hipmap.model.case import MarkKind

Grip = Literal["click", "brush", "eraser", "finger"]
BrushSize = Literal["small", "medium", "large"]

GRIPS: tuple[Grip, ...] = ("click", "brush", "eraser", "finger")
BRUSH_SIZES: tuple[BrushSize, ...] = ("small", "medium", "large")

_DIAMETERS: dict[BrushSize, float] = {"small": 14.0, "medium": 26.0, "large": 46.0}


@dataclass(frozen=True)
class Hand:
    """The grip, the size of brush and eraser, and the kind of mark that is made."""

    grip: Grip = "click"
    size: BrushSize = "medium"
    kind: MarkKind = "pain"

    @property
    def diameter(self) -> float:
        """How wide a stroke is on the screen, in logical pixels."""
        return _DIAMETERS[self.size]

    @property
    def paints(self) -> bool:
        """Whether a press begins a stroke."""
        return self.grip in ("brush", "eraser")

    def resized(self, step: int) -> BrushSize:
        """Gives the next larger size (+1) or smaller one (-1); the last stays."""
        at = BRUSH_SIZES.index(self.size) + step
        return BRUSH_SIZES[max(0, min(at, len(BRUSH_SIZES) - 1))]
