"""Puts a report together as one bundle, and has fhir.resources check every part of it."""

import uuid
from collections.abc import Sequence

from hipmap.exchange.fhir.codes import ORDER, OWN, QUESTIONNAIRE, Json, concept
from hipmap.exchange.fhir.observations import observations
from hipmap.exchange.fhir.questionnaire import questionnaire, response_items
from hipmap.exchange.fhir.urgency import urgency_observation
from hipmap.exchange.passport import passport_lines
from hipmap.exchange.plain_words import WORDS
from hipmap.exchange.report import Report
from hipmap.model.assessment import Likelihood
from hipmap.model.knowledge import Knowledge

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, OWN)
_METHOD = "Exact Bayesian weighing of published figures and of judgement; not validated on patients"


def bundle_text(report: Report) -> str:
    """Gives the bundle as JSON, checked."""
    from fhir.resources.R4B.bundle import Bundle

    return str(Bundle.model_validate(_bundle(report)).model_dump_json(indent=1)) + "\n"


def questionnaire_text(knowledge: Knowledge) -> str:
    """Gives the questionnaire alone, for a program that is to ask its questions."""
    from fhir.resources.R4B.questionnaire import Questionnaire

    return str(Questionnaire.model_validate(questionnaire(knowledge)).model_dump_json(indent=1)) + "\n"


def _bundle(report: Report) -> Json:
    subject = _patient(report)
    whom = _reference("patient", report) if subject else {"display": "not identified"}
    day = {"effectiveDateTime": report.details.day} if report.details.day else {}
    about = {"subject": whom, **day}
    found = list(observations(report, about))
    named = [("observation-" + str(number), one) for number, one in enumerate(found, start=1)]
    parts: list[tuple[str, Json]] = [
        *((("patient", subject),) if subject else ()),
        ("questionnaire", questionnaire(report.knowledge)),
        ("response", _response(report, whom)),
        *named,
        ("urgency", urgency_observation(report, about, [_reference("response", report)])),
        ("risk", _risk(report, whom, [name for name, _ in named])),
    ]
    parts.append(("provenance", _provenance(report, [name for name, _ in parts])))
    entries = [{"fullUrl": _url(name, report), "resource": one} for name, one in parts]
    return {"resourceType": "Bundle", "type": "collection", "entry": entries}


def _patient(report: Report) -> Json | None:
    """The person, only where something was given that says who it is."""
    details, sex = report.details, report.case.person.sex
    if not details.is_named:
        return None
    return {
        "resourceType": "Patient",
        **({"identifier": [{"system": f"{OWN}:number", "value": details.number}]} if details.number else {}),
        **({"name": [{"text": details.name}]} if details.name else {}),
        **({"birthDate": details.born} if details.born else {}),
        **({"gender": sex} if sex else {}),
    }


def _response(report: Report, whom: Json) -> Json:
    order = " ".join(report.case.answers)  # the items themselves stand in the order of the questionnaire
    return {
        "resourceType": "QuestionnaireResponse",
        **({"extension": [{"url": ORDER, "valueString": order}]} if order else {}),
        "questionnaire": f"{QUESTIONNAIRE}|{report.knowledge.manifest.version}",
        "status": "completed",
        "subject": whom,
        **({"authored": report.details.day} if report.details.day else {}),
        "item": response_items(report.case, report.knowledge),
    }


def _risk(report: Report, whom: Json, found: Sequence[str]) -> Json:
    """The likelihoods: a prediction for each origin and condition, and the passport as notes."""
    assessment, knowledge = report.assessment, report.knowledge
    origins = [
        _prediction(one, "origin", knowledge.origin_by_id[one.id].clinician) for one in assessment.origins
    ]
    conditions = [
        _prediction(one, "condition", knowledge.condition_by_id[one.id].clinician)
        for one in assessment.conditions
    ]
    notes = [f"Urgency: {assessment.urgency.tier}", *passport_lines(report, "clinician")]
    return {
        "resourceType": "RiskAssessment",
        "status": "final",
        "method": {"text": _METHOD},
        "code": {"text": "Origin of pain around the hip and the lower back"},
        "subject": whom,
        **({"occurrenceDateTime": report.details.day} if report.details.day else {}),
        "basis": [_reference(name, report) for name in ("response", *found)],
        "prediction": [*origins, *conditions],
        "note": [{"text": one} for one in notes],
    }


def _prediction(one: Likelihood, system: str, name: str) -> Json:
    ends = (("low", one.low), ("high", one.high))
    ranged = [{"url": f"{OWN}:{end}", "valueDecimal": number} for end, number in ends if number is not None]
    return {
        **({"extension": ranged} if ranged else {}),
        "outcome": concept(system, one.id, name),
        "probabilityDecimal": one.probability,
        "qualitativeRisk": concept("likelihood", one.word, WORDS[one.word]),
    }


def _provenance(report: Report, names: Sequence[str]) -> Json:
    versions = report.assessment.versions
    made = f"hipmap {versions.program}, knowledge {versions.knowledge}"
    digest = {"system": f"{OWN}:sha256-of-case-and-knowledge", "value": versions.digest}
    return {
        "resourceType": "Provenance",
        "target": [_reference(name, report) for name in names],
        "recorded": f"{report.details.day or '1970-01-01'}T00:00:00Z",
        "activity": {"text": _METHOD},
        "agent": [{"type": {"text": "program"}, "who": {"display": made}}],
        "entity": [{"role": "source", "what": {"identifier": digest, "display": "case and knowledge"}}],
    }


def _reference(name: str, report: Report) -> Json:
    return {"reference": _url(name, report)}


def _url(name: str, report: Report) -> str:
    """The same report has the same addresses, another day or person others."""
    details = report.details
    seed = "\n".join((report.assessment.versions.digest, details.day, details.number, details.name, name))
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, seed)}"
