"""Which findings the sheet shows, in which order, and what of them is answered; no widgets here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hipmap.model.case import UNKNOWN, Case, Side
from hipmap.model.findings import BodySection, Finding, FindingKind
from hipmap.reasoning.facts import complaint_side, implies

Section = FindingKind | BodySection | Literal["found", "telling", "more_safety"]
SECTIONS: tuple[Section, ...] = (
    "safety",
    "history",
    "aggravating",
    "easing",
    "movement",
    "hip",
    "si",
    "spine",
    "nerve",
    "gait",
    "examination",
    "imaging",
    "more_safety",
)
FOLDED: tuple[Section, ...] = ("more_safety",)
"""These sections are folded at the start."""


@dataclass(frozen=True)
class Progress:
    """How many of some findings are answered, and of these how many by *don't know*."""

    answered: int
    of: int
    unknown: int = 0


def section_of(finding: Finding) -> Section:
    """Gives the section of a finding; only the safety questions that everybody is asked come first."""
    if finding.kind == "safety" and not finding.screening:
        return "more_safety"
    return finding.section or finding.kind


def leading_rows(new: Sequence[str], old: Sequence[str], held: str | None) -> tuple[str, ...]:
    """Gives the rows that lead the sheet; the row under the hand, `held`, keeps its place among them.

    A row that stands in its section is not drawn away from under the hand either.
    """
    found = [name for name in new if name != held]
    if held is not None and held in old:
        found.insert(min(list(old).index(held), len(found)), held)
    return tuple(found)


def in_sections(findings: Sequence[Finding]) -> list[tuple[Section, list[Finding]]]:
    """Groups findings in the order in which they are asked; empty groups are left out."""
    groups = ((section, [f for f in findings if section_of(f) == section]) for section in SECTIONS)
    return [(section, group) for section, group in groups if group]


def progress(case: Case, findings: Iterable[Finding]) -> Progress:
    """Counts the answered findings; *unknown* was asked, so it counts."""
    every = list(findings)
    given = [case.answers[f.id] for f in every if f.id in case.answers]
    return Progress(len(given), len(every), sum(answer.value == UNKNOWN for answer in given))


def is_settled(case: Case, asked: Iterable[Finding]) -> bool:
    """Whether every question has an answer that says something."""
    return all(f.id in case.answers and case.answers[f.id].value != UNKNOWN for f in asked)


def meant_side(case: Case) -> Side | None:
    """Gives the side that an answer would be about: that of the complaint; None if both or neither hurt."""
    side = complaint_side(case)
    return None if side == "both" else side


def drawn_on_map(finding: Finding, case: Case) -> bool:
    """Whether the marks already say yes to this finding."""
    return finding.implied_by is not None and implies(case, finding.implied_by, complaint_side(case))


def all_drawn_on_map(findings: Iterable[Finding], case: Case) -> frozenset[str]:
    """Gives the findings to which the marks already say yes; the side of the complaint is sought once."""
    if not case.marks:
        return frozenset()
    side = complaint_side(case)
    return frozenset(f.id for f in findings if f.implied_by is not None and implies(case, f.implied_by, side))
