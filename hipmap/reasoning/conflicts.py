"""Answers that do not go together: they exclude each other, or pull one origin hard in opposite ways."""

from collections.abc import Iterator, Sequence

from hipmap.model.assessment import Conflict, Likelihood, Reason
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.opposed_answers import OpposedAnswers
from hipmap.reasoning.excluded_answers import contradictions

EXCLUDED = "answers_exclude_each_other"
PULLED = "answers_pull_apart"
# More than this many rows are a list of faults that nobody reads.
_MOST = 3
# In decibans: it alone doubles or halves the odds of an origin. Weaker disagreement is
# usual, and with the caps on single answers few move an origin by more than five.
_HARD = 3.0
# Only an origin in question can be pulled at.
_IN_QUESTION = 0.05


def answer_conflicts(
    case: Case, knowledge: Knowledge, origins: Sequence[Likelihood], opposed: Sequence[OpposedAnswers]
) -> tuple[Conflict, ...]:
    """Gives at most three conflicts: answers that exclude each other first, then the strongest pulls.

    `origins` are those of the assessment with their reasons. A finding stands in one conflict only.
    """
    found: list[Conflict] = []
    named: set[str] = set()
    excluded = (Conflict(id=EXCLUDED, findings=one) for one in contradictions(case, knowledge, opposed))
    for conflict in (*excluded, *_pulled(origins, knowledge)):
        if len(found) < _MOST and named.isdisjoint(conflict.findings):
            found.append(conflict)
            named.update(conflict.findings)
    return tuple(found)


def are_contradictory(case: Case, knowledge: Knowledge) -> bool:
    """Whether two answers of the case cannot both be true."""
    return any(True for _ in contradictions(case, knowledge, knowledge.opposed_answers))


def _pulled(origins: Sequence[Likelihood], knowledge: Knowledge) -> Iterator[Conflict]:
    """Pairs of answers of which one raises an origin and the other lowers it, both hard; strongest first."""
    pairs: dict[tuple[str, str], float] = {}
    for origin in origins:
        if origin.probability < _IN_QUESTION:
            continue
        for up in _hard(origin.reasons_for, knowledge):
            for down in _hard(origin.reasons_against, knowledge):
                pair = up.finding, down.finding
                pairs[pair] = max(pairs.get(pair, 0.0), min(up.weight, -down.weight))
    for pair in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        yield Conflict(id=PULLED, findings=pair)


def _hard(reasons: Sequence[Reason], knowledge: Knowledge) -> list[Reason]:
    """The answers among some reasons that pull hard; marks are not answers."""
    return [one for one in reasons if abs(one.weight) > _HARD and one.finding in knowledge.finding_by_id]
