"""`hipmap knowledge check`, `hipmap vocabulary` and `hipmap --version`."""

import json
import re
from pathlib import Path

import pytest

import hipmap as package
from hipmap.model.knowledge import Knowledge
from tests.command_line.conftest import Run
from tests.storage.clinic_folder import NEW_FINDING, ClinicFolder


def test_the_own_knowledge_passes_and_is_counted(hipmap: Run, knowledge: Knowledge) -> None:
    done = hipmap("knowledge", "check")
    assert (done.code, done.err) == (0, "")
    line, library = done.out.splitlines()
    assert library.startswith("library: ")
    assert library.endswith(": no problem found")
    assert line.startswith(f"knowledge {knowledge.manifest.version}: ")
    assert f" {len(knowledge.conditions)} conditions, {len(knowledge.findings)} findings, " in line
    assert line.endswith(f"{len(knowledge.sources)} sources: no problem found")
    match = re.search(r"(\d+) cells \((\d+) published, (\d+) derived, (\d+) judged\)", line)
    assert match is not None
    total, *parts = (int(part) for part in match.groups())
    assert total == sum(parts)


def test_a_folder_of_the_clinic_is_checked(hipmap: Run, tmp_path: Path) -> None:
    clinic = ClinicFolder(tmp_path)
    clinic.write("findings/clinic.yaml", NEW_FINDING)
    done = hipmap("knowledge", "check", clinic.path)
    assert (done.code, done.err) == (0, "")
    assert "no problem found" in done.out


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("often", "{kind: published, p: 0.6}", "row 1 (clinic_question), cells.hip_osteoarthritis: "),
        ("often", "{p: 0.6}", "row 1 (clinic_question), cells.hip_osteoarthritis.kind: "),
        ("hip_osteoarthritis: often", "hip: often", "clinic_question, cells.hip: "),
    ],
)
def test_every_problem_is_listed_with_its_row(
    hipmap: Run, tmp_path: Path, old: str, new: str, what: str
) -> None:
    clinic = ClinicFolder(tmp_path)
    clinic.write("findings/clinic.yaml", NEW_FINDING.replace(old, new))
    done = hipmap("knowledge", "check", clinic.path)
    assert done.code == 2
    listed = done.out.splitlines()
    assert listed[0].startswith(f"findings/clinic.yaml, {what}")
    problems = "1 problem" if len(listed) == 1 else f"{len(listed)} problems"
    assert done.err == f"hipmap: the knowledge has {problems}, listed above\n"


def test_a_folder_that_holds_no_knowledge(hipmap: Run, tmp_path: Path) -> None:
    done = hipmap("knowledge", "check", tmp_path / "absent")
    assert done.code == 2
    assert "absent: there is no such folder" in done.err
    assert len(done.err.splitlines()) == 1
    done = hipmap("knowledge", "check", tmp_path)
    assert done.code == 2
    assert "manifest.yaml: this knowledge file cannot be read" in done.out
    assert len(done.err.splitlines()) == 1


def test_the_vocabulary_is_one_json_object(hipmap: Run, knowledge: Knowledge) -> None:
    done = hipmap("vocabulary", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert {row["id"] for row in data["findings"]} == set(knowledge.finding_by_id)
    assert hipmap("vocabulary") == done


def test_the_version_is_said(hipmap: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        hipmap("--version")
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"hipmap {package.__version__}\n"
