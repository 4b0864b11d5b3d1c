"""`--overlay`: used where it fits, refused in one line where not; an installed one only leaves a note."""

import json
from pathlib import Path

import pytest

from hipmap.storage import overlay_files
from tests.command_line.conftest import Run
from tests.storage.overlays import written


def test_assess_uses_it_and_says_whose_it_is(hipmap: Run, example: Path, tmp_path: Path) -> None:
    done = hipmap("assess", example, "--overlay", written(tmp_path))
    assert done.code == 0
    assert "Seaside Physio 3 (local)" in json.loads(done.out)["versions"]["knowledge"]


def test_the_vocabulary_holds_the_local_question(hipmap: Run, tmp_path: Path) -> None:
    data = json.loads(hipmap("vocabulary", "--overlay", written(tmp_path)).out)
    assert "Does it hurt on the bus? (local)" in [row["patient"] for row in data["findings"]]


def test_one_that_was_asked_for_must_fit(hipmap: Run, example: Path, tmp_path: Path) -> None:
    complaint = hipmap("assess", example, "--overlay", written(tmp_path, "schema: nothing")).complaint
    assert complaint.startswith("the clinic’s overlay was refused. overlay.yaml")


def test_an_installed_one_that_does_not_fit_is_told(
    hipmap: Run, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = hipmap("assess", example)
    monkeypatch.setattr(overlay_files, "clinic_overlay", lambda: written(tmp_path, "schema: nothing"))
    done = hipmap("assess", example)
    assert (done.code, done.out) == (0, plain.out)
    assert done.err.startswith("hipmap: the clinic’s overlay was refused. overlay.yaml")
    assert done.err.endswith("hipmap’s own knowledge is used\n")


def test_check_lists_every_problem_of_it(hipmap: Run, tmp_path: Path) -> None:
    done = hipmap("knowledge", "check", "--overlay", written(tmp_path, "schema: nothing\nclinic: 3"))
    assert done.code == 2
    assert "overlay.yaml, schema: " in done.out
    assert "overlay.yaml, clinic: " in done.out
