"""The clinician's own view: kept in a case as it was committed, taken back, and checked."""

import json

import pytest

from hipmap.model import edits
from hipmap.model.case import OwnView, case_as_data, new_case
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge

VIEW = OwnView(origin="hip_joint", second="lumbar_axial", certainty="fairly_sure")


def test_it_is_kept_in_the_case_and_read_again() -> None:
    case = edits.put_own_view(new_case(), VIEW)
    data = json.loads(json.dumps(case_as_data(case)))
    assert data["own_view"] == {
        "origin": "hip_joint", "second": "lumbar_axial", "certainty": "fairly_sure"
    }  # fmt: skip
    data.pop("schema")
    assert new_case(**data) == case


def test_taken_back_it_leaves_no_trace() -> None:
    case = edits.put_own_view(edits.put_own_view(new_case(), VIEW), None)
    assert case == new_case()
    assert "own_view" not in case_as_data(case)


def test_the_first_origin_alone_is_enough(knowledge: Knowledge) -> None:
    assert check_case(new_case(own_view={"origin": "not_covered"}), knowledge) == []


@pytest.mark.parametrize(
    ("view", "word"),
    [
        (
            {"origin": "hip_joynt"},
            'own_view.origin: there is no origin "hip_joynt"; did you mean "hip_joint"?',
        ),
        (
            {"origin": "hip_joint", "second": "hip_joint"},
            "own_view.second: this is the first origin once more",
        ),
        ({"origin": "hip_joint", "second": "nowhere"}, 'own_view.second: there is no origin "nowhere"'),
    ],
)
def test_an_unknown_or_doubled_origin_is_named(view: dict[str, str], word: str, knowledge: Knowledge) -> None:
    (problem,) = check_case(new_case(own_view=view), knowledge)
    assert problem.startswith(word)
