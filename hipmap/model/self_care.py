"""What a person can do: exercises with dose, gates and stop rules, plans, everyday tips, home movements."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from hipmap.model.basis import Basis
from hipmap.model.frozen import Frozen
from hipmap.model.pages import Wording
from hipmap.model.red_flags import When

# How good the trials are: several or a strong guideline, one good, small or indirect, expert opinion.
Grade = Literal["A", "B", "C", "D"]
TipTopic = Literal["activity", "desk", "footwear", "lifting", "posture", "sitting", "sleep", "weight"]


class Dose(Frozen):
    """How much, and where that number comes from."""

    patient: str
    clinician: str
    basis: Basis
    sources: tuple[str, ...] = ()
    why: str

    @model_validator(mode="after")
    def _published_has_sources(self) -> "Dose":
        if self.basis in ("published", "article") and not self.sources:
            raise ValueError(f"a dose with basis {self.basis} names its sources")
        return self


class Gate(Frozen):
    """What must not be the case: `when` true closes what names it, unknown shows the caution.

    Where it is unknown, a likely condition of `closes_with` closes it too.
    """

    id: str
    when: When
    closes_with: tuple[str, ...] = ()
    patient: str
    clinician: str
    carries: tuple[str, ...] = ()


class StopRule(Frozen):
    """When to stop an exercise or a plan, and what to do then."""

    id: str
    patient: str
    clinician: str
    carries: tuple[str, ...] = ()


class Exercise(Frozen):
    """One exercise: how, how much, what for, and when not."""

    id: str
    patient: str
    clinician: str
    purpose: Wording
    steps: tuple[Wording, ...]
    dose: Dose
    good_for: tuple[str, ...]
    cautions: tuple[Wording, ...] = ()
    gates: tuple[str, ...] = ()
    stop_rules: tuple[str, ...] = ()
    drawing: str | None = None
    carries: tuple[str, ...] = ()


class PlanStep(Frozen):
    """One line of a plan: what to do, how much, and what it rests on."""

    patient: str
    clinician: str
    basis: Basis
    sources: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()


class Plan(Frozen):
    """What helps with one origin or condition, with the evidence for it and its limits.

    Gates of a plan close all of its exercises; a plan with `only_when` is for those of whom that certainly
    holds; one that `blocks_exercise` holds back every exercise while its condition is likely.
    """

    id: str
    good_for: tuple[str, ...]
    patient: str
    clinician: str
    steps: tuple[PlanStep, ...]
    exercises: tuple[str, ...] = ()
    evidence: Wording
    grade: Grade
    sources: tuple[str, ...]
    cautions: tuple[Wording, ...] = ()
    gates: tuple[str, ...] = ()
    stop_rules: tuple[str, ...]
    only_when: When | None = None
    blocks_exercise: bool = False
    carries: tuple[str, ...] = ()


class Tip(Frozen):
    """One piece of everyday advice, for everybody or for the origins and conditions that it names."""

    id: str
    topic: TipTopic
    good_for: tuple[str, ...] = ()
    patient: str
    clinician: str
    basis: Basis
    sources: tuple[str, ...] = ()
    drawing: str | None = None
    carries: tuple[str, ...] = ()


class HomeMovement(Frozen):
    """How a person tries at home the movement that a finding asks about."""

    finding: str
    steps: tuple[Wording, ...]
    watch_for: Wording
    seconds: Annotated[float, Field(gt=0)]
    gates: tuple[str, ...] = ()
    stop_rules: tuple[str, ...] = ()
    drawing: str | None = None
    carries: tuple[str, ...] = ()
