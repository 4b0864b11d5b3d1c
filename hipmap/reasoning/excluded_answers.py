"""Answers that exclude each other, side by side, and the questions that an answer has settled already."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hipmap.model.case import YES, Case, Side
from hipmap.model.knowledge import Knowledge
from hipmap.model.opposed_answers import OpposedAnswers
from hipmap.reasoning.facts import complaint_side
from hipmap.reasoning.flag_statements import Answered, FlagFacts, Statement, answered_no, compiled
from hipmap.reasoning.made_once import kept_while_in_use
from hipmap.reasoning.red_flags import flag_table

SIDES: tuple[Side, ...] = ("right", "left")


def contradictions(
    case: Case, knowledge: Knowledge, opposed: Sequence[OpposedAnswers]
) -> Iterator[tuple[str, ...]]:
    """Gives the findings whose answers cannot all be true, in the order of the rows.

    Answers of different sides do not exclude each other: a hip may turn freely here and stop short there.
    """
    views = [_seen_on(side, case, knowledge) for side in _told_sides(case)]
    for first, second in _compiled_rows(opposed):
        for facts in views:
            if first.value(facts) and second.value(facts):
                yield tuple(dict.fromkeys((*first.because(facts), *second.because(facts))))
                break


def excluded_questions(case: Case, knowledge: Knowledge) -> frozenset[str]:
    """Gives the open yes-or-no questions to which a yes would contradict an answer that was given.

    What was not asked, or answered with *don't know*, excludes nothing. A question goes only where it is
    excluded on every side that was told of and that hurts. One that everybody is asked never goes.
    """
    rows = _compiled_rows(knowledge.opposed_answers)
    found: frozenset[str] | None = None
    for side in _sides_in_question(case):
        facts = _without_what_marks_deny(_seen_on(side, case, knowledge))
        here = frozenset(
            name
            for pair in rows
            for held, other in (pair, pair[::-1])
            if held.value(facts) and not other.value(facts)
            for name in _excluded_by_yes(other, facts)
        )
        found = here if found is None else found & here
    return frozenset(name for name in found or () if _may_be_left_out(name, case, knowledge))


def _may_be_left_out(name: str, case: Case, knowledge: Knowledge) -> bool:
    finding = knowledge.finding_by_id[name]
    return name not in case.answers and finding.answer == "yes_no" and not finding.screening


def _excluded_by_yes(statement: Statement, facts: FlagFacts) -> Iterator[str]:
    """The findings, not told of yet, of which a yes alone would make the statement true."""
    for leaf in statement.leaves():
        if isinstance(leaf, Answered) and leaf.finding not in facts.told:
            told = replace(facts, answers={**facts.answers, leaf.finding: YES})
            if statement.value(told):
                yield leaf.finding


def _told_sides(case: Case) -> tuple[Side | None, ...]:
    """The sides that answers tell of; where none does, the answers are of no side in particular."""
    sided = any(answer.side is not None for answer in case.answers.values())
    return SIDES if sided else (None,)


def _sides_in_question(case: Case) -> tuple[Side | None, ...]:
    """The sides that answers tell of, and those that hurt."""
    answers = [answer for answer in case.answers.values() if answer.side is not None]
    if not answers:
        return (None,)
    hurts = complaint_side(case)
    told = {answer.side for answer in answers}
    two = any(answer.other is not None for answer in answers)
    return tuple(side for side in SIDES if two or side in told or hurts in (side, "both"))


def _seen_on(side: Side | None, case: Case, knowledge: Knowledge) -> FlagFacts:
    """What the case says of one side; what was told of no side holds for each."""
    facts = flag_table(knowledge).facts(case)
    if side is None:
        return facts
    on_side = {
        name: answer.value if answer.side is None else answer.on(side)
        for name, answer in case.answers.items()
    }
    answers = {name: value for name, value in on_side.items() if value is not None}
    return replace(facts, answers=answers, others={})


def _without_what_marks_deny(facts: FlagFacts) -> FlagFacts:
    """Leaves out a no that a mark says yes to: it excludes nothing."""
    denied = [name for name in facts.implied if answered_no(name, facts)]
    if not denied:
        return facts
    return replace(facts, answers={name: v for name, v in facts.answers.items() if name not in denied})


@kept_while_in_use
def _compiled_rows(opposed: Sequence[OpposedAnswers]) -> tuple[tuple[Statement, Statement], ...]:
    # the bits only serve to tell what was not asked
    return tuple((compiled(row.first, {}), compiled(row.second, {})) for row in opposed)
