"""The vocabulary: all that another program needs to write a case and to read an assessment."""

import json
from typing import Any

import pytest

from hipmap.exchange.vocabulary import vocabulary_data
from hipmap.model.case import new_case
from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning import assess
from tests.case_builders import example_data


@pytest.fixture(scope="session")
def vocabulary(knowledge: Knowledge) -> dict[str, Any]:
    """The vocabulary as another program reads it."""
    data: dict[str, Any] = json.loads(json.dumps(vocabulary_data(knowledge)))
    return data


def ids(vocabulary: dict[str, Any], key: str) -> list[str]:
    return [row["id"] for row in vocabulary[key]]


def test_it_is_one_object_of_lists(vocabulary: dict[str, Any]) -> None:
    lists = {key for key, value in vocabulary.items() if isinstance(value, list)}
    assert lists == {"zones", "own_words", "findings", "conditions", "origins", "red_flags", "sources"}
    for key in lists:
        assert vocabulary[key], key
        assert len(set(ids(vocabulary, key))) == len(vocabulary[key]), key


def test_it_leaves_nothing_out(vocabulary: dict[str, Any], knowledge: Knowledge) -> None:
    assert ids(vocabulary, "zones") == [zone.id for zone in knowledge.body.zones]
    for key in ("findings", "conditions", "origins", "red_flags", "sources"):
        assert ids(vocabulary, key) == [row.id for row in getattr(knowledge, key)]


def test_a_zone_says_its_sides_labels_and_neighbours(vocabulary: dict[str, Any]) -> None:
    zones = {zone["id"]: zone for zone in vocabulary["zones"]}
    assert zones["sacrum"]["sides"] == ["midline"]
    assert zones["groin_crease"]["sides"] == ["right", "left"]
    for zone in zones.values():
        assert zone["patient"]
        assert zone["clinician"]
        # The numb layer lies over the others and borders on nothing.
        assert bool(zone["neighbours"]) == (zone["layer"] != "numbness"), zone["id"]
        assert set(zone["neighbours"]) <= set(zones)
        assert set(zone["choir"]) <= set(zone["sides"])


def test_a_finding_says_how_it_is_asked_and_by_whom(vocabulary: dict[str, Any]) -> None:
    for finding in vocabulary["findings"]:
        assert finding["patient"].strip(), finding["id"]
        assert finding["clinician"].strip(), finding["id"]
        assert finding["who"] in ("patient", "clinician", "both"), finding["id"]
        assert finding["answer"] in ("yes_no", "number", "choice"), finding["id"]
        assert isinstance(finding["sided"], bool), finding["id"]


def test_a_finding_says_what_may_be_answered(vocabulary: dict[str, Any]) -> None:
    for finding in vocabulary["findings"]:
        if finding["answer"] == "yes_no":
            assert finding["options"] == ["yes", "no", "unknown"]
        elif finding["answer"] == "number":
            number = finding["number"]
            assert number["unit"], finding["id"]
            assert number["least"] < number["most"], finding["id"]
        else:
            *options, last = finding["options"]
            assert last == "unknown"
            assert len(options) >= 2, finding["id"]
            assert all(option["patient"] and option["clinician"] for option in options), finding["id"]


def test_a_case_written_from_the_vocabulary_alone_is_good(
    vocabulary: dict[str, Any], knowledge: Knowledge
) -> None:
    answers: dict[str, Any] = {}
    for finding in vocabulary["findings"]:
        option = finding["options"][0] if "options" in finding else finding["number"]["least"]
        value = option["id"] if isinstance(option, dict) else option
        answers[finding["id"]] = {"value": value, "side": "left"} if finding["sided"] else value
    marks = [
        {"zone": zone["id"], "side": side, "kind": "numb" if zone["layer"] == "numbness" else "pain"}
        for zone in vocabulary["zones"]
        for side in zone["sides"]
    ]
    assert check_case(new_case(marks=marks, answers=answers), knowledge) == []


def test_a_condition_names_an_origin_of_the_list(vocabulary: dict[str, Any]) -> None:
    assert {one["origin"] for one in vocabulary["conditions"]} <= set(ids(vocabulary, "origins"))
    assert all(one["patient"] and one["clinician"] for one in vocabulary["conditions"])


def test_a_red_flag_says_its_tiers_and_features(vocabulary: dict[str, Any]) -> None:
    tiers = {"emergency_now", "same_day", "within_2_weeks", "routine"}
    for flag in vocabulary["red_flags"]:
        assert flag["tiers"], flag["id"]
        assert set(flag["tiers"]) <= tiers, flag["id"]
        assert flag["features"], flag["id"]
        assert all(feature["patient"] and feature["clinician"] for feature in flag["features"]), flag["id"]


def test_a_source_says_whether_its_numbers_were_read(vocabulary: dict[str, Any]) -> None:
    for source in vocabulary["sources"]:
        assert source["citation"], source["id"]
        assert source["read"] in ("verified", "recalled"), source["id"]


def test_every_name_in_an_assessment_is_in_the_vocabulary(
    vocabulary: dict[str, Any], knowledge: Knowledge
) -> None:
    data = example_data()
    del data["schema"]
    data["answers"]["saddle_numbness"] = "yes"
    result = json.loads(assess(new_case(**data), knowledge).model_dump_json(by_alias=True))
    assert {one["id"] for one in result["origins"]} == set(ids(vocabulary, "origins"))
    assert {one["id"] for one in result["conditions"]} == set(ids(vocabulary, "conditions"))
    fired = {rule["flag"] for rule in result["urgency"]["fired"]}
    assert "cauda_equina" in fired
    assert fired <= set(ids(vocabulary, "red_flags")) | set(ids(vocabulary, "conditions"))
    assert set(result["urgency"]["not_asked"]) <= set(ids(vocabulary, "findings"))
    sources = {
        source
        for origin in result["origins"]
        for reason in origin["reasons_for"] + origin["reasons_against"]
        for source in reason["sources"]
    }
    assert sources
    assert sources <= set(ids(vocabulary, "sources"))
