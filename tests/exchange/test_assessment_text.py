"""An assessment as text: what a patient and a clinician read, and in which order."""

import re
from typing import Any

import pytest

from hipmap.exchange.assessment_text import assessment_text
from hipmap.exchange.plain_words import CONFLICT_WORDS, ENOUGH_WORDS, TIER_WORDS, WORDS
from hipmap.model.case import Answer, Case, new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, in_short
from hipmap.reasoning import assess
from hipmap.reasoning.who_is_asked import gates_of
from tests.case_builders import EXAMPLE, mark_data, own_knowledge

VOICES: list[Voice] = ["patient", "clinician"]
TITLE = "Where it is likely to come from (more than one can be true)"
CLINICIAN_NUMBER = r"(about|under|over) \d{1,2} % \(range (\d{1,3})-(\d{1,3}) %\)"
PATIENT_NUMBER = (
    r"(about \d{1,2}( to \d{1,2})?|at most \d|fewer than 1|more than 9) in 10 people with answers like these"
)


def lines(case: Case, knowledge: Knowledge, voice: Voice, **options: Any) -> list[str]:
    return assessment_text(case, assess(case, knowledge, **options), knowledge, voice).splitlines()


@pytest.fixture(scope="session")
def example() -> Case:
    return Case.model_validate_json(EXAMPLE)


@pytest.fixture(scope="session")
def emergency() -> Case:
    return new_case(person={"age": 39}, answers={"saddle_numbness": "yes", "limp": "no"})


@pytest.mark.parametrize("voice", VOICES)
def test_an_emergency_is_said_before_anything_else(
    emergency: Case, knowledge: Knowledge, voice: Voice
) -> None:
    text = lines(emergency, knowledge, voice)
    assert text[0] == TIER_WORDS["emergency_now"][voice]
    assert "EMERGENCY" in text[0]
    flag = next(flag for flag in knowledge.red_flags if flag.id == "cauda_equina")
    saddle = next(one for one in flag.features if one.id == "ces_saddle")
    assert text[1] == f"  {getattr(flag, voice)}: {getattr(saddle, voice)}"
    assert text[2] == f"  -> {getattr(flag.actions['emergency_now'], voice)}"
    assert text.index(TITLE) > 2


@pytest.mark.parametrize("voice", VOICES)
def test_without_a_warning_sign_it_says_what_was_not_asked(
    example: Case, knowledge: Knowledge, voice: Voice
) -> None:
    text = lines(example, knowledge, voice)
    assert text[0] == TIER_WORDS["none_found"][voice]
    asked_of_all = {finding.id for finding in knowledge.findings if finding.screening}
    left = asked_of_all - set(example.answers) - gates_of(knowledge).shut_for(example.person)
    assert 0 < len(left) <= len(asked_of_all)
    assert text[1] == f"  Safety questions not asked yet: {len(left)}"


def origin_lines(text: list[str], knowledge: Knowledge, voice: Voice) -> dict[str, str]:
    """What is said of each origin that is named."""
    start = text.index(TITLE) + 1
    block = text[start : text.index("", start)]
    labels = {getattr(origin, voice): origin.id for origin in knowledge.origins}
    split = [line.strip().split(": ", 1) for line in block if ": " in line]
    return {labels[parts[0]]: parts[1] for parts in split if parts[0] in labels}


@pytest.mark.parametrize(("voice", "number"), [("patient", PATIENT_NUMBER), ("clinician", CLINICIAN_NUMBER)])
def test_an_origin_has_a_word_a_number_and_a_range(
    example: Case, knowledge: Knowledge, voice: Voice, number: str
) -> None:
    assessment = assess(example, knowledge)
    said = origin_lines(lines(example, knowledge, voice), knowledge, voice)
    assert next(iter(said)) == assessment.origins[0].id
    assert "not_covered" in said
    for likelihood in assessment.origins:
        assert (likelihood.id in said) == (
            round(likelihood.probability, 4) >= 0.025 or likelihood.id == "not_covered"
        )
        if likelihood.id in said:
            assert re.fullmatch(f"{WORDS[likelihood.word]}, {number}", said[likelihood.id]), said[
                likelihood.id
            ]


def test_a_range_holds_its_number(example: Case, knowledge: Knowledge) -> None:
    said = origin_lines(lines(example, knowledge, "clinician"), knowledge, "clinician")
    for text in said.values():
        match = re.search(r"about (\d+) % \(range (\d+)-(\d+) %\)", text)
        if match:
            middle, low, high = (int(part) for part in match.groups())
            assert low <= middle <= high
            assert (middle % 5, low % 5, high % 5) == (0, 0, 0)


def test_the_clinician_is_told_what_the_words_mean(example: Case, knowledge: Knowledge) -> None:
    (scale,) = (line for line in lines(example, knowledge, "clinician") if line.strip().startswith("Scale:"))
    assert all(word in scale for name, word in WORDS.items() if name != "cannot_say_yet")


@pytest.mark.parametrize("voice", VOICES)
def test_no_likelihood_is_finer_than_it_can_be(example: Case, knowledge: Knowledge, voice: Voice) -> None:
    text = lines(example, knowledge, voice)
    # The versions have dots, and a clinician may see how many decibans a reason weighs.
    shown = [re.sub(r"[+-]\d+\.\d dB", "", line) for line in text[:-1]]
    assert [line for line in shown if re.search(r"\d[.,]\d", line)] == []
    if voice == "patient":
        assert not any("dB" in line for line in text)


@pytest.mark.parametrize("voice", VOICES)
def test_reasons_name_the_mark_and_the_answer(example: Case, knowledge: Knowledge, voice: Voice) -> None:
    text = lines(example, knowledge, voice)
    origin = knowledge.origin_by_id["hip_joint"]
    why = text.index(f"Why {in_sentence(getattr(origin, voice))}")
    block = text[why + 1 : text.index("", why)]
    zone = in_sentence(getattr(knowledge.body.by_id["groin_crease"], voice))
    assert any(f"points towards: worst pain at right {zone} (" in line for line in block)
    rotation = in_short(knowledge.finding_by_id["hip_internal_rotation_deg"], voice)
    named = f"points towards: {rotation.removesuffix(' (degrees)')}"
    (line,) = [one for one in block if named in one]
    assert line.count("degrees") == 1
    assert all(re.search(r"\((small|medium|large)", line) for line in block)


def test_a_reason_says_whether_a_study_or_a_judgement_stands_behind_it(
    example: Case, knowledge: Knowledge
) -> None:
    reasons = [line for line in lines(example, knowledge, "clinician") if "points " in line]
    assert any(line.endswith("dB, judgement)") for line in reasons)
    published = [line for line in reasons if re.search(r"dB, (published|derived): ", line)]
    assert published
    for line in published:
        named = line.rsplit(": ", 1)[1].rstrip(")").split(", ")
        assert set(named) <= set(knowledge.source_by_id)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", ["example", "emergency"])
def test_it_ends_with_what_made_it_and_what_it_is_not(
    name: str, voice: Voice, knowledge: Knowledge, request: pytest.FixtureRequest
) -> None:
    case = request.getfixturevalue(name)
    text = assessment_text(case, assess(case, knowledge), knowledge, voice)
    assert text.endswith("\n")
    validated, diagnosis, versions = text.splitlines()[-3:]
    assert validated.endswith("not validated on patients.")
    assert diagnosis == "This is not a diagnosis."
    made_by = assess(case, knowledge).versions
    assert versions == (
        f"hipmap {made_by.program}, knowledge {made_by.knowledge}, digest {made_by.digest[:16]}"
    )


@pytest.mark.parametrize("voice", VOICES)
def test_an_empty_case_says_that_nothing_is_known(knowledge: Knowledge, voice: Voice) -> None:
    text = lines(new_case(), knowledge, voice)
    assert ENOUGH_WORDS["nothing_known"][voice] in text
    assert not any(line.startswith("Why ") for line in text)


def test_an_answer_for_the_other_side_is_said_to_be_left_aside(knowledge: Knowledge) -> None:
    case = new_case(marks=[mark_data(worst=True)], answers={"slr": {"value": "positive", "side": "left"}})
    label = knowledge.finding_by_id["slr"].clinician
    assert f"{CONFLICT_WORDS['answers_for_the_other_side']}: {label}" in lines(case, knowledge, "clinician")


@pytest.fixture(scope="session")
def two_sided() -> Case:
    return new_case(
        person={"age": 67},
        marks=[
            mark_data(worst=True),
            mark_data("trochanter", "left"),
            mark_data("lateral_thigh_upper", "left"),
        ],
        answers={
            "hip_internal_rotation_deg": {"value": 5, "side": "right"},
            "trochanter_tender": {"value": "yes", "side": "left"},
        },
    )


@pytest.mark.parametrize(
    ("voice", "names", "about"),
    [
        ("patient", ["Your right side", "Your left side", "Both sides as one complaint"], "your right side"),
        ("clinician", ["Right", "Left", "As one complaint"], "the right side"),
    ],
)
def test_each_side_of_a_complaint_on_both_is_said(
    two_sided: Case, knowledge: Knowledge, voice: Voice, names: list[str], about: str
) -> None:
    text = lines(two_sided, knowledge, voice)
    start = next(at for at, line in enumerate(text) if line.endswith("and both as one complaint"))
    said = dict(line.strip().split(" – ", 1) for line in text[start + 1 : start + 4])
    assert list(said) == names
    for side, line in zip(assess(two_sided, knowledge).sides, said.values(), strict=True):
        told = line.split("; ")
        assert len(told) == 2
        for likelihood, words in zip(side.origins, told, strict=False):
            name = getattr(knowledge.origin_by_id[likelihood.id], voice)
            assert words.startswith(f"{name}: {WORDS[likelihood.word]}")
    assert text[start + 4] == f"  Likelihoods and reasons are those of {about}."
    assert not any(line.startswith(tuple(CONFLICT_WORDS.values())) for line in text)


@pytest.mark.parametrize("voice", VOICES)
def test_without_ranges_the_other_side_is_said_to_be_left_aside(
    two_sided: Case, knowledge: Knowledge, voice: Voice
) -> None:
    text = lines(two_sided, knowledge, voice, ranges=False)
    tender = getattr(knowledge.finding_by_id["trochanter_tender"], voice)
    assert f"{CONFLICT_WORDS['answers_for_the_other_side']}: {tender.rstrip('?')}" in text
    assert any(line.startswith(CONFLICT_WORDS["marks_on_the_other_side"]) for line in text)
    assert not any(line.endswith("and both as one complaint") for line in text)


@pytest.mark.parametrize("voice", VOICES)
def test_a_complaint_on_one_side_has_no_lines_about_sides(
    example: Case, knowledge: Knowledge, voice: Voice
) -> None:
    assert not any("as one complaint" in line for line in lines(example, knowledge, voice))


def test_without_ranges_only_the_number_is_said(example: Case, knowledge: Knowledge) -> None:
    said = origin_lines(lines(example, knowledge, "clinician", ranges=False), knowledge, "clinician")
    assert said
    assert not any("range" in text for text in said.values())


def test_both_voices_say_the_same_origins(example: Case, knowledge: Knowledge) -> None:
    patient, clinician = (origin_lines(lines(example, knowledge, v), knowledge, v) for v in VOICES)
    assert list(patient) == list(clinician)
    assert [text.split(",")[0] for text in patient.values()] == [
        text.split(",")[0] for text in clinician.values()
    ]


def test_capitals_that_mean_something_are_kept() -> None:
    assert in_sentence("Groin crease") == "groin crease"
    assert in_sentence("Saddle area (S3-S5)") == "saddle area (S3-S5)"
    assert in_sentence("SI joint") == "SI joint"


@pytest.mark.parametrize("voice", VOICES)
def test_an_empty_case_is_given_no_likelihoods(knowledge: Knowledge, voice: Voice) -> None:
    text = "\n".join(lines(new_case(), knowledge, voice))
    assert "nothing can be said about where the pain comes from" in text
    assert TITLE not in text
    assert "in 10" not in text
    assert "%" not in text


def test_a_dont_know_to_safety_questions_is_told_and_calms_nobody(knowledge: Knowledge) -> None:
    asked = [finding.id for finding in knowledge.findings if finding.screening]
    case = new_case(answers={name: Answer(value="unknown") for name in asked})
    told = f"  Safety questions answered “don’t know”: {len(asked)}; try to find out"
    assert told in lines(case, knowledge, "patient")


@pytest.mark.parametrize(
    ("voice", "words"),
    [("patient", "Something else (the tail bone): "), ("clinician", "Not covered (coccydynia): ")],
)
def test_a_known_cause_outside_hip_and_back_is_named(voice: Voice, words: str) -> None:
    knowledge = own_knowledge()
    case = new_case(
        marks=[{"zone": "coccyx", "side": "midline", "worst": True}], answers={"worse_sitting": "yes"}
    )
    text = assessment_text(case, assess(case, knowledge), knowledge, voice)
    assert words in text
