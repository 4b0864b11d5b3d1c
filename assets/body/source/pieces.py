"""Postures and things that many pictures share: lying, sitting, standing, hands on hips, mat, chair."""

from __future__ import annotations

from math import cos, radians, sin

from frames import Vector
from stance import SOLE, Arm, At, Bend, Camera, Leg, Pose, Prop

LIE = 0.88  # height of the hip centre when lying on the back
SEAT = 4.0  # height of a chair
SIT = 4.82  # height of the hip centre when sitting on it
STAND = 8.69  # height of the hip centre when standing

SIDE_LYING = Camera(-66, 15)
FACING = Camera(14, 16)
THREE_QUARTER = Camera(-58, 11)
PROFILE = Camera(-78, 9)


def mat(length: float = 15.2, wide: float = 5.6, z: float = -1.5, x: float = 0.0, yaw: float = 0.0) -> Prop:
    """An exercise mat, its top level with the floor."""
    return Prop(
        "box",
        {"size": (wide, 0.12, length), "at": (x, -0.12, z), "rounding": 0.05, "turn": (yaw, 0, 0)},
        shade=0.8,
    )


def chair(z: float = 0.0, back: bool = True, x: float = 0.0, yaw: float = 0.0) -> Prop:
    """A chair whose seat dents the thighs."""
    return Prop("chair", {"at": (x, 0.0, z), "seat": SEAT, "back": back, "yaw": yaw}, shade=0.8, press=True)


def block(size: Vector, at: Vector, press: bool = True, shade: float = 0.74) -> Prop:
    """A step, bench or box."""
    return Prop("box", {"size": size, "at": at, "rounding": 0.08}, shade=shade, press=press)


def hook(side: int, z: float = 3.1, wide: float = 1.05) -> Leg:
    """Lying with the foot flat on the floor and the knee bent."""
    return Leg(at=(side * wide, SOLE, z), pole=(0.0, 1.0, 0.15), heading=0.0)


def planted(side: int, z: float = 0.0, wide: float = 1.05, heading: float = 0.0, out: float = 0.0) -> Leg:
    """Foot flat on the floor, knee forwards."""
    return Leg(at=(side * wide, SOLE, z), pole=(side * out, 0.15, 1.0), heading=heading)


def toe_stand(side: int, z: float, tip: float, wide: float = 1.05) -> Leg:
    """Standing on the ball of the foot with the heel tipped up by so many degrees."""
    height = 0.26 + 0.43 * cos(radians(tip)) + 1.28 * sin(radians(tip))
    return Leg(at=(side * wide, height, z), pole=(0.0, 0.1, 1.0), heading=0.0, tip=-tip, toes=tip * 0.96)


def arm_on_floor(side: int, z: float = 0.2, wide: float = 2.5) -> Arm:
    """Lying with the arm beside the body, palm down."""
    return Arm(
        at=(side * wide, 0.3, z), pole=(side * 1.0, -0.1, -0.25),
        hand=((side * 0.12, 0.0, 1.0), (0.0, -1.0, 0.0)), curl=0.06,
    )  # fmt: skip


def on_thigh(side: int, back: float = 1.5) -> Arm:
    """Sitting with the hand on the thigh."""
    name = "L" if side > 0 else "R"
    return Arm(
        at=At(f"lowerleg.{name}", (side * 0.1, 0.98, -back - 0.7)), pole=(side * 0.8, -0.2, -1.0),
        hand=((-side * 0.15, -0.18, 1.0), (0.0, -1.0, 0.0)), curl=0.14,
    )  # fmt: skip


def on_hip(side: int) -> Arm:
    """Hand on the side of the pelvis, elbow out."""
    name = "L" if side > 0 else "R"
    return Arm(
        at=At(f"upperleg.{name}", (side * 1.18, 1.35, -0.35), "pelvis"), pole=(side * 1.0, 0.1, -0.75),
        hand=((-side * 0.30, -0.62, 0.85), (-side * 1.0, -0.2, 0.1)), curl=0.12,
    )  # fmt: skip


def crossed(side: int) -> Arm:
    """Arms folded over the chest, hand on the other shoulder."""
    return Arm(
        at=At("spine01", (-side * 0.7, 0.2 + 0.3 * (side > 0), 1.36 + 0.26 * (side > 0)), "spine01"),
        pole=(side * 0.7, -1.0, 0.35), turned=((-side * 0.85, 0.55, -0.22), (-side * 0.2, -0.1, -1.0)),
        curl=0.12,
    )  # fmt: skip


def lying() -> Pose:
    """On the back, knees bent."""
    return Pose(
        at=(0.0, LIE, 0.0), pitch=-90, rest=None, neck=Bend(-11), right=hook(-1), left=hook(1),
        arm_right=arm_on_floor(-1), arm_left=arm_on_floor(1),
    )  # fmt: skip


def sitting(z: float = -0.55, feet: float = 3.15) -> Pose:
    """Upright on a chair, hands on the thighs."""
    return Pose(
        at=(0.0, SIT, z), rest=None, lumbar=Bend(4), right=planted(-1, feet), left=planted(1, feet),
        arm_right=on_thigh(-1), arm_left=on_thigh(1),
    )  # fmt: skip


def standing() -> Pose:
    """Upright, arms hanging."""
    return Pose(right=Leg(), left=Leg())


def lying_on_side() -> Pose:
    """On the right side, head to the viewer's left, facing the viewer."""
    return Pose(
        at=(0.0, 1.62, 0.0), roll=90, rest=None, lumbar=Bend(0, -3), thorax=Bend(4, -4), neck=Bend(6, 6),
        right=Leg(flex=40, knee=80), left=Leg(flex=40, knee=80),
        arm_right=Arm(
            at=(-6.3, 0.32, 3.1), pole=(0.7, 0.2, 1.0), hand=((-1.0, 0.0, 0.15), (0.0, -1.0, 0.0)), curl=0.1
        ),
        arm_left=Arm(at=(-3.4, 0.32, 2.7), pole=(-0.2, 1.0, 0.4), hand=((0.0, 0.0, 1.0), (0.0, -1.0, 0.0)),
                     curl=0.06),
    )  # fmt: skip


def head_pillow(at: Vector, size: Vector = (3.6, 1.25, 4.2)) -> Prop:
    """A pillow under the head."""
    return Prop("box", {"size": size, "at": at, "rounding": 0.3, "fat": 0.45}, shade=0.86)
