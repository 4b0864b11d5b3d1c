"""The screens of the guide as small values, and where a person stands among them."""

from dataclasses import dataclass, replace
from typing import Literal

Step = Literal["safety", "where", "questions", "movements", "result"]
Kind = Literal[
    "about", "list", "orient", "map", "words", "difference", "read_back", "history", "scans", "question",
    "between", "movement", "result", "review", "hand_over",
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
    "hand_over": "result",
}

# What is gone past anew when more is asked.
_AFTER: tuple[Kind, ...] = ("between", "result", "review", "hand_over")

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
HAND_OVER = Stop("hand_over")
BESIDE_RESULT: tuple[Kind, ...] = ("review", "hand_over")
"""What is gone to from the result, and back to it."""


@dataclass(frozen=True)
class Leap:
    """Back over several screens, between places on the trail; who followed a link means to return."""

    start: int
    to: int
    by_link: bool = False


@dataclass(frozen=True)
class Cursor:
    """The screens that were visited, in their order, at which of them a person stands, and what was waved on.

    With `past_enough` questions go on although the engine has said *enough*. `heeded` are the urgent flags
    that a person has acted on; they no longer stop the guide. `seen` are the signs of lists that were in
    view, so that none is answered unread. `leaps` are those that are not over yet.
    """

    trail: tuple[Stop, ...] = (FIRST,)
    at: int = 0
    questions: int = FEW_QUESTIONS
    wants_questions: bool = True
    wants_movements: bool = True
    past_enough: bool = False
    heeded: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    leaps: tuple[Leap, ...] = ()

    @property
    def stop(self) -> Stop:
        return self.trail[self.at]

    @property
    def visited(self) -> frozenset[Stop]:
        return frozenset(self.trail)

    def can_go_back(self) -> bool:
        return self.at > 0 or bool(self.leaps)

    def back(self) -> "Cursor":
        """Goes to the screen before; from one that was leapt to or stands beside another, to that."""
        if self.leaps and self.leaps[-1].to == self.at:
            return replace(self, at=self.leaps[-1].start, leaps=self.leaps[:-1])
        if self.stop.kind in BESIDE_RESULT and RESULT in self.trail:
            return self.onto(RESULT)
        return replace(self, at=max(0, self.at - 1))

    def onto(self, stop: Stop, by_link: bool = False) -> "Cursor":
        """Goes to a screen: to the one on the trail if it was visited, else to a new one at its end."""
        trail = self.trail if stop in self.trail else (*self.trail, stop)
        at = trail.index(stop)
        leaps = tuple(leap for leap in self.leaps if leap.start > at)
        if at < self.at - 1:
            leaps = (*leaps, Leap(self.at, at, by_link))
        return replace(self, trail=trail, at=at, leaps=leaps)

    def leapt_from(self) -> Stop | None:
        """Gives the result or the list of answers from which a link led here, to be gone back to."""
        origins = [self.trail[leap.start] for leap in self.leaps if leap.by_link]
        return next((one for one in reversed(origins) if one.kind in ("result", "review")), None)

    def visited_of(self, kind: Kind) -> tuple[Stop, ...]:
        return tuple(stop for stop in self.trail if stop.kind == kind)

    def asking_more(self) -> "Cursor":
        """Goes back to the questions, behind those that were asked, for some more of them."""
        kept = tuple(one for one in self.trail if one.kind not in _AFTER)
        most = len(self.visited_of("question")) + MORE_QUESTIONS
        return replace(
            self,
            trail=kept,
            at=len(kept) - 1,
            questions=most,
            wants_questions=True,
            past_enough=True,
            leaps=(),
        )
