"""What a drag or an arrow on the map asks for: the marks to put and those to remove, as one step."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hipmap.desktop.body_map.svg_outlines import Place
from hipmap.model import case as model
from hipmap.model.case import Mark, MarkKind

Action = Literal["mark", "draw", "erase", "spread", "change"]
KindAt = Callable[[str], MarkKind]


@dataclass(frozen=True)
class MarkChanges:
    """Marks that are put and removed together, and what a person did to that end."""

    action: Action
    put: tuple[Mark, ...] = ()
    removed: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.put or self.removed)


def dragged(places: Iterable[Place], erases: bool, marks: Sequence[Mark], kind_at: KindAt) -> MarkChanges:
    """Marks every zone that a drag has passed and that was not marked so, or takes the marks off them."""
    passed = list(places)
    if erases:
        return MarkChanges("erase", removed=tuple(mark for mark in marks if mark.place in passed))
    there = {(mark.place, mark.kind) for mark in marks}
    new = [
        Mark(zone=zone, side=side, kind=kind_at(zone))
        for zone, side in passed
        if ((zone, side), kind_at(zone)) not in there
    ]
    return MarkChanges("mark", put=tuple(new))


def arrow(start: Place, end: Place, marks: Sequence[Mark], kind_at: KindAt) -> MarkChanges:
    """Marks that pain spreads from a place to another; a start that is not marked hurts from then on."""
    source = model.Place(zone=start[0], side=start[1])
    old = next((mark for mark in marks if mark.place == end and mark.kind == "spread"), None)
    spread = old or Mark(zone=end[0], side=end[1], kind="spread")
    put = [spread.model_copy(update={"spreads_from": source})]
    if not any(mark.place == start and mark.kind != "none" for mark in marks):
        put.insert(0, Mark(zone=start[0], side=start[1], kind=kind_at(start[0])))
    return MarkChanges("spread", put=tuple(put))
