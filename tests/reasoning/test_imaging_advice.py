"""Advice on pictures: each rule can speak, what is unknown stays silent, and an emergency comes alone."""

from itertools import combinations
from typing import Any

import pytest

from hipmap.exchange.assessment_text import assessment_text
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case, new_case
from hipmap.model.imaging import ImagingRule
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said
from hipmap.reasoning import assess
from hipmap.reasoning.imaging_advice import imaging_advice
from tests.reasoning.imaging_cases import GROIN, HIP, NORMAL_BACK_SCAN, SPEAKING, STIFF_HIP, YOUNG_HIP, case

HEADING = "Pictures and tests: what to ask about"
VERDICTS = ["urgent", "first_test", "discuss", "not_needed_now", "explain"]
VOICES: list[Voice] = ["patient", "clinician"]


@pytest.fixture(scope="module")
def rules(knowledge: Knowledge) -> dict[str, ImagingRule]:
    return {rule.id: rule for rule in knowledge.imaging_rules}


@pytest.fixture(scope="module")
def assessments(knowledge: Knowledge) -> dict[str, Assessment]:
    """The assessment of each case in which a rule has to speak."""
    return {name: assess(one, knowledge, ranges=False) for name, one in SPEAKING.items()}


def advice(one: Case, knowledge: Knowledge) -> tuple[str, ...]:
    return assess(one, knowledge, ranges=False).imaging


def changed(one: Case, **answers: Any) -> Case:
    """The case with further answers, or other ones."""
    return new_case(
        setting=one.setting, person=one.person, marks=one.marks, answers={**one.answers, **answers}
    )


# ---------------------------------------------------------------- who speaks
def test_every_rule_has_a_case_in_which_it_speaks(rules: dict[str, ImagingRule]) -> None:
    assert set(rules) == set(SPEAKING)


@pytest.mark.parametrize("name", SPEAKING)
def test_the_rule_speaks(name: str, assessments: dict[str, Assessment]) -> None:
    assert name in assessments[name].imaging


@pytest.mark.parametrize("name", SPEAKING)
def test_what_is_unknown_is_not_true(name: str, knowledge: Knowledge) -> None:
    unknown = dict.fromkeys(SPEAKING[name].answers, "unknown")
    assert advice(changed(SPEAKING[name], **unknown), knowledge) == ()
    assert advice(new_case(marks=SPEAKING[name].marks), knowledge) == ()


def test_nothing_known_gives_no_advice(knowledge: Knowledge) -> None:
    assert advice(new_case(), knowledge) == ()
    assert advice(new_case(person={"age": 70}, answers={"limp": "unknown"}), knowledge) == ()


# ---------------------------------------------------------------- a clean back scan and a sore groin
def test_a_normal_back_scan_with_groin_pain_leads_to_the_hip(
    knowledge: Knowledge, rules: dict[str, ImagingRule]
) -> None:
    found = advice(NORMAL_BACK_SCAN, knowledge)
    assert found == (
        "normal_back_scan_hip_xray",
        "no_second_back_scan_for_groin",
        "back_scan_does_not_show_hip",
    )
    first, second, third = (rules[name] for name in found)
    assert (first.modality, first.verdict) == ("pelvis_hip_xray", "first_test")
    assert "turning the hip in" in first.patient.lower()
    assert "X-ray of the hip and pelvis" in first.patient
    assert (second.modality, second.verdict) == ("lumbar_mri", "not_needed_now")
    assert "neither confirms nor excludes hip disease" in third.clinician


def test_the_hip_mri_follows_when_the_hip_xray_was_normal(knowledge: Knowledge) -> None:
    after = changed(NORMAL_BACK_SCAN, hip_imaging="normal", hip_pictures_taken="xray_only")
    found = advice(after, knowledge)
    assert "ask_hip_mri_clean_back_scan" in found
    assert "normal_back_scan_hip_xray" not in found
    assert "ask_hip_mri_clean_back_scan" not in advice(changed(after, hip_pictures_taken="mri"), knowledge)


def test_without_a_scan_or_without_the_hip_sign_that_advice_is_silent(knowledge: Knowledge) -> None:
    for other in (
        changed(NORMAL_BACK_SCAN, lumbar_imaging="unknown"),
        changed(NORMAL_BACK_SCAN, lumbar_imaging="nerve_contact"),
        changed(NORMAL_BACK_SCAN, fadir="none", hip_rotation_pain="none"),
        new_case(
            setting="primary", marks=[{"zone": "calf", "side": "right"}], answers=NORMAL_BACK_SCAN.answers
        ),
    ):
        assert "normal_back_scan_hip_xray" not in advice(other, knowledge)


@pytest.mark.parametrize(
    ("age", "rule"),
    [(39, "20_to_39"), (40, "40_to_59"), (59.9, "40_to_59"), (60, "60_plus"), (None, ""), (19, "")],
)
def test_the_figure_for_changes_without_pain_fits_the_age(
    age: float | None, rule: str, knowledge: Knowledge
) -> None:
    found = advice(case(age, GROIN, lumbar_imaging="age_typical", **HIP), knowledge)
    told = [name for name in found if name.startswith("back_changes_age")]
    assert told == ([f"back_changes_age_{rule}"] if rule else [])


# ---------------------------------------------------------------- what silences what
def calm(rules: dict[str, ImagingRule]) -> list[str]:
    return [name for name, rule in rules.items() if rule.verdict != "urgent"]


def test_an_emergency_silences_all_calm_advice(knowledge: Knowledge, rules: dict[str, ImagingRule]) -> None:
    for name in calm(rules):
        result = assess(changed(SPEAKING[name], saddle_numbness="yes"), knowledge, ranges=False)
        assert result.urgency.tier == "emergency_now"
        assert result.imaging == ("cauda_equina_same_day_mri",)


def test_no_calm_rule_names_an_urgent_tier(rules: dict[str, ImagingRule]) -> None:
    for name in calm(rules):
        assert not {"emergency_now", "same_day"}.intersection(rules[name].tiers)


def test_what_is_not_needed_is_said_only_while_nothing_is_urgent(rules: dict[str, ImagingRule]) -> None:
    needless = [rule for rule in rules.values() if rule.verdict == "not_needed_now"]
    assert needless
    assert all(rule.tiers for rule in needless)


def test_an_unusual_course_outweighs_that_no_picture_is_needed(knowledge: Knowledge) -> None:
    typical = case(68, GROIN, **STIFF_HIP)
    assert advice(typical, knowledge) == ("typical_osteoarthritis_no_picture",)
    assert advice(changed(typical, pain_worsening_steadily="yes"), knowledge) == ("unusual_stiff_hip_xray",)


def test_pictures_after_six_weeks_only_for_leg_pain(knowledge: Knowledge) -> None:
    early, late = SPEAKING["early_sciatica_no_picture"], SPEAKING["back_scan_before_procedure"]
    assert advice(early, knowledge) == ("early_sciatica_no_picture",)
    assert advice(late, knowledge) == ("back_scan_before_procedure",)
    assert advice(changed(late, lumbar_imaging="nerve_contact"), knowledge) == ()


@pytest.mark.parametrize("weak", [{"heel_walk_weak": "yes"}, {"weak_muscles": "push_off"}])
def test_a_weak_leg_is_not_told_that_no_scan_is_needed(weak: dict[str, Any], knowledge: Knowledge) -> None:
    early = changed(SPEAKING["early_sciatica_no_picture"], **weak)
    assert advice(early, knowledge) == ("weak_leg_ask_early_back_scan",)


def test_a_replaced_hip_has_its_own_first_test(knowledge: Knowledge) -> None:
    replaced = changed(case(68, GROIN, **STIFF_HIP), hip_implant="yes", lumbar_imaging="normal")
    assert advice(replaced, knowledge) == (
        "painful_hip_replacement_xray",
        "no_second_back_scan_for_groin",
        "back_scan_does_not_show_hip",
    )


def test_of_two_reasons_for_the_same_first_test_the_particular_one_speaks(knowledge: Knowledge) -> None:
    both = case(30, GROIN, lumbar_imaging="normal", duration_weeks=20, **YOUNG_HIP)
    firsts = [name for name in advice(both, knowledge) if name.endswith("_xray")]
    assert firsts == ["normal_back_scan_hip_xray"]


def test_whatever_comes_together_the_advice_agrees_with_itself(
    knowledge: Knowledge, rules: dict[str, ImagingRule], assessments: dict[str, Assessment]
) -> None:
    place = {name: at for at, name in enumerate(rules)}
    for one, other in combinations(SPEAKING, 2):
        for tier in ("none_found", "within_2_weeks", "emergency_now"):
            likely = assessments[one]
            merged = changed(SPEAKING[one], **SPEAKING[other].answers)
            found = imaging_advice(merged, knowledge, likely.origins, likely.conditions, tier)
            keys = [(VERDICTS.index(rules[name].verdict), place[name]) for name in found]
            assert keys == sorted(set(keys))
            asked = {rules[name].modality for name in found if rules[name].verdict in VERDICTS[:3]}
            needless = {rules[name].modality for name in found if rules[name].verdict == "not_needed_now"}
            assert not asked & needless
            if tier == "emergency_now":
                assert {rules[name].verdict for name in found} <= {"urgent"}


def test_the_order_of_the_answers_does_not_matter(knowledge: Knowledge) -> None:
    merged = changed(
        NORMAL_BACK_SCAN, duration_weeks=20, limp="yes", groin_lump="yes", hip_injury_before="yes"
    )
    found = advice(merged, knowledge)
    assert len(found) > 4
    turned = new_case(
        setting="primary",
        person=merged.person,
        marks=merged.marks,
        answers=dict(reversed(list(merged.answers.items()))),
    )
    assert advice(turned, knowledge) == found


# ---------------------------------------------------------------- as text
def pictures(one: Case, knowledge: Knowledge, voice: Voice) -> list[str]:
    text = assessment_text(one, assess(one, knowledge), knowledge, voice).splitlines()
    if HEADING not in text:
        return []
    start = text.index(HEADING)
    return [line.strip() for line in text[start + 1 : text.index("", start)]]


@pytest.mark.parametrize("voice", VOICES)
def test_the_text_tells_what_to_ask_about(
    voice: Voice, knowledge: Knowledge, rules: dict[str, ImagingRule]
) -> None:
    told = pictures(NORMAL_BACK_SCAN, knowledge, voice)
    assert told == [said(rules[name], voice) for name in advice(NORMAL_BACK_SCAN, knowledge)]
    text = assessment_text(NORMAL_BACK_SCAN, assess(NORMAL_BACK_SCAN, knowledge), knowledge, voice)
    assert text.index("Why ") < text.index(HEADING) < text.index("This is not a diagnosis.")
    assert pictures(new_case(), knowledge, voice) == []


@pytest.mark.parametrize("voice", VOICES)
def test_the_text_keeps_to_four_lines_and_one_for_each_test(
    voice: Voice, knowledge: Knowledge, rules: dict[str, ImagingRule]
) -> None:
    much = changed(
        NORMAL_BACK_SCAN,
        lumbar_imaging="age_typical",
        groin_lump="yes",
        hip_injury_before="yes",
        fragility_fracture="yes",
    )
    found = advice(much, knowledge)
    kinds = {(rules[name].verdict, rules[name].modality) for name in found}
    assert len(found) > len(kinds) > 4
    told = pictures(much, knowledge, voice)
    assert len(told) == 4
    assert told[0] == said(rules[found[0]], voice)


def test_patient_advice_asks_and_never_orders(rules: dict[str, ImagingRule]) -> None:
    for rule in rules.values():
        if rule.verdict in ("first_test", "discuss"):
            assert "ask " in rule.patient.lower(), rule.id
            assert "you must" not in rule.patient.lower(), rule.id
