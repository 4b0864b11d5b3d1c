"""The three sets: files and rows match, rows name what exists, and their reading is as told."""

import pytest

from hipmap.model.conditions import TIERS
from tests.case_builders import own_knowledge
from tests.vignettes.case_sets import SETS, Expected, case_of, expected_cases


def by_id(name: str) -> dict[str, Expected]:
    return {one.id: one for one in expected_cases(SETS[name], own_knowledge())}


@pytest.mark.parametrize("name", SETS)
def test_every_case_file_has_a_conclusion_and_the_other_way_round(name: str) -> None:
    ids = [row["id"] for row in SETS[name].rows()]
    assert len(ids) == len(set(ids))
    assert set(ids) == {path.stem for path in SETS[name].cases.glob("*.json")}


def test_the_sets_have_not_shrunk() -> None:
    assert len(SETS["published"].rows()) == 29
    assert len(SETS["textbook"].rows()) >= 132


@pytest.mark.parametrize("name", SETS)
def test_conclusions_name_origins_conditions_and_tiers_that_exist(name: str) -> None:
    knowledge = own_knowledge()
    for row in SETS[name].rows():
        assert {row["origin"], *(row.get("also") or ())} <= set(knowledge.origin_by_id), row["id"]
    for one in by_id(name).values():
        assert one.conditions <= set(knowledge.condition_by_id), one.id
        assert TIERS.index(one.at_least) <= TIERS.index(one.at_most), one.id


@pytest.mark.parametrize("name", SETS)
def test_every_case_can_be_read_and_says_something(name: str) -> None:
    for one in by_id(name).values():
        case = case_of(one, own_knowledge())
        assert case.marks or case.answers, one.id


def test_what_a_report_only_suspected_is_not_true() -> None:
    published = by_id("published")
    assert published["published_01"].true_origins == {"peripheral_nerve"}
    assert published["published_09"].true_origins == {"hip_joint", "lumbar_axial"}
    assert [one.id for one in published.values() if one.pair_leads] == ["published_09"]


def test_of_the_textbook_only_a_proven_pair_is_true_together() -> None:
    textbook = by_id("textbook")
    assert textbook["hip_osteoarthritis_01_typical"].true_origins == {"hip_joint"}
    mixed = [one for one in textbook.values() if one.kind == "mixed"]
    assert any(len(one.true_origins) == 2 for one in mixed)
    assert not any(one.pair_leads for one in textbook.values())


def test_a_routine_report_needs_no_tier_and_no_more_than_routine() -> None:
    published = by_id("published")
    assert (published["published_03"].at_least, published["published_03"].at_most) == (
        "none_found",
        "routine",
    )
    assert published["published_02"].at_least == "emergency_now"


def test_the_kind_of_a_published_case_follows_from_its_row_and_pictures() -> None:
    kinds = {one.id: one.kind for one in by_id("published").values()}
    assert kinds["published_02"] == "serious"
    assert kinds["published_09"] == "combined"
    assert kinds["published_07"] == "misleading_imaging"  # a bulge on the back scan, and it was the hip
    assert kinds["published_16"] == "other"  # a normal hip picture misleads nobody away from the groin
