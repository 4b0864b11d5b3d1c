"""Advice on pictures for a case: which tests are worth asking about, which are not, and what one meant."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hipmap.model.assessment import Assessment, Likelihood
from hipmap.model.case import YES, Case
from hipmap.model.conditions import Tier
from hipmap.model.imaging import ImagingRule, Likely, Verdict
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.flag_statements import FlagFacts, compiled
from hipmap.reasoning.made_once import kept_while_in_use
from hipmap.reasoning.red_flags import flag_table

_ORDER: tuple[Verdict, ...] = ("urgent", "first_test", "discuss", "not_needed_now", "explain")
_ASKING: tuple[Verdict, ...] = ("urgent", "first_test", "discuss")
# While one of these holds, calm advice would distract from what must happen today.
_TODAY: tuple[Tier, ...] = ("emergency_now", "same_day")
# Answers that tell that a picture has been taken: asking for it again would be no advice. Without named
# answers, any answer tells it.
_TAKEN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "pelvis_hip_xray": {"hip_imaging": (), "hip_pictures_taken": ("xray_only", "mri")},
    "hip_mri": {"hip_pictures_taken": ("mri",)},
    "lumbar_mri": {"lumbar_imaging": ()},
}
# Who asks for the first of these cannot call the others needless: they come before it or along with it.
_ALONG: Mapping[str, tuple[str, ...]] = {
    "hip_mri": ("pelvis_hip_xray",),
    "mr_arthrogram_hip": ("pelvis_hip_xray", "hip_mri"),
    "thr_imaging": ("pelvis_hip_xray", "hip_mri", "ultrasound"),
}
# A replaced hip has tests of its own; what is said of these holds for a hip of flesh and bone.
_REPLACED = "hip_implant"
_OWN_HIP = frozenset(("pelvis_hip_xray", "hip_mri", "mr_arthrogram_hip", "diagnostic_hip_injection"))


def imaging_advice(
    case: Case,
    knowledge: Knowledge,
    origins: Sequence[Likelihood],
    conditions: Sequence[Likelihood],
    tier: Tier,
) -> tuple[str, ...]:
    """Gives the ids of the rules that speak: by verdict, then in the order of the file."""
    if not case.answers and not case.marks:
        return ()
    table = _table_of(knowledge)
    facts = flag_table(knowledge).facts(case)
    probabilities = {one.id: one.probability for one in (*conditions, *origins)}
    speaking = [rule for rule in table.rules if rule.speaks(facts, probabilities, tier)]
    if facts.answers.get(_REPLACED) == YES:
        speaking = [rule for rule in speaking if rule.verdict == "urgent" or rule.modality not in _OWN_HIP]
    return tuple(_without_doubles(speaking, table.taken(facts)))


def told_advice(assessment: Assessment, knowledge: Knowledge) -> list[ImagingRule]:
    """Gives the rules that a short list tells: of several with one verdict on one test, the first."""
    rules = {rule.id: rule for rule in knowledge.imaging_rules}
    told: dict[tuple[Verdict, str], ImagingRule] = {}
    for name in assessment.imaging:
        told.setdefault((rules[name].verdict, rules[name].modality), rules[name])
    return list(told.values())


class _Rule:
    """One rule, with its statement compiled."""

    __slots__ = ("_likely", "_parts", "_tiers", "id", "modality", "verdict")

    def __init__(self, rule: ImagingRule) -> None:
        self.id, self.modality, self.verdict = rule.id, rule.modality, rule.verdict
        self._tiers = frozenset(rule.tiers)
        self._likely = rule.likely
        # the parts of an outer `all_of` stand apart, so that the first that fails ends the matter
        parts = (rule.when.all_of or (rule.when,)) if rule.when else ()
        self._parts = tuple(compiled(part, {}) for part in parts)

    def speaks(self, facts: FlagFacts, probabilities: Mapping[str, float], tier: Tier) -> bool:
        """Whether every part certainly holds; what is unknown does not."""
        if self._tiers and tier not in self._tiers:
            return False
        if tier in _TODAY and not self._tiers and self.verdict != "urgent":
            return False
        if not all(_holds(likely, probabilities) for likely in self._likely):
            return False
        return all(part.value(facts) for part in self._parts)


class _Table:
    """The rules of a knowledge in the order of their verdicts, and what tells that a picture was taken."""

    def __init__(self, knowledge: Knowledge) -> None:
        rules = (_Rule(rule) for rule in knowledge.imaging_rules)
        self.rules = tuple(sorted(rules, key=lambda rule: _ORDER.index(rule.verdict)))
        self._taken = {modality: _telling(findings, knowledge) for modality, findings in _TAKEN.items()}

    def taken(self, facts: FlagFacts) -> frozenset[str]:
        """The tests that the case says were done."""
        return frozenset(
            modality
            for modality, telling in self._taken.items()
            if any(facts.answers.get(finding) in answers for finding, answers in telling.items())
        )


_table_of = kept_while_in_use(_Table)


def _telling(findings: Mapping[str, tuple[str, ...]], knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The answers, by finding, that tell that a picture was taken: every option, if none is named."""
    known = knowledge.finding_by_id
    return {
        name: frozenset(answers or (option.id for option in known[name].options))
        for name, answers in findings.items()
        if name in known
    }


def _holds(likely: Likely, probabilities: Mapping[str, float]) -> bool:
    known = [probabilities[name] for name in likely.of if name in probabilities]
    if likely.least is not None:
        return any(probability >= likely.least for probability in known)
    return any(probability < (likely.below or 0) for probability in known)


def _without_doubles(speaking: Iterable[_Rule], taken: frozenset[str]) -> Iterator[str]:
    """Leaves out what another rule, which comes before it, makes pointless or untrue.

    A test that was done is not asked for again unless it is urgent. Of two reasons for the same first test
    the more particular one speaks. A test that is asked for is not called needless.
    """
    asked: set[str] = set()
    first: set[str] = set()
    for rule in speaking:
        if rule.verdict in ("first_test", "discuss") and rule.modality in taken:
            continue
        if rule.verdict == "first_test" and rule.modality in first:
            continue
        if rule.verdict == "not_needed_now" and rule.modality in asked:
            continue
        if rule.verdict == "first_test":
            first.add(rule.modality)
        if rule.verdict in _ASKING:
            asked.update((rule.modality, *_ALONG.get(rule.modality, ())))
        yield rule.id
