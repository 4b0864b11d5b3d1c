"""The evidence passport that ends every report: what made it, what was asked, what it does not prove."""

from dataclasses import dataclass

from hipmap.exchange.report import Report
from hipmap.model.findings import Finding
from hipmap.model.voice import Voice, in_short

NOT_VALIDATED = "Not validated on patients."
_BASIS: dict[Voice, str] = {
    "patient": "Built from published studies of single signs and from judgement. It is not a diagnosis.",
    "clinician": "Built from published studies of single findings and from judgement; not a diagnosis.",
}
_SIGNS_OF_DIGEST = 16


@dataclass(frozen=True)
class Passport:
    """What a result rests on."""

    program: str
    knowledge: str
    digest: str
    places: int
    answered: int
    unknown: int
    safety_open: tuple[Finding, ...]
    safety_unknown: tuple[Finding, ...]
    findings: int

    @property
    def versions(self) -> str:
        """The line that names what made this."""
        return f"hipmap {self.program}, knowledge {self.knowledge}, digest {self.digest[:_SIGNS_OF_DIGEST]}"

    @property
    def asked(self) -> str:
        """The line that counts what was asked and what was not."""
        return (
            f"Places marked: {self.places}. Answered: {self.answered} of {self.findings}, of which not known:"
            f" {self.unknown}. Not asked: {self.findings - self.answered}, of which safety questions:"
            f" {len(self.safety_open)}."
        )


def passport_of(report: Report) -> Passport:
    """Gives the passport of a report."""
    urgency, versions = report.assessment.urgency, report.assessment.versions
    screening = [one for one in report.knowledge.findings if one.screening]
    return Passport(
        program=versions.program,
        knowledge=versions.knowledge,
        digest=versions.digest,
        places=len({mark.place for mark in report.case.marks if mark.kind != "none"}),
        answered=len(report.case.answers),
        unknown=sum(answer.is_unknown for answer in report.case.answers.values()),
        safety_open=tuple(one for one in screening if one.id in set(urgency.not_asked)),
        safety_unknown=tuple(one for one in screening if one.id in set(urgency.unknown)),
        findings=len(report.knowledge.findings),
    )


def passport_lines(report: Report, voice: Voice) -> list[str]:
    """Gives the passport as lines; the safety questions that nobody asked are named."""
    passport = passport_of(report)
    lines = [passport.versions, passport.asked]
    for title, findings in (
        ("Safety questions not asked", passport.safety_open),
        ("Safety questions answered with not known", passport.safety_unknown),
    ):
        if findings:
            lines.append(f"{title}: {'; '.join(in_short(one, voice).rstrip('?') for one in findings)}.")
    return [*lines, f"{NOT_VALIDATED} {_BASIS[voice]}"]
