"""Checks the cases in a patient's document by the rules for case files; what breaks them stays outside."""

from dataclasses import dataclass

from hipmap.model.case_check import check_case
from hipmap.model.knowledge import Knowledge
from hipmap.model.patient_document import DocumentVisit, PatientDocument

_LONGEST = 300


@dataclass(frozen=True)
class LeftOut:
    """A visit that stays outside, and the first thing in it that this hipmap's knowledge has no place for."""

    day: str
    why: str


@dataclass(frozen=True)
class Sifted:
    """What may come in, and what not."""

    document: PatientDocument
    left_out: tuple[LeftOut, ...]


def sifted(document: PatientDocument, knowledge: Knowledge) -> Sifted:
    """Gives the document without the visits that could not be shown here.

    The others come in: a file of a newer hipmap, whose knowledge has grown, is so of use here too, and the
    rest of it can be taken in later, because taking in twice adds what is new.
    """
    kept, left_out = [], []
    for visit in document.visits:
        problem = _problem(visit, knowledge)
        if problem is None:
            kept.append(visit)
        else:
            left_out.append(LeftOut(visit.day, _one_line(problem)))
    return Sifted(document.model_copy(update={"visits": tuple(kept)}), tuple(left_out))


def _one_line(text: str) -> str:
    """Nothing from a file breaks the line in which it is told, or speaks to a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:_LONGEST])


def _problem(visit: DocumentVisit, knowledge: Knowledge) -> str | None:
    problems = check_case(visit.case, knowledge)
    if problems:
        return problems[0]
    for step in visit.steps:
        if step.case != visit.case and (problems := check_case(step.case, knowledge)):
            return f"step {step.step}: {problems[0]}"
    return None
