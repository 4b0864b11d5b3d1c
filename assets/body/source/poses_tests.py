"""Movement tests that a person can do at home, standing or lying."""

from __future__ import annotations

from dataclasses import replace

from pieces import PROFILE, SIDE_LYING, STAND, chair, lying, mat, on_hip, planted, toe_stand
from poses_lying import STRAIGHT, holding
from poses_standing import squat, stride
from stance import SOLE, Arm, Arrow, At, Bend, Camera, Leg, Pose, Scene

FLAT = replace(lying(), right=STRAIGHT, left=STRAIGHT)
LONG_MAT = mat(18.2, z=0.0)


def bent(pitch: float, lumbar: float, arms: float, neck: float = 10) -> Pose:
    """Bending forward with straight knees."""
    arm = Arm(flex=arms, abd=3, elbow=4)
    return Pose(
        at=(0.0, STAND - 0.06, -0.95), pitch=pitch, rest=None, lumbar=Bend(lumbar), thorax=Bend(lumbar * 0.5),
        neck=Bend(neck), right=Leg(at=(-1.05, SOLE, 0.0), heading=0.0),
        left=Leg(at=(1.05, SOLE, 0.0), heading=0.0),
        arm_right=arm, arm_left=arm,
    )  # fmt: skip


def on_back(side: int) -> Arm:
    """Hand on the low back, fingers down."""
    return Arm(
        at=At("pelvis", (side * 1.35, 1.75, -1.0), "pelvis"), pole=(side * 0.55, 0.0, -1.0),
        hand=((-side * 0.35, -0.85, -0.1), (0.0, 0.0, 1.0)), curl=0.08,
    )  # fmt: skip


def heel_walk(side: int, z: float) -> Leg:
    """Standing on the heel, toes up."""
    return Leg(at=(side * 0.95, SOLE + 0.12, z), pole=(0.0, 0.1, 1.0), heading=0.0, tip=27, toes=12)


LIMP = Pose(
    at=(0.30, 8.5, 0.0), roll=-7, yaw=4, rest=None, lumbar=Bend(0, 9), thorax=Bend(0, 9), neck=Bend(0, -4),
    right=Leg(at=(-0.75, SOLE, 0.1), pole=(0, 0.1, 1), heading=-3),
    left=Leg(flex=33, abd=0, knee=46, ankle=5), arm_right=Arm(flex=-8, elbow=16, abd=26),
    arm_left=Arm(flex=-10, abd=18),
)  # fmt: skip
SIDE_BEND = Pose(
    lumbar=Bend(0, 19), thorax=Bend(0, 15), neck=Bend(0, 6), right=Leg(), left=Leg(),
    arm_right=Arm(flex=4, abd=33, elbow=6), arm_left=Arm(flex=0, abd=-6, elbow=8),
)  # fmt: skip

SCENES = (
    Scene(
        "test_walk",
        "Walking, the trunk leans towards the standing leg as in a limp.",
        (LIMP,), Camera(-22, 7), (),
        ((Arrow((At("top", (2.2, 0.0, 0.0)), At("top", (0.6, 0.9, 0.0)), At("top", (-1.6, 0.6, 0.0)))),),),
    ),
    Scene(
        "test_single_leg_stand",
        "Standing on one leg with the other knee lifted in front, one hand ready at a chair.",
        (Pose(right=Leg(abd=-3, knee=2), left=Leg(flex=52, abd=0, knee=74), arm_right=Arm(abd=14, elbow=10),
              arm_left=Arm(at=(2.35, 8.75, 0.3), pole=(0.8, -0.2, -1.0),
                           hand=((0.1, -0.25, 1.0), (0, -1, 0)), curl=0.4)),),
        Camera(-34, 9), (chair(0.6, True, 4.0, 90),),
    ),
    Scene(
        "test_squat",
        "Standing with feet apart, the hips go down into a squat as far as comfort allows.",
        (squat(0.72),), Camera(-62, 10), (),
        ((Arrow((At("pelvis", (0, 2.8, -2.4)), At("pelvis", (0, 0.6, -2.4)))),),),
    ),
    Scene(
        "test_back_bend_forward",
        "Standing with straight knees, the trunk bends forward and the hands reach towards the feet.",
        (bent(62, 42, 118),), PROFILE, (),
        ((Arrow(((0, 14.2, 3.4), (0, 13.0, 5.6), (0, 10.6, 6.9))),),),
    ),
    Scene(
        "test_back_bend_backward",
        "Standing with the hands on the low back, the trunk bends backwards.",
        (Pose(at=(0.0, STAND - 0.04, 0.5), pitch=-9, rest=None, lumbar=Bend(-24), thorax=Bend(-10),
              neck=Bend(-10),
              right=Leg(at=(-1.05, SOLE, 0.0), heading=0.0), left=Leg(at=(1.05, SOLE, 0.0), heading=0.0),
              arm_right=on_back(-1), arm_left=on_back(1)),),
        PROFILE, (), ((Arrow(((0, 17.4, 0.6), (0, 17.3, -2.4), (0, 15.8, -4.6))),),),
    ),
    Scene(
        "test_back_bend_side",
        "Standing, the trunk bends to one side and the hand slides down the thigh.",
        (SIDE_BEND,), Camera(-12, 7), (),
        ((Arrow((At("top", (2.0, 0.8, 0.0)), At("top", (0.2, 1.2, 0.0)), At("top", (-1.7, 0.2, 0.0)))),),),
    ),
    Scene(
        "test_long_stride",
        "Taking a very long step, the back leg stretches far behind the body.",
        (stride(3.75, 7.55),), Camera(-74, 8), (),
        ((Arrow(((-2.0, 0.1, -3.3), (-2.0, 0.1, 3.3)), True),),),
    ),
    Scene(
        "test_heel_on_chair",
        "Standing with the heel of one straight leg on a chair in front.",
        (Pose(at=(0.0, STAND - 0.05, 0.0), pitch=-2, rest=None, lumbar=Bend(6), arm_right=on_hip(-1),
              arm_left=on_hip(1),
              right=Leg(at=(-1.0, 4.62, 6.85), pole=(0, 1.0, 0.2), heading=0.0, tip=55),
              left=Leg(at=(1.0, SOLE, 0.0), heading=0.0)),),
        PROFILE, (replace(chair(7.7, True, -0.9, 180), press=False),),
    ),
    Scene(
        "test_straight_leg_lift",
        "Lying on the back, one leg is lifted with the knee straight.",
        (replace(FLAT, right=Leg(flex=62, abd=2, knee=3, ankle=4)),), SIDE_LYING, (LONG_MAT,),
        ((Arrow((At("foot.R", (0, -4.2, 2.4)), At("foot.R", (0, -2.2, 2.0)),
                 At("foot.R", (0, -0.6, 1.0)))),),),
    ),
    Scene(
        "test_leg_out_to_side",
        "Lying on the back with straight legs, one leg slides out to the side.",
        (replace(FLAT, right=Leg(flex=-1.5, abd=34, rot=4, ankle=-20)),), Camera(-36, 27), (),
        ((Arrow((At("foot.R", (3.4, 0.0, 1.4)), At("foot.R", (2.0, 0.0, 1.35)),
                 At("foot.R", (0.6, 0.0, 0.9)))),),),
    ),
    Scene(
        "test_knee_to_chest",
        "Lying on the back with one leg straight, both hands pull the other knee towards the chest.",
        (replace(
            FLAT, right=Leg(flex=120, abd=2, knee=122),
            arm_left=holding(1, "lowerleg.R", (0.95, 0.25, 0.35)),
            arm_right=holding(-1, "lowerleg.R", (-0.9, 0.3, 1.15)),
        ),),
        SIDE_LYING, (LONG_MAT,),
        ((Arrow((At("lowerleg.R", (0, 1.0, 1.5)), At("lowerleg.R", (0, 1.3, 0.3)),
                 At("lowerleg.R", (0, 1.0, -0.9)))),),),
    ),
    Scene(
        "test_heel_walk",
        "Walking on the heels with the front of both feet lifted.",
        (Pose(at=(0, STAND - 0.02, 0.15), pitch=4, rest=None, right=heel_walk(-1, 0.75),
              left=heel_walk(1, -0.7),
              arm_right=Arm(flex=-12, elbow=18), arm_left=Arm(flex=16, elbow=20)),),
        Camera(-66, 8),
    ),
    Scene(
        "test_walk_feet_turned_in",
        "Walking with the toes of both feet turned in a little.",
        (Pose(at=(0, STAND - 0.05, 0.1), rest=None, right=planted(-1, 0.95, heading=22.0),
              left=planted(1, -0.75, heading=-22.0),
              arm_right=Arm(flex=-14, elbow=18), arm_left=Arm(flex=16, elbow=20)),),
        Camera(-22, 12),
    ),
    Scene(
        "test_toe_walk",
        "Walking on the toes with both heels high off the floor.",
        (Pose(at=(0, STAND + 0.70, 0.1), rest=None, right=toe_stand(-1, 0.75, 44),
              left=toe_stand(1, -0.75, 44),
              arm_right=Arm(flex=-12, elbow=18), arm_left=Arm(flex=16, elbow=20)),),
        Camera(-66, 8),
    ),
    Scene(
        "test_finger_at_dimple",
        "Seen from behind, one finger points at the dimple low on the back beside the spine.",
        (Pose(arm_right=Arm(at=At("pelvis", (-2.25, 1.42, -1.85), "pelvis"), pole=(-0.8, 0.0, -1.0),
                            hand=((0.76, -0.08, 0.52), (0.1, -0.9, 0.45)), point=True, thumb=0.3),
              arm_left=Arm()),),
        Camera(-150, 8, (-3.4, 3.4, -2.6, 4.2)),
    ),
    Scene(
        "test_one_finger_groin",
        "One finger points at the crease of the groin.",
        (Pose(arm_right=Arm(at=At("upperleg.R", (-0.75, 0.75, 2.15), "pelvis"), pole=(-1.0, -0.1, -0.3),
                            hand=((1.0, -0.75, -0.75), (0.1, -0.7, -0.8)), point=True, thumb=0.3)),),
        Camera(2, 8, (-3.8, 3.4, -2.9, 3.9)),
    ),
    Scene(
        "c_hand_on_hip",
        "One hand is cupped round the side of the hip, thumb behind and fingers pointing to the groin.",
        (Pose(arm_right=Arm(at=At("upperleg.R", (-1.35, 0.7, -0.9), "pelvis"), pole=(-0.7, 0.2, -1.0),
                            hand=((0.28, -0.35, 1.0), (1.0, -0.05, -0.25)), curl=0.3)),),
        Camera(-50, 8, (-3.4, 3.4, -2.9, 3.9)),
    ),
)  # fmt: skip
