"""What the accessibility bus tells of one object, where it hangs, and the ways between objects by keys."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PRESSED_OR_FILLED = frozenset(
    {
        "button", "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry",
        "password text", "spin button", "slider", "dial", "link", "page tab", "menu", "menu item",
        "check menu item", "radio menu item", "list item", "tree item", "table cell",
    }
)  # fmt: skip
# Roles that say nothing about what a thing is for.
EMPTY_ROLES = frozenset({"filler", "unknown", "invalid", "extended", "redundant object"})
# What belongs to a field is done by the keys of the field, and an answer by those of its question;
# that Tab goes to each answer as well is walked through in tests/screens/reach.py.
FIELDS = frozenset({"text", "entry", "password text", "spin button", "combo box"})
GROUPS = frozenset({"panel", "grouping"})
# Here the arrows go on to, or choose, what stands beside.
BY_ARROWS = frozenset({"list item", "tree item", "table cell", "page tab", "radio button", "menu item"})
ARROWS = ("Down", "Right", "Up", "Left")
WINDOWS = frozenset({"frame", "window", "dialog", "application"})

Place = tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """One object as the bus tells it."""

    path: Place
    role: str
    name: str
    is_showing: bool
    is_enabled: bool
    can_focus: bool
    is_part: bool  # of a choice that opens: that is operated as a whole

    @property
    def is_interactive(self) -> bool:
        """A question that can have the keyboard has keys of its own."""
        of_use = self.role in PRESSED_OR_FILLED or (self.role in GROUPS and self.can_focus)
        return self.is_showing and self.is_enabled and of_use and not self.is_part

    def __str__(self) -> str:
        return f"{self.role} {self.name!r} at {'/'.join(map(str, self.path))}"


def path_of(node: Any) -> Place:
    """Gives where an object hangs, counted from its window."""
    steps: list[int] = []
    while node is not None and node.get_role_name() not in WINDOWS:
        above = node.get_parent()
        if above is None or above.get_role_name() == "application":
            break
        steps.append(node.get_index_in_parent())
        node = above
    return tuple(reversed(steps))


def top_of(node: Any) -> Any:
    """Gives the window, or the card over a window, that an object stands in."""
    while node.get_role_name() not in WINDOWS:
        above = node.get_parent()
        if above is None or above.get_role_name() == "application":
            break
        node = above
    return node


def way_to_something_new(here: Place, ways: dict[Place, dict[str, Place]], keys: Sequence[str]) -> list[str]:
    """Gives the shortest way, by keys, to an arrow that was never pressed; the last key is that arrow."""
    queue: deque[tuple[Place, list[str]]] = deque([(here, [])])
    seen = {here}
    while queue:
        at, path = queue.popleft()
        known = ways.get(at, {})
        for key in keys:
            if key not in known:
                return [*path, key]
            if known[key] not in seen:
                seen.add(known[key])
                queue.append((known[key], [*path, key]))
    return []
