"""Causes outside hip and back that hipmap knows by name, without weighing them in depth."""

from collections.abc import Sequence

from hipmap.model.assessment import Likelihood
from hipmap.model.conditions import NOT_COVERED, SOMETHING_ELSE, Condition
from hipmap.model.knowledge import Knowledge

# Below this there is nothing worth naming.
_NAMED = 0.1


def outside_cause(conditions: Sequence[Likelihood], knowledge: Knowledge) -> Condition | None:
    """Gives the known cause that leads among what is not covered; None if that is something unknown.

    `conditions` stand most probable first.
    """
    for one in conditions:
        condition = knowledge.condition_by_id[one.id]
        if condition.origin == NOT_COVERED:
            is_named = condition.id != SOMETHING_ELSE and one.probability >= _NAMED
            return condition if is_named else None
    return None
