"""Red flags of a case: which rules certainly fire, what was not asked, where answers and marks differ."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hipmap.model.assessment import FiredRule
from hipmap.model.case import Case
from hipmap.model.conditions import TIERS, Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import FlagRule, RedFlag, When
from hipmap.reasoning.flag_statements import (
    NOTHING,
    SETTLED,
    Answered,
    FlagFacts,
    Statement,
    answered_no,
    compiled,
    flag_facts_of,
    reach_of_all,
    reach_of_count,
)
from hipmap.reasoning.made_once import kept_while_in_use

_HIGHEST_FIRST: tuple[Tier, ...] = tuple(reversed(TIERS))
# What the statements of a flag about the person and the marks say, one by one.
_Seen = tuple[bool | None, ...]
# Only what may need action today is worth saying that it was not asked.
_URGENT: tuple[Tier, ...] = ("emergency_now", "same_day")


def holds(when: When, case: Case, knowledge: Knowledge) -> bool | None:
    """Whether a statement is certainly true or false of a case; None where the case does not say."""
    table = flag_table(knowledge)
    return compiled(when, table.bits).value(table.facts(case))


def fired_rules(case: Case, knowledge: Knowledge) -> tuple[FiredRule, ...]:
    """Gives each flag with a rule that certainly holds, at its highest tier; the highest tier comes first."""
    said = flag_table(knowledge).said(case)
    fired = [one.fired for one in said if one.fired is not None]
    return tuple(sorted(fired, key=lambda rule: -TIERS.index(rule.tier)))


def not_asked(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Gives the findings not asked that could, with what is known, raise same day or more; highest first."""
    table = flag_table(knowledge)
    reach = dict.fromkeys(_URGENT, NOTHING)
    for one in table.said(case):
        for tier, found in one.reach.items():
            reach[tier] |= found
    named: dict[str, None] = {}
    for tier in _URGENT:
        named.update(dict.fromkeys(f for f, bit in table.bits.items() if reach[tier] & bit))
    return tuple(named)


def left_unknown(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Gives the screening questions that were answered *don't know*: asked, but nothing is known by it."""
    asked = {name for name, answer in case.answers.items() if answer.is_unknown}
    return tuple(name for name in flag_table(knowledge).screening if name in asked)


def contradicted(case: Case, knowledge: Knowledge) -> tuple[str, ...]:
    """Gives the findings that were answered no although a mark on the body says yes."""
    table = flag_table(knowledge)
    facts = table.facts(case)
    return tuple(name for name in table.implied_by if answered_no(name, facts))


def highest_tier(fired: Iterable[FiredRule]) -> Tier:
    """Gives the highest tier of the rules that fired."""
    return max((rule.tier for rule in fired), key=TIERS.index, default="none_found")


class _Said(NamedTuple):
    """What a flag says: its highest tier with what raised it, and by tier what else could raise it."""

    fired: FiredRule | None
    reach: Mapping[Tier, int]


class FlagTable:
    """The red flags of a knowledge, compiled so that a case is read in well under a millisecond."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.bits = {finding.id: 1 << at for at, finding in enumerate(knowledge.findings)}
        self.implied_by = knowledge.implied_by_marks
        self.screening = tuple(finding.id for finding in knowledge.findings if finding.screening)
        self._read: tuple[Case, FlagFacts] | None = None
        self._heard: tuple[FlagFacts, list[_Said]] | None = None
        self.flags = tuple(_Flag(flag, self.bits) for flag in knowledge.red_flags)

    def facts(self, case: Case) -> FlagFacts:
        """Gives what the case says, with the findings that its marks answer; the latest case is read once."""
        read = self._read
        if read is None or read[0] is not case:
            read = self._read = case, flag_facts_of(case, self.implied_by)
        return read[1]

    def said(self, case: Case) -> list[_Said]:
        """Gives what each flag says of the case, in their order; the latest case is asked about once."""
        facts, heard = self.facts(case), self._heard
        if heard is None or heard[0] is not facts:
            heard = self._heard = facts, [flag.said(facts) for flag in self.flags]
        return heard[1]


@kept_while_in_use
def flag_table(knowledge: Knowledge) -> FlagTable:
    """Gives the compiled flags of a knowledge, kept while that knowledge is in use."""
    return FlagTable(knowledge)


class _Flag:
    """One red flag with its features compiled and its rules ordered by tier.

    Most cases answer none of the questions of most flags. What a flag says of these depends only on what
    its statements about the person and the marks say, and is kept by that.
    """

    def __init__(self, flag: RedFlag, bits: dict[str, int]) -> None:
        self._id = flag.id
        self._features = {feature.id: compiled(feature.when, bits) for feature in flag.features}
        self._rules = tuple(sorted(flag.rules, key=lambda rule: _HIGHEST_FIRST.index(rule.tier)))
        named = {feature for rule in flag.rules for feature in _named(rule)}
        # a gate that no rule names says whom the questions of the flag are for
        self._gates: tuple[Statement, ...] = tuple(
            self._features[f.id] for f in flag.features if f.weight == "gate" and f.id not in named
        )
        leaves = [leaf for statement in self._features.values() for leaf in statement.leaves()]
        self._asked = frozenset(leaf.finding for leaf in leaves if isinstance(leaf, Answered))
        seen = {leaf.asks: leaf for leaf in leaves if not isinstance(leaf, Answered)}
        self._seen = tuple(seen.values())
        self._said_unasked: dict[_Seen, _Said] = {}

    def said(self, facts: FlagFacts) -> _Said:
        """Gives what the flag says of a case."""
        if not self._asked.isdisjoint(facts.told):
            return _Said(self._fired(facts), self._reach(facts))
        seen = tuple([statement.value(facts) for statement in self._seen])
        if seen not in self._said_unasked:
            self._said_unasked[seen] = _Said(self._fired(facts), self._reach(facts))
        return self._said_unasked[seen]

    def _fired(self, facts: FlagFacts) -> FiredRule | None:
        """The highest tier that a rule raises, with everything that raised it."""
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

    def _reach(self, facts: FlagFacts) -> Mapping[Tier, int]:
        """By tier, the findings that alone would make a rule of this flag hold."""
        if any(gate.value(facts) is False for gate in self._gates):
            return {}
        known: dict[str, int] = {}

        def reach_of(feature: str) -> int:
            if feature not in known:
                known[feature] = self._features[feature].reach(facts)
            return known[feature]

        reach: dict[Tier, int] = {}
        for rule in self._rules:
            if rule.tier in _URGENT:
                found = _reach_of(rule, reach_of)
                if found != SETTLED:
                    reach[rule.tier] = reach.get(rule.tier, NOTHING) | found
        return reach


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
