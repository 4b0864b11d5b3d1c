"""For each rule on pictures a case, as someone might tell it, in which the rule has to speak."""

from typing import Any

from hipmap.model.case import Case, new_case


def case(age: float | None = None, marks: str = "", sex: str | None = None, **answers: Any) -> Case:
    """A case in primary care; a mark is `zone/side`, and the first one is the worst."""
    drawn = [
        {"zone": zone, "side": side, "worst": at == 0}
        for at, (zone, _, side) in enumerate(mark.partition("/") for mark in marks.split())
    ]
    return new_case(setting="primary", person={"age": age, "sex": sex}, marks=drawn, answers=answers)


GROIN = "groin_crease/right"
OUTER = "trochanter/right lateral_thigh_upper/right"
BACK = "lumbar_midline/midline lumbar_paraspinal/right"
LEG = "calf/right posterior_thigh_lower/right lumbar_paraspinal/right"

# Answers that make an origin likely.
HIP: dict[str, Any] = {
    "fadir": "groin",
    "hip_rotation_pain": "groin",
    "worse_getting_in_or_out_of_car": "yes",
    "worse_twisting_on_leg": "yes",
    "numbness_or_tingling": "no",
}
STIFF_HIP: dict[str, Any] = {
    "hip_internal_rotation_limited": "yes",
    "limp": "yes",
    "morning_stiffness_minutes": 15,
    "worse_dressing_leg": "yes",
    "worse_stairs": "yes",
}
YOUNG_HIP: dict[str, Any] = {**HIP, "catching_or_clicking": "yes", "worse_sitting": "yes"}
ROOT: dict[str, Any] = {
    "slr": "positive",
    "leg_pain_worse_than_back": "yes",
    "numbness_or_tingling": "yes",
    "cough_worsens_leg_pain": "yes",
}
OUTER_HIP: dict[str, Any] = {
    "worse_lying_on_side": "yes",
    "single_leg_stance": "outer_hip",
    "trochanter_tender": "yes",
}
PLAIN_BACK: dict[str, Any] = {"lumbar_movement": "back_pain_or_stiff", "slr": "negative", "limp": "no"}

# The case that the adviser is made for: a clean back scan, groin pain, and a hip that hurts when turned in.
NORMAL_BACK_SCAN = case(52, GROIN, lumbar_imaging="normal", **HIP)

SPEAKING: dict[str, Case] = {
    "cauda_equina_same_day_mri": case(45, BACK, saddle_numbness="yes"),
    "cord_or_cancer_mri": case(66, BACK, cancer_ever="yes", pain_worsening_steadily="yes"),
    "spinal_infection_mri": case(58, BACK, fever_or_chills="yes"),
    "worsening_leg_weakness_mri": case(50, LEG, foot_drop="yes"),
    "hip_fracture_emergency_xray": case(78, GROIN, fall_or_knock="yes", limp="yes"),
    "clear_xray_cannot_walk_mri": case(80, GROIN, xray_clear_still_cannot_walk="yes"),
    "stress_fracture_mri": case(27, GROIN, impact_pain_building="yes", training_load_jump="yes"),
    "crack_without_fall_mri": case(71, GROIN, weight_bearing_pain_new="yes", osteoporosis_known="yes"),
    "thigh_pain_on_bone_medicine_xray": case(70, "lateral_thigh_upper/right", osteoporosis_medicine="yes"),
    "septic_hip_tests": case(60, GROIN, hip_too_painful_to_move="yes", fever_or_chills="yes"),
    "child_hip_xray": case(12, "knee_front/left", limp="yes"),
    "avascular_necrosis_on_picture": case(42, GROIN, hip_imaging="necrosis"),
    "avascular_necrosis_risk": case(42, GROIN, steroid_use="yes"),
    "vertebral_fracture_xray": case(74, BACK, sudden_midline_back_pain="yes", osteoporosis_known="yes"),
    "aortic_aneurysm_ultrasound": case(72, BACK, pulsing_lump_belly="yes"),
    "leg_clot_ultrasound": case(60, "calf/left", one_leg_swollen="yes"),
    "hip_replacement_alarm_pictures": case(75, GROIN, hip_implant="yes", fever_or_chills="yes"),
    "painful_hip_replacement_xray": case(75, GROIN, hip_implant="yes"),
    "normal_back_scan_hip_xray": NORMAL_BACK_SCAN,
    "young_adult_hip_shape_xray": case(29, GROIN, **YOUNG_HIP),
    "unusual_stiff_hip_xray": case(68, GROIN, pain_worsening_steadily="yes", **STIFF_HIP),
    "lasting_hip_pain_xray": case(40, GROIN, duration_weeks=20, limp="yes", worse_twisting_on_leg="yes"),
    "walking_pain_blood_flow_test": case(
        67, "calf/right", leg_pain_only_walking="yes", relief_standing_still="yes"
    ),
    "ask_hip_mri_place": case(38, GROIN, duration_weeks=26, **HIP),
    "ask_hip_mri_walk_and_range": case(38, GROIN, limp="yes", hip_internal_rotation_deg=20),
    "ask_hip_mri_xray_hint": case(
        40, GROIN, hip_pictures_taken="xray_only", hip_imaging="impingement_or_labral"
    ),
    "ask_hip_mri_clean_back_scan": case(50, GROIN, lumbar_imaging="normal", hip_imaging="normal", **HIP),
    "ask_hip_mri_old_injury": case(44, GROIN, hip_injury_before="yes"),
    "guided_injection_both_changed": case(
        66, f"{GROIN} {BACK}", hip_imaging="arthritis", lumbar_imaging="narrow_canal"
    ),
    "two_separate_pictures": case(
        66,
        f"{GROIN} {BACK}",
        duration_weeks=20,
        hip_internal_rotation_deg=10,
        limp="yes",
        lumbar_movement="back_pain_or_stiff",
        extension_rotation_pain="yes",
    ),
    "weak_leg_ask_early_back_scan": case(44, LEG, duration_weeks=3, heel_walk_weak="yes", **ROOT),
    "back_scan_before_procedure": case(44, LEG, duration_weeks=10, **ROOT),
    "young_athlete_back_picture": case(
        17, BACK, plays_kicking_or_running_sport="yes", worse_leaning_back="yes"
    ),
    "inflammatory_back_pain_si_mri": case(
        29,
        "si_dimple/right",
        onset_before_45="yes",
        onset_before_35="yes",
        night_waking_second_half="yes",
        better_with_movement_not_rest="yes",
    ),
    "outer_hip_ultrasound_if_no_better": case(
        56, OUTER, "female", duration_weeks=30, treatment_no_lasting_help="yes", **OUTER_HIP
    ),
    "groin_lump_ultrasound": case(50, GROIN, groin_lump="yes"),
    "hip_arthrogram_before_keyhole": case(31, GROIN, hip_pictures_taken="mri", **YOUNG_HIP),
    "bone_density_scan": case(66, BACK, fragility_fracture="yes"),
    "typical_osteoarthritis_no_picture": case(68, GROIN, **STIFF_HIP),
    "early_sciatica_no_picture": case(44, LEG, duration_weeks=3, **ROOT),
    "early_back_pain_no_picture": case(40, BACK, duration_weeks=2, **PLAIN_BACK),
    "lasting_back_pain_no_routine_picture": case(40, BACK, duration_weeks=30, **PLAIN_BACK),
    "no_second_back_scan_for_groin": NORMAL_BACK_SCAN,
    "outer_hip_no_picture_yet": case(56, OUTER, "female", **OUTER_HIP),
    "clear_arthritis_xray_no_mri": case(68, GROIN, hip_imaging="arthritis", **STIFF_HIP),
    "back_scan_does_not_show_hip": NORMAL_BACK_SCAN,
    "back_changes_age_20_to_39": case(30, GROIN, lumbar_imaging="bulge_without_contact", **HIP),
    "back_changes_age_40_to_59": case(50, GROIN, lumbar_imaging="age_typical", **HIP),
    "back_changes_age_60_plus": case(70, GROIN, lumbar_imaging="age_typical", **HIP),
    "spine_finding_must_match": case(60, GROIN, lumbar_imaging="narrow_canal", **HIP),
    "labral_tear_without_signs": case(48, GROIN, hip_imaging="impingement_or_labral", fadir="none"),
    "hip_injection_took_pain_away": case(60, GROIN, hip_injection_relief="yes"),
    "si_pain_not_on_pictures": case(
        36, "si_dimple/right", one_finger_at_dimple="yes", si_provocation_count=4
    ),
}
