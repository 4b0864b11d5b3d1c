"""Which of the proposals are shown as what tells most now, and when nothing single tells much any more."""

from collections.abc import Sequence

from hipmap.model.assessment import Assessment, NextFinding

CHANGES_MUCH = 0.03
"""Bits about the origin from which an answer is worth pointing at; judged.

Where two origins stand at 85 and 15 in 100, a yes-or-no answer that is expected to tell so much leaves them
at some 91 and 9, or at 76 and 24: hardly ever another first origin, and hardly another plan.
"""
SHOWN = 3


def telling_most(steps: Sequence[NextFinding]) -> tuple[NextFinding, ...]:
    """Gives the steps to point at, in their order; none where no step would change much."""
    return tuple(one for one in steps if one.bits >= CHANGES_MUCH)[:SHOWN]


def is_worked_out(assessment: Assessment) -> bool:
    """Whether it has been looked at what to ask next; an empty list alone may only be not there yet."""
    return bool(assessment.next) or assessment.robustness is not None


def tells_little(assessment: Assessment, steps: Sequence[NextFinding]) -> bool:
    """Whether it is to be said that none of the steps would change much.

    Never while an emergency stands: tests are not proposed then, whatever they would tell.
    """
    if not is_worked_out(assessment) or assessment.urgency.tier == "emergency_now":
        return False
    return not telling_most(steps)
