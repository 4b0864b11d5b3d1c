"""Checks the rows on tests that are not proposed and on answers that exclude each other."""

from collections import Counter
from collections.abc import Iterator

from hipmap.model.knowledge import Knowledge
from hipmap.model.problems import Problem
from hipmap.model.red_flags import When
from hipmap.model.rule_check import can_be_true, statement_problems
from hipmap.model.unsafe_tests import UnsafeTest

_UNSAFE = "unsafe_tests.yaml"
_OPPOSED = "opposed_answers.yaml"


def check_proposals(knowledge: Knowledge) -> Iterator[Problem]:
    """Gives ids that stand twice, names that do not exist, and rows that can never speak."""
    if not knowledge.unsafe_tests:
        yield Problem(_UNSAFE, "", "", "without rows any test would be proposed: put them back")
    if not knowledge.opposed_answers:
        yield Problem(_OPPOSED, "", "", "there is no row: put them back")
    for file, rows in ((_UNSAFE, knowledge.unsafe_tests), (_OPPOSED, knowledge.opposed_answers)):
        for name, count in Counter(row.id for row in rows).items():
            if count > 1:
                yield Problem(file, name, "id", f"this id stands {count} times: rename or remove one")
    for row in knowledge.unsafe_tests:
        yield from _unsafe(row, knowledge)
    yield from _opposed(knowledge)


def _unsafe(row: UnsafeTest, knowledge: Knowledge) -> Iterator[Problem]:
    for name in row.tests:
        if name not in knowledge.finding_by_id:
            yield Problem(_UNSAFE, row.id, "tests", f"there is no finding {name}")
        elif knowledge.finding_by_id[name].screening:
            yield Problem(_UNSAFE, row.id, "tests", f"{name} is a safety question that everybody is asked")
    for field, statement in (("when", row.when), ("unless", row.unless)):
        if statement is not None:
            yield from statement_problems(statement, knowledge, (_UNSAFE, row.id, field))
    named = {name for likely in row.likely for name in likely.of}
    for name in sorted(named - {*knowledge.origin_by_id, *knowledge.condition_by_id}):
        yield Problem(_UNSAFE, row.id, "likely", f"there is no origin or condition {name}")


def _opposed(knowledge: Knowledge) -> Iterator[Problem]:
    for row in knowledge.opposed_answers:
        wrong = [
            *statement_problems(row.first, knowledge, (_OPPOSED, row.id, "first")),
            *statement_problems(row.second, knowledge, (_OPPOSED, row.id, "second")),
        ]
        yield from wrong
        if not wrong and not can_be_true(When(all_of=(row.first, row.second)), knowledge):
            yield Problem(_OPPOSED, row.id, "", "this can never speak: one finding cannot have both answers")
