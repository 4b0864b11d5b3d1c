"""Marks and tests as observations, each at its body site with its side."""

from collections.abc import Iterator

from hipmap.exchange.fhir.codes import (
    LATERALITY,
    NOT_THERE,
    PAIN_NOW,
    UNITS,
    Json,
    answer_system,
    concept,
    unit_coding,
)
from hipmap.exchange.report import Report
from hipmap.model.case import UNKNOWN, Answer, Mark, MarkKind, Side, Value
from hipmap.model.findings import Finding, Unit
from hipmap.model.knowledge import Knowledge

_TESTS = ("movement", "examination", "imaging")
_KINDS: dict[MarkKind, str] = {
    "pain": "Pain at this site",
    "numb": "Numbness or tingling at this site",
    "spread": "Pain spreads to this site",
    "none": "No pain at this site",
}
_SIDE_NAMES: dict[Side, str] = {"right": "Right", "left": "Left", "midline": "Midline"}


def observations(report: Report, about: Json) -> Iterator[Json]:
    """Gives an observation for each mark, and for each side of each test; `about` names whom and when."""
    for mark in report.case.marks:
        yield {**_base(about, "survey"), **_mark(mark, report.knowledge)}
    for finding in report.knowledge.findings:
        answer = report.case.answers.get(finding.id)
        if answer is not None and finding.kind in _TESTS:
            for test in _tested(finding, answer):
                yield {**_base(about, "imaging" if finding.kind == "imaging" else "exam"), **test}


def _base(about: Json, category: str) -> Json:
    system = "http://terminology.hl7.org/CodeSystem/observation-category"
    categories = [{"coding": [{"system": system, "code": category}]}]
    return {"resourceType": "Observation", "status": "final", "category": categories, **about}


def _mark(mark: Mark, knowledge: Knowledge) -> Json:
    zone = knowledge.body.by_id[mark.zone]
    site = {**_side_of(mark.side), **concept("zone", zone.id, zone.clinician)}
    strengths: tuple[tuple[list[Json], str, float | None], ...] = (
        ([PAIN_NOW], "Pain now, 0 to 10", mark.intensity if mark.kind == "pain" else None),
        ([], "Strength now, 0 to 10", mark.intensity if mark.kind != "pain" else None),
        ([], "Strength usually, 0 to 10", mark.usual),
        ([], "Strength at its worst, 0 to 10", mark.at_worst),
    )
    parts = [
        {
            "code": {"coding": codes, "text": text} if codes else {"text": text},
            "valueQuantity": _score(number),
        }
        for codes, text, number in strengths
        if number is not None
    ]
    return {
        "code": concept("mark-kind", mark.kind, _KINDS[mark.kind]),
        "bodySite": site,
        "valueBoolean": True,
        **({"component": parts} if parts else {}),
    }


def _score(number: float) -> Json:
    return {"value": number, "unit": "of 10", "system": UNITS, "code": "{score}"}


def _side_of(side: Side) -> Json:
    told = {"url": LATERALITY, "valueCodeableConcept": concept("side", side, _SIDE_NAMES[side])}
    return {"extension": [told]}


def _tested(finding: Finding, answer: Answer) -> Iterator[Json]:
    yield _test(finding, answer.value, answer.side)
    if answer.other is not None:
        yield _test(finding, answer.other, "left" if answer.side == "right" else "right")


def _test(finding: Finding, value: Value, side: Side | None) -> Json:
    told: Json = {"code": concept("finding", finding.id, finding.clinician)}
    if side is not None:
        told["bodySite"] = {**_side_of(side), "text": f"{_SIDE_NAMES[side]} side"}
    if value == UNKNOWN:
        reason = {"system": NOT_THERE, "code": "not-performed" if finding.is_done else "asked-unknown"}
        return {**told, "dataAbsentReason": {"coding": [reason]}}
    if finding.scale is not None:
        return {**told, "valueQuantity": _quantity(value, finding.scale.unit)}
    words = next((one.clinician for one in finding.options if one.id == value), str(value).capitalize())
    return {**told, "valueCodeableConcept": concept(answer_system(finding.id, str(value)), str(value), words)}


def _quantity(value: Value, unit: Unit) -> Json:
    coded = unit_coding(unit)
    named = {} if coded is None else {"system": coded["system"], "code": coded["code"]}
    return {"value": value, "unit": unit.clinician[-1], **named}
