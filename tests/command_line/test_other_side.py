"""`hipmap assess` of a test done on both sides: both results are told, and an alarm on either side raises."""

import json
from pathlib import Path

import pytest

from tests.case_builders import case_json, mark_data
from tests.command_line.conftest import Run


@pytest.fixture
def tested(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    answers = {"log_roll_pain": {"value": "yes", "side": "right", "other": "no"}}
    path.write_text(case_json(marks=[mark_data("groin_crease", "right")], answers=answers))
    return path


def test_json_and_text_tell_both_sides(hipmap: Run, tested: Path) -> None:
    done = hipmap("assess", tested)
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    reasons = [
        one for origin in data["origins"] for one in (*origin["reasons_for"], *origin["reasons_against"])
    ]
    told = {(one["value"], one["side"], one["other"]) for one in reasons if one["finding"] == "log_roll_pain"}
    assert told == {("yes", "right", "no")}
    text = hipmap("assess", tested, "--format", "text").out
    assert any("left" in line and "right" in line for line in text.splitlines() if "og roll" in line), text


def test_opposed_results_of_two_sides_are_no_conflict(hipmap: Run, tested: Path) -> None:
    assert json.loads(hipmap("assess", tested).out)["conflicts"] == []


@pytest.mark.parametrize(("value", "other"), [("yes", "no"), ("no", "yes")])
def test_an_alarm_on_the_other_side_raises_as_well(
    hipmap: Run, tmp_path: Path, value: str, other: str
) -> None:
    path = tmp_path / "alarm.json"
    path.write_text(case_json(answers={"cold_pale_leg": {"value": value, "side": "right", "other": other}}))
    tier = json.loads(hipmap("assess", path).out)["urgency"]["tier"]
    path.write_text(case_json(answers={"cold_pale_leg": {"value": "no", "side": "right", "other": "no"}}))
    assert tier != json.loads(hipmap("assess", path).out)["urgency"]["tier"]
