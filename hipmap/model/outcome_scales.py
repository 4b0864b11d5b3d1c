"""What a score can be written down of: each scale of a published questionnaire, with its range."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hipmap.model.measures import Measure


@dataclass(frozen=True)
class OutcomeScale:
    """One number of a questionnaire: its total, or one of several ratings that are not to be averaged."""

    id: str
    measure: Measure
    rating: str = ""

    @property
    def least(self) -> float:
        return self.measure.least

    @property
    def most(self) -> float:
        return self.measure.most

    @property
    def is_whole(self) -> bool:
        """Whether only whole numbers can be: what is counted."""
        return self.measure.scoring == "count"

    @property
    def higher_is(self) -> Literal["worse", "better"]:
        return self.measure.higher_is

    def takes(self, value: float) -> bool:
        """Whether a number can be a score of this scale."""
        return self.least <= value <= self.most and (not self.is_whole or value == int(value))


def outcome_scales(measures: Iterable[Measure]) -> tuple[OutcomeScale, ...]:
    """Gives the scales of the published questionnaires; hipmap's own diary is none."""
    found: list[OutcomeScale] = []
    for measure in measures:
        if measure.basis != "published":
            continue
        if measure.scoring == "each" and len(measure.items) > 1:
            found += [OutcomeScale(f"{measure.id}_{item.id}", measure, item.id) for item in measure.items]
        else:
            found.append(OutcomeScale(measure.id, measure))
    return tuple(found)
