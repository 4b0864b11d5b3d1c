"""Exercises done lying on the side or the belly, kneeling, or supported on the arms."""

from __future__ import annotations

from dataclasses import replace

from pieces import FACING, head_pillow, lying_on_side, mat, on_hip
from stance import SOLE, Arm, Arrow, At, Bend, Camera, Leg, Pose, Prop, Scene

SIDE = lying_on_side()
FACING_MAT = mat(17.6, 6.4, 0.0, 0.6, 90)
PILLOW = head_pillow((-6.6, 0.0, 0.2))


def prone_arm(side: int, place: tuple[float, float, float], elbow_up: bool = True) -> Arm:
    """Palm on the floor beside the shoulder."""
    return Arm(
        at=(side * place[0], place[1], place[2]), pole=(side * 0.5, 1.0 if elbow_up else -1.0, -0.8),
        hand=((0.0, 0.0, 1.0), (0.0, -1.0, 0.0)), curl=0.05,
    )  # fmt: skip


def clam(lift: float, pole: tuple[float, float, float]) -> Pose:
    """Side-lying with bent legs; the upper knee opens, the feet stay together."""
    low = Leg(flex=45, knee=88)
    return replace(SIDE, right=low, left=Leg(at=At("foot.R", (0.0, lift, 0.0)), pole=pole))


def toes_tucked(flex: float, knee: float = 2.0) -> Leg:
    """Standing on the balls of the feet with the body stretched out."""
    return Leg(flex=flex, knee=knee, ankle=12, toes=58)


def child(side: int) -> Leg:
    """Sitting on the heel."""
    return Leg(at=(side * 0.75, 0.52, -0.75), pole=(side * 0.42, 0.0, 1.0), ankle=-68)


def reach_floor(side: int, z: float) -> Arm:
    """Arm stretched forwards on the floor."""
    return Arm(
        at=(side * 1.7, 0.3, z), pole=(side * 0.8, -0.1, -0.6),
        hand=((-side * 0.05, 0.0, 1.0), (0.0, -1.0, 0.0)), curl=0.04,
    )  # fmt: skip


def forearm(side: int, z: float) -> Arm:
    """Resting on the forearm, elbow under the shoulder."""
    return Arm(
        at=(side * 1.35, 0.42, z), pole=(side * 0.15, -1.0, -0.45),
        hand=((-side * 0.15, -0.08, 1.0), (-side * 0.15, -1.0, 0.0)), curl=0.12,
    )  # fmt: skip


def prone_like(side: int, z: float) -> Arm:
    """Hand resting on the outstretched leg."""
    return Arm(
        at=(side * 1.15, 1.95 if z < 4 else 1.75, z), pole=(side * 1.0, 0.2, -0.8),
        hand=((-side * 0.1, -0.12, 1.0), (0.0, -1.0, 0.0)), curl=0.15,
    )  # fmt: skip


def kneeling(forward: float) -> Pose:
    """Half kneeling on the right knee, the pelvis so far ahead."""
    slope = {0.0: 4.0, 1.0: 22.0}[forward]
    z = {0.0: 0.2, 1.0: 1.38}[forward]
    y = {0.0: 4.42, 1.0: 4.15}[forward]
    right = Leg(flex=-slope - 4, knee=88 - slope, ankle=-60)
    left = Leg(at=(1.15, SOLE, 3.6), pole=(0.1, 0.3, 1.0), heading=0.0)
    return Pose(at=(0.0, y, z), pitch=-4, rest=None, right=right, left=left,
                arm_right=on_hip(-1), arm_left=on_hip(1))  # fmt: skip


COPENHAGEN = Pose(
    at=(0.0, 3.75, 0.0), roll=82, rest=None, neck=Bend(2),
    left=Leg(flex=0, abd=1, knee=3), right=Leg(flex=6, abd=4, knee=10),
    arm_right=Arm(at=(-4.8, 0.42, 2.3), pole=(0.0, -1.0, -0.6), hand=((0.1, 0.0, 1.0), (0.0, -1.0, 0.0)),
                  curl=0.1),
    arm_left=Arm(flex=6, abd=10, elbow=14),
)  # fmt: skip

SCENES = (
    Scene(
        "clamshell",
        "Lying on the side with bent knees, the upper knee opens while the feet stay together.",
        (clam(0.95, (0.35, 0.0, 1.0)), clam(0.85, (-0.05, 1.0, 0.62))),
        FACING, (FACING_MAT, PILLOW),
        ((), (Arrow((At("lowerleg.L", (1.0, -0.9, 0.6)), At("lowerleg.L", (1.15, 0.1, 0.5)),
                     At("lowerleg.L", (0.7, 1.0, 0.3)))),)),
    ),
    Scene(
        "side_lying_leg_lift",
        "Lying on the side with the lower knee bent, the straight upper leg is lifted and lowered.",
        (replace(SIDE, left=Leg(flex=0, abd=-6, knee=2, ankle=5)),
         replace(SIDE, left=Leg(flex=-4, abd=27, knee=2, ankle=5))),
        FACING, (mat(19.4, 6.4, 0.0, 0.9, 90), PILLOW),
        ((), (Arrow((At("foot.L", (0.9, -3.0, 0.0)), At("foot.L", (1.0, -1.6, 0.0)),
                     At("foot.L", (0.7, -0.4, 0.0))), True),)),
    ),
    Scene(
        "hip_flexor_stretch",
        "Kneeling on one knee, the pelvis moves forwards to stretch the front of that hip.",
        (kneeling(0.0), kneeling(1.0)), Camera(-76, 9), (mat(11.5, 4.6, 0.6),),
        ((), (Arrow((At("pelvis", (0.0, 1.6, 1.2)), At("pelvis", (0.0, 1.6, 3.4)))),)),
    ),
    Scene(
        "childs_pose",
        "Kneeling with the bottom on the heels, the trunk lies on the thighs and the arms reach ahead.",
        (Pose(at=(0.0, 2.05, -0.55), pitch=74, rest=None, lumbar=Bend(26), thorax=Bend(12), neck=Bend(-38),
              right=child(-1), left=child(1), arm_right=reach_floor(-1, 7.6), arm_left=reach_floor(1, 7.6)),),
        Camera(-74, 14), (mat(14.0, 5.2, 2.8),),
    ),
    Scene(
        "prone_press_up",
        "Lying on the belly, the arms push the chest up while the pelvis stays on the floor.",
        (Pose(at=(0.0, 0.86, 0.0), pitch=90, rest=None, neck=Bend(-24),
              right=Leg(flex=3, abd=3, ankle=-66), left=Leg(flex=3, abd=3, ankle=-66),
              arm_right=prone_arm(-1, (2.15, 0.3, 4.0)), arm_left=prone_arm(1, (2.15, 0.3, 4.0))),
         Pose(at=(0.0, 0.64, 0.0), pitch=74, rest=None, lumbar=Bend(-34), thorax=Bend(-14), neck=Bend(-6),
              right=Leg(flex=-14, abd=3, ankle=-66), left=Leg(flex=-14, abd=3, ankle=-66),
              arm_right=prone_arm(-1, (2.0, 0.3, 3.9)), arm_left=prone_arm(1, (2.0, 0.3, 3.9)))),
        Camera(-72, 13), (mat(18.6, 5.4, -0.2),),
        ((), (Arrow(((0.0, 1.6, 8.6), (0.0, 3.4, 8.5), (0.0, 5.0, 7.9))),)),
    ),
    Scene(
        "plank",
        "Resting on forearms and toes, the whole body is held straight like a board.",
        (Pose(at=(0.0, 2.35, 0.0), pitch=86, rest=None, lumbar=Bend(2), neck=Bend(-6),
              right=toes_tucked(2), left=toes_tucked(2),
              arm_right=forearm(-1, 6.6), arm_left=forearm(1, 6.6)),),
        Camera(-74, 12), (mat(18.6, 5.4, -0.8),),
    ),
    Scene(
        "side_plank_adductor",
        "Propped on one forearm with the upper leg on a bench, the body is held straight.",
        (COPENHAGEN,), Camera(8, 12),
        (mat(18.6, 6.0, 0.3, 0.6, 90), Prop("chair",
                                            {"at": (7.6, 0.0, 0.0), "seat": 3.3, "back": False, "wide": 3.0},
                                            shade=0.8)),
        ((Arrow((At("pelvis", (0.6, -3.1, 1.2)), At("pelvis", (0.6, -1.9, 1.2)))),),),
    ),
)  # fmt: skip
