"""What is measured on a screen: contrast of texts and of the focus, targets, names, ways by keyboard."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from tests.screens.accessible_things import Thing, shown_things
from tests.screens.contrast import Measured, measure_texts
from tests.screens.focus_rings import Ring, rings
from tests.screens.painted_texts import PaintedText, painted_texts
from tests.screens.reach import Walk, told
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
    focused: int = 0
    least_ring: float = 21.0
    faint: list[Measured] = field(default_factory=list)
    small: list[Target] = field(default_factory=list)
    nameless: list[Thing] = field(default_factory=list)
    unseen: list[Ring] = field(default_factory=list)

    def add(self, other: "Findings") -> None:
        self.texts += other.texts
        self.hit += other.hit
        self.things += other.things
        self.focused += other.focused
        self.least_contrast = min(self.least_contrast, other.least_contrast)
        self.least_ring = min(self.least_ring, other.least_ring)
        self.faint += other.faint
        self.small += other.small
        self.nameless += other.nameless
        self.unseen += other.unseen

    def lines(self) -> list[str]:
        faint = [f"faint, {one}" for one in self.faint]
        return [
            *faint,
            *(f"small, {one}" for one in self.small),
            *(f"no name, {one}" for one in self.nameless),
            *(f"focus hardly seen, {one}" for one in self.unseen),
        ]

    def summary(self) -> str:
        return (
            f"{self.texts} texts, {len(self.faint)} too faint (least contrast {self.least_contrast:.2f}); "
            f"{self.hit} targets, {len(self.small)} too small; "
            f"{self.things} things to press or fill, {len(self.nameless)} without a name; "
            f"{self.focused} with the focus, {len(self.unseen)} of them hardly seen "
            f"(least contrast {self.least_ring:.2f})"
        )


def findings_on(on: Stage, screen: Screen, looks: Looks) -> Findings:
    """Goes to a screen and measures what is in front there."""
    on.clear()
    on.wear(looks)
    screen.reach(on)
    found = Findings()
    for window in on.others() or [on.window]:
        texts = [text for text in painted_texts(window) if _is_in_front(window, text)]
        measured = list(measure_texts(window.grab().toImage(), texts))
        hit = list(targets(window))
        things = [thing for thing in shown_things(window) if thing.is_interactive]
        found.texts += len(measured)
        found.hit += len(hit)
        found.things += len(things)
        found.least_contrast = min([found.least_contrast, *(one.contrast for one in measured)])
        found.faint += [one for one in measured if not one.is_enough]
        found.small += too_small(hit)
        found.nameless += [one for one in things if not one.name.strip()]
        _add_rings(found, window)
    on.clear()
    return found


def _is_in_front(window: QWidget, text: PaintedText) -> bool:
    """Whether nothing else stands before a text, as a note does before what it explains."""
    there = window.childAt(text.seen.center().toPoint())
    if there is None or there is text.widget:
        return True
    return text.widget.isAncestorOf(there) or there.isAncestorOf(text.widget)


def _add_rings(found: Findings, window: QWidget) -> None:
    window.activateWindow()
    seen = list(rings(window))
    found.focused += len(seen)
    found.least_ring = min([found.least_ring, *(one.contrast for one in seen)])
    found.unseen += [one for one in seen if not one.is_enough]


def not_reached(on: Stage, screen: Screen) -> list[str]:
    """Goes to a screen and from there through all of it by keyboard; gives what never had the keyboard."""
    on.clear()
    screen.reach(on)
    windows = on.others() or [on.window]
    windows[-1].activateWindow()
    on.settle()
    left = [told(one) for window in windows for one in Walk(window).left_out()]
    on.clear()
    return left
