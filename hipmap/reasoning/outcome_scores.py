"""Scores of questionnaires, and whether a change between two of them is one that matters."""

import math
from collections.abc import Mapping
from typing import Literal

from hipmap.model.frozen import Frozen
from hipmap.model.measures import Measure, MeasureItem

Answers = Mapping[str, float]
Direction = Literal["better", "worse", "same", "neither"]

# Where a measure gives one number for all of its items, that number stands under this name.
TOTAL = "total"
# Means of tenths are not exact in binary: a change of exactly the needed size must count.
_TINY = 1e-9


class Score(Frozen):
    """The score of one filled form: its parts by name (`total`, or an item), or none and why."""

    measure: str
    parts: Mapping[str, float]
    answered: int
    of: int
    why: Literal["too_few_answers"] | None = None

    @property
    def total(self) -> float | None:
        """The one number of a measure that has one."""
        return self.parts.get(TOTAL)


class Change(Frozen):
    """The change of one part between two forms; `matters` is None where nobody knows what change does.

    `share` is the change as a share of the first score, and None where that was nothing.
    """

    part: str
    before: float | None
    after: float
    points: float
    share: float | None
    direction: Direction
    by_points: bool | None
    by_share: bool | None

    @property
    def matters(self) -> bool | None:
        """Whether it is as large as the change that matters, in points or as a share."""
        if self.by_points is None:
            return None
        return self.by_points or bool(self.by_share)


def score(measure: Measure, answers: Answers) -> Score:
    """Gives the score of a form; ValueError if an answer is to no item or is off its scale."""
    given = _checked(measure, answers)
    enough = len(given) >= measure.least_items
    parts: dict[str, float] = {}
    if enough and measure.scoring == "each":
        parts = dict(given)
    elif enough:
        total = math.fsum(given.values())
        parts = {TOTAL: total / len(given) if measure.scoring == "mean" else total}
    return Score(
        measure=measure.id,
        parts=parts,
        answered=len(given),
        of=len(measure.items),
        why=None if enough else "too_few_answers",
    )


def changes(measure: Measure, before: Answers, after: Answers) -> tuple[Change, ...]:
    """Gives the change of each part that both forms have.

    Of a mean only the items that both forms answer count, because a mean over other activities is another
    thing; a measure that asks for the change itself needs the later form only.
    """
    first, second = _checked(measure, before), _checked(measure, after)
    if measure.rates_change:
        return tuple(_change(measure, name, None, value) for name, value in second.items())
    if measure.scoring == "mean":
        both = [name for name in first if name in second]
        first, second = {name: first[name] for name in both}, {name: second[name] for name in both}
    old, new = score(measure, first).parts, score(measure, second).parts
    return tuple(_change(measure, name, old[name], new[name]) for name in old if name in new)


def _checked(measure: Measure, answers: Answers) -> dict[str, float]:
    """The answers in the order of the items."""
    items = {item.id: item for item in measure.items}
    for name, value in answers.items():
        if name not in items:
            raise ValueError(f"{measure.id} has no item {name}")
        least, most = _scale(measure, items[name])
        if not least <= value <= most:
            raise ValueError(f"{measure.id}, {name}: {value} is not between {least:g} and {most:g}")
        if measure.scoring == "count" and value not in (0, 1):
            raise ValueError(f"{measure.id}, {name}: a sentence is ticked (1) or not (0), not {value}")
    return {name: float(answers[name]) for name in items if name in answers}


def _scale(measure: Measure, item: MeasureItem) -> tuple[float, float]:
    if measure.scoring == "count":
        return 0.0, 1.0
    least = measure.least if item.least is None else item.least
    return least, measure.most if item.most is None else item.most


def _change(measure: Measure, part: str, before: float | None, after: float) -> Change:
    points = after if before is None else after - before
    share = points / before if before else None
    item = next((item for item in measure.items if item.id == part), None)
    own = item is not None and item.least is not None
    needed = measure.change_share
    return Change(
        part=part,
        before=before,
        after=after,
        points=points,
        share=share,
        direction=_direction(measure, item, points),
        by_points=None if own else abs(points) >= measure.change_that_matters - _TINY,
        by_share=None if own or needed is None or share is None else abs(share) >= needed - _TINY,
    )


def _direction(measure: Measure, item: MeasureItem | None, points: float) -> Direction:
    higher = measure.higher_is if item is None or item.higher_is is None else item.higher_is
    if higher == "neither":
        return "neither"
    if abs(points) < _TINY:
        return "same"
    return "better" if (points > 0) == (higher == "better") else "worse"
