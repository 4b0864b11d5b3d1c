"""The vocabulary: every zone, finding, condition, origin, red flag and source, as plain data."""

from typing import Any

from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge


def vocabulary_data(knowledge: Knowledge) -> dict[str, Any]:
    """Gives the vocabulary as one object that can be written as JSON (design, section 3)."""
    return {
        "schema": "hipmap-vocabulary/1",
        "knowledge": knowledge.manifest.version,
        "zones": [
            zone.model_dump(mode="json", exclude={"carries"}) | {"sides": list(zone.sides)}
            for zone in knowledge.body.zones
        ],
        "own_words": [
            word.model_dump(include={"id", "patient", "clinician"}) | {"zones": sorted(word.zones)}
            for word in knowledge.body.own_words
        ],
        "findings": [_finding(finding) for finding in knowledge.findings],
        "conditions": [
            one.model_dump(include={"id", "origin", "patient", "clinician"}) for one in knowledge.conditions
        ],
        "origins": [one.model_dump(exclude={"carries"}) for one in knowledge.origins],
        "red_flags": [
            {
                "id": flag.id,
                "patient": flag.patient,
                "clinician": flag.clinician,
                "scope": flag.scope,
                "tiers": [rule.tier for rule in flag.rules],
                "features": [
                    {"id": f.id, "patient": f.patient, "clinician": f.clinician} for f in flag.features
                ],
            }
            for flag in knowledge.red_flags
        ],
        "sources": [source.model_dump(mode="json", exclude_none=True) for source in knowledge.sources],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    """The question, the label, what may be answered, and who can answer."""
    data: dict[str, Any] = {
        "id": finding.id,
        "kind": finding.kind,
        "patient": finding.patient,
        "clinician": finding.clinician,
        "answer": finding.answer,
        "sided": finding.sided,
        "who": finding.who,
        "screening": finding.screening,
        "seconds": finding.seconds,
    }
    if finding.patient_short is not None:
        data["patient_short"] = finding.patient_short
    if finding.section is not None:
        data["section"] = finding.section
    help_texts = finding.help.model_dump(exclude_none=True)
    if help_texts:
        data["help"] = help_texts
    if finding.answer == "yes_no":
        data["options"] = ["yes", "no", "unknown"]
    elif finding.scale is not None:
        scale = finding.scale
        data["number"] = {
            "unit": scale.unit.id,
            "least": scale.least,
            "most": scale.most,
            "normal": scale.normal,
        }
    else:
        data["options"] = [option.model_dump() for option in finding.options] + ["unknown"]
    return data
