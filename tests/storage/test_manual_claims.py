"""What the manual tells of warnings, of its example, of languages and of who judged is what hipmap does."""

import re

import pytest

from hipmap.model.assessment import Assessment
from hipmap.model.case import NO, YES, Case, new_case
from hipmap.model.edits import put_answer
from hipmap.reasoning import assess
from hipmap.reasoning.who_is_asked import safety_to_ask
from hipmap.storage.assets import asset
from hipmap.storage.case_files import read_case
from hipmap.storage.manual_files import every_page, manual_page
from tests.architecture.checkout_files import ROOT
from tests.case_builders import own_knowledge
from tests.knowledge.reading_age import grade
from tests.knowledge.test_reading_age import HARDEST_TEXT

KNOWLEDGE = own_knowledge()
# The signs to call for at the top of the page for home, line by line, as they would be answered.
CALL_AT_ONCE = {
    "You cannot hold or pass pee, or you have lost control of your bowels.": [
        ["bladder_change"],
        ["urinary_retention"],
        ["bowel_change"],
    ],
    "You cannot feel the skin between your legs.": [["saddle_numbness"]],
    "Both legs are newly weak, or get weaker.": [["both_legs_weak_numb"]],
    "A leg has turned cold and pale.": [["cold_pale_leg"]],
    "Sudden very bad pain has come in your tummy or in a testicle.": [
        ["sudden_severe_trunk_pain"],
        ["testicle_pain_sudden"],
    ],
    "You cannot stand on the leg after a fall.": [["cannot_bear_weight", "fall_or_knock"]],
    "You feel very ill, with a fever.": [["very_unwell", "fever_or_chills"]],
}
# What raises nothing alone, as the page on urgency warns: if a rule comes for one, the page says another.
ALONE = ("cannot_bear_weight", "sudden_severe_trunk_pain")
# Those that somebody at home reads alone.
FOR_PATIENTS = ("at_home", "own_visits")


def test_the_signs_to_call_for_at_home_are_emergencies_of_the_rules() -> None:
    top = manual_page("at_home").partition("> Call for help at once")[2].partition("To begin")[0]
    assert re.findall(r"^- (.+)$", top, re.MULTILINE) == list(CALL_AT_ONCE)
    for words, told in CALL_AT_ONCE.items():
        for signs in told:
            case = new_case(setting="home", person={"age": 65}, answers=dict.fromkeys(signs, YES))
            assert assess(case, KNOWLEDGE, ranges=False).urgency.tier == "emergency_now", (words, signs)


@pytest.mark.parametrize("sign", ALONE)
def test_a_yes_that_raises_nothing_alone_is_told(sign: str) -> None:
    assert "A woman of 50 with back pain who cannot stand on the leg, or whom very bad pain" in manual_page(
        "urgency"
    )
    back = [{"zone": "lumbar_midline", "side": "midline"}]
    case = new_case(person={"age": 50, "sex": "female"}, marks=back, answers={sign: YES})
    assert assess(case, KNOWLEDGE, ranges=False).urgency.tier == "none_found"


@pytest.mark.parametrize("name", FOR_PATIENTS)
def test_what_patients_read_alone_is_easy_to_read(name: str) -> None:
    page = re.sub(r"!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)]*\)|[*>#\[\]]", "", manual_page(name))
    paragraphs = [one.strip() for one in re.split(r"\n\n|\n- |\n\d\. ", page)]
    graded = [(round(grade(one), 1), one) for one in paragraphs if len(one.split()) > 12]
    assert len(graded) > 5
    assert [one for one in graded if one[0] > HARDEST_TEXT] == []


def _example() -> Case:
    return read_case(asset("examples/hip_and_back.json"), KNOWLEDGE)


def _with_no_to_all_safety_questions(case: Case) -> Case:
    for finding in safety_to_ask(case, KNOWLEDGE.findings, frozenset()):
        case = put_answer(case, finding.id, NO)
    return case


def _word(assessment: Assessment, origin: str) -> str:
    return next(one.word for one in assessment.origins if one.id == origin)


def test_the_example_of_a_consultation_reads_as_its_page_tells() -> None:
    page = manual_page("for_clinicians")
    assert "comes with hipmap as `assets/examples/hip_and_back.json`" in page
    case = _example()
    assert f"A woman of {case.person.age} " in page
    assert case.person.sex == "female"
    before = assess(case, KNOWLEDGE)
    assert "In the file the safety questions are still open" in page
    assert not {one.id for one in KNOWLEDGE.findings if one.screening} & set(case.answers)
    assert before.origins[0].id == "hip_joint"
    assert _word(before, "hip_joint") == "cannot_say_yet"
    after = assess(_with_no_to_all_safety_questions(case), KNOWLEDGE)
    assert after.origins[0].id == "hip_joint"
    assert (_word(after, "hip_joint"), _word(after, "lumbar_axial")) == ("very_likely", "cannot_say_yet")
    assert set(after.combined[0].origins) == {"hip_joint", "lumbar_axial"}


def test_the_manual_says_in_which_languages_hipmap_comes() -> None:
    languages = [path.name for path in (ROOT / "assets/translations").iterdir() if path.is_dir()]
    assert languages == [], "then the pages on intended use, limits, settings and hazards say something else"
    assert "reading English: hipmap comes in no other language yet" in manual_page("intended_use")
    assert "hipmap comes in English alone" in manual_page("hazards")


@pytest.mark.parametrize("name", every_page())
def test_no_page_says_that_experts_or_clinicians_judged_the_figures(name: str) -> None:
    assert not re.search(r"(chosen by|that|our) (experts|clinicians)\b", manual_page(name))


def test_as_many_hazards_are_not_acceptable_as_are_counted() -> None:
    page = manual_page("hazards")
    lines = re.findall(r"^\| \[H\d\d\]\(.+$", page, re.MULTILINE)
    worst = sum("| not acceptable without more |" in line for line in lines)
    assert f"**As a whole.** {('No', 'One', 'Two', 'Three', 'Four')[worst]} hazards, " in page
    assert "the risks of use at home alone are not acceptable" in manual_page("intended_use")


def test_a_list_is_not_cut_in_two_by_an_empty_line() -> None:
    for name in every_page():
        assert not re.search(r"^- [^\n]+\n\n- ", manual_page(name), re.MULTILINE), name
