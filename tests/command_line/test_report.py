"""`hipmap report` and `hipmap import`: every kind, no file replaced unasked, one line for what is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from hipmap.exchange.fhir.codes import QUESTIONNAIRE
from hipmap.model.knowledge import Knowledge
from hipmap.storage.case_files import read_case
from tests.case_builders import EXAMPLE, ROOT, case_json, mark_data, own_knowledge
from tests.command_line.conftest import Run
from tests.exchange.reports import RICH

STARTS = {
    "note.txt": b"2026-11-22\nS: 56 years, female",
    "letter.pdf": b"%PDF-1.",
    "letter.html": b"<!DOCTYPE html>",
    "handout.pdf": b"%PDF-1.",
    "handout.html": b"<!DOCTYPE html>",
    "map.svg": b"<?xml",
    "map.png": b"\x89PNG",
    "likelihood.svg": b"<?xml",
    "likelihood.png": b"\x89PNG",
    "bundle.json": b'{\n "resourceType": "Bundle"',
    "questionnaire.json": b'{\n "resourceType": "Questionnaire"',
    "row.csv": b"person,visit,days_since_first,setting,age",
    "dictionary.csv": b"column,meaning,type,values",
    "case.json": b'{\n  "schema": "hipmap-case/1"',
}
DAY = ("--date", "2026-11-22")


@pytest.fixture
def agreeing(tmp_path: Path) -> Path:
    """A case in which words and marks name one side."""
    path = tmp_path / "own.json"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", STARTS)
def test_the_name_of_the_file_says_what_is_written(
    hipmap: Run, agreeing: Path, tmp_path: Path, name: str
) -> None:
    outcome = hipmap("report", agreeing, "-o", tmp_path / name, *DAY)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(STARTS[name])


@pytest.mark.parametrize("name", ["x.pdf", "x.txt", "x.html", "x.json", "x.svg", "x.png", "x.csv"])
def test_any_other_name_gives_the_usual_kind(hipmap: Run, agreeing: Path, tmp_path: Path, name: str) -> None:
    assert hipmap("report", agreeing, "-o", tmp_path / name, *DAY).code == 0
    assert (tmp_path / name).stat().st_size > 100


def test_texts_are_printed_where_no_file_is_named(hipmap: Run, agreeing: Path) -> None:
    assert hipmap("report", agreeing, *DAY).out.startswith("2026-11-22\nS: 56 years")
    assert json.loads(hipmap("report", agreeing, "--kind", "json").out)["schema"] == "hipmap-case/1"


def test_a_case_comes_back_byte_for_byte(hipmap: Run, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(case_json(**RICH), encoding="utf-8")
    first, second = tmp_path / "case_1.json", tmp_path / "case_2.json"
    assert hipmap("report", tmp_path / "in.json", "-o", first).code == 0
    assert hipmap("report", first, "-o", second).code == 0
    assert first.read_bytes() == second.read_bytes()
    knowledge = own_knowledge()
    assert read_case(first, knowledge) == read_case(tmp_path / "in.json", knowledge)


def test_a_bundle_comes_back_as_the_case(hipmap: Run, tmp_path: Path) -> None:
    source, bundle, back = tmp_path / "in.json", tmp_path / "bundle.json", tmp_path / "case.json"
    source.write_text(case_json(**RICH), encoding="utf-8")
    assert hipmap("report", source, "-o", bundle).code == 0
    assert hipmap("import", bundle, "-o", back).code == 0
    knowledge = own_knowledge()
    assert read_case(back, knowledge) == read_case(source, knowledge)


def test_a_file_that_is_there_is_kept(hipmap: Run, agreeing: Path, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("kept", encoding="utf-8")
    assert "this file is there already" in hipmap("report", agreeing, "-o", path).complaint
    assert path.read_text(encoding="utf-8") == "kept"
    assert hipmap("report", agreeing, "-o", path, "--force").code == 0
    assert path.read_text(encoding="utf-8") != "kept"


def test_sides_that_disagree_are_refused_and_can_be_confirmed(hipmap: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "case.json", tmp_path / "letter.html"
    answers = {"slr": {"value": "positive", "side": "left"}}
    path.write_text(case_json(marks=[mark_data(side="right")], answers=answers), encoding="utf-8")
    complaint = hipmap("report", path, "-o", out).complaint
    assert "marked on the right, but answers are for the other side (slr)" in complaint
    assert not out.exists()
    assert hipmap("report", path, "-o", out, "--sides-checked").code == 0
    assert hipmap("report", path, "--kind", "json").code == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["-o", "note.docx"], "the ending says nothing about what to write"),
        (["-o", "note.pdf", "--kind", "soap"], "--kind soap is written as .txt"),
        (["-o", "no_such_folder/note.txt"], "the folder"),
        (["-o", "."], "the ending says nothing"),
        (["--kind", "letter"], "say where to: give -o FILE.pdf"),
        (["--date", "22.11.2026"], "22.11.2026 is no day"),
        (["--born", "2026-02-30"], "2026-02-30 is no day"),
        (["--name", "a\nb"], "write this in one line"),
        (["--name", "\x1b[31m"], "a sign in this text cannot be shown"),
        (["--question", "x" * 700], "keep to 600"),
        (["--question", "Her left hip?"], "the map is marked on the right, but --question says left"),
        (["--template", "none.txt"], "the template cannot be read"),
        (["--country", "XX"], "no number is known"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    hipmap: Run, agreeing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str],
    complaint: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert complaint in hipmap("report", agreeing, *arguments).complaint
    assert sorted(tmp_path.iterdir()) == before


def test_a_clinic_s_own_template(hipmap: Run, agreeing: Path, tmp_path: Path) -> None:
    template = tmp_path / "own.txt"
    template.write_text("Sites: {sites}\n{passport}\n", encoding="utf-8")
    assert hipmap("report", agreeing, "--template", template).out.startswith("Sites: right inguinal fold")
    template.write_text("Sites: {site}", encoding="utf-8")
    expected = "own.txt: line 1: there is no field {site}; did you mean {sites}?"
    assert hipmap("report", agreeing, "--template", template).complaint == expected
    template.write_bytes(b"\xff\xfe\x00")
    assert "not text in UTF-8" in hipmap("report", agreeing, "--template", template).complaint


def test_a_folder_that_takes_no_file(
    hipmap: Run, agreeing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> tuple[int, str]:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("hipmap.storage.whole_file.tempfile.mkstemp", full)
    complaint = hipmap("report", agreeing, "-o", tmp_path / "note.txt").complaint
    assert complaint.startswith("note.txt: this could not be written (Read-only file system)")


def test_a_batch_is_one_table(hipmap: Run, tmp_path: Path) -> None:
    lines = [case_json(), "{", case_json(marks=[mark_data()]), case_json(setting="home")]
    (tmp_path / "cases.jsonl").write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "rows.csv"
    outcome = hipmap("report", "--batch", tmp_path / "cases.jsonl", "-o", out, "--no-ranges")
    assert outcome.code == 2
    assert outcome.err.startswith("hipmap: cases.jsonl, line 2: ")
    rows = out.read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[1] for row in rows] == ["visit", "1", "3", "4"]


def test_a_batch_of_notes_is_a_folder(hipmap: Run, tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text(f"{case_json()}\n{case_json()}", encoding="utf-8")
    folder = tmp_path / "notes"
    arguments = ("report", "--batch", tmp_path / "cases.jsonl", "-o", folder, "--kind", "soap", "--no-ranges")
    assert hipmap(*arguments).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["00001.txt", "00002.txt"]
    again = hipmap(*arguments)
    assert again.code == 2
    assert again.err.count("this file is there already") == 2


def test_a_batch_that_is_stopped_leaves_what_was_there(
    hipmap: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cases.jsonl").write_text(f"{case_json()}\n{case_json()}", encoding="utf-8")
    out = tmp_path / "rows.csv"
    out.write_text("before", encoding="utf-8")

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hipmap.report_batch.assess", stopped)
    outcome = hipmap("report", "--batch", tmp_path / "cases.jsonl", "-o", out, "--force")
    assert outcome.code == 130
    assert out.read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cases.jsonl", "rows.csv"]


def test_a_table_for_excel_begins_with_the_sign_for_utf8(hipmap: Run, tmp_path: Path, example: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text(case_json() + "\n", encoding="utf-8")
    for name, what in (
        ("row.csv", [example]),
        ("rows.csv", ["--batch", cases]),
        ("dictionary.csv", [example]),
    ):
        plain, excel = tmp_path / f"plain_{name}", tmp_path / f"excel_{name}"
        kind = "dictionary" if "dictionary" in name else "csv"
        asked = ("report", *what, "--kind", kind, "--no-ranges")
        assert hipmap(*asked, "-o", plain).code == hipmap(*asked, "--excel", "-o", excel).code == 0
        assert excel.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()


def test_an_import_that_cannot_be_used(hipmap: Run, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("<Bundle/>", encoding="utf-8")
    assert hipmap("import", tmp_path / "x.json").complaint == (
        "x.json: this is XML, which is not read; save the bundle as JSON"
    )
    assert "this is no file" in hipmap("import", tmp_path).complaint
    assert "cannot be read" in hipmap("import", tmp_path / "none.json").complaint


def test_an_import_says_what_to_know_before_the_case_is_used(
    hipmap: Run, tmp_path: Path, knowledge: Knowledge
) -> None:
    here = knowledge.manifest.version
    unfinished = "the response is not finished (its status is in-progress); answers may be missing"
    other = f"it answers version 2031.4 of the questions, here they are {here}; look them through"
    for status, version, cautions in (
        ("completed", f"|{here}", []),
        ("in-progress", f"|{here}", [unfinished]),
        ("in-progress", "|2031.4", [unfinished, other]),
        (
            "completed",
            "",
            [f"it does not say which version of the questions it answers; here they are {here}"],
        ),
    ):
        source = _response(tmp_path, status, version)
        outcome = hipmap("import", source)
        assert outcome.code == 0
        assert '"limp"' in outcome.out
        assert outcome.err.splitlines() == [f"hipmap: in.json: {one}" for one in cautions]


def test_what_was_withdrawn_is_not_imported(hipmap: Run, tmp_path: Path) -> None:
    back = tmp_path / "case.json"
    outcome = hipmap("import", _response(tmp_path, "entered-in-error", ""), "-o", back)
    assert outcome.complaint == (
        "in.json: this response was entered in error, as its status says; ask for the right one"
    )
    assert not back.exists()


def _response(folder: Path, status: str, version: str) -> Path:
    whole = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{QUESTIONNAIRE}{version}",
        "status": status,
        "item": [{"linkId": "limp", "answer": [{"valueCoding": {"code": "yes"}}]}],
    }
    path = folder / "in.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


_LOADED = """
import sys
from hipmap.command_line import main
code = main(sys.argv[1:])
found = {name.partition(".")[0] for name in sys.modules}
print(*sorted(found & {"typst", "fhir", "PySide6", "numpy", "cryptography", "sqlcipher3"}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("name", "loaded"),
    [("note.txt", ""), ("map.svg", ""), ("letter.html", ""), ("row.csv", ""), ("letter.pdf", "typst"),
     ("map.png", "typst"), ("bundle.json", "fhir")],
)  # fmt: skip
def test_what_is_heavy_is_loaded_only_where_it_is_used(
    agreeing: Path, tmp_path: Path, name: str, loaded: str
) -> None:
    command = [sys.executable, "-c", _LOADED, "report", str(agreeing), "-o", str(tmp_path / name)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, loaded)
