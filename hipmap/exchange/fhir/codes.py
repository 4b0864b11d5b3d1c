"""The codes of hipmap in FHIR: own systems, whose codes are the ids of the vocabulary, and LOINC once."""

from typing import Any

from hipmap.model.findings import Unit

Json = dict[str, Any]

OWN = "urn:hipmap"
QUESTIONNAIRE = f"{OWN}:questionnaire:case-1"
LATERALITY = "http://hl7.org/fhir/StructureDefinition/observation-structureLaterality"
NOT_THERE = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
ORDER = f"{OWN}:order-of-answers"
"""The extension of a response that tells in which order its answers were given, as ids divided by spaces."""
UNITS = "http://unitsofmeasure.org"
PAIN_NOW: Json = {
    "system": "http://loinc.org",
    "code": "72514-3",
    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
}
"""The only LOINC code; its number is sent, for the codes of its answers do not all say what they count."""
YEARS: Json = {"system": UNITS, "code": "a", "display": "years"}
UNIT_ASKED = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"
"""The extension of a question for a number that tells in which unit the number is asked."""
_UCUM = {"degrees": "deg", "weeks": "wk", "minutes": "min", "mL": "mL"}


def coding(system: str, code: str, display: str | None = None) -> Json:
    """Gives a code of one of hipmap's own systems, as `zone`, `finding`, `origin` or `tier`."""
    told = {} if display is None else {"display": display}
    return {"system": f"{OWN}:{system}", "code": code, **told}


def concept(system: str, code: str, display: str) -> Json:
    """Gives such a code as a concept, which bears its words as text."""
    return {"coding": [coding(system, code, display)], "text": display}


def unit_coding(unit: Unit) -> Json | None:
    """Gives the unit of a number in UCUM, of a count as an annotation; None for one not known here."""
    code = f"{{{unit.id}}}" if unit.counts else _UCUM.get(unit.id)
    return None if code is None else {"system": UNITS, "code": code, "display": unit.clinician[-1]}


def answer_system(finding: str, value: str) -> str:
    """Gives the system of an answer: yes, no and unknown are the same everywhere."""
    return "answer" if value in ("yes", "no", "unknown") else f"answer:{finding}"
