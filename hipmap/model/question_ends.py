"""Why the questions have come to their end: one of five reasons, the same wherever hipmap asks or reports."""

from collections.abc import Sequence
from typing import Literal

from hipmap.model.assessment import Assessment, NextFinding
from hipmap.model.telling_next import is_worked_out, telling_most

End = Literal["clear", "little_left", "answers_differ", "signs_open", "more_could_tell"]
"""`clear` is the engine's own *enough*. With `little_left` nothing is settled, and yet no single thing that
can be asked or tried here is expected to change much: an honest end too. It is never said while answers do
not fit together, and neither of the two while a safety question was not put; those ends have their own names.
"""
SAID_ALREADY = ("nothing_known", "answers_contradict")
"""Why an origin is open, where the sentence that says so says also how the questions stand."""


def end_of(assessment: Assessment, left: Sequence[NextFinding], every_sign_asked: bool) -> End:
    """Gives why it ends now, where `left` is what could still be asked or tried here."""
    if not every_sign_asked:
        return "signs_open"
    if assessment.enough.enough:
        return "clear"
    if telling_most(left):
        return "more_could_tell"
    return "answers_differ" if assessment.conflicts else "little_left"


def end_worth_saying(
    assessment: Assessment, left: Sequence[NextFinding], every_sign_asked: bool
) -> End | None:
    """Gives the end where it has to be said.

    Not where something is urgent, which comes before any question; not before it was worked out what to ask
    next; and not where why the origin is open says it.
    """
    urgent = assessment.urgency.tier in ("emergency_now", "same_day")
    if urgent or not is_worked_out(assessment) or assessment.enough.why in SAID_ALREADY:
        return None
    return end_of(assessment, left, every_sign_asked)
