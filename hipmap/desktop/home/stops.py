"""The screens of the guide as small values, and where a person stands among them."""

from dataclasses import dataclass, replace
from typing import Literal

Step = Literal["safety", "where", "questions", "movements", "result"]
Kind = Literal[
    "about", "list", "orient", "map", "words", "difference", "read_back", "history", "scans", "question",
    "between", "movement", "result", "review",
]  # fmt: skip

STEPS: tuple[Step, ...] = ("safety", "where", "questions", "movements", "result")
_STEP_OF: dict[Kind, Step] = {
    "about": "safety",
    "list": "safety",
    "orient": "where",
    "map": "where",
    "words": "where",
    "difference": "where",
    "read_back": "where",
    "history": "questions",
    "scans": "questions",
    "question": "questions",
    "between": "questions",
    "movement": "movements",
    "result": "result",
    "review": "result",
}

FEW_QUESTIONS = 12
"""So many adaptive questions are asked before the result is offered."""
MORE_QUESTIONS = 5
"""So many more when a person wants more."""
FEW_MOVEMENTS = 4


@dataclass(frozen=True)
class Stop:
    """One screen: its kind, and of what it is (the id of a list or of a finding)."""

    kind: Kind
    of: str = ""

    @property
    def step(self) -> Step:
        return _STEP_OF[self.kind]


FIRST = Stop("about")
RESULT = Stop("result")


@dataclass(frozen=True)
class Cursor:
    """The screens that were visited, in their order, at which of them a person stands, and what was waved on.

    With `past_enough` questions go on although the engine has said *enough*. `heeded` are the urgent flags
    that a person has acted on; they no longer stop the guide.
    """

    trail: tuple[Stop, ...] = (FIRST,)
    at: int = 0
    questions: int = FEW_QUESTIONS
    wants_questions: bool = True
    wants_movements: bool = True
    past_enough: bool = False
    heeded: frozenset[str] = frozenset()

    @property
    def stop(self) -> Stop:
        return self.trail[self.at]

    @property
    def visited(self) -> frozenset[Stop]:
        return frozenset(self.trail)

    def back(self) -> "Cursor":
        return replace(self, at=max(0, self.at - 1))

    def onto(self, stop: Stop) -> "Cursor":
        """Goes to a screen: to the one on the trail if it was visited, else to a new one at its end."""
        if stop in self.trail:
            return replace(self, at=self.trail.index(stop))
        return replace(self, trail=(*self.trail, stop), at=len(self.trail))

    def visited_of(self, kind: Kind) -> tuple[Stop, ...]:
        return tuple(stop for stop in self.trail if stop.kind == kind)

    def asking_more(self) -> "Cursor":
        """Goes back to the questions, behind those that were asked, for some more of them."""
        kept = tuple(one for one in self.trail if one.kind not in ("between", "result", "review"))
        most = len(self.visited_of("question")) + MORE_QUESTIONS
        return replace(
            self, trail=kept, at=len(kept) - 1, questions=most, wants_questions=True, past_enough=True
        )
