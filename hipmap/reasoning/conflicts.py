"""Answers that do not go together: they exclude each other, or pull one origin hard in opposite ways."""

from collections.abc import Iterator, Sequence

from hipmap.model.assessment import Conflict, Likelihood, Reason
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.opposed_answers import OpposedAnswers
from hipmap.reasoning.flag_statements import Statement, compiled
from hipmap.reasoning.made_once import kept_while_in_use
from hipmap.reasoning.red_flags import flag_table

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
    for conflict in (*_excluded(case, knowledge, opposed), *_pulled(origins, knowledge)):
        if len(found) < _MOST and named.isdisjoint(conflict.findings):
            found.append(conflict)
            named.update(conflict.findings)
    return tuple(found)


def are_contradictory(case: Case, knowledge: Knowledge) -> bool:
    """Whether two answers of the case cannot both be true."""
    return any(True for _ in _excluded(case, knowledge, knowledge.opposed_answers))


def _excluded(case: Case, knowledge: Knowledge, opposed: Sequence[OpposedAnswers]) -> Iterator[Conflict]:
    """What cannot both be true, in the order of the rows."""
    facts = flag_table(knowledge).facts(case)
    for first, second in _compiled_rows(opposed):
        if first.value(facts) and second.value(facts):
            findings = dict.fromkeys((*first.because(facts), *second.because(facts)))
            yield Conflict(id=EXCLUDED, findings=tuple(findings))


@kept_while_in_use
def _compiled_rows(opposed: Sequence[OpposedAnswers]) -> tuple[tuple[Statement, Statement], ...]:
    # the bits only serve to tell what was not asked
    return tuple((compiled(row.first, {}), compiled(row.second, {})) for row in opposed)


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
