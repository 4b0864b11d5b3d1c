"""What another answer would do: which answer is meant, and what every origin would be then."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from hipmap.desktop.likelihood_list import origin_name
from hipmap.desktop.likelihood_words import brief, now_and_then, tenths
from hipmap.desktop.reason_words import reason_label
from hipmap.desktop.why.outcome_words import outcome_words
from hipmap.model import edits
from hipmap.model.assessment import Assessment, Reason
from hipmap.model.case import Case
from hipmap.model.explanations import WhatIfRow, WhatIfTable
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, in_short
from hipmap.reasoning.assess import assess
from hipmap.reasoning.what_if import what_if, what_if_table

_MARK_KINDS = {"worst": "pain", "pain": "pain", "spread": "spread", "none": "none", "numb": "numb"}


@dataclass(frozen=True)
class Asked:
    """A finding and the answer that is thought of; without one it is the answer that would change most.

    For a mark, `reason` says which: the mark is thought away.
    """

    finding: str
    value: str | None = None
    reason: Reason | None = None


@dataclass(frozen=True)
class Then:
    """The answer in words, and the assessment as it would be."""

    answer: str
    assessment: Assessment

    def origins(self) -> Mapping[str, float]:
        """Gives the probability of every origin, and of every pair as the list names it."""
        pairs = {"+".join(one.origins): one.probability for one in self.assessment.combined}
        return {one.id: one.probability for one in self.assessment.origins} | pairs


def think(asked: Asked, origin: str, case: Case, knowledge: Knowledge, voice: Voice) -> Then | None:
    """Gives what would be; None where nothing would change, or nothing can be thought away."""
    if asked.finding in knowledge.finding_by_id:
        return _other_answer(asked, origin, case, knowledge, voice)
    if asked.reason is None or ":" not in asked.finding:
        return None
    zone, side = asked.finding.partition(":")[2], asked.reason.side
    kind = _MARK_KINDS[str(asked.reason.value)]
    without = edits.remove_mark(case, zone, side or "midline", kind)  # type: ignore[arg-type]
    if without == case:
        return None
    words = QCoreApplication.translate("WhatIf", "If this were not marked (“{mark}”)").format(
        mark=reason_label(asked.reason, knowledge, voice)
    )
    return Then(words, assess(without, knowledge, ranges=False))


def _other_answer(asked: Asked, origin: str, case: Case, knowledge: Knowledge, voice: Voice) -> Then | None:
    table = what_if_table(case, knowledge, asked.finding)
    row = _row_of(table, asked.value, origin)
    if row is None or row.present:
        return None
    then = what_if(case, knowledge, asked.finding, row.value, table.side)
    return Then(_answer_words(row, asked.finding, knowledge, voice), then)


def _row_of(table: WhatIfTable, value: str | None, origin: str) -> WhatIfRow | None:
    """The answer that is meant; the present one thought of again is one taken back."""
    if value is None:
        others = [row for row in table.rows if not row.present and row.value is not None]
        return max(others, key=lambda row: abs(_change(row, origin)), default=None)
    meant = next((row for row in table.rows if row.value == value), None)
    if meant is not None and meant.present:
        return next(row for row in table.rows if row.value is None)
    return meant


def _change(row: WhatIfRow, origin: str) -> float:
    return next(one.change for one in row.origins if one.id == origin)


def _answer_words(row: WhatIfRow, finding_id: str, knowledge: Knowledge, voice: Voice) -> str:
    finding = knowledge.finding_by_id[finding_id]
    question = in_short(finding, voice)
    if row.value is None:
        words = QCoreApplication.translate("WhatIf", "If “{question}” were not answered")
        return words.format(question=question)
    answer = outcome_words(finding, row.band or str(row.value), voice)
    words = QCoreApplication.translate("WhatIf", "If “{question}” were “{answer}”")
    return words.format(question=question, answer=answer)


def told(then: Then, now: Assessment, origin: str, knowledge: Knowledge, voice: Voice) -> str:
    """Gives the whole sentence: the answer, the origin then, another first one, and another urgency."""
    tr = QCoreApplication.translate
    name = in_sentence(brief(origin_name(origin, knowledge, voice)))
    before = next(one.probability for one in now.origins if one.id == origin)
    after = next(one.probability for one in then.assessment.origins if one.id == origin)
    text = tr("WhatIf", "{answer}: {origin} {numbers}").format(
        answer=then.answer, origin=name, numbers=_numbers(before, after, voice)
    )
    first = then.assessment.origins[0].id
    if first != now.origins[0].id:
        leader = in_sentence(brief(origin_name(first, knowledge, voice)))
        text = tr("WhatIf", "{words}. First would be: {origin}").format(words=text, origin=leader)
    if then.assessment.urgency.tier != now.urgency.tier:
        text = tr("WhatIf", "{words}. How urgent it is would change too").format(words=text)
    return text


def _numbers(before: float, after: float, voice: Voice) -> str:
    if voice == "clinician":
        return now_and_then(before, after)
    return QCoreApplication.translate("WhatIf", "{then}, now {now}").format(
        then=tenths(after, after), now=tenths(before, before)
    )
