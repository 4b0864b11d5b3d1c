"""Checks the rules: every statement can be asked, every rule can fire, and no two rules contradict."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from hipmap.model.findings import Finding
from hipmap.model.imaging import ImagingRule
from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import Problem
from hipmap.model.red_flags import AtLeast, FlagRule, RedFlag, When

_RED_FLAGS = "red_flags.yaml"
_IMAGING = "imaging_rules.yaml"
Place = tuple[str, str, str]
# What is settled on the way to a true statement: answers that a finding may still have, ranges of numbers.
Range = tuple[float, float]
World = Mapping[str, frozenset[str] | Range]
_EVERY: Range = (float("-inf"), float("inf"))
_OLDEST = 120.0


def check_rules(knowledge: Knowledge) -> Iterator[Problem]:
    """Gives every problem of the red flags and of the imaging rules."""
    for flag in knowledge.red_flags:
        yield from _red_flag(flag, knowledge)
    for rule in knowledge.imaging_rules:
        yield from _imaging_rule(rule, knowledge)
    yield from _opposed(knowledge.imaging_rules)


def statement_problems(when: When, knowledge: Knowledge, place: Place) -> Iterator[Problem]:
    """Gives what is wrong with a statement: unknown findings, answers or zones, or never true."""
    wrong = [problem for part in _parts(when) for problem in _part(part, knowledge, place)]
    yield from wrong
    if not wrong and not can_be_true(when, knowledge):
        yield Problem(*place, "this can never be true: its parts exclude each other")


def can_be_true(when: When, knowledge: Knowledge) -> bool:
    """Whether some set of answers makes the statement true."""
    return next(_worlds(when, {}, knowledge), None) is not None


# ---- red flags


def _red_flag(flag: RedFlag, knowledge: Knowledge) -> Iterator[Problem]:
    if not flag.rules or not flag.sources:
        yield Problem(_RED_FLAGS, flag.id, "", "a red flag needs rules, and a source for them")
    for name in (*flag.sources, *(feature.source for feature in flag.features)):
        if name not in knowledge.source_by_id:
            yield Problem(_RED_FLAGS, flag.id, "sources", f"there is no source {name}")
    for name, count in Counter(feature.id for feature in flag.features).items():
        if count > 1:
            yield Problem(
                _RED_FLAGS, flag.id, name, f"this feature stands {count} times: rename or remove one"
            )
    for feature in flag.features:
        yield from statement_problems(feature.when, knowledge, (_RED_FLAGS, flag.id, feature.id))
    for at, rule in enumerate(flag.rules):
        yield from _flag_rule(rule, flag, knowledge, (_RED_FLAGS, flag.id, f"rules[{at}]"))
    yield from _differing_twins(flag)


def _differing_twins(flag: RedFlag) -> Iterator[Problem]:
    """Two rules that ask for the same may not raise different tiers, whatever their features are called."""
    meant = {feature.id: feature.when for feature in flag.features}
    seen: list[tuple[object, int, str]] = []
    for at, rule in enumerate(flag.rules):
        counted = rule.at_least.of if rule.at_least else ()
        if not {*rule.all_of, *rule.any_of, *counted, *rule.unless} <= set(meant):
            continue  # told already, at the rule
        parts = (rule.all_of, rule.any_of, counted, rule.unless)
        needs = [{_said(meant[name]) for name in names} for names in parts]
        whole = (needs, rule.at_least.n if rule.at_least else 0)
        first = next(((was, tier) for one, was, tier in seen if one == whole), None)
        seen.append((whole, at, rule.tier))
        if first is not None and first[1] != rule.tier:
            yield Problem(
                _RED_FLAGS, flag.id, f"rules[{at}]",
                f"it asks for the same as rules[{first[0]}] but raises {rule.tier}, not {first[1]}: keep one",
            )  # fmt: skip


def _said(when: When) -> str:
    return when.model_dump_json(exclude_defaults=True)


def _flag_rule(rule: FlagRule, flag: RedFlag, knowledge: Knowledge, place: Place) -> Iterator[Problem]:
    features = {feature.id: feature.when for feature in flag.features}
    counted = rule.at_least.of if rule.at_least else ()
    named = (*rule.all_of, *rule.any_of, *counted, *rule.unless)
    unknown = [name for name in named if name not in features]
    for name in unknown:
        yield Problem(*place, f"there is no feature {name}")
    if rule.tier not in flag.actions:
        yield Problem(*place, f"there is no action text for {rule.tier}")
    if unknown or not all(_can_be_asked(features[name], knowledge) for name in named):
        return  # told already, at the feature
    if rule.at_least and rule.at_least.n > len(set(rule.at_least.of)):
        yield Problem(*place, "this rule can never fire: it asks for more than it names")
    elif not can_be_true(_rule_statement(rule, features), knowledge):
        yield Problem(*place, "this rule can never fire: its features exclude each other")


def _can_be_asked(when: When, knowledge: Knowledge) -> bool:
    return all(not part.finding or part.finding in knowledge.finding_by_id for part in _parts(when))


def _rule_statement(rule: FlagRule, features: Mapping[str, When]) -> When:
    parts = [features[name] for name in rule.all_of]
    if rule.any_of:
        parts.append(When(any_of=tuple(features[name] for name in rule.any_of)))
    if rule.at_least:
        counted = tuple(features[name] for name in rule.at_least.of)
        parts.append(When(at_least=AtLeast(n=rule.at_least.n, of=counted)))
    return parts[0] if len(parts) == 1 else When(all_of=tuple(parts))


# ---- imaging rules


def _imaging_rule(rule: ImagingRule, knowledge: Knowledge) -> Iterator[Problem]:
    if rule.when is not None:
        yield from statement_problems(rule.when, knowledge, (_IMAGING, rule.id, "when"))
    known = {*knowledge.origin_by_id, *knowledge.condition_by_id}
    for likely in rule.likely:
        for name in likely.of:
            if name not in known:
                yield Problem(_IMAGING, rule.id, "likely", f"there is no origin or condition {name}")


def _opposed(rules: Iterable[ImagingRule]) -> Iterator[Problem]:
    """Two rules that ask for the same may not advise for and against one test."""
    seen: dict[object, ImagingRule] = {}
    for rule in rules:
        asked = (_meaning(rule.when) if rule.when else None, frozenset(rule.likely), frozenset(rule.tiers))
        first = seen.setdefault((rule.modality, asked), rule)
        against = {first.verdict == "not_needed_now", rule.verdict == "not_needed_now"}
        if len(against) == 2 and "explain" not in (first.verdict, rule.verdict):
            yield Problem(
                _IMAGING, rule.id, "verdict", f"it asks for the same as {first.id} but says the opposite"
            )


# ---- statements


def _meaning(when: When) -> object:
    """Gives what a statement asks for, whatever the order in which its parts are written."""
    if when.at_least is not None:
        return when.at_least.n, frozenset(map(_meaning, when.at_least.of))
    if when.all_of or when.any_of:
        return bool(when.all_of), frozenset(map(_meaning, when.all_of or when.any_of))
    return when.model_copy(update={"is_": tuple(sorted(when.is_))})


def _parts(when: When) -> Iterator[When]:
    yield when
    for part in (*when.all_of, *when.any_of, *(when.at_least.of if when.at_least else ())):
        yield from _parts(part)


def _part(when: When, knowledge: Knowledge, place: Place) -> Iterator[Problem]:
    if when.finding is not None and when.finding not in knowledge.finding_by_id:
        yield Problem(*place, f"there is no finding {when.finding}")
    elif when.finding is not None:
        finding = knowledge.finding_by_id[when.finding]
        for value in when.is_:
            if value not in _answers(finding):
                yield Problem(*place, f"the finding {when.finding} has no answer {value}")
        yield from _asked_wrongly(when, finding, place)
    for zone in when.marked.zones if when.marked else ():
        if zone not in knowledge.body.by_id:
            yield Problem(*place, f"there is no zone {zone}")


def _answers(finding: Finding) -> tuple[str, ...]:
    """The words that answer a finding; none for a number."""
    return () if finding.answer == "number" else finding.outcomes


def _asked_wrongly(when: When, finding: Finding, place: Place) -> Iterator[Problem]:
    """A statement that asks a finding for what it never answers can never be true."""
    ranged = when.least is not None or when.most is not None
    if finding.answer == "number" and not ranged:
        yield Problem(*place, f"the finding {finding.id} is a number: give least or most")
    if finding.answer != "number" and ranged:
        yield Problem(*place, f"the finding {finding.id} is no number: least and most can never hold")
    if finding.answer == "choice" and not when.is_:
        yield Problem(*place, f"the finding {finding.id} is a choice: name its options under `is`")


def _worlds(when: When, world: World, knowledge: Knowledge) -> Iterator[World]:
    """Gives the ways in which a statement can become true beside what is settled already."""
    if when.all_of:
        yield from _all(when.all_of, world, knowledge)
    elif when.any_of:
        for part in when.any_of:
            yield from _worlds(part, world, knowledge)
    elif when.at_least is not None:
        for chosen in combinations(when.at_least.of, when.at_least.n):
            yield from _all(chosen, world, knowledge)
    else:
        narrowed = _narrowed(when, world, knowledge)
        if narrowed is not None:
            yield narrowed


def _all(parts: tuple[When, ...], world: World, knowledge: Knowledge) -> Iterator[World]:
    if not parts:
        yield world
        return
    for narrowed in _worlds(parts[0], world, knowledge):
        yield from _all(parts[1:], narrowed, knowledge)


def _narrowed(when: When, world: World, knowledge: Knowledge) -> World | None:
    """Gives the world with one plain statement settled, or None where that is impossible."""
    subject, wanted = _wanted(when, knowledge)
    before = world.get(subject)
    if before is None or isinstance(before, tuple) != isinstance(wanted, tuple):
        together: frozenset[str] | Range = wanted
    elif isinstance(before, tuple) and isinstance(wanted, tuple):
        together = (max(before[0], wanted[0]), min(before[1], wanted[1]))
    elif isinstance(before, frozenset) and isinstance(wanted, frozenset):
        together = before & wanted
    else:
        raise TypeError("a subject is either a set of answers or a range")  # the first branch took the others
    possible = together[0] <= together[1] if isinstance(together, tuple) else bool(together)
    return {**world, subject: together} if possible else None


def _wanted(when: When, knowledge: Knowledge) -> tuple[str, frozenset[str] | Range]:
    """Gives the subject of a plain statement, and what it must be."""
    if when.finding is not None:
        return f"finding {when.finding}", _wanted_answer(when, knowledge.finding_by_id[when.finding])
    if when.sex is not None:
        return "sex", frozenset({when.sex})
    if when.age_least is not None:
        return "age", (when.age_least, _OLDEST)
    if when.age_below is not None:
        # Ages are given in years, often whole: under 18 and at least 18 exclude each other.
        return "age", (0, when.age_below - 1e-6)
    return f"marks {when.marked}", _EVERY if _can_be_drawn(when, knowledge) else frozenset()


def _can_be_drawn(when: When, knowledge: Knowledge) -> bool:
    """Whether some zone with a side is asked for; the midline has no right and left."""
    marked = when.marked
    zones = [knowledge.body.by_id[name] for name in marked.zones] if marked else []
    if marked is None or not marked.kinds:
        return False
    return any(not (marked.both_sides and zone.midline) for zone in zones)


def _wanted_answer(when: When, finding: Finding) -> frozenset[str] | Range:
    if when.least is not None or when.most is not None:
        scale = finding.scale
        low = scale.least if scale else _EVERY[0]
        high = scale.most if scale else _EVERY[1]
        return (
            max(low, when.least if when.least is not None else low),
            min(high, when.most if when.most is not None else high),
        )
    return frozenset(when.is_ or ("yes",)) & {*_answers(finding)}
