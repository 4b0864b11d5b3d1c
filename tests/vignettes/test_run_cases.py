"""The command over the case sets: what it prints, stores and compares."""

from pathlib import Path
from typing import Any

import pytest

from tests.case_builders import own_knowledge
from tests.vignettes import run_cases
from tests.vignettes.made_up_outcomes import answered, concluded
from tests.vignettes.outcomes import Outcome, figures, own_outcomes
from tests.vignettes.run_cases import COLUMNS, compared, main, misses, summary
from tests.vignettes.stored_result import Result, moved, result_of, store, stored_results

SAID = {"hip_joint": 0.6, "lumbar_axial": 0.4}
RIGHT = answered(concluded("hip_joint"), SAID)
WRONG = answered(concluded("hip_joint"), {"hip_joint": 0.4, "lumbar_axial": 0.6}, "same_day")


def result(*found: Outcome) -> Result:
    return result_of(found, own_knowledge())


def test_only_misses_and_wrong_urgency_get_a_line() -> None:
    late = answered(concluded("hip_joint", at_least="same_day"), SAID, "routine")
    first, second = misses([RIGHT, WRONG, late])
    assert "wanted hip_joint (p 0.40" in first
    assert "came lumbar_axial 0.60, same_day: second" in first
    assert second.endswith("routine: NOT RAISED")


def test_the_summary_tells_all_kinds_origins_and_reliability() -> None:
    lines = list(summary(own_outcomes("published")))
    heads = [line.split("  ")[0] for line in lines]
    assert {"all", "kind serious", "kind misleading_imaging", "hip_joint"} <= set(heads)
    assert [line for line in lines if line.startswith("first origin from 80%")]
    assert set(figures(own_outcomes("published"))) == set(COLUMNS)


def test_what_went_wrong_or_right_since_the_stored_result_is_said() -> None:
    assert list(moved(result(RIGHT), result(RIGHT))) == []
    lines = list(moved(result(RIGHT), result(WRONG)))
    assert "top_1: 1 -> 0" in lines
    expected = "NOW WRONG, first hip_joint -> lumbar_axial, tier none_found -> same_day"
    assert lines[-1] == f"made_up: {expected}, true origin 0.600 -> 0.400"
    assert "NOW RIGHT" in list(moved(result(WRONG), result(RIGHT)))[-1]


def test_a_case_that_came_or_went_is_said() -> None:
    nothing: Result = {"figures": {}, "cases": {}}
    assert list(moved(nothing, result(RIGHT)))[-1] == "made_up: new"
    assert "made_up: gone" in list(moved(result(RIGHT), {**result(RIGHT), "cases": {}}))


def test_a_change_below_the_third_digit_is_none() -> None:
    nearly = answered(concluded("hip_joint"), {"hip_joint": 0.6001, "lumbar_axial": 0.3999})
    assert list(moved(result(RIGHT), result(nearly))) == []


def test_comparison_names_the_knowledge_it_was_stored_with() -> None:
    assert list(compared(None, result(RIGHT))) == ["nothing stored yet"]
    first, second = compared(result(RIGHT), result(RIGHT))
    assert own_knowledge().manifest.version in first
    assert second == "nothing has moved"


def test_stored_results_come_back_and_other_sets_stay(tmp_path: Path) -> None:
    path = tmp_path / "last.json"
    store({"published": result(RIGHT)}, path)
    store({"textbook": result(WRONG)}, path)
    assert stored_results(path) == {"published": result(RIGHT), "textbook": result(WRONG)}
    text = path.read_bytes()
    store({"published": result(RIGHT)}, path)
    assert path.read_bytes() == text
    assert text.count(b'"made_up": {"first"') == 2


def test_the_command_stores_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept: list[Any] = []
    monkeypatch.setattr(run_cases, "load_knowledge", own_knowledge)
    monkeypatch.setattr(run_cases, "outcomes", lambda *_: [WRONG])
    monkeypatch.setattr(run_cases, "store", kept.append)
    assert main(["published"]) == 0
    assert kept == []
    assert main(["all", "--store"]) == 0
    assert list(kept[0]) == ["published", "textbook", "reports"]
    assert "came lumbar_axial 0.60" in capsys.readouterr().out
