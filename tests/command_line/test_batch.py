"""`hipmap assess --batch`: one line a case, in order; a bad line is named and the rest is still assessed."""

import json
from pathlib import Path

from hipmap.model.case import Case
from hipmap.reasoning.digest import digest_of
from tests.case_builders import case_json, mark_data, own_knowledge
from tests.command_line.conftest import Run

CASES = [case_json(person={"age": age}, answers={"limp": "yes"}) for age in (20, 40, 60, 80)]


def write(folder: Path, lines: list[str]) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def digests(lines: list[str]) -> list[str]:
    return [digest_of(Case.model_validate_json(line), own_knowledge()) for line in lines]


def test_results_keep_the_order_of_the_lines(hipmap: Run, tmp_path: Path) -> None:
    cases = CASES[::-1] + CASES
    done = hipmap("assess", "--batch", write(tmp_path, cases))
    assert (done.code, done.err) == (0, "")
    results = [json.loads(line) for line in done.out.splitlines()]
    assert [result["versions"]["digest"] for result in results] == digests(cases)


def test_a_line_gives_what_the_case_gives_alone(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(CASES[2], encoding="utf-8")
    alone = json.loads(hipmap("assess", path).out)
    lines = hipmap("assess", "--batch", write(tmp_path, CASES)).out.splitlines()
    assert json.loads(lines[2]) == alone


def test_a_bad_line_is_named_in_its_place_and_the_rest_is_assessed(hipmap: Run, tmp_path: Path) -> None:
    bad = ['{"schema": ', case_json(marks=[mark_data("groin_creese")]), "Dear colleague", '{"schema": "x"}']
    lines = [CASES[0], bad[0], CASES[1], bad[1], bad[2], CASES[2], bad[3]]
    done = hipmap("assess", "--batch", write(tmp_path, lines))
    assert done.code == 2
    results = [json.loads(line) for line in done.out.splitlines()]
    assert len(results) == len(lines)
    good = [at for at, result in enumerate(results) if "error" not in result]
    assert good == [0, 2, 5]
    assert [results[at]["versions"]["digest"] for at in good] == digests(CASES[:3])
    for at in (1, 3, 4, 6):
        assert set(results[at]) == {"error"}
        assert results[at]["error"].startswith(f"cases.jsonl, line {at + 1}: ")
    assert 'did you mean "groin_crease"?' in results[3]["error"]
    assert done.err.splitlines() == [f"hipmap: {results[at]['error']}" for at in (1, 3, 4, 6)]


def test_every_line_may_be_bad(hipmap: Run, tmp_path: Path) -> None:
    done = hipmap("assess", "--batch", write(tmp_path, ["[]", "[]"]))
    assert done.code == 2
    assert [set(json.loads(line)) for line in done.out.splitlines()] == [{"error"}, {"error"}]
    assert len(done.err.splitlines()) == 2


def test_a_blank_line_is_no_case_but_counts_as_a_line(hipmap: Run, tmp_path: Path) -> None:
    done = hipmap("assess", "--batch", write(tmp_path, [CASES[0], "", "   ", "[]", CASES[1]]))
    assert done.code == 2
    assert len(done.out.splitlines()) == 3
    assert "cases.jsonl, line 4: " in done.err


def test_a_last_line_without_its_end_is_assessed(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes("\r\n".join(CASES).encode())
    done = hipmap("assess", "--batch", path)
    assert done.code == 0
    assert len(done.out.splitlines()) == len(CASES)


def test_a_line_longer_than_any_case_is_refused(hipmap: Run, tmp_path: Path) -> None:
    long = case_json(marks=[mark_data()]) + " " * 2_000_001
    done = hipmap("assess", "--batch", write(tmp_path, [CASES[0], long, CASES[1]]))
    assert done.code == 2
    first, second, third = (json.loads(line) for line in done.out.splitlines())
    assert second == {
        "error": "cases.jsonl, line 2: this line is longer than any case; write one case a line"
    }
    assert "error" not in first
    assert "error" not in third


def test_without_ranges_a_batch_keeps_its_estimates(hipmap: Run, tmp_path: Path) -> None:
    path = write(tmp_path, CASES[:2])
    full = [json.loads(line) for line in hipmap("assess", "--batch", path).out.splitlines()]
    quick = [json.loads(line) for line in hipmap("assess", "--batch", path, "--no-ranges").out.splitlines()]
    for one, other in zip(full, quick, strict=True):
        assert [o["probability"] for o in one["origins"]] == [o["probability"] for o in other["origins"]]
        assert all(o["low"] is None for o in other["origins"])


def test_an_empty_batch_gives_nothing(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(b"")
    done = hipmap("assess", "--batch", path)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_batch_that_is_not_there(hipmap: Run, tmp_path: Path) -> None:
    assert hipmap("assess", "--batch", tmp_path / "absent.jsonl").complaint == (
        "absent.jsonl: the file cannot be read (No such file or directory); check its name"
    )
    assert "this is a folder; name a file" in hipmap("assess", "--batch", tmp_path).complaint


def test_a_batch_is_never_text(hipmap: Run, tmp_path: Path) -> None:
    done = hipmap("assess", "--batch", write(tmp_path, CASES), "--format", "text")
    assert done.complaint.startswith("--format text: a batch is written as JSON")
