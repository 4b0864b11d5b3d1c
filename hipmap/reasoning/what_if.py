"""What if: the case as it would be with another answer to one finding, beside the case as it is."""

from collections.abc import Iterator, Mapping

from hipmap.model.assessment import Assessment
from hipmap.model.case import NO, UNKNOWN, YES, Answer, Case, Side, new_case
from hipmap.model.case_check import check_case
from hipmap.model.edits import put_answer, put_side_answer, remove_answer
from hipmap.model.explanations import OriginThen, WhatIfRow, WhatIfTable
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.assess import assess
from hipmap.reasoning.facts import complaint_side, facts_of, seen_from
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from hipmap.reasoning.posterior import share_of
from hipmap.reasoning.rounding import DIGITS

Value = str | int | float


def what_if(
    case: Case, knowledge: Knowledge, finding: str, value: Value | None, side: Side | None = None
) -> Assessment:
    """Gives the assessment (point estimates, with urgency) as it would be with this answer.

    What was told of the other side stays. A value of None takes the answer back, that of the side if one is
    given. ValueError for an answer that the vocabulary does not know.
    """
    return assess(_changed(case, knowledge, finding, value, side), knowledge, ranges=False)


def what_if_table(case: Case, knowledge: Knowledge, finding: str, on: Side | None = None) -> WhatIfTable:
    """Gives the probability of every origin for each possible answer of a finding, also for none at all.

    The answers are put for the side given, or for the side of the present answer, else for the side of the
    complaint where the finding has sides. ValueError for an unknown finding.
    """
    if finding not in knowledge.finding_by_id:
        raise ValueError(f'there is no finding "{finding}"')
    row, present = knowledge.finding_by_id[finding], case.answers.get(finding)
    if on is None:
        present = None if present is None else seen_from(present, complaint_side(case))
    else:
        present = _told_on(present, on)
    side = on or _side(row, present, case)
    now = _origins(case, knowledge)
    order = sorted(now, key=lambda origin: -now[origin])
    rows = []
    for value, band, is_present in _possible(row, present):
        of_side = on if value is None else side
        then = now if is_present else _origins(_changed(case, knowledge, finding, value, of_side), knowledge)
        origins = tuple(
            OriginThen(
                id=origin,
                probability=round(then[origin], DIGITS),
                change=round(then[origin] - now[origin], DIGITS),
            )
            for origin in order
        )
        rows.append(WhatIfRow(value=value, band=band, present=is_present, origins=origins))
    return WhatIfTable(finding=finding, side=side, rows=tuple(rows))


def _changed(case: Case, knowledge: Knowledge, finding: str, value: Value | None, side: Side | None) -> Case:
    answer = Answer(value=UNKNOWN if value is None else value, side=side)
    problems = check_case(new_case(answers={finding: answer}), knowledge)
    if problems:
        raise ValueError(problems[0])
    present = case.answers.get(finding)
    if present is not None and present.side is not None and side is not None:
        return put_side_answer(case, finding, side, value)
    if value is None:
        return remove_answer(case, finding)
    return put_answer(case, finding, value, side)


def _told_on(present: Answer | None, side: Side) -> Answer | None:
    """The answer as it was told of one side; None where that side was not told."""
    value = None if present is None or present.side is None else present.on(side)
    return None if value is None else Answer(value=value, side=side)


def _possible(row: Finding, present: Answer | None) -> Iterator[tuple[Value | None, str | None, bool]]:
    """Every answer, the band of a number, and whether it is the present one; not asked comes last."""
    known = None if present is None or present.value == UNKNOWN else present.value
    if row.scale is not None:
        at = None if known is None else row.scale.band_of(float(known))
        start = row.scale.least
        for band in row.scale.bands:
            is_present = band.id == at
            yield known if is_present else start, band.id, is_present
            start = start if band.below is None else band.below
    else:
        for value in [option.id for option in row.options] or [YES, NO]:
            yield value, None, value == known
    yield None, None, known is None


def _side(row: Finding, present: Answer | None, case: Case) -> Side | None:
    if present is not None and present.side is not None:
        return present.side
    side = complaint_side(case)
    if not row.sided or side is None or side == "both":
        return None
    return side


def _origins(case: Case, knowledge: Knowledge) -> Mapping[str, float]:
    network = network_of(knowledge)
    probabilities = infer(network, case, facts_of(case, knowledge)).probabilities
    return {origin: share_of(probabilities, members) for origin, members in network.by_origin.items()}
