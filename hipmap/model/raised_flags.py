"""What raised the present tier, each serious cause once, whether by a rule, by the likelihoods or by both."""

from dataclasses import dataclass

from hipmap.model.assessment import Assessment, FiredRule, Reason, Urgency
from hipmap.model.conditions import Condition
from hipmap.model.knowledge import Knowledge
from hipmap.model.red_flags import Advice, FlagFeature, RedFlag

_REASONS = 3


@dataclass(frozen=True)
class RaisedFlag:
    """A serious cause: its name, the features that hold, its chance where that is over the bar, what to do.

    `action` is None where the tier has no advice of its own for this cause.
    """

    id: str
    name: RedFlag | Condition
    features: tuple[FlagFeature, ...]
    probability: float | None
    action: Advice | None


def raised_flags(urgency: Urgency, knowledge: Knowledge) -> list[RaisedFlag]:
    """Gives every cause that raises the present tier, in the order in which they fired."""
    together: dict[str, list[FiredRule]] = {}
    for rule in urgency.fired:
        together.setdefault(rule.flag, []).append(rule)
    return [
        _raised(name, rules, urgency, knowledge)
        for name, rules in together.items()
        if any(rule.tier == urgency.tier for rule in rules)
    ]


def _raised(name: str, rules: list[FiredRule], urgency: Urgency, knowledge: Knowledge) -> RaisedFlag:
    flag = next((one for one in knowledge.red_flags if one.id == name), None)
    held = {feature for rule in rules for feature in rule.features}
    return RaisedFlag(
        id=name,
        name=flag or knowledge.condition_by_id[name],
        features=tuple(one for one in flag.features if one.id in held) if flag else (),
        probability=next((rule.probability for rule in rules if rule.by == "probability"), None),
        action=flag.actions.get(urgency.tier) if flag else None,
    )


def telling_reasons(raised: RaisedFlag, assessment: Assessment) -> tuple[Reason, ...]:
    """Gives what speaks most for a cause that the likelihoods raised, from the side where it is so likely.

    Places left free do not alarm, so only what was marked or answered is given; nothing from a quick
    assessment, which does not explain conditions.
    """
    every = (assessment.conditions, *(one.conditions for one in assessment.sides))
    likely = (one for conditions in every for one in conditions if one.id == raised.id)
    found = next((one for one in likely if one.probability == raised.probability), None)
    return tuple(one for one in found.reasons_for if not one.places)[:_REASONS] if found else ()
