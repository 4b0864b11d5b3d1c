"""What-if is the assessment of the changed case, and never touches the case itself."""

import random

import pytest

from hipmap.model.case import Answer, Case, new_case
from hipmap.model.explanations import WhatIfRow
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.what_if import what_if, what_if_table
from tests.reasoning import known_cases
from tests.reasoning.case_changes import with_answer, without_answer
from tests.reasoning.random_cases import known_values, random_case

ROUNDING = 1.1e-6


def some_cases(seed: int, count: int, knowledge: Knowledge) -> list[Case]:
    chance = random.Random(seed)
    return [random_case(knowledge, chance) for _ in range(count)]


def origins(case: Case, knowledge: Knowledge) -> dict[str, float]:
    return {one.id: one.probability for one in assess(case, knowledge, ranges=False).origins}


def present(case: Case, finding: str, knowledge: Knowledge) -> WhatIfRow:
    rows = [row for row in what_if_table(case, knowledge, finding).rows if row.present]
    assert len(rows) == 1
    return rows[0]


def test_it_is_the_assessment_of_the_changed_case(knowledge: Knowledge) -> None:
    chance = random.Random(1)
    for case in some_cases(1, 30, knowledge):
        finding = chance.choice(knowledge.findings)
        value = chance.choice(known_values(finding))
        by_hand = assess(with_answer(case, finding.id, value), knowledge, ranges=False)
        assert what_if(case, knowledge, finding.id, value) == by_hand


def test_an_answer_for_a_side_is_put_for_that_side(knowledge: Knowledge) -> None:
    case = known_cases.HIP_JOINT
    now = origins(case, knowledge)
    for side, counts in (("right", True), ("left", False)):
        own = Answer.model_validate({"value": "positive", "side": side}).side
        result = what_if(case, knowledge, "slr", "positive", own)
        assert ({one.id: one.probability for one in result.origins} != now) is counts


def test_taking_an_answer_back_is_the_case_without_it(knowledge: Knowledge) -> None:
    taken = 0
    for case in some_cases(2, 30, knowledge):
        for name in case.answers:
            by_hand = assess(without_answer(case, name), knowledge, ranges=False)
            assert what_if(case, knowledge, name, None) == by_hand
            taken += 1
    assert taken > 60


def test_urgency_is_told_too(knowledge: Knowledge) -> None:
    assert assess(new_case(), knowledge, ranges=False).urgency.tier == "none_found"
    result = what_if(new_case(), knowledge, "saddle_numbness", "yes")
    assert result.urgency.tier == "emergency_now"


def test_the_case_stays_as_it_is(knowledge: Knowledge) -> None:
    for case in some_cases(3, 8, knowledge):
        before = case.model_dump_json()
        for finding in knowledge.findings[::12]:
            what_if_table(case, knowledge, finding.id)
            what_if(case, knowledge, finding.id, None)
        assert case.model_dump_json() == before


@pytest.mark.parametrize("seed", range(3))
def test_every_row_is_the_case_with_that_answer(seed: int, knowledge: Knowledge) -> None:
    chance = random.Random(seed)
    for case in some_cases(seed, 12, knowledge):
        finding = chance.choice([*case.answers, *(one.id for one in chance.sample(knowledge.findings, 3))])
        table, now = what_if_table(case, knowledge, finding), origins(case, knowledge)
        for row in table.rows:
            changed = (
                without_answer(case, finding)
                if row.value is None
                else with_answer(case, finding, row.value, table.side)
            )
            then = origins(case if row.present else changed, knowledge)
            assert {one.id for one in row.origins} == set(now)
            for one in row.origins:
                assert one.probability == pytest.approx(then[one.id], abs=ROUNDING)
                assert one.change == pytest.approx(then[one.id] - now[one.id], abs=2 * ROUNDING)


def test_there_is_a_row_for_every_answer_and_one_for_none(knowledge: Knowledge) -> None:
    for finding in knowledge.findings:
        rows = what_if_table(new_case(), knowledge, finding.id).rows
        assert len(rows) == len(known_values(finding)) + 1
        assert rows[-1].value is None
        if finding.scale is None:
            assert [row.value for row in rows[:-1]] == ([one.id for one in finding.options] or ["yes", "no"])
        else:
            bands = [finding.scale.band_of(float(row.value or 0)) for row in rows[:-1]]
            assert [row.band for row in rows[:-1]] == bands == [band.id for band in finding.scale.bands]


def test_the_present_answer_has_its_row_and_changes_nothing(knowledge: Knowledge) -> None:
    for case in some_cases(4, 30, knowledge):
        for name, answer in case.answers.items():
            row = present(case, name, knowledge)
            assert row.value == (None if answer.value == "unknown" else answer.value)
            assert not any(one.change for one in row.origins)


def test_the_likeliest_origin_now_stands_first_in_every_row(knowledge: Knowledge) -> None:
    first = assess(known_cases.RADICULAR, knowledge, ranges=False).origins[0].id
    for row in what_if_table(known_cases.RADICULAR, knowledge, "slr").rows:
        assert row.origins[0].id == first
        assert (row.origins[0].change < 0) is (not row.present)


def test_answers_are_put_for_the_side_of_the_complaint(knowledge: Knowledge) -> None:
    marked = new_case(marks=[known_cases.mark("groin_crease", "left", worst=True)])
    assert what_if_table(marked, knowledge, "slr").side == "left"
    assert what_if_table(marked, knowledge, "limp").side is None
    assert what_if_table(new_case(), knowledge, "slr").side is None
    answered = with_answer(marked, "slr", "positive", "right")
    assert what_if_table(answered, knowledge, "slr").side == "right"


def test_what_nobody_can_answer_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="no finding"):
        what_if_table(new_case(), knowledge, "elbow")
    with pytest.raises(ValueError, match="no finding"):
        what_if(new_case(), knowledge, "elbow", "yes")
    with pytest.raises(ValueError, match="is not an answer here"):
        what_if(new_case(), knowledge, "limp", "perhaps")
    with pytest.raises(ValueError, match="no side"):
        what_if(new_case(), knowledge, "limp", "yes", "right")


def test_order_and_unknown_answers_change_nothing(knowledge: Knowledge) -> None:
    for case in some_cases(5, 15, knowledge):
        bare = without_answer(case, "limp")
        answers = dict(reversed(list(with_answer(bare, "limp", "unknown").answers.items())))
        turned = bare.model_copy(update={"answers": answers, "marks": tuple(reversed(bare.marks))})
        for finding in ("limp", "slr"):
            assert what_if_table(turned, knowledge, finding) == what_if_table(bare, knowledge, finding)
