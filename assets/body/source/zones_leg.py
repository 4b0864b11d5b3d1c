"""Zone borders from the gluteal fold and the groin down to the foot, in order of precedence."""

from __future__ import annotations

import numpy as np
from body import smoothstep
from landmarks import Frame
from mesh import Floats
from zones import KNEE, MID_THIGH, Chart, Mask, curve, femoral

Pairs = list[tuple[str, Mask]]


def foot_zones(points: Floats, frm: Frame) -> Pairs:
    """Foot: sole and heel, big-toe side, outer edge and the top between them."""
    x, y, z = np.abs(points[..., 0]), points[..., 1], points[..., 2]
    forward = z - frm.ankle[2]
    middle = frm.ankle[0] + 0.02 + 0.05 * forward
    half = curve(forward, (-0.6, 0.30), (0.0, 0.34), (0.9, 0.45), (1.6, 0.47), (2.2, 0.40))
    across = (x - middle) / half
    ground = frm.ankle[1] - 0.69
    foot = y < frm.ankle[1] + 0.10 + 0.12 * np.clip(forward, -0.3, 0.6)
    sole = y < ground + 0.13 + 0.05 * np.clip(-forward, 0, 1) - 0.16 * smoothstep(forward, 0.7, 1.5)
    heel = forward < -0.10 - 0.25 * (y - frm.ankle[1])
    toe = (across < -0.12 - 0.1 * np.clip(1.1 - forward, -0.3, 1)) & (forward > 0.62)
    outer = (across > 0.30 + 0.15 * np.clip(0.5 - forward, 0, 1)) & (forward > -0.4)
    return [
        ("heel_sole", np.asarray(foot & (sole | heel))),
        ("big_toe", np.asarray(foot & toe)),
        ("foot_outer", np.asarray(foot & outer)),
        ("foot_top", np.asarray(foot)),
    ]


def sectors(c: Chart) -> tuple[Mask, Mask, Mask]:
    """Outer, front and rear part of the leg; what is left is its inner part."""
    outer_rear = curve(
        c.u,
        (-8, -40),
        (-4.9, -42),
        (KNEE, -34),
        (-2.4, -40),
        (-1.2, -45),
        (-0.6, -50),
        (-0.2, -50),
        (0.2, -40),
    )
    outer_front = curve(
        c.u, (-8, 32), (-4.9, 26), (KNEE, 30), (-2.4, 38), (-1.0, 43), (-0.3, 40), (0.05, 32), (0.4, 16)
    )
    inner_rear = curve(c.u, (-8, 212), (-4.9, 222), (KNEE, 218), (-2.4, 224), (-1.0, 228))
    inner_front = curve(c.u, (-8, 128), (-4.9, 122), (KNEE, 136), (-2.4, 118), (-1.0, 106))
    blend = smoothstep(-c.u, 0.75, 1.25)
    front_inner = (1 - blend) * (c.x - femoral(c.u)) + blend * (inner_front - c.ang) / 80 > 0
    lateral = (c.ang > outer_rear) & (c.ang < outer_front)
    front = (c.ang >= outer_front) & (c.ang < 180) & front_inner
    rear = (c.ang <= outer_rear) | (c.ang > inner_rear)
    return np.asarray(lateral), np.asarray(front), np.asarray(rear)


def leg_zones(c: Chart, points: Floats, frm: Frame) -> Pairs:
    """Thigh, knee and lower leg by height and by angle round the leg."""
    lateral, front, rear = sectors(c)
    upper = c.u > MID_THIGH + 0.05 * np.cos(np.deg2rad(2 * c.ang))
    knee_top = KNEE + 0.52 + 0.10 * np.cos(np.deg2rad(2 * (c.ang - 90)))
    knee_low = KNEE - 0.50 - 0.06 * np.cos(np.deg2rad(2 * (c.ang - 90)))
    thigh = c.u > np.where(lateral, KNEE, knee_top)
    leg = c.u < np.where(lateral, KNEE, knee_low)
    every = np.ones(c.u.shape, dtype=bool)
    return [
        *foot_zones(points, frm),
        ("lateral_thigh_upper", thigh & lateral & upper),
        ("lateral_thigh_lower", thigh & lateral),
        ("anterior_thigh_upper", thigh & front & upper),
        ("anterior_thigh_lower", thigh & front),
        ("posterior_thigh_upper", thigh & rear & upper),
        ("posterior_thigh_lower", thigh & rear),
        ("medial_thigh", thigh),
        ("lateral_leg", leg & lateral),
        ("shin", leg & front),
        ("calf", leg & rear),
        ("medial_leg", leg),
        ("knee_front", front),
        ("knee_back", rear),
        ("knee_inner", every),
    ]
