"""A mapping whose values are dear, so that each is made when it is first asked for."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from hipmap.model.findings import Finding

Value = TypeVar("Value")


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
