"""What a person may do in one case: plans, exercises left in or taken out, cautions, stop rules and tips."""

from typing import Literal

from hipmap.model.frozen import Frozen
from hipmap.model.pages import Wording

# open: plans are shown; hidden: urgent help comes first; held: a plan that blocks exercise is likely;
# too_early: nothing is known yet.
SelfCareState = Literal["open", "hidden", "held", "too_early"]


class OfferedExercise(Frozen):
    """An exercise that may be done; `cautions` are its gates that the case neither opens nor closes."""

    exercise: str
    cautions: tuple[str, ...] = ()


class ClosedExercise(Frozen):
    """An exercise that was taken out, with the gates that closed it."""

    exercise: str
    gates: tuple[str, ...]


class OfferedPlan(Frozen):
    """A plan, the likely origin or condition that calls for it, and what of it may be done."""

    plan: str
    target: str
    probability: float
    exercises: tuple[OfferedExercise, ...] = ()
    closed: tuple[ClosedExercise, ...] = ()
    cautions: tuple[str, ...] = ()


class SelfCare(Frozen):
    """Self-care for one case, by ids of the library.

    `because` names what hides or holds it (flags, or origins and conditions) and `reason` says it in words;
    `ask_first` are safety questions, not yet asked, that could still make it urgent.
    """

    state: SelfCareState
    because: tuple[str, ...] = ()
    reason: Wording | None = None
    ask_first: tuple[str, ...] = ()
    plans: tuple[OfferedPlan, ...] = ()
    stop_rules: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
