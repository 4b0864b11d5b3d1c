"""Red flags of a case: which rules certainly fire, what was not asked, where answers and marks differ."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from hipmap.model.assessment import FiredRule
from hipmap.model.case import Case
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import FlagRule, RedFlag, When
from hipmap.reasoning.flag_statements import (
    SETTLED,
    FlagFacts,
    Statement,
    answered_no,
    compiled,
    flag_facts_of,
    reach_of_all,
    reach_of_count,
)

_HIGHEST_FIRST: tuple[Tier, ...] = tuple(reversed(TIERS))
# Only what may need action today is worth saying that it was not asked.
_URGENT: tuple[Tier, ...] = ("emergency_now", "same_day")


def holds(when: When, case: Case, knowledge: Knowledge) -> bool | None:
    """Whether a statement is certainly true or false of a case; None where the case does not say."""
    table = flag_table(knowledge)
    return compiled(when, table.bits).value(table.facts(case))


def fired_rules(case: Case, knowledge: Knowledge) -> tuple[FiredRule, ...]:
    """Gives each flag with a rule that certainly holds, at its highest tier; the highest tier comes first."""
    table = flag_table(knowledge)
    facts = table.facts(case)
    fired = [rule for flag in table.flags if (rule := flag.fired(facts)) is not None]
    return tuple(sorted(fired, key=lambda rule: -TIERS.index(rule.tier)))


def not_asked(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Gives the findings not asked that could, with what is known, raise same day or more; highest first."""
    table = flag_table(knowledge)
    facts = table.facts(case)
    reach = dict.fromkeys(_URGENT, 0)
    for flag in table.flags:
        flag.add_reach(facts, reach)
    named: dict[str, None] = {}
    for tier in _URGENT:
        named.update(dict.fromkeys(f for f, bit in table.bits.items() if reach[tier] & bit))
    return tuple(named)


def left_unknown(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Gives the screening questions that were answered *don't know*: asked, but nothing is known by it."""
    asked = {name for name, answer in case.answers.items() if answer.is_unknown}
    return tuple(one.id for one in knowledge.findings if one.screening and one.id in asked)


def contradicted(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Gives the findings that were answered no although a mark on the body says yes."""
    facts = flag_table(knowledge).facts(case)
    return tuple(f.id for f in knowledge.findings if f.implied_by and answered_no(f, facts))


def highest_tier(fired: Iterable[FiredRule]) -> Tier:
    """Gives the highest tier of the rules that fired."""
    return max((rule.tier for rule in fired), key=TIERS.index, default="none_found")


class FlagTable:
    """The red flags of a knowledge, compiled so that a case is read in well under a millisecond."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.bits = {finding.id: 1 << at for at, finding in enumerate(knowledge.findings)}
        self._implied_by = {f.id: f.implied_by for f in knowledge.findings if f.implied_by is not None}
        self.flags = tuple(_Flag(flag, self.bits) for flag in knowledge.red_flags)

    def facts(self, case: Case) -> FlagFacts:
        """Gives what the case says, with the findings that its marks answer."""
        return flag_facts_of(case, self._implied_by)


@dataclass(frozen=True)
class _Same:
    """A knowledge that equals itself alone, because its mappings cannot be hashed."""

    knowledge: Knowledge

    def __hash__(self) -> int:
        return id(self.knowledge)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.knowledge is self.knowledge


@lru_cache(maxsize=4)
def _table_of(same: _Same) -> FlagTable:
    return FlagTable(same.knowledge)


def flag_table(knowledge: Knowledge) -> FlagTable:
    """Gives the compiled flags of a knowledge, kept while that knowledge is in use."""
    return _table_of(_Same(knowledge))


class _Flag:
    """One red flag with its features compiled and its rules ordered by tier."""

    def __init__(self, flag: RedFlag, bits: dict[str, int]) -> None:
        self._id = flag.id
        self._features = {feature.id: compiled(feature.when, bits) for feature in flag.features}
        self._rules = tuple(sorted(flag.rules, key=lambda rule: _HIGHEST_FIRST.index(rule.tier)))
        named = {feature for rule in flag.rules for feature in _named(rule)}
        # a gate that no rule names says whom the questions of the flag are for
        self._gates: tuple[Statement, ...] = tuple(
            self._features[f.id] for f in flag.features if f.weight == "gate" and f.id not in named
        )

    def fired(self, facts: FlagFacts) -> FiredRule | None:
        """Gives the highest tier that a rule raises, with everything that raised it."""
        true = {name for name, statement in self._features.items() if statement.value(facts)}
        if not true:
            return None
        holding = [rule for rule in self._rules if _holds_with(rule, true)]
        if not holding:
            return None
        tier = holding[0].tier
        named = {feature for rule in holding if rule.tier == tier for feature in _named(rule)}
        features = tuple(name for name in self._features if name in named and name in true)
        findings = dict.fromkeys(f for name in features for f in self._features[name].because(facts))
        return FiredRule(flag=self._id, tier=tier, by="rule", features=features, findings=tuple(findings))

    def add_reach(self, facts: FlagFacts, reach: dict[Tier, int]) -> None:
        """Adds, by tier, the findings that alone would make a rule of this flag hold."""
        if any(gate.value(facts) is False for gate in self._gates):
            return
        known: dict[str, int] = {}

        def reach_of(feature: str) -> int:
            if feature not in known:
                known[feature] = self._features[feature].reach(facts)
            return known[feature]

        for rule in self._rules:
            if rule.tier in reach:
                found = _reach_of(rule, reach_of)
                if found != SETTLED:
                    reach[rule.tier] |= found


def _named(rule: FlagRule) -> tuple[str, ...]:
    return (*rule.all_of, *rule.any_of, *(rule.at_least.of if rule.at_least else ()))


def _holds_with(rule: FlagRule, true: set[str]) -> bool:
    return (
        true.issuperset(rule.all_of)
        and (not rule.any_of or not true.isdisjoint(rule.any_of))
        and (rule.at_least is None or len(true.intersection(rule.at_least.of)) >= rule.at_least.n)
        and not (rule.unless and true.issuperset(rule.unless))
    )


def _reach_of(rule: FlagRule, reach_of: Callable[[str], int]) -> int:
    found = reach_of_all(map(reach_of, rule.all_of))
    if found and rule.any_of:
        found &= reach_of_count(1, map(reach_of, rule.any_of))
    if found and rule.at_least is not None:
        found &= reach_of_count(rule.at_least.n, map(reach_of, rule.at_least.of))
    return found
