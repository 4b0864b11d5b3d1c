"""What self-care lets through: nothing while help is urgent, nothing that a gate closes."""

from typing import Any

import pytest

from hipmap.model.case import new_case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.reasoning.assess import assess
from hipmap.reasoning.self_care import self_care_for
from hipmap.storage.library_files import read_library
from tests.reasoning.self_care_cases import NO_LOADING, assessed, case, closed, offered, plan_of

# Stretches and deep bends that a hip replacement closes.
HIP_STRETCHES = {
    "piriformis_stretch",
    "figure_four_stretch",
    "hip_flexor_stretch",
    "standing_hip_flexor_stretch",
    "standing_hamstring_stretch",
    "childs_pose",
    "seated_forward_bend",
    "knees_to_chest",
}
# What draws the thigh across the body and so presses on the outer hip.
ACROSS = {"piriformis_stretch", "figure_four_stretch"}


@pytest.fixture(scope="module")
def library(knowledge: Knowledge) -> Library:
    library, problems = read_library(knowledge)
    assert library is not None, problems
    return library


class TestUrgent:
    @pytest.mark.parametrize("tier", ["emergency_now", "same_day"])
    def test_everything_is_hidden_and_the_reason_is_said(
        self, tier: Tier, library: Library, knowledge: Knowledge
    ) -> None:
        urgent = assessed(knowledge, tier, hip_osteoarthritis=0.9)
        care = self_care_for(case(), urgent, library, knowledge)
        assert (care.state, care.because) == ("hidden", ("some_flag",))
        assert care.reason is not None
        assert "help" in care.reason.patient
        assert not care.plans
        assert not care.tips
        assert not care.stop_rules

    @pytest.mark.parametrize("tier", ["within_2_weeks", "routine", "none_found"])
    def test_lower_tiers_do_not_hide(self, tier: Tier, library: Library, knowledge: Knowledge) -> None:
        care = self_care_for(case(), assessed(knowledge, tier, facet_joint_pain=0.8), library, knowledge)
        assert care.state == "open"
        assert offered(care)

    def test_saddle_numbness_hides_a_whole_case(self, library: Library, knowledge: Knowledge) -> None:
        one = case(worse_bending_forward="yes", saddle_numbness="yes")
        care = self_care_for(one, assess(one, knowledge, ranges=False), library, knowledge)
        assert care.state == "hidden"
        assert "cauda_equina" in care.because
        assert not care.plans

    def test_unasked_safety_questions_are_named(self, library: Library, knowledge: Knowledge) -> None:
        one = case(worse_bending_forward="yes")
        care = self_care_for(one, assess(one, knowledge, ranges=False), library, knowledge)
        assert "saddle_numbness" in care.ask_first
        assert all(knowledge.finding_by_id[name].screening for name in care.ask_first)


class TestHeld:
    def test_likely_necrosis_holds_every_exercise(self, library: Library, knowledge: Knowledge) -> None:
        one = case(marks="groin_crease/right", steroid_use="yes", heavy_alcohol="yes", hip_imaging="necrosis")
        care = self_care_for(one, assess(one, knowledge, ranges=False), library, knowledge)
        assert care.state == "held"
        assert care.because[0] == "avascular_necrosis"
        assert care.plans[0].plan == "avn_stress_fracture_hold"
        assert not offered(care)
        assert care.reason is not None
        assert care.stop_rules

    def test_a_crack_to_be_looked_at_soon_holds_every_exercise(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        one = case(age=18, marks="trochanter/right", training_load_jump="yes", worse_running_or_jumping="yes")
        found = assess(one, knowledge, ranges=False)
        assert found.urgency.tier == "within_2_weeks"
        care = self_care_for(one, found, library, knowledge)
        assert (care.state, care.because[0]) == ("held", "femoral_neck_stress_fracture")
        assert not offered(care)

    @pytest.mark.parametrize("name", sorted(NO_LOADING))
    def test_from_the_threshold_of_the_condition_on(
        self, name: str, library: Library, knowledge: Knowledge
    ) -> None:
        alarm = knowledge.condition_by_id[name].tier_when_likely
        threshold = alarm.above if alarm else 0.25
        at = assessed(knowledge, **{name: threshold, "hip_osteoarthritis": 0.5})
        below = assessed(knowledge, **{name: min(threshold, 0.25) - 0.01, "hip_osteoarthritis": 0.5})
        assert self_care_for(case(), at, library, knowledge).because == (name,)
        assert self_care_for(case(), below, library, knowledge).state == "open"

    def test_several_below_their_thresholds_hold_together(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        few = {"avascular_necrosis": 0.12, "malignancy": 0.1, "hip_osteoarthritis": 0.5}
        care = self_care_for(case(), assessed(knowledge, **few), library, knowledge)
        assert care.state == "open"
        care = self_care_for(case(), assessed(knowledge, **few, spinal_infection=0.05), library, knowledge)
        assert care.state == "held"
        assert care.because[:2] == ("avascular_necrosis", "malignancy")


class TestGates:
    def test_a_hip_replacement_closes_the_stretches(self, library: Library, knowledge: Knowledge) -> None:
        gated = {one.id for one in library.exercises if "hip_replacement" in one.gates}
        assert gated >= HIP_STRETCHES
        likely = assessed(knowledge, deep_gluteal_syndrome=0.5, nonspecific_low_back_pain=0.4)
        care = self_care_for(case(hip_implant="yes"), likely, library, knowledge)
        assert not offered(care) & HIP_STRETCHES
        assert "hip_replacement" in closed(care)["piriformis_stretch"]

    def test_the_plan_for_a_new_hip_is_for_new_hips_only(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        likely = assessed(knowledge, hip_osteoarthritis=0.7)
        for answer, first in (("yes", "hip_replacement_care"), ("no", "hip_osteoarthritis_care")):
            care = self_care_for(case(hip_implant=answer), likely, library, knowledge)
            assert care.plans[0].plan == first
        assert plan_of(care, "hip_osteoarthritis_care").probability == 0.7
        care = self_care_for(case(), likely, library, knowledge)
        assert [plan.plan for plan in care.plans] == ["hip_osteoarthritis_care"]

    def test_outer_hip_pain_removes_stretches_across(self, library: Library, knowledge: Knowledge) -> None:
        likely = assessed(knowledge, deep_gluteal_syndrome=0.6)
        for one in (
            case(marks="trochanter/right"),
            case(trochanter_tender="yes"),
            case(worse_crossing_legs="yes", worse_lying_on_side="yes"),
        ):
            care = self_care_for(one, likely, library, knowledge)
            assert not offered(care) & ACROSS
            assert closed(care).keys() >= ACROSS
            assert "outer_hip_pain" in closed(care)["piriformis_stretch"]

    def test_likely_outer_hip_trouble_removes_them_unasked(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        likely = assessed(knowledge, deep_gluteal_syndrome=0.5, gluteal_tendinopathy=0.3)
        care = self_care_for(case(), likely, library, knowledge)
        assert not offered(care) & ACROSS
        less = assessed(knowledge, deep_gluteal_syndrome=0.5, gluteal_tendinopathy=0.2)
        assert offered(self_care_for(case(), less, library, knowledge)) >= ACROSS

    def test_an_unknown_gate_keeps_the_exercise_and_shows_the_caution(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        likely = assessed(knowledge, deep_gluteal_syndrome=0.6)

        def cautions(**answers: Any) -> tuple[str, ...]:
            care = self_care_for(case(**answers), likely, library, knowledge)
            found = plan_of(care, "deep_buttock_care").exercises
            return next(one.cautions for one in found if one.exercise == "piriformis_stretch")

        assert "hip_replacement" in cautions()
        assert "outer_hip_pain" in cautions()
        assert "hip_replacement" in cautions(hip_implant="unknown")
        assert "hip_replacement" not in cautions(hip_implant="no")
        # a man is not asked to mind a pregnancy
        assert "pregnancy_lying_flat" not in cautions()

    @pytest.mark.parametrize(
        "answers",
        [
            {"worse_running_or_jumping": "yes", "training_load_jump": "yes"},
            {"fulcrum_test": "yes"},
            {"steroid_course_strong": "yes"},
        ],
    )
    def test_a_bone_that_may_be_cracked_is_not_loaded(
        self, answers: dict[str, Any], library: Library, knowledge: Knowledge
    ) -> None:
        one = assessed(knowledge, gluteal_tendinopathy=0.6)
        care = self_care_for(case(marks="groin_crease/right", **answers), one, library, knowledge)
        assert "bone_check_first" in closed(care)["step_up"]

    @pytest.mark.parametrize(
        ("answers", "likely", "gone"),
        [
            ({"worse_bending_forward": "yes"}, "lumbar_stenosis", {"seated_forward_bend", "knees_to_chest"}),
            ({"worse_leaning_back": "yes"}, "radiculopathy_l5", {"prone_press_up"}),
            ({"worse_squatting": "yes"}, "fai_labral", {"functional_squat"}),
            ({"osteoporosis_known": "yes"}, "adductor_related_groin", {"sit_up"}),
            ({"impact_pain_building": "yes"}, "gluteal_tendinopathy", {"step_up", "single_leg_bridge"}),
            ({"groin_lump": "yes"}, "adductor_related_groin", {"sit_up", "side_plank_adductor"}),
            ({"leg_gives_way": "yes"}, "hip_osteoarthritis", {"single_leg_balance", "step_up"}),
            ({"heel_on_chair_stretch": "yes"}, "nonspecific_low_back_pain", {"standing_hamstring_stretch"}),
        ],
    )
    def test_each_answer_takes_out_what_it_forbids(
        self, answers: dict[str, Any], likely: str, gone: set[str], library: Library, knowledge: Knowledge
    ) -> None:
        one = assessed(knowledge, **{likely: 0.6})
        assert not offered(self_care_for(case(**answers), one, library, knowledge)) & gone
        no: dict[str, Any] = dict.fromkeys(answers, "no")
        closed_by_no = closed(self_care_for(case(**no), one, library, knowledge))
        # what a likely condition forbids stays out although nobody asked
        assert {gate for name in gone for gate in closed_by_no.get(name, ())} <= {"groin_pinch"}

    def test_pregnancy_closes_lying_flat(self, library: Library, knowledge: Knowledge) -> None:
        one = case(age=30, sex="female", pregnant_or_recent_birth="yes")
        care = self_care_for(one, assessed(knowledge, sacroiliac_joint_pain=0.6), library, knowledge)
        assert care.plans[0].plan == "pelvic_girdle_pregnancy_care"
        assert "hip_bridge" not in offered(care)
        assert "pelvic_floor_squeeze" in offered(care)

    def test_a_gate_of_the_plan_closes_all_its_exercises(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        for one in (case(age=14), case(hip_injection_or_surgery="yes")):
            care = self_care_for(one, assessed(knowledge, fai_labral=0.7), library, knowledge)
            assert care.plans
            assert not offered(care)
            assert closed(care)


class TestChoice:
    def test_best_first_at_most_three_and_none_below_the_least(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        many = assessed(
            knowledge, hip_osteoarthritis=0.2, gluteal_tendinopathy=0.6, facet_joint_pain=0.3,
            sacroiliac_joint_pain=0.25, fai_labral=0.14,
        )  # fmt: skip
        care = self_care_for(case(), many, library, knowledge)
        assert [plan.plan for plan in care.plans] == ["outer_hip_care", "facet_care", "pelvic_joint_care"]

    def test_an_origin_calls_for_its_plan_only_where_no_condition_does(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        spread = assessed(knowledge, radiculopathy_l4=0.1, radiculopathy_l5=0.12)
        care = self_care_for(case(), spread, library, knowledge)
        assert [(plan.plan, plan.target) for plan in care.plans] == [("nerve_root_care", "lumbar_radicular")]
        clear = assessed(knowledge, fai_labral=0.6, hip_osteoarthritis=0.1)
        care = self_care_for(case(), clear, library, knowledge)
        assert [plan.plan for plan in care.plans] == ["hip_impingement_care"]

    def test_nothing_is_offered_before_anything_is_known(
        self, library: Library, knowledge: Knowledge
    ) -> None:
        empty = new_case()
        care = self_care_for(empty, assess(empty, knowledge, ranges=False), library, knowledge)
        assert care.state == "too_early"
        assert not care.plans

    def test_stop_rules_and_tips_of_what_is_shown(self, library: Library, knowledge: Knowledge) -> None:
        care = self_care_for(case(), assessed(knowledge, gluteal_tendinopathy=0.7), library, knowledge)
        assert "outer_hip_sudden_weakness" in care.stop_rules
        assert "nerve_or_bladder" in care.stop_rules
        assert "uncross_legs" in care.tips
        assert "break_up_sitting" in care.tips
        assert "lean_on_a_trolley" not in care.tips
