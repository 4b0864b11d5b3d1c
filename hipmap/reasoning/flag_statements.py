"""Statements of red flags, compiled once: true, false or unknown of a case, and what would settle them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hipmap.model.case import NO, UNKNOWN, YES, Case, MarkKind, Sex, Side
from hipmap.model.findings import ImpliedByMarks
from hipmap.model.red_flags import Marked, When

# A reach is a set of findings as bits: each would make the statement true if it alone were answered so.
# All bits set means that no further answer is needed.
SETTLED = -1
NOTHING = 0


@dataclass(frozen=True, slots=True)
class FlagFacts:
    """What a case says, in the form in which statements ask for it; `told` are the findings it tells of."""

    answers: Mapping[str, str | int | float]
    implied: frozenset[str]
    sides: Mapping[MarkKind, Mapping[str, frozenset[Side]]]
    age: float | None
    sex: Sex | None
    others: Mapping[str, str | int | float]
    told: frozenset[str]

    @property
    def pain_is_drawn(self) -> bool:
        """Whether any pain is marked; then pain that is not marked elsewhere counts as absent."""
        return "pain" in self.sides

    def any_marked(self, zones: Iterable[str], kinds: Iterable[MarkKind], both_sides: bool) -> bool:
        """Whether one of the zones is marked so; on both sides means some zone right and some zone left."""
        found: set[Side] = set()
        for kind in kinds:
            places = self.sides.get(kind)
            if places is not None:
                found.update(side for zone in zones for side in places.get(zone, ()))
        return {"right", "left"} <= found if both_sides else bool(found)


def flag_facts_of(case: Case, implied_by: Mapping[str, ImpliedByMarks]) -> FlagFacts:
    """Gives the facts of a case; `implied_by` names the findings that a mark can answer."""
    sides: dict[MarkKind, dict[str, frozenset[Side]]] = {}
    for mark in case.marks:
        places = sides.setdefault(mark.kind, {})
        places[mark.zone] = places.get(mark.zone, frozenset()) | {mark.side}
    answers = {finding: answer.value for finding, answer in case.answers.items()}
    others = {name: answer.other for name, answer in case.answers.items() if answer.other is not None}
    person, given = case.person, frozenset(answers)
    marked = FlagFacts(answers, frozenset(), sides, person.age, person.sex, others, given)
    if not sides:
        return marked
    implied = frozenset(
        f for f, by in implied_by.items() if marked.any_marked(by.zones, by.kinds, by.both_sides)
    )
    return FlagFacts(answers, implied, sides, person.age, person.sex, others, given | implied)


class Statement(ABC):
    """A compiled `When`."""

    __slots__ = ()

    @abstractmethod
    def value(self, facts: FlagFacts) -> bool | None:
        """True, False, or None where the case does not say."""

    @abstractmethod
    def reach(self, facts: FlagFacts) -> int:
        """The findings, not asked yet, each of which would alone make it true.

        An age, a sex or marks that were not given do not stand in the way.
        """

    def because(self, facts: FlagFacts) -> Iterator[str]:  # noqa: ARG002  (most forms name no finding)
        """The findings that make it true; none if only a mark, the age or the sex does."""
        return iter(())

    @abstractmethod
    def leaves(self) -> Iterator["Leaf"]:
        """The statements of which it is made, each about one finding or about the person or the marks."""


class Leaf(Statement):
    """A statement that is not made of others; those that ask the same have equal `asks`."""

    __slots__ = ("asks",)

    def __init__(self, asks: When) -> None:
        self.asks = asks

    def leaves(self) -> Iterator["Leaf"]:
        return iter((self,))


class Answered(Leaf):
    """How one finding was answered."""

    __slots__ = ("bit", "finding", "least", "most", "wanted")

    def __init__(self, when: When, bit: int) -> None:
        super().__init__(when)
        self.finding = when.finding or ""
        self.wanted = frozenset(when.is_ or (YES,))
        self.least, self.most = when.least, when.most
        self.bit = bit

    def value(self, facts: FlagFacts) -> bool | None:
        # a mark that says yes outweighs an answered no: an emergency is not silenced by a contradiction
        if self.finding in facts.implied and YES in self.wanted:
            return True
        found = self._of(facts.answers.get(self.finding))
        if self.finding not in facts.others or found:
            return found
        # What holds on either side holds; it is false only where both sides are known and neither says so.
        there = self._of(facts.others[self.finding])
        return True if there else None if found is None or there is None else False

    def _of(self, answer: str | int | float | None) -> bool | None:
        if answer is None or answer == UNKNOWN:
            return None
        if isinstance(answer, str):
            return answer in self.wanted and self.least is None and self.most is None
        if self.least is None and self.most is None:
            return False
        return (self.least is None or answer >= self.least) and (self.most is None or answer <= self.most)

    def reach(self, facts: FlagFacts) -> int:
        if self.finding not in facts.answers and self.finding not in facts.implied:
            return self.bit
        return SETTLED if self.value(facts) else NOTHING

    def because(self, facts: FlagFacts) -> Iterator[str]:  # noqa: ARG002
        return iter((self.finding,))


class _Aged(Leaf):
    __slots__ = ("below", "least")

    def __init__(self, when: When) -> None:
        super().__init__(when)
        self.least, self.below = when.age_least, when.age_below

    def value(self, facts: FlagFacts) -> bool | None:
        if facts.age is None:
            return None
        old_enough = self.least is None or facts.age >= self.least
        return old_enough and (self.below is None or facts.age < self.below)

    def reach(self, facts: FlagFacts) -> int:
        return NOTHING if self.value(facts) is False else SETTLED


class _OfSex(Leaf):
    __slots__ = ("sex",)

    def __init__(self, when: When) -> None:
        super().__init__(when)
        self.sex = when.sex

    def value(self, facts: FlagFacts) -> bool | None:
        return None if facts.sex is None else facts.sex == self.sex

    def reach(self, facts: FlagFacts) -> int:
        return NOTHING if self.value(facts) is False else SETTLED


class _Drawn(Leaf):
    __slots__ = ("marked",)

    def __init__(self, when: When, marked: Marked) -> None:
        super().__init__(when)
        self.marked = marked

    def value(self, facts: FlagFacts) -> bool | None:
        if facts.any_marked(self.marked.zones, self.marked.kinds, self.marked.both_sides):
            return True
        # numbness and spread are often not drawn at all, so only undrawn pain counts as absent
        return False if "pain" in self.marked.kinds and facts.pain_is_drawn else None

    def reach(self, facts: FlagFacts) -> int:
        return NOTHING if self.value(facts) is False else SETTLED


class _Counted(Statement):
    """At least n of the parts: all of them, any of them, or a count."""

    __slots__ = ("n", "parts")

    def __init__(self, n: int, parts: tuple[Statement, ...]) -> None:
        self.n, self.parts = n, parts

    def value(self, facts: FlagFacts) -> bool | None:
        true = unknown = 0
        for part in self.parts:
            value = part.value(facts)
            if value:
                true += 1
                if true >= self.n:
                    return True
            elif value is None:
                unknown += 1
        return None if true + unknown >= self.n else False

    def reach(self, facts: FlagFacts) -> int:
        if self.n == len(self.parts):
            return reach_of_all(part.reach(facts) for part in self.parts)
        return reach_of_count(self.n, (part.reach(facts) for part in self.parts))

    def because(self, facts: FlagFacts) -> Iterator[str]:
        for part in self.parts:
            if part.value(facts):
                yield from part.because(facts)

    def leaves(self) -> Iterator[Leaf]:
        for part in self.parts:
            yield from part.leaves()


def reach_of_all(reaches: Iterable[int]) -> int:
    """Gives the findings that alone bring all of the parts about."""
    found = SETTLED
    for reach in reaches:
        found &= reach
        if found == NOTHING:
            break
    return found


def reach_of_count(n: int, parts: Iterable[int]) -> int:
    """Gives the findings that alone bring at least `n` of the parts about."""
    if n == 1:
        found = NOTHING
        for reach in parts:
            found |= reach
        return found
    reaches = tuple(parts)
    missing = n - sum(reach == SETTLED for reach in reaches)
    if missing <= 0:
        return SETTLED
    # at_least[k] holds the bits that stand in at least k + 1 of the parts seen so far
    at_least = [NOTHING] * missing
    for reach in reaches:
        if reach != SETTLED:
            for k in range(missing - 1, 0, -1):
                at_least[k] |= at_least[k - 1] & reach
            at_least[0] |= reach
    return at_least[-1]


def compiled(when: When, bits: Mapping[str, int]) -> Statement:
    """Compiles a statement; `bits` gives each finding its bit."""
    if when.finding is not None:
        return Answered(when, bits.get(when.finding, NOTHING))
    if when.age_least is not None or when.age_below is not None:
        return _Aged(when)
    if when.sex is not None:
        return _OfSex(when)
    if when.marked is not None:
        return _Drawn(when, when.marked)
    n = when.at_least.n if when.at_least else len(when.all_of) or 1
    parts = when.at_least.of if when.at_least else when.all_of or when.any_of
    return _Counted(n, tuple(compiled(part, bits) for part in parts))


def answered_no(finding: str, facts: FlagFacts) -> bool:
    """Whether a finding was answered no although a mark says yes."""
    denied = facts.answers.get(finding) == NO and facts.others.get(finding, NO) == NO
    return finding in facts.implied and denied
