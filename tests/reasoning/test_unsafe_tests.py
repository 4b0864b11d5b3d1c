"""The rows on unsafe tests and on opposed answers are sound, and a wrong row is told."""

from typing import Any

import pytest
from pydantic import ValidationError

from hipmap.model.knowledge import Knowledge
from hipmap.model.opposed_answers import OpposedAnswers
from hipmap.model.proposal_check import check_proposals
from hipmap.model.red_flags import When
from hipmap.model.unsafe_tests import UnsafeTest
from tests.case_builders import own_knowledge

WORDS = {"patient": "No.", "clinician": "No."}


def with_rows(**rows: Any) -> Knowledge:
    """Hipmap's knowledge with other rows."""
    own = own_knowledge()
    return Knowledge(**{name: rows.get(name, getattr(own, name)) for name in Knowledge.model_fields})


def test_our_own_rows_are_sound() -> None:
    assert list(check_proposals(own_knowledge())) == []


def test_rows_cannot_all_be_missing() -> None:
    told = [problem.file for problem in check_proposals(with_rows(unsafe_tests=(), opposed_answers=()))]
    assert told == ["unsafe_tests.yaml", "opposed_answers.yaml"]


def test_wrong_names_are_told() -> None:
    row = UnsafeTest(
        id="x", tests=("hopp", "hip_implant"), when=When(finding="nowhere"), patient="No.", clinician="No."
    )
    told = [problem.what for problem in check_proposals(with_rows(unsafe_tests=(row, row)))]
    assert "this id stands 2 times: rename or remove one" in told
    assert "there is no finding hopp" in told
    assert "hip_implant is a safety question that everybody is asked" in told
    assert "there is no finding nowhere" in told


@pytest.mark.parametrize(
    "fields",
    [
        {"tests": ("squat",)},
        {"always": True},
        {"tests": ("squat",), "always": True, "tiers": ("same_day",)},
        {"tests": ("squat",), "likely": ({"of": ("hip_fracture",), "below": 0.5},)},
    ],
)
def test_a_row_that_says_not_what_or_not_when_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        UnsafeTest.model_validate({"id": "x", **fields, **WORDS})


def test_two_answers_of_one_finding_are_no_conflict() -> None:
    yes, no = When(finding="limp"), When.model_validate({"finding": "limp", "is": ("no",)})
    row = OpposedAnswers(id="x", first=yes, second=no, why="")
    assert [problem.row for problem in check_proposals(with_rows(opposed_answers=(row,)))] == ["x"]
