"""Which questions make no sense for a person, as far as warning signs and earlier answers tell."""

from collections.abc import Iterable
from functools import cached_property

from hipmap.model import edits
from hipmap.model.case import YES, Case, Person
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import RedFlag, When
from hipmap.reasoning.conflicts import are_contradictory


class Gates:
    """The questions that only serve conditions which not everybody can have, and those denied already."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        weighed = {finding.id for finding in knowledge.findings if finding.cells}
        served: dict[str, list[tuple[When, ...]]] = {}
        for flag in knowledge.red_flags:
            gates = tuple(feature.when for feature in flag.features if feature.weight == "gate")
            for finding in _named(flag):
                served.setdefault(finding, []).append(gates)
        self._gates = {
            finding: every for finding, every in served.items() if all(every) and finding not in weighed
        }

    def shut_for(self, person: Person) -> frozenset[str]:
        """Gives the questions whose every serious condition is ruled out by sex or age."""
        return frozenset(
            finding
            for finding, every in self._gates.items()
            if all(any(_is_false(gate, person) for gate in gates) for gates in every)
        )

    def is_denied(self, finding: Finding, case: Case) -> bool:
        """Whether an answer excludes a yes: pain that sitting eases is not made worse by sitting."""
        if finding.answer != "yes_no" or finding.id not in self._opposed:
            return False
        told = edits.put_answer(case, finding.id, YES)
        return are_contradictory(told, self._knowledge) and not are_contradictory(case, self._knowledge)

    @cached_property
    def _opposed(self) -> frozenset[str]:
        """The findings of which an answer can exclude another one."""
        statements = (part for row in self._knowledge.opposed_answers for part in (row.first, row.second))
        return frozenset(name for statement in statements for name in _findings(statement))


def _named(flag: RedFlag) -> set[str]:
    return {name for feature in flag.features for name in _findings(feature.when)}


def _findings(when: When) -> Iterable[str]:
    if when.finding is not None:
        yield when.finding
    inner = when.at_least.of if when.at_least is not None else ()
    for part in (*when.all_of, *when.any_of, *inner):
        yield from _findings(part)


def _is_false(when: When, person: Person) -> bool:
    """Tells whether sex or age make a statement false; what is not known makes nothing false."""
    if when.all_of:
        return any(_is_false(part, person) for part in when.all_of)
    if when.any_of:
        return all(_is_false(part, person) for part in when.any_of)
    if when.sex is not None:
        return person.sex not in (None, when.sex)
    if person.age is None:
        return False
    too_young = when.age_least is not None and person.age < when.age_least
    return too_young or (when.age_below is not None and person.age >= when.age_below)
