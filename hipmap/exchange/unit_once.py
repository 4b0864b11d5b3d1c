"""Says a unit once, where what was asked names it already."""

import re

from hipmap.model.findings import Finding
from hipmap.model.voice import Voice, in_short


def unit_forms(finding: Finding, voice: Voice) -> tuple[str, ...]:
    """Gives the forms of the unit of a number; none of what is no number."""
    if finding.scale is None:
        return ()
    return finding.scale.unit.patient if voice == "patient" else finding.scale.unit.clinician


def bare_label(finding: Finding, voice: Voice) -> str:
    """Gives what was asked as it stands before answers that say their unit: without a unit at its end."""
    whole = in_short(finding, voice)
    label, _opens, end = whole.rpartition(" (")
    return label if end.removesuffix(")") in unit_forms(finding, voice) else whole


def without_unit_of(label: str, forms: tuple[str, ...], answer: str) -> str:
    """Gives an answer whose numbers stand bare where the label says their unit: `Duration in weeks: 6`."""
    if not any(re.search(rf"\b{re.escape(form)}\b", label, re.IGNORECASE) for form in forms):
        return answer
    return re.sub(rf"(?<=\d) (?:{'|'.join(map(re.escape, forms))})\b", "", answer)
