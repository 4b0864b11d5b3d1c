"""Which reasons overlap with others: answers of one dependence group are not counted twice."""

from collections import Counter
from collections.abc import Sequence

from hipmap.model.assessment import Reason
from hipmap.model.knowledge import Knowledge

_MARKS = ("mark", "numb")


def overlapping(reasons: Sequence[Reason], knowledge: Knowledge) -> list[Reason]:
    """Gives the reasons that share their dependence group with another of them."""
    groups = [_group(reason, knowledge) for reason in reasons]
    counts = Counter(groups)
    return [reason for reason, group in zip(reasons, groups, strict=True) if counts[group] > 1]


def _group(reason: Reason, knowledge: Knowledge) -> str:
    kind, _, place = reason.finding.partition(":")
    if place and kind in _MARKS:
        return "numb marks" if reason.value == "numb" else "marks"
    finding = knowledge.finding_by_id.get(reason.finding)
    return (finding.group or finding.id) if finding is not None else reason.finding
