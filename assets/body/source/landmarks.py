"""Bony points of a figure in mesh coordinates, found once on the neutral body and carried to the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from mesh import Base, Floats, Ints, joint


@dataclass
class Frame:
    """Landmarks of the neutral body that the zone borders hang on; one unit is 10 cm."""

    hip: Floats
    knee: Floats
    ankle: Floats
    shoulder: Floats
    neck: Floats
    thigh: float

    def at(self, x: float, up: float) -> tuple[float, float]:
        """A point given from the midline and the hip centre's height in units of this thigh length / 3.9."""
        return x * self.thigh / 3.9, self.hip[1] + up * self.thigh / 3.9


def frame(base: Base, neutral: Floats) -> Frame:
    """Joint centres of the left side of the neutral body."""
    hip, knee = joint(base, neutral, "l-upper-leg"), joint(base, neutral, "l-knee")
    return Frame(
        hip,
        knee,
        joint(base, neutral, "l-ankle"),
        joint(base, neutral, "l-shoulder"),
        joint(base, neutral, "neck"),
        float(hip[1] - knee[1]),
    )


# Surface points on the neutral body: direction to look from and place (x, height above hip).
SURFACE = {
    "asis": ("front", 1.15, 0.75),
    "pubis": ("front", 0.0, -0.05),
    "psis": ("back", 0.50, 0.88),
    "l4": ("back", 0.0, 1.40),
    "trochanter": ("side", -0.02, 0.0),
}
JOINTS = {"hip": "l-upper-leg", "knee": "l-knee", "ankle": "l-ankle"}


def surface_indices(neutral: Floats, frm: Frame, skin: Ints) -> dict[str, int]:
    """Vertex of the left side (or midline) nearest to each surface landmark."""
    found = {}
    points = neutral[skin]
    for name, (face, across, up) in SURFACE.items():
        x, y = frm.at(across, up)
        if face == "side":
            far = np.hypot(points[:, 2] - (frm.hip[2] + x), points[:, 1] - y) + 5 * (points[:, 0] < 0.8)
        else:
            sign = 1 if face == "front" else -1
            far = np.hypot(points[:, 0] - x, points[:, 1] - y) + 5 * (
                sign * (points[:, 2] - frm.hip[2]) < 0.2
            )
        found[name] = int(skin[np.argmin(far)])
    return found
