"""`hipmap assess`: one case, as JSON for programs and as text for people."""

import json
from pathlib import Path

import pytest

import hipmap as package
from hipmap.exchange.assessment_text import assessment_text
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice
from hipmap.reasoning import assess
from tests.case_builders import EXAMPLE, case_json, example_data, mark_data
from tests.command_line.conftest import Run

FIELDS = {
    "schema", "side", "urgency", "origins", "conditions", "combined", "next", "robustness", "conflicts",
    "enough", "sides", "imaging", "versions",
}  # fmt: skip


def test_json_is_an_assessment_of_the_contract(hipmap: Run, example: Path, knowledge: Knowledge) -> None:
    done = hipmap("assess", example)
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert set(data) == FIELDS
    assert data["schema"] == "hipmap-assessment/1"
    assert Assessment.model_validate_json(done.out) == assess(Case.model_validate_json(EXAMPLE), knowledge)


def test_likelihoods_are_in_order_and_within_their_ranges(hipmap: Run, example: Path) -> None:
    data = json.loads(hipmap("assess", example).out)
    for level in ("origins", "conditions"):
        shares = [one["probability"] for one in data[level]]
        assert shares == sorted(shares, reverse=True)
        for one in data[level]:
            assert 0 <= one["low"] <= one["probability"] <= one["high"] <= 1, one["id"]
    assert data["origins"][0]["id"] == "hip_joint"


def test_versions_say_what_made_it(hipmap: Run, example: Path, knowledge: Knowledge) -> None:
    versions = json.loads(hipmap("assess", example).out)["versions"]
    assert versions["program"] == package.__version__
    assert versions["knowledge"] == knowledge.manifest.version
    assert len(versions["digest"]) == 64


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_text_is_in_the_voice_that_was_asked_for(
    hipmap: Run, example: Path, knowledge: Knowledge, audience: Voice
) -> None:
    done = hipmap("assess", example, "--format", "text", "--audience", audience)
    assert (done.code, done.err) == (0, "")
    case = Case.model_validate_json(EXAMPLE)
    assert done.out == assessment_text(case, assess(case, knowledge), knowledge, audience)


def test_text_is_for_the_clinician_unless_told(hipmap: Run, example: Path) -> None:
    text = hipmap("assess", example, "--format", "text").out
    assert text == hipmap("assess", example, "--format", "text", "--audience", "clinician").out
    assert text != hipmap("assess", example, "--format", "text", "--audience", "patient").out


def test_without_ranges_the_estimates_are_the_same(hipmap: Run, example: Path) -> None:
    full = json.loads(hipmap("assess", example).out)
    quick = json.loads(hipmap("assess", example, "--no-ranges").out)
    for one, other in zip(full["origins"], quick["origins"], strict=True):
        assert (one["id"], one["probability"]) == (other["id"], other["probability"])
        assert (other["low"], other["high"]) == (None, None)


def test_the_same_case_gives_the_same_bytes(hipmap: Run, example: Path) -> None:
    for options in ((), ("--format", "text")):
        assert hipmap("assess", example, *options) == hipmap("assess", example, *options)


def test_the_same_case_in_another_order_gives_the_same_result(hipmap: Run, tmp_path: Path) -> None:
    data = example_data()
    data["marks"] += [mark_data("calf", "right"), mark_data("sacrum", "midline")]
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.write_text(json.dumps(data), encoding="utf-8")
    turned = {
        **data,
        "marks": data["marks"][::-1],
        "answers": dict(reversed(data["answers"].items())),
        "person": {"sex": "female", "age": 56.0},
    }
    other.write_text(json.dumps(dict(reversed(turned.items())), indent=3), encoding="utf-8")
    assert hipmap("assess", one).out == hipmap("assess", other).out


def test_another_case_has_another_digest(hipmap: Run, example: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(EXAMPLE.replace('"limp": "yes"', '"limp": "no"'), encoding="utf-8")
    digests = [json.loads(hipmap("assess", path).out)["versions"]["digest"] for path in (example, other)]
    assert digests[0] != digests[1]


def test_an_unknown_answer_weighs_nothing(hipmap: Run, tmp_path: Path) -> None:
    origins = []
    for answers in ({}, {"limp": "unknown"}, {"limp": "no"}):
        path = tmp_path / "case.json"
        path.write_text(case_json(marks=[mark_data()], answers=answers), encoding="utf-8")
        origins.append(json.loads(hipmap("assess", path).out)["origins"])
    assert origins[0] == origins[1]
    assert origins[0] != origins[2]


def test_a_new_numb_saddle_is_an_emergency(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(case_json(answers={"saddle_numbness": "yes"}), encoding="utf-8")
    urgency = json.loads(hipmap("assess", path).out)["urgency"]
    assert urgency["tier"] == "emergency_now"
    assert "cauda_equina" in {rule["flag"] for rule in urgency["fired"] if rule["by"] == "rule"}
    text = hipmap("assess", path, "--format", "text", "--audience", "patient").out
    assert text.startswith("EMERGENCY")


def test_the_smallest_case_is_assessed(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(case_json(), encoding="utf-8")
    done = hipmap("assess", path)
    assert done.code == 0
    data = json.loads(done.out)
    assert data["enough"] == {"enough": False, "why": "nothing_known"}
    assert sum(one["probability"] for one in data["origins"]) >= 0.999
