"""The evidence passport that ends every report: what made it, what was asked, what it does not prove."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from hipmap.exchange.report import Report
from hipmap.model.findings import Finding
from hipmap.model.spoken import phrases, translate
from hipmap.model.voice import Voice, in_short
from hipmap.reasoning.who_is_asked import safety_not_asked

tr = partial(translate, "Paper")

NOT_VALIDATED = "Not validated on patients."
_BASIS: Mapping[Voice, str] = phrases(
    "Paper",
    {
        "patient": "Nobody has yet checked on patients how often it is right. Built from published studies "
        "of single signs and from judgement. It is not a diagnosis.",
        "clinician": "Built from published studies of single findings and from judgement; not a diagnosis.",
    },
)
_SIGNS_OF_DIGEST = 16


@dataclass(frozen=True)
class Passport:
    """What a result rests on; `safety_open` are the safety questions for everybody that nobody asked yet."""

    program: str
    knowledge: str
    digest: str
    places: int
    answered: int
    unknown: int
    safety_open: tuple[Finding, ...]
    safety_unknown: tuple[Finding, ...]
    safety_known: int
    findings: int

    @property
    def versions(self) -> str:
        """The line that names what made this."""
        return tr("hipmap {program}, knowledge {knowledge}, digest {digest}").format(
            program=self.program, knowledge=self.knowledge, digest=self.digest[:_SIGNS_OF_DIGEST]
        )

    @property
    def asked(self) -> str:
        """The line that counts what was asked and what was not."""
        return tr(
            "Places marked: {places}. Answered: {answered} of {findings}, of which not known: {unknown}."
            " Not asked: {left}, among them safety questions that everybody is asked: {open}."
        ).format(
            places=self.places,
            answered=self.answered,
            findings=self.findings,
            unknown=self.unknown,
            left=self.findings - self.answered,
            open=len(self.safety_open),
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
        safety_open=safety_not_asked(report.case, report.knowledge),
        safety_unknown=tuple(one for one in screening if one.id in set(urgency.unknown)),
        safety_known=sum(
            one.id in report.case.answers and not report.case.answers[one.id].is_unknown for one in screening
        ),
        findings=len(report.knowledge.findings),
    )


def short_passport(report: Report) -> list[str]:
    """Gives the passport for a picture, which has no room for the names of questions."""
    passport = passport_of(report)
    return [f"{passport.versions}. {not_validated()}", passport.asked]


def passport_lines(report: Report, voice: Voice) -> list[str]:
    """Gives the passport as lines; the safety questions that nobody asked are named."""
    passport = passport_of(report)
    lines = [passport.versions, passport.asked]
    for frame, findings in (
        (tr("Safety questions not asked: {questions}."), passport.safety_open),
        (tr("Safety questions answered with not known: {questions}."), passport.safety_unknown),
    ):
        if findings:
            lines.append(
                frame.format(questions="; ".join(in_short(one, voice).rstrip("?") for one in findings))
            )
    return [*lines, f"{not_validated()} {_BASIS[voice]}"]


def not_validated() -> str:
    """Gives the sentence that no output is without."""
    return tr("Not validated on patients.")
