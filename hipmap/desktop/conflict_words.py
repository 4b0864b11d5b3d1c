"""Says what in a case does not fit together, with the names of the questions or places concerned."""

from PySide6.QtCore import QCoreApplication

from hipmap.model.assessment import Conflict
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

NAMED = 4
"""So many names are given; of more, only the number."""


def conflict_words(conflict: Conflict, knowledge: Knowledge, voice: Voice) -> str:
    """Gives a heading and the names below it."""
    names = [_name(one, knowledge, voice) for one in conflict.findings]
    lines = [_heading(conflict.id), *(f"•  {name}" for name in names[:NAMED])]
    if len(names) > NAMED:
        more = QCoreApplication.translate("Conflicts", "and {count} more")
        lines.append(more.format(count=len(names) - NAMED))
    return "\n".join(lines)


def _heading(conflict: str) -> str:
    headings = {
        "answers_for_the_other_side": QCoreApplication.translate(
            "Conflicts", "Not counted, because the complaint is on the other side:"
        ),
        "answers_for_two_sides": QCoreApplication.translate(
            "Conflicts", "Answered for either side, with no mark on the body; both were counted as one:"
        ),
        "marks_on_the_other_side": QCoreApplication.translate(
            "Conflicts", "Marked on the other side as well, and not weighed here:"
        ),
        "marks_and_answers_disagree": QCoreApplication.translate(
            "Conflicts", "Answered no, but the body map says yes. Please check:"
        ),
        "answers_exclude_each_other": QCoreApplication.translate(
            "Conflicts", "These answers are seldom both true. Please check:"
        ),
        "answers_pull_apart": QCoreApplication.translate(
            "Conflicts",
            "These answers point in opposite ways. Check them, or more than one cause may be true:",
        ),
        "pain_and_no_pain_at_one_place": QCoreApplication.translate(
            "Conflicts", "Marked both as painful and as free of pain; the pain counts:"
        ),
    }
    return headings[conflict]


def _name(named: str, knowledge: Knowledge, voice: Voice) -> str:
    kind, _, zone = named.partition(":")
    if kind == "mark" and zone:
        return said(knowledge.body.by_id[zone], voice)
    return said(knowledge.finding_by_id[named], voice)
