"""Exercises done lying on the back."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin

from pieces import LIE, SIDE_LYING, arm_on_floor, crossed, hook, lying, mat
from stance import SOLE, Arm, Arrow, At, Bend, Camera, Leg, Pose, Prop, Scene


def bridge(lift: float, feet: float, left: Leg | None = None) -> Pose:
    """Hips lifted by so many degrees of trunk slope, shoulders staying where they lie."""
    slope = radians(lift)
    at = (0.0, LIE + 4.35 * sin(slope) + 0.1, -4.5 + 4.5 * cos(slope))
    right = hook(-1, feet)
    return Pose(
        at=at, pitch=-90 - lift, rest=None, thorax=Bend(lift * 0.35), neck=Bend(lift * 0.65 - 6),
        right=right, left=left or hook(1, feet),
        arm_right=arm_on_floor(-1, -0.1, 2.7), arm_left=arm_on_floor(1, -0.1, 2.7),
    )  # fmt: skip


def rise(z: float = -0.2, low: float = 4.0, high: float = 5.6) -> tuple[Arrow, ...]:
    """An arrow straight up."""
    return (Arrow(((0.0, low, z), (0.0, high, z))),)


def holding(side: int, joint: str, offset: tuple[float, float, float]) -> Arm:
    """Hand laid round the front of a shin below the knee."""
    return Arm(
        at=At(joint, offset), pole=(side * 1.0, -0.5, -0.2),
        hand=((-side * 0.95, 0.35, 0.1), (-side * 0.35, -0.9, 0.0)), curl=0.3,
    )  # fmt: skip


def behind_thigh(side: int, offset: tuple[float, float, float]) -> Arm:
    """Hand behind the left thigh."""
    return Arm(
        at=At("lowerleg.L", offset), pole=(side * 1.0, -0.4, 0.0),
        hand=((-side * 0.9, 0.25, 0.3), (-side * 0.3, 0.1, -1.0)), curl=0.3,
    )  # fmt: skip


def heel(side: int, z: float) -> Leg:
    """Heel on the floor, toes up."""
    return Leg(at=(side * 1.05, 0.74, z), pole=(0.0, 1.0, 0.1), heading=0.0, tip=32)


def to_knee(side: int) -> Arm:
    """Hand reaching for the outside of the knee."""
    name = "L" if side > 0 else "R"
    return Arm(
        at=At(f"lowerleg.{name}", (side * 0.75, 0.15, -1.75)), pole=(side * 0.7, -1.0, -0.2),
        hand=((-side * 0.05, 0.2, 1.0), (-side * 0.8, -1.0, 0.2)), curl=0.12,
    )  # fmt: skip


def crossed_on(side: int) -> Arm:
    """Arms folded over the chest while lying."""
    return replace(crossed(side), pole=(side * 1.0, 0.3, 0.5))


FLAT = lying()
CROSSED = replace(FLAT, arm_right=crossed_on(-1), arm_left=crossed_on(1))
STRAIGHT = Leg(flex=-1.5, abd=3, rot=8, knee=0, ankle=-25)
SLIDE_CLOTH = tuple(
    Prop(
        "box", {"size": (1.5, 0.08, 2.6), "at": At(f"foot.{s}", (0, -SOLE, 0.3)), "rounding": 0.03}, shade=0.9
    )
    for s in "RL"
)

SCENES = (
    Scene(
        "hip_bridge",
        "Lying on the back with both knees bent, the bottom is lifted until trunk and thighs make a line.",
        (FLAT, bridge(24, 3.2)), SIDE_LYING, (mat(),), ((), rise(-0.3, 4.3, 5.7)),
    ),
    Scene(
        "single_leg_bridge",
        "Lying on the back, the bottom is lifted with one foot on the floor and the other leg held straight.",
        (replace(FLAT, left=Leg(flex=27, knee=0, ankle=5)), bridge(24, 3.2, Leg(flex=0, knee=3, ankle=5))),
        SIDE_LYING, (mat(17.8, z=-0.2),), ((), rise(-0.3, 4.3, 5.7)),
    ),
    Scene(
        "piriformis_stretch",
        "Lying on the back, both hands pull one bent knee across the body towards the opposite shoulder.",
        (replace(
            FLAT, right=Leg(flex=118, abd=-24, rot=18, knee=112, ankle=0), left=STRAIGHT,
            arm_left=holding(1, "lowerleg.R", (0.95, 0.25, 0.35)),
            arm_right=holding(-1, "lowerleg.R", (-0.9, 0.3, 1.15)),
        ),),
        Camera(-52, 20), (mat(18.2, z=0.0),),
        ((Arrow((At("lowerleg.R", (-0.3, 0.9, 0.4)), At("lowerleg.R", (0.5, 1.1, -0.7)),
                 At("lowerleg.R", (1.5, 0.6, -1.7)))),),),
    ),
    Scene(
        "figure_four_stretch",
        "Lying on the back, one ankle rests on the other thigh, which both hands pull closer.",
        (replace(
            FLAT, left=Leg(flex=98, abd=2, knee=95),
            right=Leg(at=At("lowerleg.L", (0.35, -0.55, -1.05)), pole=(-1.0, 0.2, -0.1), ankle=10),
            arm_left=behind_thigh(1, (0.85, -1.9, 0.2)),
            arm_right=behind_thigh(-1, (-0.85, -2.0, 0.25)),
        ),),
        Camera(-34, 16), (mat(),),
        ((Arrow((At("lowerleg.L", (0.4, 1.0, 1.9)), At("lowerleg.L", (0.4, 1.35, 0.2)))),),),
    ),
    Scene(
        "knees_to_chest",
        "Lying on the back, both hands draw both bent knees towards the chest.",
        (FLAT, replace(
            FLAT, right=Leg(flex=122, abd=4, knee=125), left=Leg(flex=122, abd=4, knee=125),
            pitch=-98, lumbar=Bend(9),
            arm_left=holding(1, "lowerleg.L", (0.9, 0.3, 0.95)),
            arm_right=holding(-1, "lowerleg.R", (-0.9, 0.3, 0.95)),
        )),
        SIDE_LYING, (mat(),),
        ((), (Arrow((At("lowerleg.R", (0, 1.0, 1.5)), At("lowerleg.R", (0, 1.3, 0.3)),
                     At("lowerleg.R", (0, 1.0, -0.9)))),)),
    ),
    Scene(
        "pelvic_tilt",
        "Lying on the back with bent knees, the pelvis tips until the low back lies flat.",
        (replace(CROSSED, at=(0.0, LIE - 0.1, 0.0), pitch=-78, lumbar=Bend(-20), thorax=Bend(8)),
         replace(CROSSED, at=(0.0, LIE + 0.12, 0.0), pitch=-99, lumbar=Bend(8), neck=Bend(-11))),
        Camera(-80, 9), (mat(),),
        ((), (Arrow((At("pelvis", (-2.0, 0.9, 1.7)), At("pelvis", (-2.0, 1.75, 0.7)),
                     At("pelvis", (-2.0, 1.75, -0.7)))),)),
    ),
    Scene(
        "ball_squeeze",
        "Lying on the back with bent knees, both knees press a ball between them together.",
        (replace(FLAT, right=replace(hook(-1, 3.2, 1.2), pole=(-0.06, 1.0, 0.15)),
                 left=replace(hook(1, 3.2, 1.2), pole=(0.06, 1.0, 0.15))),),
        Camera(-30, 22),
        (mat(), Prop("ball", {"at": At("lowerleg.R", (1.15, -0.3, -0.3)), "radius": 0.95,
                              "squeeze": (0.8, 1.0, 1.0)}, shade=0.8)),
        ((Arrow((At("lowerleg.R", (-2.6, 0.5, 0.2)), At("lowerleg.R", (-0.9, 0.5, 0.2)))),
          Arrow((At("lowerleg.L", (2.6, 0.5, 0.2)), At("lowerleg.L", (0.9, 0.5, 0.2))))),),
    ),
    Scene(
        "sit_up",
        "Lying on the back with bent knees, the head and shoulders curl up towards the knees.",
        (FLAT,
         replace(FLAT, pitch=-88, lumbar=Bend(30), thorax=Bend(22), neck=Bend(14),
                 arm_right=to_knee(-1), arm_left=to_knee(1))),
        SIDE_LYING, (mat(),), ((), (Arrow(((0, 2.6, -8.6), (0, 4.6, -8.2), (0, 6.2, -7.0))),)),
    ),
    Scene(
        "long_lever_bridge_hold",
        "Lying on the back with the heels far away, the hips are held up with the knees only slightly bent.",
        (replace(FLAT, right=heel(-1, 5.9), left=heel(1, 5.9)),
         replace(bridge(15, 5.9), right=heel(-1, 5.9), left=heel(1, 5.9))),
        SIDE_LYING, (mat(17.8, z=-0.2),), ((), rise(-0.3, 3.6, 5.0)),
    ),
    Scene(
        "heel_slide_curl",
        "Lying on the back with the hips lifted, both heels slide away on a cloth and are pulled back again.",
        (replace(bridge(21, 3.2), right=hook(-1, 3.4), left=hook(1, 3.4)),
         replace(bridge(9, 6.0), right=heel(-1, 6.4), left=heel(1, 6.4))),
        SIDE_LYING, (mat(17.8, z=-0.2), *SLIDE_CLOTH),
        ((Arrow(((-2.2, 0.2, 4.3), (-2.2, 0.2, 7.6)), True),), ()),
    ),
)  # fmt: skip
