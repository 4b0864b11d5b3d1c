"""Says in the window what is about another side than the marks."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hipmap.exchange.side_check import Disagreement
from hipmap.model.case import Side
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, said

NAMED = 4
"""So many answers are named; of more, only the number."""


def side_words(problem: Disagreement, knowledge: Knowledge, voice: Voice) -> str:
    """Gives one sentence; where answers are concerned, their names below it."""
    tr = QCoreApplication.translate
    where = _sides(problem.marked)
    if problem.text == "question":
        words = tr("Reports", "The body map is marked on the {where}, but your question says {says}.")
        return words.format(where=where, says=_sides(problem.says))
    if problem.text:
        words = tr("Reports", "The body map is marked on the {where}, but your note says {says}.")
        return words.format(where=where, says=_sides(problem.says))
    words = tr("Reports", "The body map is marked on the {where}, but these answers are for the other side:")
    names = [f"•  {said(knowledge.finding_by_id[one], voice)}" for one in problem.findings]
    if len(names) > NAMED:
        more = tr("Reports", "and {count} more").format(count=len(names) - NAMED)
        names = [*names[:NAMED], more]
    return "\n".join([words.format(where=where), *names])


def _sides(sides: Sequence[Side]) -> str:
    tr = QCoreApplication.translate
    if len(sides) != 1:
        return tr("Reports", "midline")
    return tr("Reports", "right") if sides[0] == "right" else tr("Reports", "left")
