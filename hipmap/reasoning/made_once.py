"""What is dear to make is made once: when it is first asked for, and kept as long as it is of use."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from operator import is_
from typing import Generic, ParamSpec, TypeVar

from hipmap.model.findings import Finding

Sources = ParamSpec("Sources")
Value = TypeVar("Value")


def kept_while_in_use(make: Callable[Sources, Value]) -> Callable[Sources, Value]:
    """Lets a function keep what it made last, and give it again to the very same arguments.

    A program has one knowledge at a time, so what is made of a knowledge is made once.
    """
    last: tuple[tuple[object, ...], Value] | None = None

    @wraps(make)
    def kept(*sources: Sources.args, **named: Sources.kwargs) -> Value:
        nonlocal last
        given = (*sources, *named.values())
        found = last
        if found is None or not all(map(is_, found[0], given)):
            found = last = given, make(*sources, **named)
        return found[1]

    return kept


class MadeOnce(Mapping[str, Value], Generic[Value]):
    """By the ids of some findings; what is made is kept."""

    def __init__(self, findings: Mapping[str, Finding]) -> None:
        self._findings = findings
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._made:
            self._made[name] = self._make(self._findings[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._findings

    def __iter__(self) -> Iterator[str]:
        return iter(self._findings)

    def __len__(self) -> int:
        return len(self._findings)

    @abstractmethod
    def _make(self, finding: Finding) -> Value: ...
