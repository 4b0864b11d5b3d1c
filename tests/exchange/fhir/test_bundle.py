"""The bundle is FHIR by its own library and by somebody else's, and says what the case and result say."""

import json
from dataclasses import replace
from typing import Any

import pytest

from hipmap.exchange.fhir.bundle import questionnaire_text
from hipmap.exchange.fhir.codes import LATERALITY, PAIN_NOW, unit_coding
from hipmap.exchange.passport import passport_of
from hipmap.exchange.report import Report
from hipmap.model.assessment import FiredRule
from hipmap.model.case import new_case
from hipmap.model.knowledge import Knowledge
from tests.exchange.fhir.bundles import bundle_text, fresh_bundle_text
from tests.exchange.reports import RICH, report_of

_KNOWN_SYSTEMS = (
    "urn:hipmap:",
    "http://loinc.org",
    "http://terminology.hl7.org/",
    "http://unitsofmeasure.org",
)


@pytest.fixture(scope="module")
def bundle(rich: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bundle_text(rich))
    return found


def of_type(bundle: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == name]


def objects(value: object) -> list[dict[str, Any]]:
    """Every object anywhere within."""
    if isinstance(value, dict):
        return [value, *(found for one in value.values() for found in objects(one))]
    return [found for one in value for found in objects(one)] if isinstance(value, list) else []


@pytest.mark.parametrize("name", ["rich", "urgent", "whole", "empty"])
def test_no_fault_by_an_independent_reader(name: str, request: pytest.FixtureRequest) -> None:
    fhirkit = pytest.importorskip("fhirkit")
    assert fhirkit.validate(bundle_text(request.getfixturevalue(name))) == []


def test_that_reader_finds_faults(bundle: dict[str, Any]) -> None:
    fhirkit = pytest.importorskip("fhirkit")
    broken = json.loads(json.dumps(bundle))
    risk = of_type(broken, "RiskAssessment")[0]
    del risk["status"]
    assert [one.path for one in fhirkit.validate(json.dumps(broken))]


def test_what_it_holds(bundle: dict[str, Any], rich: Report) -> None:
    assert not of_type(bundle, "Patient")
    for name in ("Questionnaire", "QuestionnaireResponse", "RiskAssessment", "Provenance"):
        assert len(of_type(bundle, name)) == 1
    tests = 2 + 2  # two tests, each of both sides
    assert len(of_type(bundle, "Observation")) == len(rich.case.marks) + tests + 1  # and how urgent it is


def test_a_person_is_named_only_when_told(knowledge: Knowledge) -> None:
    named = report_of(new_case(**RICH), knowledge, name="Zoë", number="7", born="1978-02-01")
    (patient,) = of_type(json.loads(bundle_text(named)), "Patient")
    assert patient["name"] == [{"text": "Zoë"}]
    assert (patient["birthDate"], patient["gender"]) == ("1978-02-01", "male")


def test_each_site_has_its_zone_and_side(bundle: dict[str, Any], rich: Report) -> None:
    told = set()
    for one in of_type(bundle, "Observation"):
        site = one.get("bodySite", {})
        sides = [e["valueCodeableConcept"] for e in site.get("extension", []) if e["url"] == LATERALITY]
        told |= {
            (zone["code"], side["coding"][0]["code"]) for zone in site.get("coding", []) for side in sides
        }
    assert told == {mark.place for mark in rich.case.marks}


def test_pain_is_sent_as_a_number_under_its_code(bundle: dict[str, Any]) -> None:
    parts = [part for one in of_type(bundle, "Observation") for part in one.get("component", [])]
    loinc = [one for one in parts if PAIN_NOW in one["code"].get("coding", [])]
    assert sorted(one["valueQuantity"]["value"] for one in loinc) == [4, 6]
    assert all("valueCodeableConcept" not in one for one in parts)


def test_no_other_code_system_is_used(bundle: dict[str, Any]) -> None:
    systems = {str(one["system"]) for one in objects(bundle) if "system" in one}
    assert systems
    assert all(system.startswith(_KNOWN_SYSTEMS) for system in systems)
    assert not [system for system in systems if "snomed" in system]


def test_likelihoods_with_ranges_and_what_they_do_not_prove(bundle: dict[str, Any], rich: Report) -> None:
    (risk,) = of_type(bundle, "RiskAssessment")
    told = {one["outcome"]["coding"][0]["code"]: one for one in risk["prediction"]}
    for one in rich.assessment.origins:
        assert told[one.id]["probabilityDecimal"] == one.probability
        ends = {e["url"].rpartition(":")[2]: e["valueDecimal"] for e in told[one.id]["extension"]}
        assert ends == {"low": one.low, "high": one.high}
    notes = " ".join(note["text"] for note in risk["note"])
    assert "Not validated on patients" in notes
    assert "Urgency: none_found" in notes


def urgency_of(report: Report) -> dict[str, Any]:
    found = of_type(json.loads(fresh_bundle_text(report)), "Observation")
    return next(one for one in found if codes_of(one["code"]) == ["urn:hipmap:result|urgency"])


def codes_of(concept: dict[str, Any]) -> list[str]:
    return [f"{one['system']}|{one['code']}" for one in concept["coding"]]


def test_urgency_and_each_raised_flag_are_coded(urgent: Report) -> None:
    told = urgency_of(urgent)
    assert codes_of(told["valueCodeableConcept"]) == [f"urn:hipmap:tier|{urgent.assessment.urgency.tier}"]
    raised = [
        (code, tier)
        for part in told["component"]
        if "valueCodeableConcept" in part
        for code in codes_of(part["code"])
        for tier in codes_of(part["valueCodeableConcept"])
    ]
    kinds = {"rule": "red-flag", "probability": "condition"}
    assert raised == [
        (f"urn:hipmap:{kinds[one.by]}|{one.flag}", f"urn:hipmap:tier|{one.tier}")
        for one in urgent.assessment.urgency.fired
    ]
    assert ("urn:hipmap:red-flag|cauda_equina", "urn:hipmap:tier|emergency_now") in raised
    assert len(set(raised)) == len(raised)


def test_a_condition_that_is_likely_enough_is_no_red_flag_of_its_name(urgent: Report) -> None:
    likely = FiredRule(flag="cauda_equina", tier="emergency_now", by="probability", probability=0.4)
    urgency = urgent.assessment.urgency.model_copy(update={"fired": (likely,)})
    assessment = urgent.assessment.model_copy(update={"urgency": urgency})
    (raised, *_counts) = urgency_of(replace(urgent, assessment=assessment))["component"]
    assert codes_of(raised["code"]) == ["urn:hipmap:condition|cauda_equina"]


@pytest.mark.parametrize("name", ["rich", "empty"])
def test_that_nothing_was_found_says_how_much_was_not_asked(
    name: str, request: pytest.FixtureRequest
) -> None:
    report = request.getfixturevalue(name)
    told = urgency_of(report)
    assert codes_of(told["valueCodeableConcept"]) == ["urn:hipmap:tier|none_found"]
    counts = {codes_of(part["code"])[0]: part.get("valueInteger") for part in told["component"]}
    passport = passport_of(report)
    assert counts["urn:hipmap:result|safety-not-asked"] == len(passport.safety_open) > 0
    assert counts["urn:hipmap:result|safety-not-known"] == len(passport.safety_unknown)


def test_numbers_have_their_unit_in_ucum(bundle: dict[str, Any]) -> None:
    (asked,) = of_type(bundle, "Questionnaire")
    units = {
        one["linkId"]: one["extension"][0]["valueCoding"]["code"]
        for one in objects(asked["item"])
        if one.get("extension")
    }
    assert units["person.age"] == "a"
    assert units["duration_weeks.value"] == "wk"
    assert units["morning_stiffness_minutes.value"] == "min"
    assert units["hip_internal_rotation_deg.value"] == units["hip_internal_rotation_deg.other"] == "deg"
    assert units["post_void_residual_ml.value"] == "mL"
    measured = [one["valueQuantity"] for one in of_type(bundle, "Observation") if "valueQuantity" in one]
    assert {(one["system"], one["code"]) for one in measured} == {("http://unitsofmeasure.org", "deg")}


def test_every_number_that_is_asked_has_a_unit(knowledge: Knowledge) -> None:
    for finding in knowledge.findings:
        assert finding.scale is None or unit_coding(finding.scale.unit), finding.id


def test_provenance_names_versions_and_digest(bundle: dict[str, Any], rich: Report) -> None:
    (made,) = of_type(bundle, "Provenance")
    assert made["entity"][0]["what"]["identifier"]["value"] == rich.assessment.versions.digest
    assert rich.assessment.versions.knowledge in made["agent"][0]["who"]["display"]
    assert {one["reference"] for one in made["target"]} == {
        e["fullUrl"] for e in bundle["entry"] if e["resource"] is not made
    }


def test_every_reference_leads_to_an_entry(bundle: dict[str, Any]) -> None:
    urls = {entry["fullUrl"] for entry in bundle["entry"]}
    assert len(urls) == len(bundle["entry"])
    assert {one["reference"] for one in objects(bundle) if "reference" in one} <= urls


def test_every_answer_is_one_of_the_questionnaire(bundle: dict[str, Any]) -> None:
    (asked,), (told,) = of_type(bundle, "Questionnaire"), of_type(bundle, "QuestionnaireResponse")
    options = {
        one["linkId"]: [o["valueCoding"] for o in one.get("answerOption", [])]
        for one in objects(asked["item"])
        if "linkId" in one
    }
    for item in (one for one in objects(told["item"]) if "linkId" in one):
        assert item["linkId"] in options
        for answer in item.get("answer", []):
            assert "valueCoding" not in answer or answer["valueCoding"] in options[item["linkId"]]


def test_the_questionnaire_alone_is_the_one_of_the_bundle(
    bundle: dict[str, Any], knowledge: Knowledge
) -> None:
    assert json.loads(questionnaire_text(knowledge)) == of_type(bundle, "Questionnaire")[0]


def test_the_same_report_gives_the_same_bytes(urgent: Report) -> None:
    assert bundle_text(urgent) == fresh_bundle_text(urgent)
