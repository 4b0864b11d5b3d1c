"""Self-care of a case: nothing while help is urgent, nothing that may harm, else plans for what is likely."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.pages import Wording
from hipmap.model.red_flags import When
from hipmap.model.self_care import Exercise, Gate, Plan
from hipmap.model.self_care_advice import ClosedExercise, OfferedExercise, OfferedPlan, SelfCare
from hipmap.reasoning.flag_statements import FlagFacts, compiled
from hipmap.reasoning.red_flags import flag_table

# Below this probability a plan would be one for a cause that the person hardly has.
_PLAN_LEAST = 0.15
_PLANS_MOST = 3
# A blocking condition without a threshold of its own holds exercise from here on, and so do several together.
_BLOCKS_FROM = 0.25
# A condition that an exercise does not suit closes it from here on, unless the case says otherwise.
_CLOSES_FROM = 0.25
_HIDING: tuple[Tier, ...] = ("emergency_now", "same_day")
# A cause that is to be looked at so soon is not loaded until it was, however likely it is.
_SOON: Tier = "within_2_weeks"
_HIDDEN_TEXT, _HELD_TEXT = "urgent_help_first", "exercise_on_hold"

Value = bool | None


def self_care_for(case: Case, assessment: Assessment, library: Library, knowledge: Knowledge) -> SelfCare:
    """Gives what the person may do, or why not; exercises whose gates certainly hold are taken out."""
    if assessment.urgency.tier in _HIDING:
        flags = [rule.flag for rule in assessment.urgency.fired if rule.tier in _HIDING]
        return SelfCare(
            state="hidden", because=tuple(dict.fromkeys(flags)), reason=_said(library, _HIDDEN_TEXT)
        )
    if assessment.enough.why == "nothing_known":
        return SelfCare(state="too_early")
    chances = _chances(assessment)
    raised = {rule.flag for rule in assessment.urgency.fired if rule.tier == _SOON}
    blocked = _blocked(chances, raised, library, knowledge)
    if blocked:
        return _held(blocked, chances, library)
    statements = _Statements(case, knowledge)
    gates = {gate.id: _closes(gate, chances, statements) for gate in library.gates}
    chosen = _chosen(chances, library, knowledge, statements)
    plans = tuple(_offered(plan, target, chances, library, gates) for plan, target in chosen)
    return SelfCare(
        state="open",
        ask_first=_ask_first(assessment, knowledge),
        plans=plans,
        stop_rules=_stop_rules(chosen, plans, library),
        tips=_tips(chosen, library),
    )


class _Statements:
    """Says of statements whether they hold in a case; its facts are read once."""

    def __init__(self, case: Case, knowledge: Knowledge) -> None:
        table = flag_table(knowledge)
        self._bits = table.bits
        self._facts: FlagFacts = table.facts(case)

    def value(self, when: When) -> Value:
        return compiled(when, self._bits).value(self._facts)


def _chances(assessment: Assessment) -> dict[str, float]:
    """The probability of each origin and condition; a condition counts where both have one name."""
    return {one.id: one.probability for one in (*assessment.origins, *assessment.conditions)}


def _said(library: Library, name: str) -> Wording | None:
    rule = next((rule for rule in library.stop_rules if rule.id == name), None)
    return None if rule is None else Wording(patient=rule.patient, clinician=rule.clinician)


def _blocked(
    chances: Mapping[str, float], raised: Collection[str], library: Library, knowledge: Knowledge
) -> list[str]:
    """The conditions that hold exercise back, most probable first; empty if none does."""
    names = [
        name
        for plan in library.plans
        if plan.blocks_exercise
        for name in plan.good_for
        if name in knowledge.condition_by_id
    ]
    names.sort(key=lambda name: -chances.get(name, 0.0))
    alone = [
        name for name in names if name in raised or chances.get(name, 0.0) >= _threshold(name, knowledge)
    ]
    if alone:
        return alone
    # none stands out, yet together they are too likely to load the leg or back on trust
    if sum(chances.get(name, 0.0) for name in names) >= _BLOCKS_FROM:
        return names[:_PLANS_MOST]
    return []


def _threshold(condition: str, knowledge: Knowledge) -> float:
    alarm = knowledge.condition_by_id[condition].tier_when_likely
    return _BLOCKS_FROM if alarm is None else alarm.above


def _held(blocked: Sequence[str], chances: Mapping[str, float], library: Library) -> SelfCare:
    plans = [plan for plan in library.plans if plan.blocks_exercise and set(plan.good_for) & set(blocked)]
    targets = {plan.id: next(name for name in blocked if name in plan.good_for) for plan in plans}
    offered = tuple(
        OfferedPlan(plan=plan.id, target=targets[plan.id], probability=chances[targets[plan.id]])
        for plan in sorted(plans, key=lambda plan: -chances[targets[plan.id]])
    )
    rules = dict.fromkeys(rule for plan in plans for rule in plan.stop_rules)
    return SelfCare(
        state="held",
        because=tuple(blocked),
        reason=_said(library, _HELD_TEXT),
        plans=offered,
        stop_rules=tuple(rules),
    )


def _chosen(
    chances: Mapping[str, float], library: Library, knowledge: Knowledge, statements: _Statements
) -> list[tuple[Plan, str]]:
    """The plans for what is likely, best first, each with the origin or condition that calls for it.

    A plan for an origin is a fallback where none of the origin's conditions is likely by itself; a plan that
    is only for some people comes first where it certainly is for this one.
    """
    likely = {name for name, chance in chances.items() if chance >= _PLAN_LEAST}
    covered = {knowledge.condition_by_id[name].origin for name in likely if name in knowledge.condition_by_id}
    found: list[tuple[bool, float, Plan, str]] = []
    for plan in library.plans:
        if plan.blocks_exercise or (plan.only_when and statements.value(plan.only_when) is not True):
            continue
        special = plan.only_when is not None
        targets = [
            name
            for name in plan.good_for
            if name in likely and (special or name in knowledge.condition_by_id or name not in covered)
        ]
        if targets:
            target = max(targets, key=lambda name: chances[name])
            found.append((special, chances[target], plan, target))
    found.sort(key=lambda one: (not one[0], -one[1]))
    return [(plan, target) for _, _, plan, target in found[:_PLANS_MOST]]


def _closes(gate: Gate, chances: Mapping[str, float], statements: _Statements) -> Value:
    """Whether a gate closes what names it; what a likely condition forbids need not be asked first."""
    value = statements.value(gate.when)
    if value is None and any(chances.get(name, 0.0) >= _CLOSES_FROM for name in gate.closes_with):
        return True
    return value


def _offered(
    plan: Plan, target: str, chances: Mapping[str, float], library: Library, gates: Mapping[str, Value]
) -> OfferedPlan:
    of_plan = [name for name in plan.gates if gates.get(name) is True]
    offered, closed = [], []
    for name in plan.exercises:
        exercise = library.exercise_by_id[name]
        shut = [*of_plan, *(gate for gate in exercise.gates if gates.get(gate) is True)]
        if shut:
            closed.append(ClosedExercise(exercise=name, gates=tuple(dict.fromkeys(shut))))
        else:
            offered.append(OfferedExercise(exercise=name, cautions=_unknown(exercise, gates)))
    return OfferedPlan(
        plan=plan.id,
        target=target,
        probability=chances[target],
        exercises=tuple(offered),
        closed=tuple(closed),
        cautions=_unknown(plan, gates),
    )


def _unknown(row: Exercise | Plan, gates: Mapping[str, Value]) -> tuple[str, ...]:
    """The gates of which the case does not say whether they hold: their texts are shown as cautions."""
    return tuple(gate for gate in row.gates if gates.get(gate) is None)


def _stop_rules(
    chosen: Iterable[tuple[Plan, str]], offered: Iterable[OfferedPlan], library: Library
) -> tuple[str, ...]:
    rules = [rule for plan, _ in chosen for rule in plan.stop_rules]
    for plan in offered:
        for one in plan.exercises:
            rules += library.exercise_by_id[one.exercise].stop_rules
    return tuple(dict.fromkeys(rules))


def _tips(chosen: Iterable[tuple[Plan, str]], library: Library) -> tuple[str, ...]:
    """The tips for everybody and those for what the chosen plans are for."""
    meant = {name for plan, _ in chosen for name in plan.good_for}
    return tuple(tip.id for tip in library.tips if not tip.good_for or meant & set(tip.good_for))


def _ask_first(assessment: Assessment, knowledge: Knowledge) -> tuple[str, ...]:
    """The safety questions that nobody has really answered: not asked yet, or *don't know*."""
    still_open = {*assessment.urgency.not_asked, *assessment.urgency.unknown}
    return tuple(one.id for one in knowledge.findings if one.screening and one.id in still_open)
