"""Which findings the sheet offers for a case: what fits the person, the place, and what was answered."""

from hipmap.desktop.sheet_order import FOLDED, section_of
from hipmap.model.case import NO, Case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.excluded_answers import excluded_questions
from hipmap.reasoning.who_is_asked import Gates, is_offered


class SheetOffer:
    """Follows the case; before one was seen everything is offered."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge, self._gates = knowledge, Gates(knowledge)
        self._case: Case | None = None
        self._shut: frozenset[str] = frozenset()
        self._settled: frozenset[str] = frozenset()

    def see(self, case: Case) -> bool:
        """Takes the case; gives whether other rows are offered than before."""
        before, self._case = self._case, case
        moved = before is None or (before.setting, before.person) != (case.setting, case.person)
        if moved:
            self._shut = self._gates.shut_for(case.person)
        if before is None or (before.answers, before.marks) != (case.answers, case.marks):
            settled = settled_signs(case, self._knowledge)
            moved, self._settled = moved or settled != self._settled, settled
        return moved

    def is_offered(self, finding: Finding, tests: bool, sought: bool = False) -> bool:
        """Whether a finding has its row; what an answer has settled has it where it is `sought` by name."""
        if self._case is None:
            return True
        shut = self._shut if sought else self._shut | self._settled
        return is_offered(self._case, finding, shut, tests=tests)


def settled_signs(case: Case, knowledge: Knowledge) -> frozenset[str]:
    """Gives the further safety questions to which a no, told of every side in question, leaves only a no.

    Other rows stay: of answers that do not go together both are to be seen, and one of them corrected.
    """
    known = knowledge.finding_by_id
    denied = {name: answer for name, answer in case.answers.items() if {*answer.told} == {NO}}
    excluded = excluded_questions(case.model_copy(update={"answers": denied}), knowledge)
    return frozenset(name for name in excluded if section_of(known[name]) in FOLDED)
