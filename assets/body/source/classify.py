"""Names the zone of every surface point, and tells which points belong to the saddle."""

from __future__ import annotations

import numpy as np
from landmarks import Frame
from mesh import Floats, Ints
from zones import INDEX, Mask, chart, curve
from zones_leg import leg_zones
from zones_trunk import trunk_zones


def classify(points: Floats, frm: Frame) -> Ints:
    """Zone index of every surface point; every point belongs to exactly one zone."""
    c = chart(points, frm)
    out = np.zeros(c.x.shape, dtype=np.int64)
    for zone, inside in (*trunk_zones(c, points, frm), *leg_zones(c, points, frm)):
        out[inside & (out == 0)] = INDEX[zone]
    return out


def saddle(points: Floats, frm: Frame) -> Mask:
    """The skin that touches a saddle: perineum with the inmost thighs and buttocks."""
    c = chart(points, frm)
    width = curve(c.z, (-1.0, 0.40), (-0.6, 0.50), (-0.2, 0.48), (0.3, 0.42), (0.8, 0.36), (1.2, 0.30))
    top = curve(c.z, (-1.0, 0.02), (-0.5, 0.10), (0.5, -0.30), (1.2, -0.28))
    bottom = curve(c.x, (0.0, -1.35), (0.3, -1.22), (0.5, -1.0))
    rounded = ((c.x / width) ** 3 + np.clip((c.u - top + 0.45) / 0.45, 0, 2) ** 3) < 1
    return np.asarray(rounded & (c.u > bottom))
