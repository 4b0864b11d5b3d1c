"""How hipmap does on textbook cases that were written before it was asked; floors, not goals."""

import pytest

from tests.case_builders import own_knowledge
from tests.vignettes.textbook_cases import Outcome, outcomes, reliability


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return outcomes(own_knowledge())


def share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)


def test_the_true_origin_is_nearly_always_among_the_first(found: list[Outcome]) -> None:
    assert share([one.within(1) for one in found]) >= 0.88
    assert share([one.within(2) for one in found]) >= 0.93


def test_a_misleading_scan_or_place_misleads_seldom(found: list[Outcome]) -> None:
    misleading = [one.within(1) for one in found if one.expected.kind == "misleading"]
    assert len(misleading) >= 15
    assert share(misleading) >= 0.9


def test_nobody_in_danger_is_sent_home(found: list[Outcome]) -> None:
    assert [one.expected.id for one in found if not one.raised] == []


def test_few_are_sent_faster_than_practice_would(found: list[Outcome]) -> None:
    assert share([one.over_triaged for one in found]) <= 0.1


def test_what_is_said_comes_true_about_as_often(found: list[Outcome]) -> None:
    for count, said, true in reliability(found):
        assert true >= said - 0.15 or count < 8
