"""How red flags behave: what alarms and what does not, what unknown means, and what was not asked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipmap.model.case import Case, new_case
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.red_flags import When
from hipmap.reasoning.red_flags import contradicted, fired_rules, highest_tier, holds, not_asked
from tests.case_builders import own_knowledge
from tests.reasoning.rule_statements import rule_as_statement

KNOWLEDGE = own_knowledge()
YES_NO = sorted(f.id for f in KNOWLEDGE.findings if f.answer == "yes_no" and f.kind == "safety")


URGENT_RULES = [
    rule_as_statement(flag, rule)
    for flag in KNOWLEDGE.red_flags
    for rule in flag.rules
    if rule.tier in ("emergency_now", "same_day")
]


def case(age: float | None = None, sex: str | None = None, marks: str = "", **answers: Any) -> Case:
    """A case with pain marked at `zone/side`, or with `kind:` before it."""
    drawn = []
    for mark in marks.split():
        kind, _, place = mark.rpartition(":")
        zone, side = place.split("/")
        drawn.append({"zone": zone, "side": side, "kind": kind or "pain"})
    return new_case(person={"age": age, "sex": sex}, marks=drawn, answers=answers)


def tier(one: Case) -> Tier:
    return highest_tier(fired_rules(one, KNOWLEDGE))


def rank(one: Case) -> int:
    return TIERS.index(tier(one))


def flags(one: Case) -> dict[str, Tier]:
    return {rule.flag: rule.tier for rule in fired_rules(one, KNOWLEDGE)}


# ---------------------------------------------------------------- what a clinician would expect
def test_new_saddle_numbness_is_an_emergency_by_answer_and_by_mark() -> None:
    assert flags(case(saddle_numbness="yes"))["cauda_equina"] == "emergency_now"
    drawn = case(marks="numb:saddle/midline calf/right")
    assert flags(drawn)["cauda_equina"] == "emergency_now"
    assert "saddle_numbness" in fired_rules(drawn, KNOWLEDGE)[0].findings


def test_a_mark_in_the_saddle_is_not_silenced_by_a_no_and_the_conflict_is_named() -> None:
    both = case(marks="numb:genital_perineal/midline", saddle_numbness="no")
    assert tier(both) == "emergency_now"
    assert contradicted(both, KNOWLEDGE) == ("saddle_numbness",)
    assert contradicted(case(marks="numb:calf/right", saddle_numbness="no"), KNOWLEDGE) == ()


def test_age_night_pain_or_duration_alone_never_alarm() -> None:
    for alone in (
        case(age=88, sex="female"),
        case(age=70, night_pain_unrelieved="yes"),
        case(age=15, night_pain_unrelieved="yes"),
        case(age=50, duration_weeks=500, treatment_no_lasting_help="no"),
        case(age=75, sex="female", marks="groin_crease/right", duration_weeks=300),
    ):
        assert tier(alone) == "none_found"


def test_three_weak_items_ask_for_routine_blood_tests_only() -> None:
    weak = case(age=58, night_pain_unrelieved="yes", pain_constant_no_relief="yes")
    assert flags(weak) == {"malignancy": "routine"}


def test_long_standing_walking_pain_in_both_legs_at_seventy_is_no_emergency() -> None:
    stenosis = case(
        age=70, sex="male", marks="calf/right calf/left", walking_brings_leg_pain="yes", duration_weeks=150,
        both_legs_pain_new="no", both_legs_weak_numb="no", bladder_trouble_longstanding="yes",
    )  # fmt: skip
    assert tier(stenosis) == "none_found"
    assert tier(case(age=70, marks="calf/right foot_top/left", duration_weeks=3)) == "same_day"


def test_new_pain_in_both_legs_with_absent_ankle_jerks_is_an_emergency() -> None:
    assert tier(case(both_legs_pain_new="yes")) == "same_day"
    assert tier(case(ankle_reflex="absent_both")) == "none_found"
    assert tier(case(both_legs_pain_new="yes", ankle_reflex="absent_both")) == "emergency_now"


def test_an_old_leak_is_no_emergency_but_a_new_one_is() -> None:
    assert tier(case(bladder_trouble_longstanding="yes", bladder_change="no")) == "none_found"
    assert tier(case(bladder_trouble_longstanding="yes", bladder_change="yes")) == "emergency_now"


def test_diabetes_with_ordinary_pain_or_with_sciatica_is_not_called_an_infection() -> None:
    assert "spinal_infection" not in flags(case(diabetes="yes", foot_drop="yes"))
    assert tier(case(diabetes="yes", feels_unwell="no")) == "none_found"
    constant: dict[str, Any] = {"pain_constant_no_relief": "yes", "pain_worsening_steadily": "yes"}
    assert flags(case(diabetes="yes", **constant))["spinal_infection"] == "same_day"


def test_a_slipped_epiphysis_at_sixteen_is_not_missed_after_a_small_fall() -> None:
    assert flags(case(age=16, marks="groin_crease/left", fall_or_knock="yes"))["child_hip"] == "same_day"
    assert "child_hip" not in flags(case(age=17, marks="groin_crease/left", fall_or_knock="yes"))


def test_low_blood_pressure_is_an_emergency_wherever_it_hurts() -> None:
    assert tier(case(age=30, marks="mid_buttock/right", abnormal_vital_signs="yes")) == "emergency_now"


def test_signs_in_a_hand_after_cancer_are_seen_the_same_day() -> None:
    mimic: dict[str, Any] = {"hand_or_arm_weakness_new": "yes"}
    assert flags(case(age=60, cancer_ever="yes", **mimic))["malignancy"] == "same_day"
    assert flags(case(age=40, **mimic))["malignancy"] == "within_2_weeks"


def test_heavy_bleeding_counts_by_its_option() -> None:
    assert tier(case(pregnancy_possible="yes", vaginal_bleeding="heavy")) == "emergency_now"
    assert tier(case(pregnancy_possible="yes", vaginal_bleeding="none")) == "same_day"
    assert tier(case(vaginal_bleeding="none")) == "none_found"


@pytest.mark.parametrize(
    "zone", ["groin_crease", "inner_groin", "trochanter", "anterior_thigh_upper", "posterior_thigh_upper"]
)
def test_a_hip_that_bears_no_weight_needs_no_fall_to_be_seen_the_same_day(zone: str) -> None:
    hip: dict[str, Any] = {"age": 45, "marks": f"{zone}/right", "cannot_bear_weight": "yes"}
    assert flags(case(**hip)) == {"hip_fracture": "same_day", "septic_arthritis_adult": "same_day"}
    for more in ("feels_unwell", "fever_or_chills", "recent_infection", "injecting_drugs"):
        assert flags(case(**(hip | {more: "yes"})))["septic_arthritis_adult"] == "emergency_now"
    assert tier(case(age=45, marks="mid_buttock/right", cannot_bear_weight="yes")) == "none_found"


@pytest.mark.parametrize("zone", ["calf", "medial_thigh"])
def test_numbness_drawn_in_both_legs_is_never_passed_over(zone: str) -> None:
    marks = f"lumbar_midline/midline numb:{zone}/right numb:{zone}/left"
    assert flags(case(age=45, marks=marks)) == {"cauda_equina": "same_day"}
    asked = not_asked(case(age=45, marks=marks), KNOWLEDGE)
    assert {"duration_weeks", "both_legs_weak_numb", "change_last_14_days"} <= set(asked)
    assert tier(case(age=45, marks=marks, duration_weeks=3)) == "emergency_now"
    assert tier(case(age=45, marks=marks, duration_weeks=150)) == "same_day"
    assert tier(case(age=45, marks=marks, duration_weeks=150, change_last_14_days="yes")) == "emergency_now"
    one_leg = case(age=45, marks=f"lumbar_midline/midline numb:{zone}/right", duration_weeks=3)
    assert tier(one_leg) == "none_found"


def test_pain_drawn_in_both_legs_without_a_duration_asks_for_it() -> None:
    both = "lumbar_midline/midline calf/right calf/left"
    assert "duration_weeks" in not_asked(case(age=45, marks=both), KNOWLEDGE)
    assert "duration_weeks" not in not_asked(case(age=45, marks=both, duration_weeks=200), KNOWLEDGE)
    assert "duration_weeks" not in not_asked(case(age=45, marks="calf/right"), KNOWLEDGE)


def test_fever_with_groin_pain_is_a_hip_and_not_a_kidney() -> None:
    fever = flags(case(age=40, marks="groin_crease/right", fever_or_chills="yes"))
    assert fever == {"septic_arthritis_adult": "same_day", "spinal_infection": "same_day"}
    assert "septic_arthritis_adult" not in flags(
        case(age=40, marks="lumbar_midline/midline", fever_or_chills="yes")
    )
    for kidney in (
        case(age=40, marks="flank/right", fever_or_chills="yes"),
        case(age=40, marks="groin_crease/right", fever_or_chills="yes", urine_burning="yes"),
        case(age=40, marks="groin_crease/right", fever_or_chills="yes", blood_in_urine="yes"),
    ):
        assert flags(kidney)["renal"] == "same_day"


def test_weak_bone_with_hip_pain_alone_is_no_cracked_back_bone() -> None:
    assert flags(case(age=50, marks="trochanter/right", steroid_use="yes")) == {}
    assert flags(case(age=50, marks="groin_crease/right", steroid_use="yes")) == {
        "avascular_necrosis": "within_2_weeks"
    }
    assert flags(case(age=75, marks="groin_crease/right", osteoporosis_known="yes")) == {}
    for spine in ("lumbar_midline/midline", "lumbar_paraspinal/left", "upper_back/midline", "flank/left"):
        assert flags(case(age=50, marks=spine, steroid_use="yes"))["vertebral_fracture"] == "within_2_weeks"
    told: dict[str, Any] = {"steroid_use": "yes", "height_loss_or_stoop": "yes"}
    assert "vertebral_fracture" in flags(case(age=50, **told))


def test_constant_pain_with_a_way_in_for_germs_is_seen_soon_until_worsening_is_asked() -> None:
    risk: dict[str, Any] = {"marks": "lumbar_midline/midline", "injecting_drugs": "yes"}
    one = case(age=35, **risk, pain_constant_no_relief="yes")
    assert flags(one) == {"spinal_infection": "within_2_weeks"}
    assert "pain_worsening_steadily" in not_asked(one, KNOWLEDGE)
    worse = case(age=35, **risk, pain_constant_no_relief="yes", pain_worsening_steadily="yes")
    assert flags(worse)["spinal_infection"] == "same_day"


# what raised the tier must not be told again as something that may still come
REPEATED = {
    "cauda_equina/emergency_now": ("if your legs are weak",),
    "cauda_equina/same_day": ("both legs go",),
    "hip_fracture/same_day": ("still cannot walk",),
    "femoral_neck_stress_fracture/same_day": ("if walking hurts",),
    "malignancy/same_day": ("if the hip", "if a hand"),
    "septic_arthritis_adult/same_day": ("if you get a fever", "feel ill"),
    "child_hip/same_day": ("a fever, looking ill or not walking",),
    "groin_hernia/same_day": ("if you vomit",),
    "ectopic_pregnancy/same_day": ("or you bleed heavily",),
    "ovarian_gynae/same_day": ("turns very bad",),
    "renal/same_day": ("if you get a fever", "cannot bear the pain"),
    "renal/within_2_weeks": ("if it burns",),
}


@pytest.mark.parametrize(("place", "phrases"), REPEATED.items(), ids=list(REPEATED))
def test_no_action_tells_its_own_trigger_as_a_future_condition(place: str, phrases: tuple[str, ...]) -> None:
    flag_id, at = place.split("/")
    flag = next(flag for flag in KNOWLEDGE.red_flags if flag.id == flag_id)
    text = next(advice.patient for t, advice in flag.actions.items() if t == at).lower()
    assert not [phrase for phrase in phrases if phrase in text]


# ---------------------------------------------------------------- true, false and unknown
def test_statements_have_three_values() -> None:
    fever, age = When(finding="fever_or_chills"), When(age_least=60)
    assert holds(fever, case(), KNOWLEDGE) is None
    assert holds(fever, case(fever_or_chills="unknown"), KNOWLEDGE) is None
    assert holds(fever, case(fever_or_chills="no"), KNOWLEDGE) is False
    assert holds(age, case(), KNOWLEDGE) is None
    assert holds(When(all_of=(fever, age)), case(age=40), KNOWLEDGE) is False
    assert holds(When(any_of=(fever, age)), case(age=70), KNOWLEDGE) is True
    assert holds(When(any_of=(fever, age)), case(age=40), KNOWLEDGE) is None


def test_numbers_compare_and_options_match() -> None:
    residual = When(finding="post_void_residual_ml", least=200)
    assert holds(residual, case(post_void_residual_ml=200), KNOWLEDGE) is True
    assert holds(residual, case(post_void_residual_ml=199.9), KNOWLEDGE) is False
    assert holds(residual, case(post_void_residual_ml="unknown"), KNOWLEDGE) is None
    reflex = When.model_validate({"finding": "ankle_reflex", "is": ("absent_both",)})
    assert holds(reflex, case(ankle_reflex="reduced"), KNOWLEDGE) is False


def test_pain_not_drawn_beside_drawn_pain_is_absent_but_numbness_not_drawn_is_unknown() -> None:
    groin = When.model_validate({"marked": {"zones": ("groin_crease",)}})
    numb = When.model_validate({"marked": {"zones": ("saddle",), "kinds": ("numb",)}})
    assert holds(groin, case(), KNOWLEDGE) is None
    assert holds(groin, case(marks="calf/right"), KNOWLEDGE) is False
    assert holds(groin, case(marks="groin_crease/left"), KNOWLEDGE) is True
    assert holds(numb, case(marks="calf/right"), KNOWLEDGE) is None


answers = st.dictionaries(st.sampled_from(YES_NO), st.sampled_from(["yes", "no", "unknown"]), max_size=12)
ages = st.none() | st.integers(0, 100)
sexes = st.sampled_from([None, "female", "male", "other"])


@given(answers, ages, sexes)
def test_unknown_never_counts_as_no_and_never_fires(
    said: dict[str, str], age: int | None, sex: str | None
) -> None:
    without = {finding: value for finding, value in said.items() if value != "unknown"}
    one, other = case(age, sex, **said), case(age, sex, **without)
    assert fired_rules(one, KNOWLEDGE) == fired_rules(other, KNOWLEDGE)
    assert tier(case(age, sex, **dict.fromkeys(said, "unknown"))) == "none_found"


@given(answers, ages, sexes, st.sampled_from(YES_NO))
def test_a_further_yes_never_lowers_the_tier(
    said: dict[str, str], age: int | None, sex: str | None, more: str
) -> None:
    assert rank(case(age, sex, **{**said, more: "yes"})) >= rank(case(age, sex, **said))


@given(answers, ages, st.randoms(use_true_random=False))
def test_the_order_of_answers_is_irrelevant(said: dict[str, str], age: int | None, chance: Any) -> None:
    shuffled = list(said.items())
    chance.shuffle(shuffled)
    one, other = case(age, **said), case(age, **dict(shuffled))
    assert fired_rules(one, KNOWLEDGE) == fired_rules(other, KNOWLEDGE)
    assert not_asked(one, KNOWLEDGE) == not_asked(other, KNOWLEDGE)


@given(answers, ages, sexes)
def test_each_flag_fires_once_highest_first_and_names_what_was_answered_yes(
    said: dict[str, str], age: int | None, sex: str | None
) -> None:
    fired = fired_rules(case(age, sex, **said), KNOWLEDGE)
    assert len({rule.flag for rule in fired}) == len(fired)
    ranks = [TIERS.index(rule.tier) for rule in fired]
    assert ranks == sorted(ranks, reverse=True)
    for rule in fired:
        assert rule.features
        assert len(set(rule.findings)) == len(rule.findings)
        assert all(said[finding] == "yes" for finding in rule.findings)


# ---------------------------------------------------------------- what was not asked
def urgent_rules_that_hold(one: Case) -> int:
    return sum(holds(rule, one, KNOWLEDGE) is True for rule in URGENT_RULES)


@given(answers, st.integers(0, 100), st.sampled_from(["female", "male"]), st.data())
def test_what_is_listed_as_not_asked_would_make_a_further_rule_hold(
    said: dict[str, str], age: int, sex: str, data: st.DataObject
) -> None:
    # marks were not given, so they must not stand in the way of a question
    drawn = "groin_crease/right lower_abdomen/right flank/left knee_front/right upper_back/right calf/left"
    listed = [f for f in not_asked(case(age, sex, **said), KNOWLEDGE) if f in YES_NO]
    assert not set(listed) & set(said)
    finding = data.draw(st.sampled_from(listed)) if listed else None
    if finding is not None:
        before, after = case(age, sex, drawn, **said), case(age, sex, drawn, **{**said, finding: "yes"})
        assert urgent_rules_that_hold(after) > urgent_rules_that_hold(before)


@given(answers, st.integers(0, 100), st.sampled_from(YES_NO))
def test_no_question_that_would_raise_the_tier_is_left_off_the_list(
    said: dict[str, str], age: int, finding: str
) -> None:
    before, after = case(age, "other", **said), case(age, "other", **{**said, finding: "yes"})
    if finding not in said and rank(after) > max(rank(before), TIERS.index("within_2_weeks")):
        gated = finding.startswith(("pregnancy", "vaginal"))
        assert gated or finding in not_asked(before, KNOWLEDGE)


def test_emergencies_come_before_same_day_and_each_once() -> None:
    listed = not_asked(case(age=45, sex="male"), KNOWLEDGE)
    assert len(set(listed)) == len(listed)
    assert listed[0] == "saddle_numbness"
    assert listed.index("collapse_with_pain") < listed.index("fever_or_chills")


def test_age_and_sex_that_exclude_leave_a_question_out() -> None:
    man, woman = case(age=30, sex="male"), case(age=30, sex="female")
    assert "pregnancy_possible" not in not_asked(man, KNOWLEDGE)
    assert "testicle_pain_sudden" in not_asked(man, KNOWLEDGE)
    assert "testicle_pain_sudden" not in not_asked(woman, KNOWLEDGE)
    assert "pregnancy_possible" in not_asked(woman, KNOWLEDGE)
    assert "pregnancy_possible" not in not_asked(case(age=75, sex="female"), KNOWLEDGE)
    assert "vision_change_new" not in not_asked(man, KNOWLEDGE)
    assert {"testicle_pain_sudden", "pregnancy_possible"} <= set(not_asked(case(), KNOWLEDGE))


def test_answered_unknown_is_not_listed_as_not_asked() -> None:
    assert "fever_or_chills" not in not_asked(case(age=40, fever_or_chills="unknown"), KNOWLEDGE)


def test_what_is_known_brings_the_fitting_question_up() -> None:
    back: dict[str, Any] = {"age": 40, "sex": "male", "marks": "lumbar_midline/midline"}
    assert "cannot_bear_weight" not in not_asked(case(**back), KNOWLEDGE)
    assert "cannot_bear_weight" in not_asked(case(**back, fall_or_knock="yes"), KNOWLEDGE)
    assert "cannot_bear_weight" in not_asked(case(age=40, sex="male", marks="groin_crease/left"), KNOWLEDGE)


def test_a_mark_answers_the_question() -> None:
    assert "saddle_numbness" not in not_asked(case(marks="numb:saddle/midline"), KNOWLEDGE)


@pytest.mark.parametrize("flag", KNOWLEDGE.red_flags, ids=lambda flag: flag.id)
def test_no_text_names_a_fixed_emergency_number(flag: Any) -> None:
    text = " ".join(advice.patient + advice.clinician for advice in flag.actions.values())
    assert not any(number in text.split() for number in ("999", "112", "911", "111"))


def test_old_unchanged_numbness_of_both_legs_is_cleared_only_by_answers() -> None:
    """A long-standing stenosis with numb feet is not sent in the same day once everything was asked."""
    numb = "numb:calf/right numb:calf/left"
    asked: dict[str, Any] = {
        "duration_weeks": 52, "change_last_14_days": "no", "saddle_numbness": "no", "bladder_change": "no",
        "bowel_change": "no",
    }  # fmt: skip
    assert flags(case(marks=numb)).get("cauda_equina") == "same_day"
    assert "cauda_equina" not in flags(case(marks=numb, **asked))
    for name in asked:
        assert flags(case(marks=numb, **{**asked, name: "unknown"}))["cauda_equina"] == "same_day", name
    assert flags(case(marks=numb, **{**asked, "bladder_change": "yes"}))["cauda_equina"] == "emergency_now"
    assert flags(case(marks=numb, **{**asked, "duration_weeks": 3}))["cauda_equina"] == "emergency_now"
