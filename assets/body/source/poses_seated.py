"""Exercises and tests done sitting on a chair, and the bike."""

from __future__ import annotations

from dataclasses import replace

from pieces import chair, crossed, on_thigh, planted, sitting
from stance import Arm, Arrow, At, Bend, Camera, Leg, Pose, Prop, Scene

SITTING = sitting()
BACKREST = chair(0.0)
STOOL = chair(0.0, back=False)


def dangling(rot: float) -> Leg:
    """Thigh level, shin hanging, foot swung out by negative rotation."""
    return Leg(flex=90, abd=4, rot=rot, knee=88, ankle=-8)


def hand_on_seat(side: int) -> Arm:
    """Holding the edge of the seat."""
    return Arm(
        at=(side * 2.25, 4.35, -0.6), pole=(side * 0.5, 0.0, -1.0),
        hand=((side * 0.2, -0.35, 1.0), (-side * 0.3, -1.0, 0.0)), curl=0.3,
    )  # fmt: skip


def bike() -> tuple[Prop, ...]:
    """A simple exercise bike seen from the side."""

    def rod(*through: tuple[float, float, float], radius: float = 0.2) -> Prop:
        return Prop("rod", {"through": through, "radius": radius}, shade=0.62)

    return (
        rod((-1.6, 0.2, -2.4), (1.6, 0.2, -2.4)), rod((-1.6, 0.2, 5.4), (1.6, 0.2, 5.4)),
        rod((0, 0.2, -2.4), (0, 1.3, 1.0), (0, 1.3, 3.0), (0, 0.2, 5.4), radius=0.26),
        rod((0, 1.3, 1.0), (0, 6.6, -1.1), radius=0.22), rod((0, 1.3, 3.2), (0, 9.2, 4.0), radius=0.22),
        rod((-1.9, 9.6, 5.0), (-1.9, 9.35, 4.2), (1.9, 9.35, 4.2), (1.9, 9.6, 5.0), radius=0.16),
        Prop("wheel", {"at": (0, 2.2, 3.9), "radius": 1.75, "thick": 0.22}, shade=0.55),
        Prop("wheel", {"at": (0, 2.2, 3.9), "radius": 0.9, "thick": 0.5}, shade=0.7),
        Prop("box", {"size": (2.2, 0.55, 2.7), "at": (0, 6.5, -1.2), "rounding": 0.25}, shade=0.6,
             press=True),
        rod((-0.75, 1.9, 0.9), (-0.75, 0.75, 2.1), radius=0.1),
        rod((0.75, 1.9, 0.9), (0.75, 3.05, -0.3), radius=0.1),
        Prop("box", {"size": (1.0, 0.22, 1.0), "at": (-1.2, 0.6, 2.1), "rounding": 0.06}, shade=0.6),
        Prop("box", {"size": (1.0, 0.22, 1.0), "at": (1.2, 2.95, -0.3), "rounding": 0.06}, shade=0.6),
    )  # fmt: skip


def on_bar(side: int) -> Arm:
    """Hand on the handlebar."""
    return Arm(
        at=(side * 1.9, 9.75, 3.6), pole=(side * 0.6, -1.0, -0.3),
        hand=((0.0, -0.25, 1.0), (0.0, -1.0, -0.2)), curl=0.62, thumb=0.5,
    )  # fmt: skip


RIDER = Pose(
    at=(0.0, 7.78, -1.0), pitch=20, rest=None, lumbar=Bend(10), thorax=Bend(8), neck=Bend(-22),
    right=Leg(at=(-1.2, 0.82 + 0.75, 1.65), pole=(-0.05, 0.4, 1.0), heading=0.0, tip=-8),
    left=Leg(at=(1.2, 3.17 + 0.75, -0.75), pole=(0.05, 0.4, 1.0), heading=0.0, tip=-8),
    arm_right=on_bar(-1), arm_left=on_bar(1),
)  # fmt: skip

HIGH_SEAT = Prop("chair", {"at": (0, 0, 0), "seat": 5.6, "back": False, "wide": 6.6}, shade=0.8, press=True)


def high() -> Pose:
    """On a seat so high that the feet hang free."""
    return replace(
        SITTING, at=(0.0, 6.42, -0.4), right=dangling(0), left=dangling(0),
        arm_right=hand_beside(-1), arm_left=hand_beside(1),
    )  # fmt: skip


def hand_beside(side: int) -> Arm:
    """Hand flat on the seat beside the hip."""
    return Arm(
        at=(side * 2.55, 5.9, -0.8), pole=(side * 0.7, 0.0, -1.0),
        hand=((side * 0.25, 0.0, 1.0), (0.0, -1.0, 0.0)), curl=0.08,
    )  # fmt: skip


def typing(side: int) -> Arm:
    """Forearm level above the desk, fingers on the keyboard."""
    return Arm(
        at=(side * 1.15, 7.5, 2.55), pole=(side * 0.35, -1.0, -0.5),
        hand=((-side * 0.1, -0.12, 1.0), (0.0, -1.0, -0.1)), curl=0.3,
    )  # fmt: skip


SLUMP = replace(
    SITTING, at=(0.0, 4.84, -0.4), pitch=-10, lumbar=Bend(28), thorax=Bend(24), neck=Bend(40),
    arm_right=hand_on_seat(-1), arm_left=hand_on_seat(1),
)  # fmt: skip
EXTENDED = Leg(flex=80, knee=6, ankle=12)
UPRIGHT = replace(SITTING, arm_right=hand_on_seat(-1), arm_left=hand_on_seat(1))
TWISTED = replace(
    SITTING, lumbar=Bend(2, 0, 14), thorax=Bend(0, 0, 30), neck=Bend(0, 0, 12),
    arm_right=crossed(-1), arm_left=crossed(1),
)  # fmt: skip
FOLDED = replace(SITTING, arm_right=crossed(-1), arm_left=crossed(1))
ROUND = (
    Arrow(
        (
            At("top", (2.2, 0.9, 0.6)),
            At("top", (1.2, 0.9, 2.0)),
            At("top", (-0.6, 0.9, 2.2)),
            At("top", (-2.2, 0.9, 0.8)),
        )
    ),
)

SCENES = (
    Scene(
        "sit_to_stand",
        "Sitting near the edge of a chair with the arms forward, the body leans forward and stands up.",
        (replace(SITTING, at=(0.0, SITTING.at[1], 0.35), pitch=24, lumbar=Bend(8), neck=Bend(-10),
                 right=planted(-1, 2.7), left=planted(1, 2.7),
                 arm_right=Arm(flex=62, abd=4, elbow=12), arm_left=Arm(flex=62, abd=4, elbow=12)),
         Pose(at=(0.0, 8.66, 2.6), rest=None, right=planted(-1, 2.7), left=planted(1, 2.7),
              arm_right=Arm(flex=28, abd=5, elbow=12), arm_left=Arm(flex=28, abd=5, elbow=12))),
        Camera(-66, 10), (BACKREST,), ((), (Arrow(((0, 11.6, 0.2), (0, 14.2, 0.2))),)),
    ),
    Scene(
        "seated_nerve_slider",
        "Sitting with a round back and bent head, one knee straightens while the head lifts.",
        (SLUMP, replace(SLUMP, neck=Bend(-22), right=EXTENDED)),
        Camera(-70, 9), (STOOL,),
        ((), (Arrow((At("foot.R", (0, -2.8, -1.6)), At("foot.R", (0, -1.8, 0.2)),
                     At("foot.R", (0, -0.9, 0.7)))),
              Arrow((At("top", (0, -0.2, 2.2)), At("top", (0, 0.95, 1.1)), At("top", (0, 1.0, -0.6)))))),
    ),
    Scene(
        "chest_breathing",
        "Sitting tall on a chair, both arms are lifted out and up while the chest fills with air.",
        (replace(SITTING, arm_right=on_thigh(-1), arm_left=on_thigh(1)),
         replace(SITTING, thorax=Bend(-8), neck=Bend(-4), arm_right=Arm(flex=20, abd=128, elbow=8),
                 arm_left=Arm(flex=20, abd=128, elbow=8))),
        Camera(-24, 10), (STOOL,),
        ((), (Arrow((At("top", (-4.6, -3.6, 0.4)), At("top", (-4.9, -1.8, 0.4)),
                     At("top", (-4.2, -0.2, 0.4)))),)),
    ),
    Scene(
        "pelvic_floor_squeeze",
        "Sitting upright on a chair with flat feet, with a small arrow that points up beside the seat.",
        (replace(SITTING, arm_right=on_thigh(-1), arm_left=on_thigh(1)),),
        Camera(-70, 9), (STOOL,),
        ((Arrow((At("pelvis", (-2.6, -1.6, -2.0)), At("pelvis", (-2.6, -0.4, -2.0)))),),),
    ),
    Scene(
        "seated_forward_bend",
        "Sitting near the edge of a chair with flat feet, the trunk tips forward from the hips to the toes.",
        (replace(SITTING, at=(0.0, SITTING.at[1], 0.35), right=planted(-1, 3.4), left=planted(1, 3.4),
                 arm_right=on_thigh(-1), arm_left=on_thigh(1)),
         replace(SITTING, at=(0.0, SITTING.at[1] + 0.05, 0.35), pitch=52, lumbar=Bend(14), thorax=Bend(10),
                 neck=Bend(-4), right=planted(-1, 3.4), left=planted(1, 3.4),
                 arm_right=Arm(at=(-1.1, 1.7, 4.3), pole=(-0.7, 0.0, -1.0),
                               hand=((0.0, -1.0, 0.5), (0.2, 0.0, -1.0)), curl=0.1),
                 arm_left=Arm(at=(1.1, 1.7, 4.3), pole=(0.7, 0.0, -1.0),
                              hand=((0.0, -1.0, 0.5), (-0.2, 0.0, -1.0)), curl=0.1))),
        Camera(-70, 10), (STOOL,),
        ((), (Arrow(((0.0, 11.6, 2.0), (0.0, 11.0, 4.6), (0.0, 8.6, 6.2))),)),
    ),
    Scene(
        "seated_back_rotation",
        "Sitting upright with folded arms, the chest turns to one side while the pelvis stays still.",
        (FOLDED, TWISTED), Camera(-40, 14), (STOOL,), ((), ROUND),
    ),
    Scene(
        "exercise_bike",
        "Sitting on an exercise bike, one knee is nearly straight at the lowest point.",
        (RIDER,), Camera(-72, 8), bike(),
    ),
    Scene(
        "test_seated_hip_rotation_in",
        "Sitting on a high seat with the thighs still, one foot swings outwards.",
        (replace(high(), right=dangling(0)), replace(high(), right=dangling(-36))),
        Camera(-22, 8), (HIGH_SEAT,),
        ((), (Arrow((At("foot.R", (1.9, -0.9, 1.2)), At("foot.R", (0.6, -1.35, 1.2)),
                     At("foot.R", (-0.5, -1.0, 1.2)))),)),
    ),
    Scene(
        "test_seated_hip_rotation_out",
        "Sitting on a high seat with the thighs still, one foot swings inwards past the other leg.",
        (replace(high(), right=dangling(0)),
         replace(high(), right=dangling(36), left=Leg(flex=90, knee=112, abd=4))),
        Camera(-22, 8), (HIGH_SEAT,),
        ((), (Arrow((At("foot.R", (-2.2, -1.5, 1.2)), At("foot.R", (-0.9, -1.8, 1.2)),
                     At("foot.R", (0.5, -1.5, 1.2)))),)),
    ),
    Scene(
        "test_seated_twist",
        "Sitting upright with folded arms, the trunk turns as far as it goes to one side.",
        (TWISTED,), Camera(-40, 14), (STOOL,), (ROUND,),
    ),
    Scene(
        "sitting_crossed_legs",
        "Sitting on a chair with one thigh crossed over the other, a position to avoid.",
        (replace(SITTING, pitch=-8, lumbar=Bend(14), thorax=Bend(6),
                 left=planted(1, 2.9, 0.55),
                 right=Leg(flex=102, abd=-22, rot=-6, knee=84, ankle=-20),
                 arm_right=Arm(at=At("lowerleg.R", (-0.85, 0.5, -1.15)), pole=(-1.0, -0.2, -0.5),
                               hand=((0.55, -0.12, 0.8), (0.4, -1.0, 0.0)), curl=0.16),
                 arm_left=on_thigh(1, 2.0)),),
        Camera(-40, 12), (BACKREST,),
    ),
    Scene(
        "desk_sitting",
        "Sitting at a desk with both feet flat, the back against the chair and the screen at eye height.",
        (replace(SITTING, at=(0.0, SITTING.at[1], -0.75), lumbar=Bend(0), arm_right=typing(-1),
                 arm_left=typing(1)),),
        Camera(-70, 10),
        (BACKREST,
         Prop("box", {"size": (6.0, 0.25, 4.4), "at": (0, 6.75, 5.2), "rounding": 0.06}, shade=0.85),
         Prop("box", {"size": (0.3, 6.75, 3.8), "at": (2.7, 0, 5.4), "rounding": 0.06}, shade=0.7),
         Prop("box", {"size": (0.3, 6.75, 0.3), "at": (-2.7, 0, 7.0), "rounding": 0.06}, shade=0.7),
         Prop("box", {"size": (5.0, 3.1, 0.22), "at": (0, 8.3, 6.4), "rounding": 0.08}, shade=0.55),
         Prop("box", {"size": (0.6, 1.5, 0.22), "at": (0, 7.0, 6.5), "rounding": 0.06}, shade=0.6),
         Prop("box", {"size": (3.4, 0.14, 1.2), "at": (0, 7.0, 4.1), "rounding": 0.05}, shade=0.6)),
    ),
)  # fmt: skip
