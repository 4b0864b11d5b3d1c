"""What is measured on a screen: contrast of its texts, size of its targets, names of its things."""

from dataclasses import dataclass, field

from tests.screens.accessible_things import Thing, shown_things
from tests.screens.contrast import Measured, measure_texts
from tests.screens.painted_texts import painted_texts
from tests.screens.screen_table import Screen
from tests.screens.stage import Looks, Stage
from tests.screens.targets import Target, targets, too_small


@dataclass
class Findings:
    """What was measured, and what of it is not good enough."""

    texts: int = 0
    least_contrast: float = 21.0
    hit: int = 0
    things: int = 0
    faint: list[Measured] = field(default_factory=list)
    small: list[Target] = field(default_factory=list)
    nameless: list[Thing] = field(default_factory=list)

    def add(self, other: "Findings") -> None:
        self.texts += other.texts
        self.hit += other.hit
        self.things += other.things
        self.least_contrast = min(self.least_contrast, other.least_contrast)
        self.faint += other.faint
        self.small += other.small
        self.nameless += other.nameless

    def lines(self) -> list[str]:
        faint = [f"faint, {one}" for one in self.faint]
        return [
            *faint,
            *(f"small, {one}" for one in self.small),
            *(f"no name, {one}" for one in self.nameless),
        ]

    def summary(self) -> str:
        return (
            f"{self.texts} texts, {len(self.faint)} too faint (least contrast {self.least_contrast:.2f}); "
            f"{self.hit} targets, {len(self.small)} too small; "
            f"{self.things} things to press or fill, {len(self.nameless)} without a name"
        )


def findings_on(on: Stage, screen: Screen, looks: Looks) -> Findings:
    """Goes to a screen and measures what is in front there."""
    on.clear()
    on.wear(looks)
    screen.reach(on)
    found = Findings()
    for window in on.others() or [on.window]:
        measured = list(measure_texts(window.grab().toImage(), painted_texts(window)))
        hit = list(targets(window))
        things = [thing for thing in shown_things(window) if thing.is_interactive]
        found.texts += len(measured)
        found.hit += len(hit)
        found.things += len(things)
        found.least_contrast = min([found.least_contrast, *(one.contrast for one in measured)])
        found.faint += [one for one in measured if not one.is_enough]
        found.small += too_small(hit)
        found.nameless += [one for one in things if not one.name.strip()]
    on.clear()
    return found
