"""What is proposed next tells what it promises, is safe, fits the person and is not known yet."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipmap.model.assessment import NextFinding
from hipmap.model.case import Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.excluded_answers import excluded_questions
from hipmap.reasoning.expected_information import LEAST_COUNTED
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.network import Network, network_of
from hipmap.reasoning.next_findings import next_findings
from hipmap.reasoning.outcome_lifts import lifts_of
from tests.case_builders import own_knowledge
from tests.reasoning.known_cases import ALL, STENOSIS, mark, on_right
from tests.reasoning.random_cases import cases, random_case
from tests.reasoning.really_answered import bits_by_answering, inferred

KNOWLEDGE = own_knowledge()
NETWORK = network_of(KNOWLEDGE)
CASES = cases(KNOWLEDGE)
# Bits are given with six digits.
ROUNDING = 1.5e-6
PHYSICAL = ("movement", "examination")


def proposals(case: Case, network: Network = NETWORK) -> tuple[NextFinding, ...]:
    knowledge = network.knowledge
    told = assess(case, knowledge, ranges=False)
    chances = {one.id: one.probability for one in (*told.origins, *told.conditions)}
    facts = facts_of(case, knowledge)
    return next_findings(network, case, facts, inferred(network, case), told.urgency.tier, chances)


def names(case: Case) -> list[str]:
    return [one.finding for one in proposals(case)]


def first_names(case: Case, kinds: tuple[str, ...], count: int) -> list[str]:
    """The first proposals of some kinds."""
    return [name for name in names(case) if KNOWLEDGE.finding_by_id[name].kind in kinds][:count]


# ---- how much


def test_the_sparse_figures_are_those_of_the_inference() -> None:
    for name, outcomes in lifts_of(NETWORK).items():
        for number, outcome in enumerate(outcomes):
            figures = [outcome.background] * len(NETWORK.hypotheses.each)
            for at, p in zip(outcome.members.numbers, outcome.p, strict=True):
                figures[at] = p
            column = NETWORK.findings[name].column((number,)).log_p
            assert figures == pytest.approx([math.exp(value) for value in column], abs=1e-12), name


@pytest.mark.parametrize("seed", range(50))
def test_bits_are_those_found_by_really_answering(seed: int) -> None:
    chance = random.Random(seed)
    case = random_case(KNOWLEDGE, chance)
    found = proposals(case)
    grouped = {name for name in inferred(NETWORK, case).groups}
    beside = [one for one in found if KNOWLEDGE.finding_by_id[one.finding].group in grouped]
    chosen = [*chance.sample(beside, min(5, len(beside))), *chance.sample(found, min(5, len(found)))]
    for one in chosen:
        finding = KNOWLEDGE.finding_by_id[one.finding]
        assert one.bits == pytest.approx(bits_by_answering(NETWORK, case, finding), abs=ROUNDING)


@pytest.mark.parametrize("name", ["hip_joint", "mixed_signs", "stenosis"])
def test_nothing_that_would_tell_much_is_left_out_unless_it_is_withheld(name: str) -> None:
    case = ALL[name]
    proposed, groups = set(names(case)), inferred(NETWORK, case).groups
    held = {test for row in KNOWLEDGE.unsafe_tests for test in row.tests}
    held |= excluded_questions(case, KNOWLEDGE)
    for finding in KNOWLEDGE.findings:
        known = finding.id in case.answers or finding.id in facts_of(case, KNOWLEDGE).answers
        if known or not finding.cells or finding.screening or finding.id in proposed | held:
            continue
        beside = groups.get(finding.group or "")
        saturated = beside is not None and 0.5 ** len(beside.items) < LEAST_COUNTED
        redone = any(member in case.answers for member in finding.replaces)
        if finding.kind != "imaging" and not saturated and not redone:
            assert bits_by_answering(NETWORK, case, finding) < 0.002 + ROUNDING, finding.id


def test_a_group_with_four_strong_answers_is_saturated() -> None:
    answers = {
        "seated_hip_rotation": on_right("groin"),
        "fadir": on_right("groin"),
        "hip_rotation_pain": on_right("groin"),
        "log_roll_pain": on_right("yes"),
    }
    full = new_case(marks=[mark("groin_crease")], answers=answers)
    assert "knee_to_chest_pain" in names(new_case(marks=[mark("groin_crease")]))
    assert "walk_feet_turned_in" in names(new_case(marks=[mark("groin_crease")]))
    assert "walk_feet_turned_in" not in names(full)


# ---- what never


@settings(max_examples=60)
@given(CASES, st.sampled_from(("home", "primary")))
def test_never_what_is_known_replaced_withheld_or_not_for_them(case: Case, setting: str) -> None:
    case = case.model_copy(update={"setting": setting})
    facts = facts_of(case, KNOWLEDGE)
    replaced = {other for name in facts.answers for other in KNOWLEDGE.finding_by_id[name].replaces}
    for one in proposals(case):
        finding = KNOWLEDGE.finding_by_id[one.finding]
        assert finding.id not in case.answers
        assert finding.id not in facts.answers
        assert finding.id not in replaced
        assert not finding.screening
        assert finding.kind != "imaging"
        assert setting != "home" or finding.who != "clinician"
        assert not (case.person.sex == "male" and finding.id == "pain_follows_periods")
        assert not any(member in facts.answers for member in finding.replaces)
        assert one.bits > 0
        assert len(set(one.separates)) == 2


LOADED = (
    "single_leg_hop",
    "squat",
    "single_leg_stance",
    "fulcrum_test",
    "walk_feet_turned_in",
    "trendelenburg",
)
DANGERS = ("cannot_bear_weight", "impact_pain_building", "fall_or_knock", "weight_bearing_pain_new")


@settings(max_examples=40)
@given(CASES, st.sampled_from(DANGERS))
def test_never_a_loaded_test_while_the_bone_may_be_hurt(case: Case, danger: str) -> None:
    hurt = case.model_copy(update={"answers": {**case.answers, **new_case(answers={danger: "yes"}).answers}})
    assert set(names(hurt)).isdisjoint(LOADED)


@settings(max_examples=40)
@given(CASES)
def test_never_a_hop_while_a_stress_fracture_or_fracture_is_in_question(case: Case) -> None:
    chances = {one.id: one.probability for one in assess(case, KNOWLEDGE, ranges=False).conditions}
    likely = max(chances["femoral_neck_stress_fracture"], chances["hip_fracture"])
    if likely >= 0.05 + 1e-6:
        assert set(names(case)).isdisjoint(LOADED)


GROIN = {"marks": [mark("groin_crease", worst=True)], "person": {"age": 40, "sex": "female"}}
BACK = {"marks": [mark("lumbar_midline", "midline", worst=True), mark("mid_buttock")], "person": {"age": 60}}


@pytest.mark.parametrize(
    ("fields", "answer", "never"),
    [
        (GROIN, "impact_pain_building", "squat"),
        (GROIN, "hip_implant", "fadir"),
        (GROIN, "hip_implant", "knee_to_chest_pain"),
        (GROIN, "pregnant_or_recent_birth", "internal_rotation_limited_hip_straight"),
        (GROIN, "leg_gives_way", "walk_feet_turned_in"),
        (GROIN, "leg_short_or_turned", "hip_rotation_pain"),
        (BACK, "sudden_midline_back_pain", "extension_rotation_pain"),
        (BACK, "sudden_midline_back_pain", "lumbar_movement"),
    ],
)
def test_an_answer_that_makes_a_test_unsafe_takes_it_off_the_list(
    fields: dict[str, object], answer: str, never: str
) -> None:
    assert never in names(new_case(**fields))
    assert never not in names(new_case(**fields, answers={answer: "yes"}))


def test_an_answered_no_takes_nothing_off_the_list() -> None:
    answers = {name: "no" for name in ("hip_implant", "impact_pain_building", "fall_or_knock")}
    assert {"squat", "fadir", "knee_to_chest_pain"} <= set(names(new_case(**GROIN, answers=answers)))


def test_while_an_emergency_stands_only_safety_questions_are_proposed() -> None:
    case = new_case(**BACK, answers={"saddle_numbness": "yes", "bladder_change": "yes"})
    assert assess(case, KNOWLEDGE).urgency.tier == "emergency_now"
    found = names(case)
    assert found
    assert {KNOWLEDGE.finding_by_id[name].kind for name in found} == {"safety"}


def test_a_child_with_a_sore_hip_is_not_asked_to_hop_or_squat() -> None:
    child = new_case(person={"age": 12}, marks=[mark("groin_crease")])
    assert set(names(child)).isdisjoint({*LOADED, "fadir"})


def test_what_the_map_says_is_not_asked() -> None:
    leg = new_case(marks=[mark("lumbar_midline", "midline"), mark("calf")])
    back = new_case(marks=[mark("lumbar_midline", "midline")])
    assert "leg_pain_worse_than_back" in names(leg)
    assert "leg_pain_worse_than_back" not in names(back)
    assert "numbness_or_tingling" in names(leg)
    assert "numbness_or_tingling" not in names(new_case(marks=[mark("calf"), mark("calf", kind="numb")]))


def test_a_cluster_is_not_proposed_once_a_member_is_answered() -> None:
    assert "nclass_score" not in names(STENOSIS)
    right = [mark("mid_buttock"), mark("calf")]
    assert "nclass_score" in names(new_case(marks=right, person={"age": 72}))
    # pain drawn on both sides is a member too
    assert "nclass_score" not in names(new_case(marks=STENOSIS.marks, person={"age": 72}))


# ---- the same for the same, and sense


@settings(max_examples=20)
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_marks_and_answers_never_matters(case: Case, chance: random.Random) -> None:
    marks, answers = list(case.marks), list(case.answers.items())
    chance.shuffle(marks)
    chance.shuffle(answers)
    turned = case.model_copy(update={"marks": tuple(marks), "answers": dict(answers)})
    assert proposals(case) == proposals(turned)


TEXTBOOK = {
    "groin_at_66": (
        new_case(setting="primary", person={"age": 66}, marks=[mark("groin_crease", worst=True)]),
        ["hip_feels_stiff"], "seated_hip_rotation", "hip_joint",
    ),
    "thigh_at_68": (
        new_case(person={"age": 68}, marks=[mark("anterior_thigh_upper", worst=True), mark("knee_front")]),
        ["hip_feels_stiff"], "seated_hip_rotation", "hip_joint",
    ),
    "outer_hip_at_55": (
        new_case(person={"age": 55, "sex": "female"}, marks=[mark("trochanter", worst=True)]),
        ["worse_dressing_leg"], "seated_hip_rotation", "lateral_hip",
    ),
    "buttock_to_calf": (
        new_case(
            person={"age": 42},
            marks=[mark("mid_buttock"), mark("posterior_thigh_upper"), mark("calf", worst=True)],
        ),
        ["leg_pain_worse_than_back"], "lumbar_movement", "lumbar_radicular",
    ),
    "both_legs_at_72": (
        new_case(
            person={"age": 72},
            marks=[mark(zone, side) for zone in ("mid_buttock", "calf") for side in ("right", "left")],
            answers={"worse_walking": "yes"},
        ),
        ["eased_by_sitting", "eased_by_bending_forward"], "knee_to_chest_pain", "lumbar_stenosis",
    ),
    "dimple_at_32": (
        new_case(person={"age": 32, "sex": "female"}, marks=[mark("si_dimple", worst=True)]),
        ["worse_rising_from_chair", "worse_sitting_cross_legged"], "one_finger_at_dimple", "sacroiliac",
    ),
    "numb_outer_thigh": (
        new_case(marks=[mark("lateral_thigh_upper"), mark("lateral_thigh_upper", kind="numb")]),
        ["burning_or_electric", "tight_clothes_worsen"], "front_hip_bone_tap_tingles", "peripheral_nerve",
    ),
    "kicker": (
        new_case(person={"age": 24, "sex": "male"}, marks=[mark("inner_groin")],
                 answers={"plays_kicking_or_running_sport": "yes"}),
        ["worse_kicking_or_sprinting"], "adductor_origin_tender", "groin_soft_tissue",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTBOOK)
def test_a_clinician_would_ask_and_test_that_first(name: str) -> None:
    """Any of the questions will do: each is what a clinician would ask."""
    case, questions, test, origin = TEXTBOOK[name]
    asked = set(questions) & set(first_names(case, ("history", "aggravating", "easing"), 4))
    assert asked
    assert test in first_names(case, PHYSICAL, 4)
    told = {one.finding: one.separates for one in proposals(case)}
    assert any(origin in told[finding] for finding in (*asked, test))


def test_at_home_the_same_groin_pain_is_tested_by_the_person() -> None:
    case = new_case(setting="home", person={"age": 66}, marks=[mark("groin_crease", worst=True)])
    assert "seated_hip_rotation" in first_names(case, PHYSICAL, 2)
    assert "hip_rotation_pain" not in names(case)


def test_sitting_separates_a_nerve_root_from_a_narrow_canal() -> None:
    told = {one.finding: one.separates for one in proposals(ALL["radicular"])}
    assert set(told["eased_by_sitting"]) == {"lumbar_radicular", "lumbar_stenosis"}


def test_the_contract_of_a_proposal_holds_only_what_was_agreed(knowledge: Knowledge) -> None:
    one = proposals(ALL["one_mark"])[0]
    assert {"finding", "bits", "seconds", "who"} <= set(one.model_dump())
