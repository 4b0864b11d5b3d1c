"""Which findings the sheet shows, in which order, and what of them is answered; no widgets here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hipmap.desktop.voice import Voice, said
from hipmap.model.case import Case, Side
from hipmap.model.findings import Finding, FindingKind

SECTIONS: tuple[FindingKind, ...] = (
    "safety",
    "history",
    "aggravating",
    "easing",
    "movement",
    "examination",
    "imaging",
)


@dataclass(frozen=True)
class Progress:
    """How many of some findings are answered."""

    answered: int
    of: int


def in_sections(findings: Sequence[Finding]) -> list[tuple[FindingKind, list[Finding]]]:
    """Groups findings by kind, in the order in which they are asked; empty groups are left out."""
    groups = ((kind, [f for f in findings if f.kind == kind]) for kind in SECTIONS)
    return [(kind, group) for kind, group in groups if group]


def progress(case: Case, findings: Iterable[Finding]) -> Progress:
    """Counts the answered findings; *unknown* was asked, so it counts."""
    every = list(findings)
    return Progress(sum(f.id in case.answers for f in every), len(every))


def is_for_clinician_only(finding: Finding) -> bool:
    return finding.who == "clinician"


def safety_to_ask(case: Case, findings: Iterable[Finding]) -> list[Finding]:
    """Gives the safety questions that can be asked here; at home nobody can answer for a clinician."""
    at_home = case.setting == "home"
    return [f for f in findings if f.kind == "safety" and not (at_home and is_for_clinician_only(f))]


def matches(finding: Finding, words: Sequence[str], voice: Voice) -> bool:
    """Whether every word occurs in the question, in either voice, or in its options."""
    if not words:
        return True
    options = " ".join(f"{option.patient} {option.clinician}" for option in finding.options)
    text = f"{said(finding, voice)} {finding.patient} {finding.clinician} {finding.id} {options}".lower()
    return all(word in text for word in words)


def worst_side(case: Case) -> Side | None:
    """Gives the side of the worst spot, or the only side that hurts; None if that is not said."""
    sides = {mark.side for mark in case.marks if mark.kind == "pain" and mark.side != "midline"}
    worst = {mark.side for mark in case.marks if mark.worst and mark.side != "midline"}
    found = worst or sides
    return next(iter(found)) if len(found) == 1 else None


def drawn_on_map(finding: Finding, case: Case) -> bool:
    """Whether the marks already say yes to this finding."""
    implied = finding.implied_by
    if implied is None:
        return False
    sides = {m.side for m in case.marks if m.kind in implied.kinds and m.zone in implied.zones}
    return sides >= {"right", "left"} if implied.both_sides else bool(sides)
