"""Assessments worked out once in this process: a case that stands before many tests is assessed once."""

from hipmap import reasoning
from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge

Question = tuple[str, str, bool, bool | None]
_known: dict[Question, Assessment] = {}
# Whoever does thousands of things has each of their cases assessed only once or twice.
MOST = 500


def assess(
    case: Case, knowledge: Knowledge, ranges: bool = True, proposals: bool | None = None
) -> Assessment:
    """Gives what the engine gives; words of the knowledge have no part in it, only its digest."""
    asked = (knowledge.digest, case.model_dump_json(), ranges, proposals)
    if asked not in _known:
        if len(_known) >= MOST:
            del _known[next(iter(_known))]
        _known[asked] = reasoning.assess(case, knowledge, ranges, proposals)
    return _known[asked]
