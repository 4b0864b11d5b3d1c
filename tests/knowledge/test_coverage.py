"""No claim of the source articles gets lost: `hipmap knowledge coverage` names where each is carried."""

import os
import re
import subprocess
import sys
from pathlib import Path

from hipmap.model.coverage import Carried, coverage
from tests.case_builders import ROOT, own_knowledge
from tests.knowledge.patient_texts import own_library
from tests.storage.clinic_folder import ClinicFolder

CLAIMS = 262
CONTRADICTED = 13
_CLAIM = re.compile(r"^(S\d{3}) (sound|simplification|contradicted): .+\n     (.+)$", re.M)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs the command as a program of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "hipmap", "knowledge", "coverage", *map(str, arguments)],
        cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip


def test_every_claim_is_carried() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    rows = _CLAIM.findall(done.stdout)
    assert len({claim for claim, _, _ in rows}) == len(rows) == CLAIMS
    assert [claim for claim, _, places in rows if places == "LOST"] == []
    assert done.stdout.endswith(f"\n{CLAIMS} of {CLAIMS} claims are carried\n")


def carried_once_in(folder: Path) -> tuple[Carried, Path]:
    """Gives a claim that one row carries, and the file that holds this row."""
    texts = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    for carried in coverage(own_library(), own_knowledge()):
        holders = [path for path, text in texts.items() if carried.claim.id in text]
        mentions = sum(texts[path].count(carried.claim.id) for path in holders)
        # One mention is the claim itself.
        if len(carried.places) == 1 and mentions == 2:
            return carried, next(path for path in holders if path.name != "claims.yaml")
    raise AssertionError("no claim is carried by one row alone")


def test_a_lost_claim_is_named(tmp_path: Path) -> None:
    clinic = ClinicFolder(tmp_path, with_library=True)
    carried, path = carried_once_in(clinic.path)
    lost = carried.claim.id
    # In its place another claim, which is carried twice then.
    other = next(
        row.claim.id for row in coverage(own_library(), own_knowledge())
        if row.claim.id != lost and row.claim.standing == "sound" and row.places != carried.places
    )  # fmt: skip
    text = path.read_text(encoding="utf-8")
    clinic.write(path.relative_to(clinic.path).as_posix(), text.replace(lost, other))
    done = run(clinic.path)
    assert done.returncode == 2
    assert f"{lost} {carried.claim.standing}: {carried.claim.topic}\n     LOST\n" in done.stdout
    assert f"\n{CLAIMS - 1} of {CLAIMS} claims are carried\n" in done.stdout
    first, last = done.stderr.splitlines()
    assert f"{lost}: no row carries this claim" in first
    assert last == "hipmap: the coverage has 1 problem, listed above"


def test_contradicted_claims_are_told_as_myths_and_score_nowhere() -> None:
    found = [row for row in coverage(own_library(), own_knowledge()) if row.claim.standing == "contradicted"]
    assert len(found) == CONTRADICTED
    for row in found:
        assert row.places, row.claim.id
        assert all(place.startswith("corrected myth ") for place in row.places), row
    names = {row.claim.id for row in found}
    assert [one.id for one in own_knowledge().findings if names & set(one.carries)] == []
