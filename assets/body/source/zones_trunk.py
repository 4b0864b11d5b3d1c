"""Zone borders of trunk, pelvis, head and arms, in order of precedence."""

from __future__ import annotations

import numpy as np
from body import smoothstep
from landmarks import Frame
from mesh import Floats
from zones import Chart, Mask, crest, curve, femoral, gluteal_fold, inguinal, ribs

Pairs = list[tuple[str, Mask]]


def above_zones(c: Chart, points: Floats, frm: Frame) -> Pairs:
    """Coarse zones above the waist."""
    x, y, z = np.abs(points[..., 0]), points[..., 1], points[..., 2]
    shoulder = frm.shoulder
    arm = x > shoulder[0] - 0.30 + 0.14 * (shoulder[1] - y) + 0.10 * (y - shoulder[1]) ** 2 * (
        y > shoulder[1]
    )
    head = y > frm.neck[1] + 0.80 - 0.27 * (z - frm.neck[2])
    neck = y > frm.neck[1] - 0.36 - 0.16 * (z - frm.neck[2]) + 0.42 * np.sqrt(x * x + 0.04)
    upper = c.u > ribs(c.phi)
    return [
        ("shoulder_arm", np.asarray(arm & (c.u > 0.0))),
        ("head", np.asarray(head)),
        ("neck", np.asarray(neck)),
        ("chest", np.asarray(upper & (c.phi > -8))),
        ("upper_back", np.asarray(upper)),
    ]


def back_zones(c: Chart) -> Pairs:
    """Low back, sacrum and buttocks."""
    behind = c.phi < -12
    rim = crest(c.phi)
    spine = curve(c.u, (0.9, 0.36), (1.5, 0.36), (2.5, 0.38))
    muscle = curve(c.u, (0.9, 0.70), (1.25, 0.94), (1.7, 1.01), (2.5, 1.03))
    sacral = curve(c.u, (0.2, 0.32), (0.6, 0.34), (1.05, 0.36))
    tail = curve(c.u, (-0.60, 0.15), (-0.42, 0.23), (-0.05, 0.38), (0.34, 0.33))
    dx, du = c.x - 0.67, c.u - 0.55
    across = dx + 0.22 * du  # the area runs down and outwards
    wide = np.where(across > 0, 0.315, 0.38)
    dimple = (np.abs(across) / wide) ** 2.4 + (np.abs(du) / 0.52) ** 2.4 < 1
    sacrum_top = 1.10 - 0.10 * (c.x / 0.36) ** 2
    back = c.z < -0.05
    return [
        ("lumbar_midline", behind & (c.x < spine) & (c.u > sacrum_top)),
        ("sacrum", back & (c.x < sacral) & (c.u > 0.33 - 0.08 * (1 - (c.x / 0.3) ** 2)) & (c.u < sacrum_top)),
        ("coccyx", (c.z < 0.05) & (c.x < tail) & (c.u > -0.58) & (c.u < 0.42)),
        ("lumbar_paraspinal", behind & (c.x < muscle) & (c.u > rim)),
        ("si_dimple", back & dimple),
    ]


def trunk_zones(c: Chart, points: Floats, frm: Frame) -> Pairs:
    """All zones down to the gluteal fold and the groin."""
    rim = crest(c.phi)
    reach = np.hypot(c.u - 0.02, np.deg2rad(c.phi - 0.5) * 1.55)
    band_low = rim + 0.20 - 0.62 * smoothstep(c.phi, -54.0, -14.0)
    along, above = inguinal(c)
    fold_half = 0.30 - 0.12 * smoothstep(along, 0.70, 1.05)
    front = c.z > 0.25
    asis = np.sqrt((c.x - 1.15) ** 2 + (c.u - 0.76) ** 2 + 0.7 * (c.z - 1.02) ** 2) < 0.43
    shield = curve(c.u, (-0.3, 0.33), (0.1, 0.37), (0.5, 0.41))
    pubic = (c.x < shield) & (c.u < 0.46 - 0.09 * (c.x / 0.4) ** 2) & (c.u > -0.24 + 0.06 * (c.x / 0.34) ** 2)
    between = curve(c.u, (-1.3, 0.22), (-0.9, 0.33), (-0.5, 0.37), (-0.1, 0.34))
    cleft = curve(c.z, (-0.8, 0.15), (-0.3, 0.17), (0.1, 0.26), (0.5, 0.5))
    under = (c.x < np.minimum(between, cleft)) & (c.u < 0) & (c.u > -1.02)
    medial = (c.x < femoral(c.u)) & (c.ang > 85) & (c.ang < 225) & (c.z > -0.35)
    inner_end = curve(c.ang, (110, -1.10), (150, -1.06), (180, -0.96), (215, -0.78))
    rear = c.phi < curve(c.u, (-0.9, -34), (-0.4, -20), (-0.1, -15), (0.2, -14), (0.55, -4), (0.9, 10))
    behind = rear & (c.u > gluteal_fold(c))
    low = curve(c.x, (0.2, -0.32), (0.6, -0.17), (1.1, -0.02), (1.6, 0.08))
    mid = curve(c.x, (0.3, 0.50), (0.7, 0.44), (1.15, 0.50), (1.6, 0.56))
    return [
        *above_zones(c, points, frm),
        *back_zones(c),
        ("trochanter", (reach < 0.50) & (c.x > 0.8)),
        ("front_hip_bone", front & asis),
        ("lateral_iliac_crest", (c.u < rim + 0.20) & (c.u > band_low) & (c.phi < 34)),
        ("flank", (c.u > rim + 0.2) & (c.phi < 46)),
        ("pubic_bone", front & pubic),
        ("genital_perineal", under),
        ("groin_crease", front & (np.abs(above) < fold_half) & (along < 1.05)),
        ("lower_abdomen", front & (above > 0) & (c.phi > 24)),
        ("inner_groin", medial & (c.u > inner_end)),
        ("upper_buttock", behind & (c.u > mid)),
        ("mid_buttock", behind & (c.u > low)),
        ("lower_buttock", behind),
        ("anterior_thigh_upper", (c.u > 0.05) & (c.phi > -25)),
    ]  # fmt: skip
