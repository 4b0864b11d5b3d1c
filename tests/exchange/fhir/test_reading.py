"""A case comes back out of its bundle the same; what others write is taken or refused, never guessed."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from hipmap.exchange.fhir.codes import ORDER, QUESTIONNAIRE
from hipmap.exchange.fhir.json_reading import LARGEST_BYTES
from hipmap.exchange.fhir.reading import read_case_of, read_incoming
from hipmap.exchange.report import Report
from hipmap.model.case import Answer, Mark
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import BadInput
from hipmap.reasoning.digest import digest_of
from hipmap.storage.case_files import case_text
from tests.exchange.fhir.bundles import bundle_text

Json = dict[str, Any]


def foreign(*items: Json, **more: Any) -> Json:
    """A response as another program writes it: no texts, no display, codes without their system."""
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": QUESTIONNAIRE,
        "status": "completed",
        "item": list(items),
        **more,
    }


def chosen(link: str, code: str) -> Json:
    return {"linkId": link, "answer": [{"valueCoding": {"code": code}}]}


def refused(content: bytes, knowledge: Knowledge) -> str:
    with pytest.raises(BadInput) as error:
        read_case_of(content, "in.json", knowledge)
    line = str(error.value)
    assert line.startswith("in.json: ")
    assert line.isprintable()
    return line.removeprefix("in.json: ")


@pytest.mark.parametrize("name", ["rich", "urgent", "whole", "empty"])
def test_our_own_bundle_gives_the_same_case(name: str, request: pytest.FixtureRequest) -> None:
    report = request.getfixturevalue(name)
    case = read_case_of(bundle_text(report).encode(), "in.json", report.knowledge)
    assert case == report.case
    assert digest_of(case, report.knowledge) == report.assessment.versions.digest
    assert case_text(case) == case_text(report.case)  # answers stand in the order in which they were given


def test_an_order_that_names_what_is_not_there_is_no_harm(knowledge: Knowledge) -> None:
    order = {"url": ORDER, "valueString": "limp nonsense worse_sitting limp"}
    answers = [chosen("worse_sitting", "yes"), chosen("limp", "no"), chosen("onset", "gradual")]
    case = read_case_of(json.dumps(foreign(*answers, extension=[order])).encode(), "in.json", knowledge)
    assert list(case.answers) == ["limp", "worse_sitting", "onset"]


def test_what_is_not_understood_is_told_and_left_out_only_where_a_person_looks(knowledge: Knowledge) -> None:
    strange_mark = {"linkId": "mark", "item": [chosen("mark.zone", "tail"), chosen("mark.side", "left")]}
    strange_test = {"linkId": "slr", "item": [chosen("slr.value", "maybe"), chosen("slr.side", "left")]}
    items = [chosen("horoscope", "yes"), strange_mark, strange_test, chosen("limp", "yes")]
    content = json.dumps(foreign(*items, questionnaire=f"{QUESTIONNAIRE}|2031.4")).encode()
    found = read_incoming(content, "in.json", knowledge)
    assert list(found.case.answers) == ["limp"]
    assert not found.case.marks
    assert [line.partition(":")[0] for line in found.left_out] == [
        "item[0]", "item[1].item[0].answer[0]", "item[2].item[0].answer[0]",
    ]  # fmt: skip
    assert '"horoscope"' in found.left_out[0]
    assert found.version == "2031.4"
    assert "horoscope" in refused(content, knowledge)


def test_a_bundle_tells_who_made_it_and_what_else_it_holds(rich: Report) -> None:
    found = read_incoming(bundle_text(rich).encode(), "in.json", rich.knowledge)
    assert found.case == rich.case
    assert found.made_by.startswith("hipmap ")
    assert found.beside["RiskAssessment"] == 1
    assert found.beside["Observation"] > 1
    assert "QuestionnaireResponse" not in found.beside
    assert not found.left_out


@pytest.mark.parametrize("lenient", [True, False])
@pytest.mark.parametrize(
    ("status", "unfinished"),
    [("completed", False), ("amended", False), ("in-progress", True), ("stopped", True)],
)
def test_how_far_a_response_came_is_told(
    knowledge: Knowledge, status: str, unfinished: bool, lenient: bool
) -> None:
    content = json.dumps(foreign(chosen("limp", "yes"), status=status)).encode()
    found = read_incoming(content, "in.json", knowledge, lenient=lenient)
    assert (found.status, found.is_unfinished) == (status, unfinished)
    assert list(found.case.answers) == ["limp"]


@pytest.mark.parametrize(
    ("status", "complaint"),
    [
        ("entered-in-error", "entered in error"),
        ("done", 'its status is "done"; it must be one of completed, amended'),
        (None, "status"),
    ],
)
def test_what_was_withdrawn_is_refused_also_where_a_person_looks(
    knowledge: Knowledge, status: str | None, complaint: str
) -> None:
    content = json.dumps(foreign(chosen("limp", "yes"), status=status)).encode()
    assert complaint in refused(content, knowledge)
    with pytest.raises(BadInput, match=complaint):
        read_incoming(content, "in.json", knowledge)


def test_more_answers_than_a_person_has_are_refused_before_they_are_checked(knowledge: Knowledge) -> None:
    text = json.dumps(foreign(*[chosen("limp", "yes")] * 10_001))
    assert "more than 10000 answers" in refused(text.encode(), knowledge)


def test_a_response_of_another_program(knowledge: Knowledge) -> None:
    mark = [chosen("mark.zone", "groin_crease"), chosen("mark.side", "right"),
            {"linkId": "mark.intensity", "answer": [{"valueInteger": 6}]}]  # fmt: skip
    slr = [chosen("slr.value", "positive"), chosen("slr.side", "right")]
    items = [
        chosen("setting", "primary"),
        {"linkId": "person.age", "answer": [{"valueInteger": 56}]},
        {"linkId": "mark", "item": mark},
        {"linkId": "slr", "item": slr},
        chosen("limp", "yes"),
    ]
    case = read_case_of(json.dumps(foreign(*items)).encode(), "in.json", knowledge)
    assert case.person.age == 56
    assert case.marks == (Mark(zone="groin_crease", side="right", intensity=6),)
    assert case.answers == {"limp": Answer(value="yes"), "slr": Answer(value="positive", side="right")}


def test_a_byte_order_mark_and_another_version_are_read(knowledge: Knowledge) -> None:
    text = json.dumps(foreign(chosen("limp", "no"), questionnaire=f"{QUESTIONNAIRE}|2020.1"))
    assert read_case_of(b"\xef\xbb\xbf" + text.encode(), "in.json", knowledge).answers["limp"].value == "no"


@pytest.mark.parametrize(
    ("item", "complaint"),
    [
        (chosen("limpp", "yes"), 'item[0]: there is no question "limpp"; did you mean "limp"?'),
        (chosen("limp", "maybe"), '"maybe" is no answer to limp; its codes are yes, no, unknown'),
        (
            {"linkId": "limp", "answer": [{"valueString": "a lot"}]},
            "valueString without a code is no answer to limp; its codes are yes, no, unknown",
        ),
        ({"linkId": "limp", "answer": [{"valueBoolean": True}]}, "valueBoolean without a code is no answer"),
        (
            {"linkId": "person.age", "answer": [{"valueString": "old"}]},
            "person.age is answered by valueDecimal",
        ),
        ({"linkId": "person.age", "answer": [{"valueDecimal": 400}]}, "person.age: "),
        ({"linkId": "limp", "answer": [{"valueCoding": {"code": "yes"}}] * 2}, "more than 1 answer"),
        ({"linkId": "mark", "item": [chosen("mark.zone", "groin_crease")]}, "marks[0].side: "),
        (
            {"linkId": "mark", "item": [chosen("mark.zone", "sacrum"), chosen("mark.side", "left")]},
            "has no side",
        ),
        ({"linkId": "slr", "item": [chosen("slr.side", "right")]}, "answers.slr"),
        (
            {"linkId": "limp", "answer": [{"valueCoding": {"system": "urn:other", "code": "yes"}}]},
            "is no answer",
        ),
    ],
)
def test_what_cannot_be_used_is_named(knowledge: Knowledge, item: Json, complaint: str) -> None:
    assert complaint in refused(json.dumps(foreign(item)).encode(), knowledge)


def test_a_question_answered_twice_is_refused(knowledge: Knowledge) -> None:
    text = json.dumps(foreign(chosen("limp", "yes"), chosen("limp", "no")))
    assert "item[1]: the question limp is answered twice" in refused(text.encode(), knowledge)


_BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Bundle>&b;</Bundle>'


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "not a FHIR resource"),
        (b"[]", "not a FHIR resource"),
        (_BOMB, "this is XML, which is not read"),
        (b'{"resourceType": ', "not valid JSON"),
        (b'{"resourceType": "Bundle", "x": NaN}', "NaN is no number"),
        (b'{"resourceType": "Bundle", "resourceType": "Patient"}', "a key stands twice"),
        (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested deeper than 60"),
        (b'{"a": "' + b"[" * 100 + b'\\"' + b"{" * 100 + b'"}', "no Bundle and no QuestionnaireResponse"),
        (b'{"resourceType": "Bundle", "type": "collection"}', "holds 0 responses"),
        (b'{"resourceType": "Bundle", "entry": [1, null, {"resource": 7}]}', "holds 0 responses"),
        (b'{"resourceType": "Bundle", "entry": "x"}', "holds 0 responses"),
        (b'{"resourceType": "QuestionnaireResponse"}', "not valid FHIR"),
        (b"{" + b" " * LARGEST_BYTES, "larger than any bundle"),
        ('{"resourceType": "\ud800"}'.encode("utf-8", "surrogatepass"), "not valid JSON"),
        (b"\xff\xfe{\x00}\x00", "not a FHIR resource"),
        (b'{"resourceType": ' + b"9" * 5_000 + b"}", "value has 5000 digits); ask for the file again"),
    ],
)
def test_a_hostile_file_is_refused(knowledge: Knowledge, content: bytes, complaint: str) -> None:
    assert complaint in refused(content, knowledge)


def _two_responses(bundle: Json) -> None:
    bundle["entry"] += [
        one for one in bundle["entry"] if one["resource"]["resourceType"].endswith("Response")
    ]


def _other_questionnaire(bundle: Json) -> None:
    for one in bundle["entry"]:
        if "questionnaire" in one["resource"]:
            one["resource"]["questionnaire"] = "http://example.invalid/phq-9"


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [(_two_responses, "holds 2 responses"), (_other_questionnaire, "holds 0 responses")],
)
def test_a_bundle_must_hold_one_response(
    urgent: Report, spoil: Callable[[Json], None], complaint: str
) -> None:
    bundle = json.loads(bundle_text(urgent))
    spoil(bundle)
    assert complaint in refused(json.dumps(bundle).encode(), urgent.knowledge)


def test_an_erroneous_or_other_response_is_refused(knowledge: Knowledge) -> None:
    wrong = json.dumps(foreign(chosen("limp", "yes"), status="entered-in-error"))
    assert "entered in error" in refused(wrong.encode(), knowledge)
    other = json.dumps(foreign(chosen("limp", "yes"), questionnaire="http://example.invalid/phq-9"))
    assert "answers another questionnaire" in refused(other.encode(), knowledge)


def test_four_hundred_marks_are_enough(knowledge: Knowledge) -> None:
    mark = {"linkId": "mark", "item": [chosen("mark.zone", "groin_crease"), chosen("mark.side", "right")]}
    assert "more than 400 marks" in refused(json.dumps(foreign(*[mark] * 500)).encode(), knowledge)
