"""Which questions and tests must not be proposed, given what is known of the case."""

from collections.abc import Mapping, Sequence

from hipmap.model.case import Case
from hipmap.model.conditions import Tier
from hipmap.model.knowledge import Knowledge
from hipmap.model.unsafe_tests import UnsafeTest
from hipmap.reasoning.flag_statements import FlagFacts, Statement, compiled
from hipmap.reasoning.made_once import kept_while_in_use
from hipmap.reasoning.red_flags import flag_table


def withheld(
    case: Case, knowledge: Knowledge, rows: Sequence[UnsafeTest], chances: Mapping[str, float], tier: Tier
) -> dict[str, str]:
    """Gives the findings that are not proposed, each with the id of the first row that says so.

    `chances` are the probabilities of origins and conditions; `tier` is the urgency that stands.
    """
    facts = flag_table(knowledge).facts(case)
    found: dict[str, str] = {}
    for row in _compiled_rows(knowledge, rows):
        if row.holds(facts, chances, tier):
            for finding in row.findings:
                found.setdefault(finding, row.id)
    return found


class _Row:
    """One row with its statement compiled and its kinds spelt out."""

    __slots__ = ("_always", "_likely", "_tiers", "_unless", "_when", "findings", "id")

    def __init__(self, row: UnsafeTest, knowledge: Knowledge, bits: Mapping[str, int]) -> None:
        self.id = row.id
        of_kind = (finding.id for finding in knowledge.findings if finding.kind in row.kinds)
        self.findings = tuple(dict.fromkeys((*row.tests, *of_kind)))
        self._always, self._tiers, self._likely = row.always, frozenset(row.tiers), row.likely
        self._when: Statement | None = None if row.when is None else compiled(row.when, bits)
        self._unless: Statement | None = None if row.unless is None else compiled(row.unless, bits)

    def holds(self, facts: FlagFacts, chances: Mapping[str, float], tier: Tier) -> bool:
        if self._always or tier in self._tiers:
            return True
        if any(
            chances.get(name, 0.0) >= (likely.least or 1.0) for likely in self._likely for name in likely.of
        ):
            return True
        if self._unless is not None and self._unless.value(facts) is False:
            return True
        return self._when is not None and self._when.value(facts) is True


@kept_while_in_use
def _compiled_rows(knowledge: Knowledge, rows: Sequence[UnsafeTest]) -> tuple[_Row, ...]:
    bits = flag_table(knowledge).bits
    return tuple(_Row(row, knowledge, bits) for row in rows)
