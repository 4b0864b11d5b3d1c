"""Gives the surface coordinates and shared curves in which the zone borders are written.

All curves live on the neutral body; a pixel of any figure is looked up at the place its skin has there.
Lengths are decimetres at a 39 cm thigh, heights count from the hip centre, angles are degrees.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from landmarks import Frame
from mesh import Floats
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

ZONES = (
    "lumbar_midline", "lumbar_paraspinal", "sacrum", "si_dimple", "upper_buttock", "mid_buttock",
    "lower_buttock", "coccyx", "posterior_thigh_upper", "posterior_thigh_lower", "knee_back", "calf",
    "heel_sole", "flank", "lateral_iliac_crest", "trochanter", "lateral_thigh_upper",
    "lateral_thigh_lower", "lateral_leg", "foot_outer", "lower_abdomen", "front_hip_bone",
    "groin_crease", "inner_groin", "pubic_bone", "genital_perineal", "anterior_thigh_upper",
    "anterior_thigh_lower", "medial_thigh", "knee_front", "knee_inner", "shin", "medial_leg",
    "foot_top", "big_toe", "upper_back", "chest", "neck", "head", "shoulder_arm",
)  # fmt: skip
MIDLINE = frozenset(
    (
        "lumbar_midline",
        "sacrum",
        "coccyx",
        "pubic_bone",
        "genital_perineal",
        "upper_back",
        "chest",
        "neck",
        "head",
    )
)
INDEX = {name: i + 1 for i, name in enumerate(ZONES)}
Mask = NDArray[np.bool_]

MID_THIGH = -1.95
KNEE = -3.90
TRUNK_CENTRE = 0.23  # the trunk's middle lies this far in front of the hip centre


def curve(x: Floats, *knots: tuple[float, float]) -> Floats:
    """Smooth curve through the knots, level beyond its ends."""
    kx, ky = zip(*knots, strict=True)
    return np.asarray(CubicSpline(kx, ky, bc_type="natural")(np.clip(x, kx[0], kx[-1])))


@dataclass
class Chart:
    """Coordinates of surface points in which the borders are written."""

    x: Floats  # distance from the midline
    u: Floats  # height above the hip centre
    z: Floats  # forward of the hip centre
    phi: Floats  # angle round the trunk: 0 at the side, 90 in front, -90 behind
    ang: Floats  # angle round the leg: 0 outer side, 90 in front, 180 inner side, -90 (or 270) behind


def chart(points: Floats, frm: Frame) -> Chart:
    """Place points relative to the landmarks."""
    unit = frm.thigh / 3.9
    x = np.abs(points[..., 0]) / unit
    u = (points[..., 1] - frm.hip[1]) / unit
    z = (points[..., 2] - frm.hip[2]) / unit
    hip, knee, ankle = (
        np.array([p[0], p[1] - frm.hip[1], p[2] - frm.hip[2]]) / unit for p in (frm.hip, frm.knee, frm.ankle)
    )
    t = np.clip(u / KNEE, 0, 1)
    s = np.clip((u - KNEE) / (ankle[1] - KNEE), 0, 1)
    axis_x = hip[0] + 0.04 + (knee[0] - hip[0]) * t + (ankle[0] - knee[0]) * s
    axis_z = 0.16 * (1 - t) + knee[2] * t + (ankle[2] - knee[2] - 0.05) * s - 0.06 * np.sin(np.pi * s)
    ang = np.degrees(np.arctan2(z - axis_z, x - axis_x))
    phi = np.degrees(np.arctan2(z - TRUNK_CENTRE, x))
    return Chart(x, u, z, phi, np.where(ang < -90, ang + 360, ang))


def crest(phi: Floats) -> Floats:
    """Height of the iliac crest round the trunk, from the PSIS over the side to the ASIS."""
    return curve(phi, (-90, 1.02), (-62, 1.04), (-38, 1.22), (-8, 1.38), (16, 1.22), (34, 0.80), (60, 0.5))


def ribs(phi: Floats) -> Floats:
    """Height of the lower edge of the ribs round the trunk; in front it falls to the navel line."""
    return curve(
        phi,
        (-90, 2.40),
        (-60, 2.38),
        (-30, 2.28),
        (0, 2.16),
        (18, 1.98),
        (34, 1.62),
        (48, 1.42),
        (62, 1.36),
        (76, 1.36),
        (90, 1.36),
    )


def inguinal(c: Chart) -> tuple[Floats, Floats]:
    """Place along (0 pubis, 1 ASIS) and distance above the inguinal line, which sags slightly."""
    ax, au, px, pu = 1.16, 0.76, 0.24, -0.06
    dx, du = ax - px, au - pu
    length = np.hypot(dx, du)
    along = ((c.x - px) * dx + (c.u - pu) * du) / length**2
    above = (dx * (c.u - pu) - du * (c.x - px)) / length
    sag = 0.07 * np.sin(np.pi * np.clip(along, 0, 1))
    return along, above + sag


def gluteal_fold(c: Chart) -> Floats:
    """Height of the fold under the buttock."""
    return curve(
        c.x,
        (0.0, -0.66),
        (0.35, -0.78),
        (0.75, -0.82),
        (1.1, -0.75),
        (1.36, -0.56),
        (1.52, -0.32),
        (1.64, -0.16),
    )


def femoral(u: Floats) -> Floats:
    """Distance from the midline of the line that parts the inner groin from the front of the thigh."""
    return curve(u, (-1.1, 0.88), (-0.5, 0.85), (0.0, 0.92), (0.3, 1.02))
