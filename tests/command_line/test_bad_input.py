"""A bad case file on the command line: exit code 2, one line that helps, and nothing changed."""

from pathlib import Path
from typing import NoReturn

import pytest

from tests.case_builders import EXAMPLE, case_json, mark_data
from tests.command_line.conftest import Run

BAD: dict[str, tuple[str | bytes, str]] = {
    "not JSON": ("Dear colleague,", "this is not valid JSON ("),
    "empty": ("", "this file is empty;"),
    "binary": (bytes(range(256)), "this is not text in UTF-8;"),
    "UTF-16": (EXAMPLE.encode("utf-16"), "this is not text in UTF-8;"),
    "deeply nested": ("[" * 500_000, "this is not valid JSON (recursion limit"),
    "future schema": ('{"schema": "hipmap-case/2"}', "schema: this hipmap reads hipmap-case/1, not "),
    "no schema": ("{}", "schema: this field is missing: add "),
    "unknown zone": (case_json(marks=[mark_data("groyn")]), 'marks[0].zone: there is no zone "groyn"; '),
    "unknown finding": (case_json(answers={"limpp": "yes"}), 'answers.limpp: there is no finding "limpp"; '),
    "unknown option": (case_json(answers={"limp": "a bit"}), 'answers.limp: "a bit" is not an answer here'),
    "bad side": (case_json(marks=[mark_data(side="R")]), "marks[0].side: input should be 'right', "),
    "midline zone": (
        case_json(marks=[mark_data("sacrum", "left")]),
        "marks[0].side: the zone sacrum has no ",
    ),
    "intensity 11": (case_json(marks=[mark_data(intensity=11)]), "marks[0].intensity: input should be less "),
    "NaN": (case_json(person={"age": float("nan")}), "person.age: input should be a finite number"),
    "marked twice": (case_json(marks=[mark_data(), mark_data()]), "the zone groin_crease (right) is marked "),
    "a number for yes": (case_json(answers={"limp": 1}), 'answers.limp: "1" is not an answer here'),
    "an own view of nowhere": (
        case_json(own_view={"origin": "hip_joynt"}),
        'own_view.origin: there is no origin "hip_joynt"; did you mean "hip_joint"?',
    ),
    "the same own view twice": (
        case_json(own_view={"origin": "hip_joint", "second": "hip_joint"}),
        "own_view.second: this is the first origin once more: leave it out",
    ),
    "a certainty of its own": (
        case_json(own_view={"origin": "hip_joint", "certainty": "90 %"}),
        "own_view.certainty: input should be 'unsure', ",
    ),
    "an everyday word of nowhere": (
        case_json(own_words=["hipp"]),
        'own_words[0]: there is no everyday word "hipp"; did you mean "hip"?',
    ),
    "an extra field": (case_json(name="A. Person"), "name: there is no field of this name"),
}


@pytest.mark.parametrize(("text", "line"), BAD.values(), ids=BAD)
def test_it_is_refused_in_one_line(hipmap: Run, tmp_path: Path, text: str | bytes, line: str) -> None:
    path = tmp_path / "case.json"
    content = text if isinstance(text, bytes) else text.encode()
    path.write_bytes(content)
    assert hipmap("assess", path).complaint.startswith(f"case.json: {line}")
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_huge_file(hipmap: Run, tmp_path: Path) -> None:
    path = tmp_path / "film.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert hipmap("assess", path).complaint.startswith("film.json: this file is larger than any case;")


def test_a_folder_and_a_file_that_is_not_there(hipmap: Run, tmp_path: Path) -> None:
    assert hipmap("assess", tmp_path).complaint.endswith(": this is a folder; name a case file")
    assert hipmap("assess", tmp_path / "absent.json").complaint.startswith(
        "absent.json: the file cannot be read (No such file or directory);"
    )


def test_a_file_that_may_not_be_read(hipmap: Run, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read everything, so the system's refusal is played.
    def forbid(path: Path, *_mode: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", forbid)
    assert hipmap("assess", example).complaint == (
        "example.json: the file cannot be read (Permission denied); check its name and rights"
    )


def test_a_name_with_a_line_end_stays_on_one_line(hipmap: Run, tmp_path: Path) -> None:
    assert "the file cannot be read" in hipmap("assess", tmp_path / "two\nlines.json").complaint


def test_trouble_of_the_system_is_one_line_too(
    hipmap: Run, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> NoReturn:
        raise OSError(5, "Input/output error", "zones.yaml")

    monkeypatch.setattr("hipmap.storage.overlay_files.load_knowledge", broken)
    assert hipmap("assess", example).complaint == "zones.yaml: Input/output error"


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess",),
        ("assess", "a.json", "--batch", "b.jsonl"),
        ("assess", "a.json", "--format", "xml"),
        ("assess", "a.json", "--audience", "dog"),
        ("knowledge",),
        ("vocabulary", "extra"),
    ],
)
def test_a_command_that_makes_no_sense_says_how_it_is_used(
    arguments: tuple[str, ...], hipmap: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        hipmap(*arguments)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: hipmap")
    assert "error: " in err.splitlines()[-1]
