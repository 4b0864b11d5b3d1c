"""Names the nerve root whose skin area a surface point belongs to: one judged map between published ones.

The borders hang on the key points at which sensation of a root is tested, such as the middle of the front of
the thigh (L2), the inside of the knee (L3), the inner ankle (L4), the back of the foot (L5), the outer heel
(S1), the hollow of the knee (S2) and the sitting bone (S3). Lengths as in `zones.py`.
"""

from __future__ import annotations

import numpy as np
from body import smoothstep
from landmarks import Frame
from mesh import Floats, Ints
from zones import KNEE, Chart, Mask, chart, curve, inguinal

ROOTS = ("L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3")
INDEX = {name: at + 1 for at, name in enumerate(ROOTS)}
Pairs = list[tuple[str, Mask]]


def _round(c: Chart) -> Floats:
    """The angle round the body, from -90 behind over 0 at the outer side to 90 in front; on the leg further.

    Up on the trunk it is told round the trunk, down on the leg round the leg.
    """
    rear_inner = curve(c.u, (-7.6, 250), (-5.2, 240), (KNEE, 232), (-2.0, 228), (-0.4, 222), (0.4, 222))
    leg = np.where(c.ang > rear_inner, c.ang - 360, c.ang)
    share = smoothstep(c.u, -0.7, 0.5)
    blended: Floats = share * c.phi + (1 - share) * leg
    return blended


def _rear(c: Chart, angle: Floats) -> Pairs:
    """Rings round the tailbone, and from them a strip down the back of the leg."""
    ring = np.hypot(c.x, (c.u + 0.28) / 1.15)
    behind = (c.z < 0.30) & (c.phi < 0)
    strip = curve(c.u, (-7.6, -112), (-5.0, -100), (KNEE, -86), (-2.0, -82), (-1.2, -87), (-0.6, -101))
    return [
        ("S3", behind & (ring < 0.64)),
        ("S2", behind & (ring < 0.94) & (c.u > -0.6)),
        ("S2", (c.u <= -0.6) & (angle < strip)),
    ]


def _bands(c: Chart, angle: Floats) -> Pairs:
    """Bands from the midline of the low back, round the hip, down and inwards over the leg; lowest first."""
    _, above = inguinal(c)
    s1 = curve(
        angle, (-90, 0.98), (-74, 0.58), (-62, -0.1), (-55, -1.2), (-51, -2.2), (-46, -3.9), (-40, -9.6)
    )
    l5 = curve(angle, (-90, 1.20), (-68, 0.82), (-52, -0.1), (-42, -1.1), (-28, -2.1), (0, -3.05), (30, -3.7),
               (55, -4.6), (74, -5.7), (90, -7.4), (100, -9.0))  # fmt: skip
    l4 = curve(angle, (-90, 1.44), (-62, 1.08), (-38, 0.15), (-18, -0.85), (0, -1.6), (45, -2.75),
               (90, -3.38), (140, -4.05), (200, -4.35))  # fmt: skip
    l3 = curve(angle, (-90, 1.74), (-60, 1.46), (-30, 0.76), (0, -0.25), (45, -1.2), (90, -2.0),
               (140, -2.25), (200, -2.2))  # fmt: skip
    l2 = curve(angle, (-90, 2.06), (-60, 1.86), (-30, 1.36), (0, 0.74), (45, 0.12), (90, -0.42),
               (140, -0.72), (200, -0.80))  # fmt: skip
    top = curve(c.phi, (-90, 2.40), (-55, 2.26), (-20, 1.82), (4, 1.46), (20, 1.22), (36, 1.03))
    l1 = (c.u < top) & ((c.phi < 36) | (above < 0.42))
    return [
        ("S1", c.u < s1),
        ("L5", c.u < l5),
        ("L4", c.u < l4),
        ("L3", c.u < l3),
        ("L2", c.u < l2),
        ("L1", l1),
    ]


def _foot(points: Floats, frm: Frame) -> Pairs:
    """Inner edge and big-toe side L4, back of the foot and middle toes L5, outer edge and heel S1."""
    x, y, z = np.abs(points[..., 0]), points[..., 1], points[..., 2]
    forward = z - frm.ankle[2]
    middle = frm.ankle[0] + 0.02 + 0.05 * forward
    half = curve(forward, (-0.6, 0.30), (0.0, 0.34), (0.9, 0.45), (1.6, 0.47), (2.2, 0.40))
    across = (x - middle) / half
    foot = y < frm.ankle[1] + 0.10 + 0.12 * np.clip(forward, -0.3, 0.6)
    heel = (forward < -0.06 - 0.32 * (y - frm.ankle[1])) & (y < frm.ankle[1] - 0.10 - 0.5 * forward)
    return [
        ("S1", np.asarray(foot & (heel | ((across > 0.40) & (y < frm.ankle[1] - 0.24))))),
        ("L4", np.asarray(foot & (across < -0.42) & (forward < 1.15))),
        ("L5", np.asarray(foot)),
    ]


def root_of(points: Floats, frm: Frame) -> Ints:
    """Root index of every surface point; 0 above the first lumbar area and on the arms."""
    c = chart(points, frm)
    out = np.zeros(c.x.shape, dtype=np.int64)
    arm = (np.abs(points[..., 0]) > 2.1) & (c.u > -2.5)
    angle = _round(c)
    for name, inside in (*_foot(points, frm), *_rear(c, angle), *_bands(c, angle)):
        out[inside & (out == 0) & ~arm] = INDEX[name]
    return out
