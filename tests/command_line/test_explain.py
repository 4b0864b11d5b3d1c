"""`hipmap explain`: why an origin or condition is as likely as it is, as JSON and in two voices."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hipmap.model.case import Case
from hipmap.model.explained_case import ExplainedCase
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from hipmap.reasoning.explain import explain
from hipmap.storage.case_files import read_case
from tests.case_builders import ROOT, case_json, example_data, mark_data
from tests.command_line.conftest import Run
from tests.storage.overlays import written

FIELDS = {
    "schema", "side", "tier", "likelihood", "waterfall", "contrast", "what_if", "sensitivity", "versions",
}  # fmt: skip
EXAMPLES = sorted((ROOT / "assets" / "examples").glob("*.json"))


def explained(hipmap: Run, *arguments: str | Path) -> dict[str, Any]:
    done = hipmap("explain", *arguments)
    assert (done.code, done.err) == (0, "")
    data: dict[str, Any] = json.loads(done.out)
    return data


def case_file(folder: Path, text: str) -> Path:
    path = folder / "case.json"
    path.write_text(text, encoding="utf-8")
    return path


def block(text: str, start: str) -> list[str]:
    """The lines under the heading that begins so, up to the blank line."""
    lines = text.splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith(start))
    return lines[first + 1 : lines.index("", first)]


def test_json_is_about_the_likeliest_origin_against_the_next(
    hipmap: Run, example: Path, knowledge: Knowledge
) -> None:
    data = explained(hipmap, example)
    assessed = json.loads(hipmap("assess", example).out)
    first, second = assessed["origins"][:2]
    assert set(data) == FIELDS
    assert (data["schema"], data["versions"]) == ("hipmap-explanation/1", assessed["versions"])
    assert (data["side"], data["tier"]) == (assessed["side"], assessed["urgency"]["tier"])
    assert data["waterfall"]["target"] == data["sensitivity"]["target"] == first["id"]
    assert (data["contrast"]["first"], data["contrast"]["second"]) == (first["id"], second["id"])
    assert data["likelihood"] == {**first, "reasons_for": [], "reasons_against": []}
    assert data["waterfall"]["result_probability"] == first["probability"]
    assert ExplainedCase.model_validate_json(json.dumps(data)) == explain(
        read_case(example, knowledge), knowledge
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("about", ["hip_joint", "lumbar_axial", "gluteal_tendinopathy"])
def test_rounded_steps_sum_to_the_change_to_the_last_digit(hipmap: Run, path: Path, about: str) -> None:
    way = explained(hipmap, path, "--about", about)["waterfall"]
    told = [Decimal(str(step["weight"])) for step in way["steps"]]
    numbers = [Decimal(str(way["start"])), *told, Decimal(str(way["others"]))]
    assert told
    assert sum(numbers) == Decimal(str(way["result"]))
    assert all(round(number, 6) == number for number in numbers)


def test_a_contrast_names_the_test_that_separates_the_two(
    hipmap: Run, example: Path, knowledge: Knowledge
) -> None:
    contrast = explained(hipmap, example, "--about", "hip_joint", "--against", "lumbar_radicular")["contrast"]
    assert "hip_internal_rotation_deg" in [one["finding"] for one in contrast["for_first"]]
    assert contrast["for_second"][0]["finding"] == "slr"
    options = ("--about", "hip_joint", "--against", "lumbar_radicular", "--format", "text")
    lines = block(hipmap("explain", example, *options).out, "What tells hip joint")
    label = knowledge.finding_by_id["slr"].clinician
    (raised,) = [line for line in lines if label in line]
    assert raised.startswith("  for lumbar nerve root: ")
    assert ", +" in raised


def test_a_condition_is_held_against_an_origin_that_it_is_not_part_of(hipmap: Run, example: Path) -> None:
    contrast = explained(hipmap, example, "--about", "hip_osteoarthritis")["contrast"]
    assert contrast["first"] == "hip_osteoarthritis"
    assert contrast["second"] == json.loads(hipmap("assess", example).out)["origins"][1]["id"]


def test_each_flipped_answer_is_the_assessment_of_the_changed_case(
    hipmap: Run, example: Path, knowledge: Knowledge
) -> None:
    tables = explained(hipmap, example)["what_if"]
    assert [table["finding"] for table in tables] == sorted(example_data()["answers"])
    (limp,) = [table for table in tables if table["finding"] == "limp"]
    (row,) = [row for row in limp["rows"] if row["value"] == "no"]
    changed = {**example_data(), "answers": {**example_data()["answers"], "limp": "no"}}
    result = assess(Case.model_validate_json(json.dumps(changed)), knowledge, ranges=False)
    assert not row["present"]
    assert {one["id"]: one["probability"] for one in row["origins"]} == {
        one.id: one.probability for one in result.origins
    }


def test_an_unknown_answer_has_no_table_and_takes_no_step(hipmap: Run, tmp_path: Path) -> None:
    path = case_file(tmp_path, case_json(marks=[mark_data()], answers={"limp": "unknown", "slr": "negative"}))
    data = explained(hipmap, path)
    assert [table["finding"] for table in data["what_if"]] == ["slr"]
    assert "limp" not in [step["finding"] for step in data["waterfall"]["steps"]]


def test_clinicians_get_decibans_kinds_and_sources(hipmap: Run, example: Path) -> None:
    text = hipmap("explain", example, "--format", "text").out
    assert text == hipmap("explain", example, "--format", "text", "--audience", "clinician").out
    way = block(text, "Hip joint (intra-articular), right side")
    assert way[0].startswith("  starting rate ")
    assert way[-1].startswith("  now: ")
    assert "  points towards: Passive hip internal rotation: 10 degrees (medium, +" in "\n".join(way)
    assert "judgement, with metcalfe_2019 in mind" in "\n".join(way)
    assert all(
        "judgement" in one or "derived" in one or "published" in one for one in way[1:-1] if "(" in one
    )
    figures = block(text, "Which number moves this")
    assert all("% of the uncertainty" in line for line in figures)
    assert any("judgement" in line for line in figures)


def test_patients_get_plain_sizes_tenths_and_no_decibans(hipmap: Run, example: Path) -> None:
    text = hipmap("explain", example, "--format", "text", "--audience", "patient").out
    way = block(text, "Hip joint, right side")
    assert way[0].startswith("  to begin with, from age, sex and place of care: ")
    assert "people with answers like these" not in way[0]
    assert "  points towards: How far the hip turns inwards: 10 degrees (medium)" in way
    assert way[-1].startswith("  now: ")
    assert "in 10 people with answers like these" in way[-1]
    assert " dB" not in text
    assert "%" not in text
    assert "metcalfe" not in text
    assert "This is not a diagnosis." in text


def test_the_text_says_what_another_answer_would_change(hipmap: Run, example: Path) -> None:
    text = hipmap("explain", example, "--format", "text", "--audience", "patient").out
    told = block(text, "What one other answer would make of hip joint")
    begins = "  How far the hip turns inwards: if “35 degrees or more"
    turned = [line for line in told if line.startswith(begins)]
    assert len(turned) == 1
    assert " in 10 instead of " in turned[0]


def test_an_emergency_stands_above_every_likelihood(hipmap: Run, tmp_path: Path) -> None:
    path = case_file(tmp_path, case_json(answers={"saddle_numbness": "yes"}))
    text = hipmap("explain", path, "--format", "text", "--audience", "patient").out
    assert text.startswith("EMERGENCY: get help now\n  The likelihoods below do not change this.")
    assert explained(hipmap, path)["tier"] == "emergency_now"


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_nothing_answered_gives_the_starting_rate_and_no_reasons(
    hipmap: Run, tmp_path: Path, audience: str
) -> None:
    path = case_file(tmp_path, case_json())
    data = explained(hipmap, path)
    assert (data["waterfall"]["steps"], data["what_if"]) == ([], [])
    assert data["waterfall"]["start"] == data["waterfall"]["result"]
    text = hipmap("explain", path, "--format", "text", "--audience", audience).out
    assert "Nothing that is marked or answered so far tells where the pain comes from." in text
    assert "points" not in text
    assert len(text.splitlines()) <= 10


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ("--about", "hip_jiont"),
            'about: there is no origin or condition "hip_jiont"; did you mean hip_joint',
        ),
        (("--against", "lumbar"), "did you mean lumbar_axial or "),
        (("--about", "xyzzy"), "see `hipmap vocabulary`"),
        (("--about", "hip\njoint\x1b[2J"), "did you mean hip_joint"),
        (("--against", "hip_joint"), "hip_joint is what is explained; name another one"),
    ],
)
def test_an_id_that_cannot_be_used_is_refused_in_one_line(
    hipmap: Run, example: Path, options: tuple[str, ...], said: str
) -> None:
    assert said in hipmap("explain", example, *options).complaint


@pytest.mark.parametrize("text", ["", "{", '{"schema": "hipmap-case/2"}', case_json(answers={"limb": "yes"})])
def test_a_bad_case_file_is_refused_as_assess_refuses_it(hipmap: Run, tmp_path: Path, text: str) -> None:
    path = case_file(tmp_path, text)
    assert hipmap("explain", path).complaint == hipmap("assess", path).complaint
    path.unlink()
    assert hipmap("explain", path).complaint == hipmap("assess", path).complaint


def test_the_same_case_gives_the_same_bytes_in_any_order(hipmap: Run, example: Path, tmp_path: Path) -> None:
    data = example_data()
    turned = {**data, "answers": dict(reversed(data["answers"].items()))}
    other = case_file(tmp_path, json.dumps(dict(reversed(turned.items()))))
    for options in ((), ("--format", "text"), ("--about", "hip_osteoarthritis")):
        once = hipmap("explain", example, *options)
        assert once == hipmap("explain", example, *options) == hipmap("explain", other, *options)


def test_an_overlay_is_used_and_named(hipmap: Run, example: Path, tmp_path: Path) -> None:
    versions = explained(hipmap, example, "--overlay", written(tmp_path))["versions"]
    assert "Seaside Physio 3 (local)" in versions["knowledge"]


def test_an_assessment_does_not_wait_for_the_explanations() -> None:
    program = (
        "import json, sys; from hipmap.command_line import main\n"
        "main(['assess', 'assets/examples/hip_joint.json', '--format', 'text'])\n"
        "print(json.dumps([m for m in sys.modules if m.startswith('hipmap.')]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    loaded = json.loads(done.stdout.splitlines()[-1])
    unneeded = {"explain_command", "reasoning.explain", "reasoning.waterfall", "exchange.explanation_text"}
    assert unneeded.isdisjoint(name.removeprefix("hipmap.") for name in loaded)
    assert "hipmap.reasoning.assess" in loaded
