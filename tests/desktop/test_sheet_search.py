"""What is typed into the search of the sheet finds the rows that are meant, the best fitting one first."""

import pytest
from pydantic import ValidationError

from hipmap.desktop.highlight import found_parts
from hipmap.desktop.sheet_order import in_sections
from hipmap.desktop.sheet_search import MOST_BEST, SheetSearch, best_of
from hipmap.model.findings import Finding
from tests.case_builders import own_knowledge


def finding(**fields: object) -> Finding:
    words = {"patient": "Do you limp?", "clinician": "Antalgic gait"}
    return Finding.model_validate({"id": "limp", "kind": "history", "who": "both", **words, **fields})


@pytest.fixture(scope="module")
def order() -> list[str]:
    """The findings as they stand on the sheet."""
    return [one.id for _section, group in in_sections(own_knowledge().findings) for one in group]


@pytest.fixture(scope="module")
def search() -> SheetSearch:
    return SheetSearch(own_knowledge().findings)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("IR", "hip_internal_rotation_deg"),
        ("hip ir", "hip_internal_rotation_deg"),
        ("ER", "hip_rotation_pain"),
        ("hop", "single_leg_hop"),
        ("FADIR", "fadir"),
        ("FAI", "fadir"),
        ("faber", "faber"),
        ("SLR", "slr"),
        ("lasegue", "slr"),
        ("ASLR", "straight_leg_lift_heavy"),
        ("dexa", "osteoporosis_known"),
        ("MRI", "hip_imaging"),
        ("THR", "hip_implant"),
        ("LBP", "back_pain_before"),
        ("SIJ", "si_stress_tests_painful"),
        ("GTPS", "trochanter_tender"),
        ("AVN", "osteonecrosis_illness"),
        ("OA", "knee_osteoarthritis"),
        ("PVR", "post_void_residual_ml"),
        ("CES", "saddle_numbness"),
        ("DVT", "one_leg_swollen"),
        ("PMR", "shoulders_hips_stiff_both"),
        ("BMI", "high_body_weight"),
        ("PSIS", "si_dimple_tender"),
        ("limp", "limp"),
    ],
)
def test_what_clinicians_type_leads_to_the_row(
    search: SheetSearch, order: list[str], typed: str, first: str
) -> None:
    assert best_of(search.found(typed.split()), order)[0] == first


def test_every_way_to_measure_movement_is_found_by_its_abbreviation(search: SheetSearch) -> None:
    measured = {"hip_flexion_deg", "hip_internal_rotation_deg", "hip_movement_limited", "lumbar_movement"}
    assert measured <= set(search.found(["ROM"]))
    found = {
        "hip_internal_rotation_limited",
        "internal_rotation_limited_hip_straight",
        "seated_rotation_less",
    }
    assert found <= set(search.found(["IR"]))


def test_a_few_letters_find_no_middle_of_a_word(search: SheetSearch) -> None:
    assert not {"onset", "duration_weeks"} & set(search.found(["rom"])), "as in from"
    assert "fracture_without_cause" not in search.found(["hop"])
    assert "family_osteoarthritis" in search.found(["arth"])
    assert "family_osteoarthritis" not in search.found(["thr"])


def test_whole_words_come_before_beginnings_and_these_before_middles() -> None:
    rows = [
        finding(id="a", clinician="Unstraightened"),
        finding(id="b", clinician="Straightening"),
        finding(id="c", options=(option("straight"),), answer="choice"),
        finding(id="d", clinician="Straight"),
        finding(id="e", clinician="Lifting", also=("SLR", "straight")),
        finding(id="f", clinician="Lifting", also=("straight",)),
    ]
    found = SheetSearch(rows).found(["Straight"])
    assert sorted(found, key=lambda name: found[name]) == ["f", "e", "d", "c", "b", "a"]
    assert best_of(found, "abcde") == ("e",)


def option(word: str) -> dict[str, str]:
    return {"id": "one", "patient": word, "clinician": word}


def test_every_word_must_fit_in_either_voice() -> None:
    search = SheetSearch([finding()])
    assert set(search.found(["limp"])) == {"limp"}
    assert set(search.found(["antalgic", "gait"])) == {"limp"}
    assert search.found(["antalgic", "back"]) == {}
    assert search.found([]) == {}
    assert search.found(["-"]) == {}


def test_only_a_few_stand_on_top_and_only_what_is_shown(search: SheetSearch, order: list[str]) -> None:
    found = search.found(["groin"])
    assert len(found) > MOST_BEST
    assert len(best_of(found, order)) == MOST_BEST
    assert best_of(search.found(["slr"]), ["crossed_slr"]) == ("crossed_slr",)
    assert best_of({}, order) == ()


def test_what_is_lit_up_is_what_was_sought() -> None:
    assert list(found_parts("First internal rotation", ["ir"])) == []
    assert list(found_parts("IR, first", ["ir"])) == [(0, 2)]
    assert list(found_parts("Osteoarthritis", ["arth"])) == [(5, 9)]


@pytest.mark.parametrize("name", ["", " IR", "IR; ER", "I" * 41])
def test_another_name_is_a_few_plain_words(name: str) -> None:
    assert finding(also=("IR",)).also == ("IR",)
    with pytest.raises(ValidationError):
        finding(also=(name,))
