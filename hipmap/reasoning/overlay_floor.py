"""A clinic's overlay may raise an urgency and never lower it: what is alarming without it stays alarming."""

from collections.abc import Sequence

from hipmap.model.assessment import Likelihood
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.network import network_of
from hipmap.reasoning.sides import VIEWS, highest_chances, is_two_sided


def with_alarms_without_overlay(
    case: Case, knowledge: Knowledge, conditions: Sequence[Likelihood]
) -> Sequence[Likelihood]:
    """Gives the conditions; one that is alarming without the overlay only, as probable as it is there."""
    if knowledge.without_overlay is None:
        return conditions
    chances = _chances(case, knowledge.without_overlay)
    found = []
    for one in conditions:
        alarm = knowledge.condition_by_id[one.id].tier_when_likely
        if alarm is not None and one.probability <= alarm.above < chances[one.id]:
            one = one.model_copy(update={"probability": chances[one.id], "reasons_for": ()})
        found.append(one)
    return found


def _chances(case: Case, own: Knowledge) -> dict[str, float]:
    """How probable each condition is without the overlay, on the side where it is most so."""
    answers = {name: answer for name, answer in case.answers.items() if name in own.finding_by_id}
    known = case.model_copy(update={"answers": answers})
    return highest_chances(network_of(own), known, VIEWS if is_two_sided(known) else (None,))
