"""Exercises done standing, and swimming."""

from __future__ import annotations

from dataclasses import replace
from math import cos, sin

from frames import Vector
from pieces import PROFILE, STAND, THREE_QUARTER, block, on_hip, planted, toe_stand
from stance import SOLE, Arm, Arrow, At, Bend, Camera, Leg, Place, Pose, Prop, Scene

HIPS = Pose(arm_right=on_hip(-1), arm_left=on_hip(1))


def lunge(z: float, y: float, pitch: float) -> Pose:
    """Left foot ahead, right foot behind."""
    return replace(
        HIPS, at=(0.0, y, z), pitch=pitch, rest=None, left=planted(1, 2.6), right=toe_stand(-1, -3.9, 32)
    )


def ripple(x: float, z: float, y: float) -> tuple[Vector, ...]:
    """A wavy line along the water's surface."""
    return tuple((x, y + 0.16 * sin(k * 0.6), z + k * 0.35) for k in range(57))


def wave(x: float, z: float, y: float) -> Prop:
    """A ripple to be seen."""
    return Prop("rod", {"through": ripple(x, z, y), "radius": 0.07}, shade=0.75)


def squat(depth: float, reach: float = 88) -> Pose:
    """Feet flat, hips back and down (0 to 1)."""
    at = (0.0, STAND - 0.1 - 3.75 * depth, -2.15 * depth)
    arms = Arm(flex=reach, abd=6, elbow=6) if depth else Arm()
    return Pose(
        at=at, pitch=38 * depth, rest=None, lumbar=Bend(4 * depth), neck=Bend(-22 * depth),
        right=planted(-1, 0.0, 1.45, -10, 0.28), left=planted(1, 0.0, 1.45, 10, 0.28), arm_right=arms,
        arm_left=arms,
    )  # fmt: skip


def hinge(pitch: float) -> Pose:
    """Bending at the hips with a flat back."""
    arms = Arm(flex=pitch * 0.85, abd=4, elbow=8)
    return Pose(
        at=(0.0, STAND - 0.35, -1.55), pitch=pitch, rest=None, lumbar=Bend(2), neck=Bend(-16),
        right=planted(-1), left=planted(1), arm_right=arms, arm_left=arms,
    )  # fmt: skip


def ring(height: float, wide: float, start: float, end: float) -> tuple[Place, ...]:
    """Part of a level circle round the pelvis."""
    steps = [start + (end - start) * k / 8 for k in range(9)]
    return tuple(At("pelvis", (wide * sin(a), height, wide * cos(a))) for a in steps)


def stride(half: float, y: float, lean: float = 5) -> Pose:
    """Mid-step: right heel strikes ahead, left foot pushes off."""
    return Pose(
        at=(0.0, y, 0.1), pitch=lean, rest=None, thorax=Bend(0, 0, -6), yaw=4,
        right=Leg(at=(-0.85, SOLE + 0.12, half), pole=(0, 0.1, 1), heading=0.0, tip=16, toes=6),
        left=toe_stand(1, -half, 36, 0.85),
        arm_right=Arm(flex=-26, elbow=16, abd=9), arm_left=Arm(flex=24, elbow=24, abd=8),
    )  # fmt: skip


def side_step(out: float) -> Pose:
    """Quarter squat with the right foot so far to the side."""
    return Pose(
        at=(-(out - 1.15) / 2, 8.05 - (out - 1.15) * 0.16, -0.75), pitch=18, rest=None, neck=Bend(-8),
        right=Leg(at=(-out, SOLE, 0.0), pole=(-0.1, 0.1, 1.0), heading=0.0), left=planted(1, 0.0, 1.15),
        arm_right=on_hip(-1), arm_left=on_hip(1),
    )  # fmt: skip


FOOT_BAND = Prop(
    "rod",
    {"through": (At("foot.R", (-0.5, -0.25, 0.9), "foot.R"), At("foot.R", (0.5, -0.25, 0.9), "foot.R"),
                 At("foot.L", (0.5, -0.3, 0.9)), At("foot.L", (-0.5, -0.3, 0.9))),
     "radius": 0.09, "closed": True},
    shade=0.6,
)  # fmt: skip
ON_RIGHT = Leg(flex=0, abd=-3, knee=2)
STEP = block((4.6, 1.9, 3.4), (0.0, 0.0, 2.6), press=False)
WALL = Prop("box", {"size": (0.3, 14.5, 6.0), "at": (-2.62, 0.0, -0.3), "rounding": 0.05}, shade=0.82)
SWIMMER = Pose(
    at=(0.0, 3.0, 0.0), pitch=90, roll=8, rest=None, lumbar=Bend(-4), neck=Bend(-12), thorax=Bend(0, 0, 14),
    right=Leg(flex=-2, knee=4, ankle=-45), left=Leg(flex=12, knee=6, ankle=-45),
    arm_right=Arm(at=(-2.4, 3.7, 5.6), pole=(-0.2, 1.0, -0.3), hand=((-0.1, -0.6, 1.0), (0, -1, -0.5)),
                  curl=0.05),
    arm_left=Arm(flex=170, abd=6, elbow=5, curl=0.05),
)  # fmt: skip

SCENES = (
    Scene(
        "standing_hip_flexor_stretch",
        "Standing in a long step, the pelvis moves forwards to stretch the front of the hip of the back leg.",
        (lunge(-0.2, 8.1, 0), lunge(0.85, 7.55, -6)), PROFILE, (),
        ((), (Arrow((At("pelvis", (0.0, 1.4, 1.3)), At("pelvis", (0.0, 1.4, 3.4)))),)),
    ),
    Scene(
        "standing_hamstring_stretch",
        "Standing with one straight leg on a low step, the trunk bends forward from the hips.",
        (replace(HIPS, at=(0.0, STAND - 0.12, 0.0), pitch=34, rest=None, neck=Bend(-8),
                 right=Leg(at=(-1.05, 2.62, 5.05), pole=(0.0, 1.0, 0.3), heading=0.0, tip=42),
                 left=planted(1, 0.0)),),
        PROFILE, (block((3.2, 2.0, 2.6), (-0.8, 0.0, 5.0), press=False),),
        ((Arrow(((0, 15.6, 4.4), (0, 14.9, 6.2), (0, 13.2, 7.4))),),),
    ),
    Scene(
        "walking",
        "Walking with even, calm steps while the arms swing.",
        (stride(2.45, 8.42),), THREE_QUARTER, (), ((Arrow(((-2.0, 0.1, 4.6), (-2.0, 0.1, 6.8))),),),
    ),
    Scene(
        "swimming",
        "Swimming on the belly at the surface of the water with one arm stretched ahead.",
        (SWIMMER,), Camera(-80, 14),
        (wave(-3.2, -9.6, 3.45), wave(3.4, -9.0, 3.3)), (), False, ripple(-3.2, -9.6, 3.38),
    ),
    Scene(
        "side_step_band",
        "Standing with slightly bent knees and a band round both legs, one foot steps out to the side.",
        (side_step(1.15), side_step(2.25)), Camera(-18, 8),
        (Prop("band", {"at": At("lowerleg.R", (0, -3.2, 0)), "normal": (0, 1, 0),
                       "near": At("pelvis", (0, -7.0, 0.4)), "reach": 3.6}, shade=0.5),),
        ((), (Arrow((At("foot.R", (-0.8, -0.3, 1.0)), At("foot.R", (-2.8, -0.3, 1.0)))),)),
    ),
    Scene(
        "step_up",
        "One foot stands on a step, then the body rises until that leg is straight.",
        (Pose(at=(-0.1, 8.1, 0.75), pitch=12, rest=None, neck=Bend(-6),
              right=Leg(at=(-1.0, 1.9 + SOLE, 2.3), pole=(0, 0.2, 1), heading=0.0),
              left=toe_stand(1, -0.6, 24),
              arm_right=Arm(flex=-14, elbow=20), arm_left=Arm(flex=20, elbow=22)),
         Pose(at=(-0.35, STAND + 1.88, 2.25), rest=None,
              right=Leg(at=(-1.0, 1.9 + SOLE, 2.3), pole=(0, 0.2, 1), heading=0.0),
              left=Leg(flex=16, abd=1, knee=34), arm_right=Arm(flex=10, elbow=16),
              arm_left=Arm(flex=-6, elbow=16))),
        Camera(-64, 11), (STEP,), ((), (Arrow(((0, 9.4, -1.0), (0, 11.8, -1.0))),)),
    ),
    Scene(
        "single_leg_balance",
        "Standing on one leg with the other foot lifted behind, the pelvis stays level.",
        (Pose(roll=0, right=ON_RIGHT, left=Leg(flex=6, abd=0, knee=78, ankle=-15),
              arm_right=Arm(abd=24, elbow=10),
              arm_left=Arm(abd=24, elbow=10)),),
        Camera(-60, 9),
    ),
    Scene(
        "standing_hip_abduction_hold",
        "Standing beside a wall, the bent leg nearest the wall presses outwards against it.",
        (Pose(right=Leg(flex=52, abd=8, knee=72), left=Leg(abd=-2, knee=2), arm_right=Arm(abd=6, elbow=14),
              arm_left=on_hip(1)),),
        Camera(34, 10), (WALL,),
        ((Arrow((At("lowerleg.R", (1.9, 0.9, 1.0)), At("lowerleg.R", (0.2, 0.9, 1.0)))),),),
    ),
    Scene(
        "standing_knee_lift_band",
        "Standing with a band round both feet, one knee is lifted to hip height against the pull.",
        (replace(HIPS), replace(HIPS, right=Leg(flex=84, knee=88, ankle=8))),
        Camera(-62, 9), (FOOT_BAND,),
        ((), (Arrow((At("lowerleg.R", (0, -2.4, 1.5)), At("lowerleg.R", (0, 0.4, 1.9)))),)),
    ),
    Scene(
        "hip_hinge",
        "Standing with soft knees, the trunk bends forward at the hips with a straight back.",
        (Pose(right=Leg(), left=Leg()), hinge(58)), PROFILE, (),
        ((), (Arrow((At("pelvis", (0, 0.5, -1.5)), At("pelvis", (0, 0.5, -3.9)))),)),
    ),
    Scene(
        "functional_squat",
        "Standing with feet apart, the hips sink back and down as if onto a chair, arms held forward.",
        (squat(0.0), squat(1.0)), Camera(-62, 10), (),
        ((), (Arrow((At("pelvis", (0, 2.6, -2.4)), At("pelvis", (0, 0.6, -2.4)))),)),
    ),
    Scene(
        "gentle_hip_circles",
        "Standing with hands on the hips, the pelvis makes slow, wide circles.",
        (replace(HIPS, at=(-0.5, 8.55, 0.5), lumbar=Bend(-6, -8), rest=None,
                 right=planted(-1, 0, 1.5, -8), left=planted(1, 0, 1.5, 8)),),
        Camera(-28, 20), (), ((Arrow(ring(-0.9, 3.3, -2.0, 2.1)),),),
    ),
)  # fmt: skip
