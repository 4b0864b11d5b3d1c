"""A case file that cannot be used: one line that names the file, the place and the mend."""

import codecs
import tracemalloc
from pathlib import Path
from typing import NoReturn

import pytest

from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.storage.case_files import parse_case, read_case
from tests.case_builders import EXAMPLE, case_json, mark_data

NOT_TEXT = "save it as UTF-8"
NOT_JSON = "this is not valid JSON"
ROTATION = "hip_internal_rotation_deg"


def refusal(path: Path, knowledge: Knowledge) -> str:
    """The sentence without the file's name, once it is sure that it is one readable line."""
    before = path.read_bytes() if path.is_file() and path.stat().st_size < 10_000_000 else None
    with pytest.raises(BadInput) as caught:
        read_case(path, knowledge)
    line = str(caught.value)
    assert line.startswith(f"{path.name}: ")
    assert line.isprintable()
    assert len(line) <= 400
    assert before is None or path.read_bytes() == before
    return line.removeprefix(f"{path.name}: ")


def refusal_of(text: str | bytes, folder: Path, knowledge: Knowledge) -> str:
    path = folder / "visit.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return refusal(path, knowledge)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        (b"", "this file is empty"),
        (b" \r\n\t\n", "this file is empty"),
        (b"Dear colleague,", NOT_JSON),
        (b'{"schema": "hipmap-case/1", "marks": [', NOT_JSON),
        (b"{'schema': 'hipmap-case/1'}", NOT_JSON),
        (case_json().encode() + b"}", NOT_JSON),
        (b"[" * 1_000_000, NOT_JSON),
        (b'{"schema": "hipmap-case/1", "answers": ' + b'{"a":' * 5000 + b"1" + b"}" * 5001, NOT_JSON),
        (b'{"schema": "hipmap-case/1", "person": {"age": ' + b"9" * 5000 + b"}}", NOT_JSON),
        (case_json(answers={"limp": "X"}).encode().replace(b"X", b"\xe9"), NOT_JSON),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), NOT_TEXT),
        (bytes(5000), NOT_TEXT),
        (case_json().encode("utf-16"), NOT_TEXT),
        (case_json().encode("utf-16-le"), NOT_TEXT),
        (codecs.BOM_UTF16_BE + case_json().encode("utf-16-be"), NOT_TEXT),
        (b"[]", "a case file holds one object"),
        (b"null", "a case file holds one object"),
        (b"5", "a case file holds one object"),
        (b"{}", 'schema: this field is missing: add "schema": "hipmap-case/1"'),
        (b'{"schema": "hipmap-case/2"}', "schema: this hipmap reads hipmap-case/1, not hipmap-case/2"),
        (b'{"schema": 1}', "schema: this hipmap reads hipmap-case/1, not 1"),
    ],
)
def test_a_file_that_holds_no_case(text: bytes, mend: str, tmp_path: Path, knowledge: Knowledge) -> None:
    assert mend in refusal_of(text, tmp_path, knowledge)


@pytest.mark.parametrize(
    ("mark", "line"),
    [
        (
            mark_data("groin_creese"),
            'marks[1].zone: there is no zone "groin_creese"; did you mean "groin_crease"?',
        ),
        (mark_data("qqq"), 'marks[1].zone: there is no zone "qqq"; see `hipmap vocabulary`'),
        (mark_data("sacrum"), 'marks[1].side: the zone sacrum has no side "right": use midline'),
        (
            mark_data("calf", "midline"),
            'marks[1].side: the zone calf has no side "midline": use right or left',
        ),
        (
            mark_data("calf", "Right"),
            "marks[1].side: input should be 'right', 'left' or 'midline', but it is 'Right'",
        ),
        ({"zone": "calf"}, "marks[1].side: this field is missing: add it"),
        (
            mark_data("calf", intensity=11),
            "marks[1].intensity: input should be less than or equal to 10, but it is 11",
        ),
        (
            mark_data("calf", intensity=-1),
            "marks[1].intensity: input should be greater than or equal to 0, but it is -1",
        ),
        (mark_data("calf", intensity="6"), "marks[1].intensity: give a number, not '6'"),
        (mark_data("calf", intensity=True), "marks[1].intensity: give a number, not True"),
        (
            mark_data("calf", intensity=float("nan")),
            "marks[1].intensity: input should be a finite number, but it is nan",
        ),
        (
            mark_data("calf", kind="ow"),
            "marks[1].kind: input should be 'pain', 'numb', 'spread' or 'none', but it is 'ow'",
        ),
        (mark_data("shin"), "the zone shin (right) is marked twice as pain: keep one"),
        (
            mark_data("shin", kind="none"),
            "marks[1].kind: shin (right) is marked as pain too: a place cannot both hurt and be free of pain;"
            " keep one",
        ),
        (
            mark_data("calf", note=1),
            "marks[1].note: there is no field of this name: remove it or correct its spelling",
        ),
    ],
)
def test_a_mark_that_cannot_be(
    mark: dict[str, object], line: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    assert refusal_of(case_json(marks=[mark_data("shin"), mark]), tmp_path, knowledge) == line


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"answers": {"limpp": "yes"}}, 'answers.limpp: there is no finding "limpp"; did you mean "limp"?'),
        ({"answers": {"limp": 5}}, 'answers.limp: "5" is not an answer here: use yes, no or unknown'),
        (
            {"answers": {"limp": True}},
            "answers.limp: give yes, no, unknown, a number or an option, bare or as",
        ),
        (
            {"answers": {"limp": None}},
            "answers.limp: give yes, no, unknown, a number or an option, bare or as",
        ),
        ({"answers": {"limp": {"value": ["yes"]}}}, "answers.limp.value: give yes, no, unknown, a number or"),
        ({"answers": {"onset": "slow"}}, 'answers.onset: "slow" is not an answer here: use gradual, '),
        ({"answers": {"slr": {"side": "right"}}}, "answers.slr.value: this field is missing: add it"),
        ({"answers": {"slr": {"value": "yes", "side": "up"}}}, "answers.slr.side: input should be 'right', "),
        (
            {"answers": {ROTATION: "10"}},
            f'answers.{ROTATION}: "10" is not a number: give a number in degrees',
        ),
        ({"answers": {ROTATION: 999}}, f"answers.{ROTATION}: 999 is outside "),
        (
            {"answers": {ROTATION: float("inf")}},
            f"answers.{ROTATION}.value: input should be a finite number, but it is inf",
        ),
        ({"person": {"age": 150}}, "person.age: input should be less than or equal to 120, but it is 150"),
        ({"person": {"age": "56"}}, "person.age: give a number, not '56'"),
        ({"person": {"age": float("inf")}}, "person.age: input should be a finite number, but it is inf"),
        ({"person": {"sex": "f"}}, "person.sex: input should be 'female', 'male' or 'other', but it is 'f'"),
        ({"setting": "clinic"}, "setting: input should be 'home', 'primary', 'physio' or 'secondary', but"),
        ({"marcs": []}, "marcs: there is no field of this name: remove it or correct its spelling"),
    ],
)
def test_an_answer_or_a_person_that_cannot_be(
    fields: dict[str, object], line: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    assert refusal_of(case_json(**fields), tmp_path, knowledge).startswith(line)


@pytest.mark.parametrize("name", ["li\nmp", "\x1b[31mlimp", "li\r\u2028mp", "\u202eecived", "l" * 100_000])
def test_nothing_from_the_file_breaks_the_line(name: str, tmp_path: Path, knowledge: Knowledge) -> None:
    assert refusal_of(case_json(answers={name: "yes"}), tmp_path, knowledge).startswith("answers.")
    assert refusal_of(case_json(**{name: 1}), tmp_path, knowledge)
    assert refusal_of(case_json(answers={"limp": name[:80]}), tmp_path, knowledge).startswith(
        "answers.limp: "
    )


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "film.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    try:
        assert refusal(path, knowledge).startswith("this file is larger than any case")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_folder_is_no_case(tmp_path: Path, knowledge: Knowledge) -> None:
    assert refusal(tmp_path, knowledge) == "this is a folder; name a case file"
    with pytest.raises(BadInput, match=r"^\.: this is a folder"):
        read_case(Path(), knowledge)


def test_a_file_that_is_not_there(tmp_path: Path, knowledge: Knowledge) -> None:
    line = refusal(tmp_path / "absent.json", knowledge)
    assert line == "the file cannot be read (No such file or directory); check its name and rights"


def test_a_file_that_may_not_be_read(
    tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may read everything, so the system's refusal is played.
    def forbid(_path: Path, *_mode: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "private.json"
    monkeypatch.setattr(Path, "open", forbid)
    assert (
        refusal(path, knowledge) == "the file cannot be read (Permission denied); check its name and rights"
    )


def test_utf_8_with_its_mark_is_read(tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "windows.json"
    path.write_bytes(codecs.BOM_UTF8 + EXAMPLE.strip().encode())
    assert read_case(path, knowledge) == parse_case(EXAMPLE.encode(), "example", knowledge)


def test_the_smallest_case_is_read(tmp_path: Path, knowledge: Knowledge) -> None:
    path = tmp_path / "empty_case.json"
    path.write_text(case_json(), encoding="utf-8")
    assert read_case(path, knowledge) == new_case()


@pytest.mark.parametrize("first", [True, False])
def test_pain_that_spreads_to_a_place_is_pain_there(
    first: bool, tmp_path: Path, knowledge: Knowledge
) -> None:
    marks = [mark_data("shin", kind="spread"), mark_data("shin", kind="none")]
    line = refusal_of(case_json(marks=marks if first else marks[::-1]), tmp_path, knowledge)
    assert line.startswith(f"marks[{int(first)}].kind: shin (right) is marked as spread too: ")


@pytest.mark.parametrize(
    "beside", [mark_data("shin", "left"), mark_data("calf"), mark_data("shin", kind="numb")]
)
def test_pain_beside_a_place_without_any_is_read(
    beside: dict[str, object], tmp_path: Path, knowledge: Knowledge
) -> None:
    path = tmp_path / "visit.json"
    path.write_text(case_json(marks=[mark_data("shin", kind="none"), beside]), encoding="utf-8")
    assert read_case(path, knowledge).marks[0].kind == "none"


def test_a_key_that_stands_twice_within_an_answer_is_told(tmp_path: Path, knowledge: Knowledge) -> None:
    text = '{"schema": "hipmap-case/1", "answers": {"slr": {"value": "positive", "value": "negative"}}}'
    assert refusal_of(text, tmp_path, knowledge) == 'the key "value" stands twice in one object: keep one'


def test_an_answer_that_is_given_twice_is_not_lost_in_silence(tmp_path: Path, knowledge: Knowledge) -> None:
    text = '{"schema": "hipmap-case/1", "answers": {"limp": "yes", "limp": "no"}}'
    assert refusal_of(text, tmp_path, knowledge) == 'the key "limp" stands twice in one object: keep one'
