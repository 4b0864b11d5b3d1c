"""Each red flag, with a case that a clinician would recognise for each tier it can raise."""

from collections.abc import Iterator
from typing import Any

import pytest

from hipmap.model.case import Case, new_case
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import FlagRule, RedFlag, When
from hipmap.reasoning.red_flags import fired_rules, holds
from tests.case_builders import own_knowledge
from tests.reasoning.rule_statements import rule_as_statement

KNOWLEDGE = own_knowledge()

# flag: tier: (age, sex, marks as "zone" or "zone/side", findings answered yes, other answers)
Told = tuple[float | None, str | None, str, str, dict[str, Any]]
EXAMPLES: dict[str, dict[Tier, Told]] = {
    "cauda_equina": {
        "emergency_now": (44, "male", "calf", "saddle_numbness", {}),
        "same_day": (44, "male", "calf", "both_legs_pain_new", {}),
    },
    "cord_compression_mscc": {
        "emergency_now": (68, "male", "lumbar_midline/midline", "gait_unsteady_new", {}),
        "same_day": (68, "female", "upper_back", "cancer_ever", {}),
    },
    "spinal_infection": {
        "emergency_now": (60, "male", "lumbar_midline/midline", "fever_or_chills foot_drop", {}),
        "same_day": (24, "male", "si_dimple", "pain_severe_rapid feels_unwell", {}),
        "within_2_weeks": (24, "male", "si_dimple", "pain_severe_rapid treatment_no_lasting_help", {}),
    },
    "malignancy": {
        "emergency_now": (52, "female", "upper_back/midline", "hand_or_arm_weakness_new headache_new", {}),
        "same_day": (66, "female", "anterior_thigh_upper", "cancer_ever weight_bearing_pain_new", {}),
        "within_2_weeks": (66, "female", "lumbar_midline/midline", "unexplained_weight_loss", {}),
        "routine": (64, "male", "lumbar_midline/midline", "bone_pain_persistent", {}),
    },
    "vertebral_fracture": {
        "emergency_now": (30, "male", "lumbar_midline/midline", "major_injury", {}),
        "same_day": (78, "female", "lumbar_midline/midline", "fall_or_knock", {}),
        "within_2_weeks": (50, "female", "lumbar_midline/midline", "steroid_use", {}),
    },
    "hip_fracture": {
        "emergency_now": (81, "female", "groin_crease", "fall_or_knock cannot_bear_weight", {}),
        "same_day": (72, "female", "groin_crease", "fall_or_knock", {}),
        "within_2_weeks": (82, "female", "groin_crease", "weight_bearing_pain_new", {}),
    },
    "femoral_neck_stress_fracture": {
        "emergency_now": (22, "female", "groin_crease", "sudden_groin_thigh_pain cannot_bear_weight", {}),
        "same_day": (22, "female", "groin_crease", "impact_pain_building training_load_jump", {}),
        "within_2_weeks": (22, "female", "trochanter", "worse_running_or_jumping training_load_jump", {}),
    },
    "atypical_femoral_fracture": {
        "emergency_now": (74, "female", "groin_crease", "osteoporosis_medicine cannot_bear_weight", {}),
        "within_2_weeks": (74, "female", "anterior_thigh_upper", "osteoporosis_medicine", {}),
    },
    "avascular_necrosis": {"within_2_weeks": (39, "male", "groin_crease", "heavy_alcohol", {})},
    "septic_arthritis_adult": {
        "emergency_now": (55, "male", "groin_crease", "hip_too_painful_to_move fever_or_chills", {}),
        "same_day": (55, "male", "groin_crease", "hip_too_painful_to_move", {}),
    },
    "child_hip": {
        "emergency_now": (6, "male", "groin_crease", "fever_or_chills cannot_bear_weight", {}),
        "same_day": (16, "male", "knee_front", "fall_or_knock", {}),
        "within_2_weeks": (6, "male", "groin_crease", "", {"limp": "yes", "duration_weeks": 3}),
        "routine": (14, "female", "lumbar_midline/midline", "", {}),
    },
    "aaa": {
        "emergency_now": (71, "male", "flank", "sudden_severe_trunk_pain", {}),
        "same_day": (71, "male", "lumbar_midline/midline", "pulsing_lump_belly", {}),
    },
    "acute_limb_ischaemia": {
        "emergency_now": (70, "male", "calf", "cold_pale_leg", {}),
        "same_day": (70, "male", "foot_top", "foot_rest_pain_or_sore", {}),
    },
    "aortoiliac_claudication": {
        "within_2_weeks": (66, "male", "mid_buttock", "walking_brings_leg_pain foot_pulses_reduced", {}),
        "routine": (66, "male", "mid_buttock", "walking_brings_leg_pain erection_trouble_longer", {}),
    },
    "dvt": {
        "emergency_now": (45, "female", "calf", "chest_pain_breathless", {}),
        "same_day": (45, "female", "calf", "one_leg_swollen", {}),
    },
    "groin_hernia": {
        "emergency_now": (84, "female", "medial_thigh", "sudden_groin_thigh_pain nausea_vomiting", {}),
        "same_day": (84, "male", "medial_thigh", "sudden_groin_thigh_pain nausea_vomiting", {}),
        "within_2_weeks": (50, "female", "groin_crease", "groin_lump", {}),
        "routine": (50, "male", "groin_crease", "groin_lump", {}),
    },
    "testicular_torsion": {
        "emergency_now": (15, "male", "groin_crease", "testicle_pain_sudden", {}),
        "within_2_weeks": (25, "male", "groin_crease", "testicle_lump_painless", {}),
    },
    "ectopic_pregnancy": {
        "emergency_now": (28, "female", "lower_abdomen", "pregnancy_possible shoulder_tip_pain", {}),
        "same_day": (28, "female", "lower_abdomen", "pregnancy_possible", {}),
    },
    "ovarian_gynae": {
        "emergency_now": (25, "female", "lower_abdomen", "lower_tummy_pain_sudden nausea_vomiting", {}),
        "same_day": (25, "female", "lower_abdomen", "fever_or_chills discharge_or_pain_on_sex", {}),
        "within_2_weeks": (58, "female", "lower_abdomen", "bloating_fullness_weeks", {}),
        "routine": (32, "female", "lower_abdomen", "pain_follows_periods", {}),
    },
    "renal": {
        "emergency_now": (40, "male", "flank", "kidney_colic_pain fever_or_chills", {}),
        "same_day": (40, "male", "flank", "kidney_colic_pain", {}),
        "within_2_weeks": (40, "female", "lumbar_paraspinal", "urine_burning", {}),
    },
    "appendicitis": {
        "emergency_now": (20, "male", "lower_abdomen", "tummy_hard_rigid", {}),
        "same_day": (20, "male", "lower_abdomen", "pain_moved_to_right_lower", {}),
    },
    "psoas_abscess_haematoma": {
        "emergency_now": (75, "male", "groin_crease", "blood_thinner sudden_groin_thigh_pain", {}),
        "same_day": (50, "female", "flank", "hip_held_bent diabetes", {}),
    },
    "shingles": {
        "emergency_now": (70, "female", "mid_buttock", "blister_rash_strip urinary_retention", {}),
        "same_day": (70, "female", "mid_buttock", "blister_rash_strip", {}),
    },
    "axspa": {
        "same_day": (28, "male", "si_dimple", "red_painful_eye_now", {}),
        "routine": (28, "male", "si_dimple", "onset_before_45 heel_enthesis_pain nsaid_quick_relief", {}),
    },
    "pmr_gca": {
        "emergency_now": (74, "female", "trochanter", "vision_change_new", {}),
        "same_day": (74, "female", "trochanter", "scalp_or_jaw_pain", {}),
        "within_2_weeks": (74, "female", "trochanter", "shoulders_hips_stiff_both", {}),
    },
    "periprosthetic": {
        "emergency_now": (70, "male", "groin_crease", "hip_implant fall_or_knock", {}),
        "same_day": (70, "male", "trochanter", "hip_implant skin_sore_or_leaking_hip", {}),
        "within_2_weeks": (70, "male", "shin", "hip_implant implant_start_up_or_giving_way", {}),
    },
    "progressive_motor_deficit": {
        "same_day": (48, "male", "shin", "foot_drop", {}),
        "within_2_weeks": (48, "male", "shin", "leg_weakness_stable", {}),
    },
    "tendon_avulsion": {
        "same_day": (42, "male", "lower_buttock", "pop_at_onset cannot_bear_weight", {"duration_weeks": 1}),
        "within_2_weeks": (42, "male", "lower_buttock", "pop_at_onset", {"duration_weeks": 1}),
    },
    "necrotising_infection": {"emergency_now": (60, "male", "lower_buttock", "skin_pain_spreading_fast", {})},
    "mental_health_crisis": {
        "emergency_now": (50, "other", "groin_crease", "self_harm_plan", {}),
        "same_day": (50, "other", "groin_crease", "self_harm_thoughts", {}),
    },
}  # fmt: skip


def told(example: Told) -> Case:
    age, sex, marks, yes, other = example
    drawn = [mark.split("/") for mark in marks.split()]
    return new_case(
        person={"age": age, "sex": sex},
        marks=[{"zone": zone, "side": side[0] if side else "right"} for zone, *side in drawn],
        answers={**dict.fromkeys(yes.split(), "yes"), **other},
    )


def tier_of(flag: str, case: Case, knowledge: Knowledge = KNOWLEDGE) -> Tier:
    return next((rule.tier for rule in fired_rules(case, knowledge) if rule.flag == flag), "none_found")


@pytest.mark.parametrize(
    ("flag", "tier"), [(flag, tier) for flag, tiers in EXAMPLES.items() for tier in tiers]
)
def test_a_recognisable_case_raises_the_tier(flag: str, tier: Tier) -> None:
    assert tier_of(flag, told(EXAMPLES[flag][tier])) == tier


def test_every_tier_of_every_flag_has_an_example() -> None:
    raised = {flag.id: {rule.tier for rule in flag.rules} for flag in KNOWLEDGE.red_flags}
    assert {flag: set(tiers) for flag, tiers in EXAMPLES.items()} == raised


def test_no_published_flag_or_feature_was_lost() -> None:
    assert len(KNOWLEDGE.red_flags) >= 30
    assert sum(len(flag.features) for flag in KNOWLEDGE.red_flags) >= 165


RULES = [(flag, rule) for flag in KNOWLEDGE.red_flags for rule in flag.rules]


@pytest.mark.parametrize(
    ("flag", "rule"), RULES, ids=[f"{flag.id}-{at}" for at, (flag, _) in enumerate(RULES)]
)
def test_every_rule_can_fire(flag: RedFlag, rule: FlagRule) -> None:
    case = next(_cases_that_fire(flag, rule))
    features = {feature.id: feature.when for feature in flag.features}
    assert all(holds(features[name], case, KNOWLEDGE) for name in rule.all_of)
    assert TIERS.index(tier_of(flag.id, case)) >= TIERS.index(rule.tier)


def _cases_that_fire(flag: RedFlag, rule: FlagRule) -> Iterator[Case]:
    """The least that makes the rule hold, tried until no part contradicts another."""
    whole = rule_as_statement(flag, rule)
    for said in _ways((whole,), {}):
        case = new_case(
            person={"age": said.get(("age",)), "sex": said.get(("sex",))},
            answers={key[1]: value for key, value in said.items() if key[0] == "answer"},
            marks=[
                {"zone": key[1], "side": key[2], "kind": value}
                for key, value in said.items()
                if key[0] == "mark"
            ],
        )
        if holds(whole, case, KNOWLEDGE):
            yield case


Said = dict[tuple[str, ...], Any]
_AGES = (2, 6, 13, 16, 28, 40, 55, 62, 67, 72, 85)


def _ways(open_parts: tuple[When, ...], said: Said) -> Iterator[Said]:
    if not open_parts:
        yield said
        return
    when, rest = open_parts[0], open_parts[1:]
    groups = _groups(when)
    for group in groups:
        yield from _ways((*group, *rest), said)
    for more in () if groups else _leaf(when):
        if all(said.get(key, value) == value for key, value in more.items()):
            yield from _ways(rest, {**said, **more})


def _groups(when: When) -> list[tuple[When, ...]]:
    """The groups of parts of which one must hold whole; none for a statement without parts."""
    if when.at_least:
        of, n = when.at_least.of, when.at_least.n
        return [of[start : start + n] for start in range(len(of) - n + 1)]
    return [when.all_of] if when.all_of else [(part,) for part in when.any_of]


def _leaf(when: When) -> Iterator[Said]:
    if when.finding is not None:
        number = when.least if when.least is not None else when.most
        yield {("answer", when.finding): (*when.is_, "yes")[0] if number is None else number}
    elif when.sex is not None:
        yield {("sex",): when.sex}
    elif when.marked is not None:
        zone = when.marked.zones[0]
        sides = KNOWLEDGE.body.by_id[zone].sides[: 2 if when.marked.both_sides else 1]
        yield {("mark", zone, side): when.marked.kinds[0] for side in sides}
    else:
        least, below = when.age_least or 0, when.age_below or 200
        for age in _AGES:
            if least <= age < below:
                yield {("age",): age}
