"""Postures of daily life: sleeping, standing, carrying, lifting, walking aids."""

from __future__ import annotations

from dataclasses import replace

from pieces import FACING, STAND, planted, toe_stand
from poses_floor import FACING_MAT, PILLOW, SIDE
from stance import SOLE, Arm, Arrow, At, Bend, Camera, Leg, Place, Pose, Prop, Scene

BOX = {"size": (3.2, 2.6, 2.8), "rounding": 0.08}


def trolley() -> tuple[Prop, ...]:
    """A shopping trolley."""

    def rod(*through: Place) -> Prop:
        return Prop("rod", {"through": through, "radius": 0.11}, shade=0.6)

    low, high = (-1.9, 1.9), (5.3, 8.9)
    wires = [
        rod((x, 5.2 + k * 1.15, high[0] - 0.2 * k), (x, 5.2 + k * 1.15, high[1] + 0.3 * k))
        for x in low
        for k in (0, 1, 2)
    ]
    wires += [rod((low[0], 5.2 + k * 1.15, z), (low[1], 5.2 + k * 1.15, z)) for k in (0, 1, 2) for z in high]
    wires += [rod((x, 5.2, z), (x, 7.5, z)) for x in low for z in (5.3, 6.5, 7.7, 8.9)]
    frame = [rod((x, 7.5, 5.0), (x, 9.3, 4.0)) for x in low] + [rod((low[0], 9.3, 4.0), (low[1], 9.3, 4.0))]
    frame += [rod((x, 5.2, 5.4), (x, 0.9, 5.2), (x, 0.9, 9.2)) for x in low] + [
        rod((low[0], 0.9, 9.2), (low[1], 0.9, 9.2))
    ]
    wheels = [
        Prop("wheel", {"at": (x, 0.42, z), "radius": 0.3, "thick": 0.12}, shade=0.5)
        for x in low
        for z in (5.3, 9.1)
    ]
    return (*wires, *frame, *wheels)


def pushing(side: int) -> Arm:
    """Forearms leaning on the handle."""
    return Arm(at=(side * 1.3, 9.72, 3.6), pole=(side * 0.5, -1.0, -0.6),
               hand=((0, -0.35, 1), (0, -1, -0.3)), curl=0.55, thumb=0.5)  # fmt: skip


def carrying(side: int, joint: At) -> Arm:
    """Palm against the side of a box."""
    return Arm(
        at=joint,
        pole=(side * 0.6, -0.4, -1.0),
        hand=((-side * 0.12, -0.45, 1.0), (-side * 1.0, 0.0, 0.1)),
        curl=0.1,
    )


LIFT_LOW = Pose(
    at=(0.0, 4.15, -1.5), pitch=46, rest=None, lumbar=Bend(10), thorax=Bend(6), neck=Bend(-24),
    right=planted(-1, 0.4, 1.9, -18, 0.5), left=planted(1, 0.4, 1.9, 18, 0.5),
    arm_right=carrying(-1, At("pelvis", (-1.82, -2.35, 2.9))),
    arm_left=carrying(1, At("pelvis", (1.82, -2.35, 2.9))),
)  # fmt: skip
LIFT_HIGH = Pose(
    at=(0.0, STAND - 0.1, 0.35), rest=None, pitch=-2, right=planted(-1, 0.4, 1.5, -12, 0.2),
    left=planted(1, 0.4, 1.5, 12, 0.2),
    arm_right=carrying(-1, At("pelvis", (-1.82, 1.3, 1.6))),
    arm_left=carrying(1, At("pelvis", (1.82, 1.3, 1.6))),
)  # fmt: skip
CARRIED = Prop("box", BOX | {"at": At("wrist.R", (1.82, -1.45, 1.0))}, shade=0.68)
STICK_HAND: Place = (2.75, 8.2, 1.3)

SCENES = (
    Scene(
        "side_lying_pillow",
        "Lying on the side with bent hips and knees, a pillow lies between the knees.",
        (replace(SIDE, left=Leg(at=At("foot.R", (0.1, 1.75, 0.1)), pole=(0.45, 0.02, 1.0))),),
        FACING,
        (FACING_MAT, PILLOW,
         Prop("box", {"size": (5.4, 1.5, 2.9), "at": At("lowerleg.R", (2.1, 0.35, -0.35)), "rounding": 0.4,
                      "fat": 0.45},
              shade=0.88)),
    ),
    Scene(
        "standing_on_one_hip",
        "Standing with the weight on one leg and the pelvis dropped and pushed out, a position to avoid.",
        (Pose(at=(-0.85, 8.38, 0.0), roll=-14, rest=None, lumbar=Bend(0, 16), thorax=Bend(0, 5),
              neck=Bend(0, -5),
              right=Leg(at=(-0.75, SOLE, 0.0), heading=-6.0),
              left=Leg(at=(1.75, SOLE, 0.8), pole=(0.2, 0, 1), heading=14.0),
              arm_right=Arm(abd=12), arm_left=Arm(abd=6)),),
        Camera(-14, 7),
    ),
    Scene(
        "stick_opposite_hand",
        "Walking with a stick held in the hand opposite the sore hip.",
        (Pose(at=(0.0, 8.55, 0.1), pitch=2, yaw=3, rest=None,
              right=Leg(at=(-0.85, SOLE, 1.5), pole=(0, 0.1, 1), heading=0.0, tip=4),
              left=toe_stand(1, -1.7, 26),
              arm_right=Arm(flex=-14, elbow=16),
              arm_left=Arm(at=STICK_HAND, pole=(0.6, 0.0, -1.0),
                           hand=((0.0, -0.5, 1.0), (-0.25, -1.0, -0.45)), curl=0.8, thumb=0.5)),),
        Camera(-24, 8),
        (Prop("rod", {"through": ((2.85, 0.0, 2.6), (2.72, 7.95, 1.75)), "radius": 0.13}, shade=0.5),
         Prop("rod", {"through": ((2.72, 7.95, 1.3), (2.72, 7.95, 2.6)), "radius": 0.17}, shade=0.5)),
    ),
    Scene(
        "lean_on_trolley",
        "Walking bent slightly forward with both hands leaning on a shopping trolley.",
        (Pose(at=(0.0, 8.45, 0.0), pitch=16, rest=None, lumbar=Bend(14), thorax=Bend(10), neck=Bend(-16),
              right=Leg(at=(-0.95, SOLE, 1.3), pole=(0, 0.1, 1), heading=0.0),
              left=toe_stand(1, -1.8, 26),
              arm_right=pushing(-1), arm_left=pushing(1)),),
        Camera(-66, 10), trolley(),
    ),
    Scene(
        "lifting",
        "Squatting close to a box with a straight back, then standing up with the box held against the body.",
        (LIFT_LOW, LIFT_HIGH), Camera(-60, 11), (CARRIED,), ((), (Arrow(((0, 3.4, 4.6), (0, 6.2, 4.6))),)),
    ),
)  # fmt: skip
