"""A short run of the fuzzing, and the odd cases that a clinician or a careless file may really bring."""

import json
from typing import Any

import pytest

from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.fuzzing.odd_cases import OddCases
from tests.fuzzing.sensible import Tried, nonsense

SEEDS, EACH = range(6), 100


@pytest.mark.parametrize("seed", SEEDS)
def test_odd_cases_are_refused_or_make_sense(seed: int, knowledge: Knowledge) -> None:
    odd, tried = OddCases(knowledge, seed), Tried(knowledge)
    for number in range(EACH):
        tried.one(odd.text(), ranges=number % 25 == 0)
    assert tried.assessed > EACH / 2
    assert tried.refused > EACH / 10


def every_zone(knowledge: Knowledge) -> list[dict[str, Any]]:
    return [
        {"zone": zone.id, "side": side, "kind": "numb" if zone.layer == "numbness" else "pain"}
        for zone in knowledge.body.zones
        for side in zone.sides
    ]


def answers_of(knowledge: Knowledge, at: int) -> dict[str, Any]:
    """The first (0) or the last (-1) answer to every question there is."""
    found: dict[str, Any] = {}
    for finding in knowledge.findings:
        if finding.scale is not None:
            found[finding.id] = (finding.scale.least, finding.scale.most)[at]
        else:
            found[finding.id] = ([option.id for option in finding.options] or ["no", "yes"])[at]
    return found


@pytest.mark.parametrize(
    "which", ["everything_marked", "all_first", "all_last", "all_unknown", "all_at_once"]
)
def test_extreme_cases_make_sense(which: str, knowledge: Knowledge) -> None:
    answers = {
        "everything_marked": {},
        "all_first": answers_of(knowledge, 0),
        "all_last": answers_of(knowledge, -1),
        "all_unknown": dict.fromkeys(answers_of(knowledge, 0), "unknown"),
        "all_at_once": answers_of(knowledge, -1),
    }[which]
    marks = every_zone(knowledge) if which in ("everything_marked", "all_at_once") else []
    result = assess(new_case(marks=marks, answers=answers), knowledge)
    assert not list(nonsense(result, knowledge, ranges=True))


def test_all_unknown_is_as_nothing_asked(knowledge: Knowledge) -> None:
    unknown = new_case(answers=dict.fromkeys(answers_of(knowledge, 0), "unknown"))
    told, empty = assess(unknown, knowledge), assess(new_case(), knowledge)
    assert [one.model_dump() for one in told.origins] == [one.model_dump() for one in empty.origins]
    assert (told.enough.enough, told.enough.why) == (False, "nothing_known")
    assert told.urgency.tier == empty.urgency.tier == "none_found"
    assert set(told.urgency.unknown) == {one.id for one in knowledge.findings if one.screening}


def test_answers_that_exclude_each_other_are_told_and_counted_without_harm(knowledge: Knowledge) -> None:
    """No pain when sitting, and worse when sitting: both stand in the record; the reader is told."""
    answers = {"no_pain_when_sitting": "yes", "worse_sitting": "yes"}
    result = assess(new_case(answers=answers), knowledge)
    told = [one for one in result.conflicts if one.id == "answers_exclude_each_other"]
    assert [set(one.findings) for one in told] == [set(answers)]
    assert not list(nonsense(result, knowledge, ranges=True))


@pytest.mark.parametrize("age", [-1, 121, 1e9, "old", True, float("nan"), float("inf")])
def test_an_impossible_age_is_refused_in_words(age: Any, knowledge: Knowledge) -> None:
    tried = Tried(knowledge)
    tried.one(json.dumps({"schema": "hipmap-case/1", "person": {"age": age}}).encode(), ranges=False)
    assert (tried.assessed, tried.refused) == (0, 1)
