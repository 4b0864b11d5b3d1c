"""The shortest way by keys to what was never tried, among things whose neighbours become known one by one.

Two Pythons read this: that of the project, and that of the system with its bindings of the bus.
"""

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Key = TypeVar("Key", bound=Hashable)


def way_to_something_new(
    here: Thing, ways: Mapping[Thing, Mapping[Key, Thing]], keys: Sequence[Key]
) -> list[Key]:
    """Gives the shortest way, by keys, to an arrow that was never pressed; the last key is that arrow."""
    queue: deque[tuple[Thing, list[Key]]] = deque([(here, [])])
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
