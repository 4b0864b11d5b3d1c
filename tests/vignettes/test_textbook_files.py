"""The textbook cases: every file can be read and the rows of expected.yaml fit; nothing is assessed."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from hipmap.model.case import Case
from hipmap.model.conditions import TIERS
from hipmap.model.knowledge import Knowledge
from hipmap.storage.case_files import read_case
from tests.case_builders import own_knowledge

FOLDER = Path(__file__).parent / "textbook"
FILES = sorted((FOLDER / "cases").glob("*.json"))
KEYS = {"id", "kind", "setting", "origin", "also", "condition", "also_conditions", "at_least", "at_most"}
SENTENCES = {"story", "why"}
LEAST_OF_A_KIND = {
    "typical": 48,
    "sparse": 15,
    "mixed": 15,
    "misleading": 15,
    "red_flag": 12,
    "nothing_fits": 12,
    "child": 3,
    "pregnancy": 2,
}
# How many answers a case of the kind has, at least and at most.
ANSWERS = {"typical": (10, 25), "sparse": (3, 6)}

Row = dict[str, Any]


@cache
def knowledge() -> Knowledge:
    return own_knowledge()


@cache
def rows() -> tuple[Row, ...]:
    return tuple(yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))["cases"])


def case_of(row: Row) -> Case:
    return read_case(FOLDER / "cases" / f"{row['id']}.json", knowledge())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_is_a_case_with_one_worst_spot(path: Path) -> None:
    case = read_case(path, knowledge())
    assert sum(mark.worst for mark in case.marks) == 1
    assert case.answers


def test_rows_and_files_match() -> None:
    ids = [row["id"] for row in rows()]
    assert len(ids) >= 144
    assert len(ids) == len(set(ids))
    assert set(ids) == {path.stem for path in FILES}


def test_each_row_is_whole() -> None:
    for row in rows():
        pair = {"pair"} if row["kind"] == "mixed" else set()
        assert set(row) == KEYS | SENTENCES | pair, row["id"]
        assert all(row[key].strip().endswith(".") for key in SENTENCES), row["id"]


def test_names_say_condition_and_kind() -> None:
    for row in rows():
        name, _, number = row["id"].removesuffix(f"_{row['kind']}").rpartition("_")
        # Four cases are older than the conditions of not_covered and carry the name of the origin.
        assert name == row["condition"] or name == row["origin"] == "not_covered", row["id"]
        assert number.isdigit(), row["id"]


def test_rows_name_what_the_vocabulary_knows() -> None:
    origins, conditions = set(knowledge().origin_by_id), set(knowledge().condition_by_id)
    for row in rows():
        named = {*row["also_conditions"], *row.get("pair", ())} | {row["condition"]}
        assert {row["origin"], *row["also"]} <= origins, row["id"]
        assert named <= conditions, row["id"]
        assert row["origin"] not in row["also"], row["id"]
        assert TIERS.index(row["at_least"]) <= TIERS.index(row["at_most"]), row["id"]


def test_a_condition_belongs_to_its_origin() -> None:
    for row in rows():
        assert knowledge().condition_by_id[row["condition"]].origin == row["origin"], row["id"]


def test_a_mixed_case_names_both_its_causes() -> None:
    for row in rows():
        if row["kind"] == "mixed":
            assert len(set(row["pair"])) == 2, row["id"]
            assert row["condition"] in row["pair"], row["id"]
            homes = {knowledge().condition_by_id[one].origin for one in row["pair"]}
            assert homes <= {row["origin"], *row["also"]}, row["id"]


def test_the_setting_is_that_of_the_file() -> None:
    for row in rows():
        assert case_of(row).setting == row["setting"], row["id"]


def test_at_home_nobody_examines() -> None:
    for row in rows():
        if row["setting"] == "home":
            for finding in case_of(row).answers:
                assert knowledge().finding_by_id[finding].who != "clinician", (row["id"], finding)


def test_every_condition_has_two_cases() -> None:
    count = Counter(row["condition"] for row in rows())
    assert [one.id for one in knowledge().conditions if count[one.id] < 2] == []


@pytest.mark.parametrize("kind", LEAST_OF_A_KIND)
def test_there_are_enough_of_each_kind(kind: str) -> None:
    assert sum(row["kind"] == kind for row in rows()) >= LEAST_OF_A_KIND[kind]


def test_there_is_no_other_kind() -> None:
    assert {row["kind"] for row in rows()} == set(LEAST_OF_A_KIND)


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_kind_has_its_number_of_answers(kind: str) -> None:
    least, most = ANSWERS[kind]
    for row in rows():
        if row["kind"] == kind:
            assert least <= len(case_of(row).answers) <= most, row["id"]


def test_every_setting_and_sex_occurs() -> None:
    assert {row["setting"] for row in rows()} == {"home", "primary", "physio", "secondary"}
    assert {case_of(row).person.sex for row in rows()} == {"female", "male", "other"}
