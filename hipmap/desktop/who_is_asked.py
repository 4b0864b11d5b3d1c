"""Which questions make no sense for a person, as far as age and sex tell."""

from collections.abc import Iterable

from hipmap.model.case import Person
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import RedFlag, When


class Gates:
    """The questions that only serve conditions which not everybody can have."""

    def __init__(self, knowledge: Knowledge) -> None:
        weighed = {finding.id for finding in knowledge.findings if finding.cells}
        served: dict[str, list[tuple[When, ...]]] = {}
        modifies: dict[str, list[tuple[When, ...]]] = {}
        for flag in knowledge.red_flags:
            gates = tuple(feature.when for feature in flag.features if feature.weight == "gate")
            for finding, only_modifies in _named(flag).items():
                (modifies if only_modifies else served).setdefault(finding, []).append(gates)
        # A question is not asked for a condition that its answer only colours, if another one needs it.
        self._gates = {
            finding: every
            for finding, every in {**modifies, **served}.items()
            if all(every) and finding not in weighed
        }

    def shut_for(self, person: Person) -> frozenset[str]:
        """Gives the questions whose every serious condition is ruled out by sex or age."""
        return frozenset(
            finding
            for finding, every in self._gates.items()
            if all(any(_is_false(gate, person) for gate in gates) for gates in every)
        )


def _named(flag: RedFlag) -> dict[str, bool]:
    """Gives the findings that a flag names, each with whether it is a modifier and nothing else there."""
    named: dict[str, bool] = {}
    for feature in flag.features:
        for name in _findings(feature.when):
            named[name] = named.get(name, True) and feature.weight == "modifier"
    return named


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
