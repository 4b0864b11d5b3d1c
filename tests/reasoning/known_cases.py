"""Cases as a clinician would tell them, each with the origin that ought to come first."""

from typing import Any

from hipmap.model.case import Case, Side, new_case


def mark(zone: str, side: Side = "right", **more: Any) -> dict[str, Any]:
    return {"zone": zone, "side": side, **more}


def on_right(value: str | int | float) -> dict[str, Any]:
    return {"value": value, "side": "right"}


HIP_JOINT = new_case(
    setting="primary",
    person={"age": 68},
    marks=[mark("groin_crease", worst=True)],
    answers={
        "limp": "yes",
        "hip_internal_rotation_limited": on_right("yes"),
        "morning_stiffness_minutes": 20,
    },
)
RADICULAR = new_case(
    setting="primary",
    marks=[
        mark("lumbar_midline", "midline"),
        mark("posterior_thigh_lower"),
        mark("calf", worst=True),
        mark("foot_outer", kind="numb"),
    ],
    answers={"slr": on_right("positive"), "leg_pain_worse_than_back": "yes"},
)
STENOSIS = new_case(
    setting="primary",
    person={"age": 72},
    marks=[mark(zone, side) for zone in ("mid_buttock", "calf") for side in ("right", "left")],
    answers={"worse_walking": "yes", "eased_by_sitting": "yes", "eased_by_bending_forward": "yes"},
)
LATERAL_HIP = new_case(
    setting="primary",
    person={"age": 55, "sex": "female"},
    marks=[mark("trochanter", worst=True)],
    answers={"worse_lying_on_side": "yes", "single_leg_stance": on_right("outer_hip")},
)
HIP_AND_BACK = new_case(
    setting="primary",
    person={"age": 66},
    marks=[mark("groin_crease", worst=True), mark("lumbar_paraspinal"), mark("lumbar_midline", "midline")],
    answers={
        "hip_internal_rotation_deg": on_right(10),
        "limp": "yes",
        "lumbar_movement": "back_pain_or_stiff",
        "extension_rotation_pain": "yes",
        "worse_leaning_back": "yes",
    },
)
YOUNG_HIP = new_case(
    setting="physio",
    person={"age": 27, "sex": "male"},
    marks=[mark("groin_crease", worst=True)],
    answers={
        "fadir": on_right("groin"),
        "catching_or_clicking": "yes",
        "plays_kicking_or_running_sport": "yes",
    },
)
SACROILIAC = new_case(
    person={"age": 35, "sex": "female"},
    marks=[mark("si_dimple", worst=True), mark("upper_buttock")],
    answers={
        "si_provocation_count": 3,
        "one_finger_at_dimple": on_right("yes"),
        "began_in_pregnancy_or_after_birth": "yes",
    },
)
THIGH_NERVE = new_case(
    person={"age": 50},
    marks=[mark("lateral_thigh_upper"), mark("lateral_thigh_upper", kind="numb")],
    answers={"burning_or_electric": "yes", "tight_clothes_worsen": "yes"},
)
DEEP_BUTTOCK = new_case(
    person={"age": 44},
    marks=[mark("mid_buttock", worst=True), mark("posterior_thigh_upper", kind="spread")],
    answers={
        "worse_sitting": "yes",
        "seated_piriformis_stretch": on_right("yes"),
        "slr": on_right("negative"),
        "lumbar_movement": "full_and_painless",
    },
)
MIXED_SIGNS = new_case(
    person={"age": 60},
    marks=[mark("lateral_thigh_upper")],
    answers={
        "slr": on_right("positive"),
        "hip_internal_rotation_deg": on_right(10),
        "trochanter_tender": on_right("yes"),
        "faber": on_right("buttock_or_si"),
    },
)
MOSTLY_NO = new_case(
    person={"age": 40},
    marks=[mark("groin_crease")],
    answers={
        "limp": "no",
        "fadir": on_right("none"),
        "slr": on_right("negative"),
        "resisted_adduction_pain": on_right("no"),
        "hip_internal_rotation_deg": on_right(40),
    },
)
RARE_SIGNS = new_case(
    person={"age": 70},
    marks=[mark("lumbar_midline", "midline", worst=True)],
    answers={"cancer_ever": "yes", "unexplained_weight_loss": "yes", "night_pain_unrelieved": "yes"},
)
# So much is known that no further answer would change much.
SETTLED = new_case(
    setting="physio",
    person={"age": 72, "sex": "female"},
    marks=[mark("groin_crease", worst=True), mark("anterior_thigh_upper")],
    answers={
        "hip_feels_stiff": "yes",
        "worse_dressing_leg": "yes",
        "limp": "yes",
        "morning_stiffness_minutes": 20,
        "seated_hip_rotation": on_right("groin"),
        "hip_internal_rotation_deg": on_right(5),
        "slr": on_right("negative"),
        "lumbar_movement": "full_and_painless",
        "trochanter_tender": on_right("no"),
        "hip_imaging": "arthritis",
    },
)
ONE_MARK = new_case(marks=[mark("mid_buttock")])
EMPTY = new_case()

ALL: dict[str, Case] = {
    "hip_joint": HIP_JOINT,
    "radicular": RADICULAR,
    "stenosis": STENOSIS,
    "lateral_hip": LATERAL_HIP,
    "hip_and_back": HIP_AND_BACK,
    "young_hip": YOUNG_HIP,
    "sacroiliac": SACROILIAC,
    "thigh_nerve": THIGH_NERVE,
    "deep_buttock": DEEP_BUTTOCK,
    "mixed_signs": MIXED_SIGNS,
    "mostly_no": MOSTLY_NO,
    "rare_signs": RARE_SIGNS,
    "one_mark": ONE_MARK,
    "empty": EMPTY,
}
