"""The evidence of a case: an item for each answer and mark, and how strongly it counts beside its likes.

A mark that covers part of a zone, as a brush leaves it, weighs that part of what a mark of the whole zone
weighs, and takes nothing from the weight of the others. That the weight grows in a straight line with the
covered part is a judgement: no publication was found that measured it. A zone that was touched at all was
not left free, and what its mark implies (that the groin hurts) is implied whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hipmap.model.case import Mark, Side
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.facts import Facts, outcomes_of
from hipmap.reasoning.outcome_tables import Outcome, OutcomeColumn, OutcomeTable
from hipmap.reasoning.zone_tables import ZoneTables

MARKS = "marks"
SILENT = "zones_left_free"


@dataclass(frozen=True)
class Item:
    """One answer or mark: what it is, its dependence group, its weight in the group, and its columns.

    An item of several columns is one statement made of many, as *these zones were left free* is; it
    brings its summed `log_p`, and the zone of each column.
    """

    finding: str
    value: str | int | float
    side: Side | None
    group: str
    weight: float
    columns: tuple[tuple[float, OutcomeColumn], ...]
    table: OutcomeTable | None
    outcome: Outcome = (1,)
    log_p: tuple[float, ...] | None = None
    zones: tuple[str, ...] = ()
    other: str | int | float | None = None  # what the same test gave on the other side


def answer_items(facts: Facts, knowledge: Knowledge, tables: Mapping[str, OutcomeTable]) -> Iterator[Item]:
    """Gives an item for each answer that has a bearing; a scored cluster replaces its members."""
    replaced = {
        member for name in facts.answers for member in knowledge.finding_by_id[name].replaces
    }  # fmt: skip
    drawn = {name for name in facts.implied if _speaks_as_marks(knowledge.finding_by_id[name])}
    for name in sorted(facts.answers):
        if name in replaced or name in drawn or name not in tables:
            continue
        finding, answer, table = knowledge.finding_by_id[name], facts.answers[name], tables[name]
        outcome = outcomes_of(finding, answer)
        yield Item(
            finding=name, value=answer.plain_value, side=answer.side, group=finding.group or name, weight=1.0,
            columns=((1.0, table.column(outcome)),), table=table, outcome=outcome, other=answer.plain_other,
        )  # fmt: skip


def _speaks_as_marks(finding: Finding) -> bool:
    """A numbness that marks imply is told by those marks themselves, zone by zone."""
    return finding.implied_by is not None and finding.implied_by.kinds == ("numb",)


def mark_items(facts: Facts, knowledge: Knowledge, zones: ZoneTables) -> list[Item]:
    """Gives an item for each painful zone or explicit *no pain here*, and one for the zones left free."""
    drawn = [mark for mark in facts.pain if mark.zone in zones.tables]
    if not drawn:
        return []
    parameters = knowledge.manifest.parameters
    raw = [mark_weight(mark, parameters.worst_zone.value, parameters.spread_mark.value) for mark in drawn]
    even = len(raw) / sum(raw)
    items = [
        _zone_item(mark, facts, zones.tables, 1, weight * even * mark.covered)
        for mark, weight in zip(drawn, raw, strict=True)
    ]
    denied = [mark for mark in facts.denied if mark.zone in zones.tables]
    items += [_zone_item(mark, facts, zones.tables, 0, mark.covered) for mark in denied]
    return [*items, _silent_item(drawn, facts, knowledge, zones)]


def numb_items(facts: Facts, group: str, tables: dict[str, OutcomeTable]) -> list[Item]:
    """Gives an item for each numb zone; they share the group of the question about numbness."""
    return [
        Item(f"numb:{mark.zone}", "numb", facts.side_of(mark), group, mark.covered,
             ((1.0, tables[mark.zone].column((1,))),), tables[mark.zone])
        for mark in facts.numb
        if mark.zone in tables
    ]  # fmt: skip


def _zone_item(
    mark: Mark, facts: Facts, tables: dict[str, OutcomeTable], outcome: int, weight: float
) -> Item:
    table = tables[mark.zone]
    value = "worst" if mark.worst else mark.kind
    columns = ((1.0, table.column((outcome,))),)
    return Item(f"mark:{mark.zone}", value, facts.side_of(mark), MARKS, weight, columns, table, (outcome,))


def mark_weight(mark: Mark, worst: float, spread: float) -> float:
    """Gives the weight of a mark by its meaning, before the part of the zone that it covers."""
    return worst if mark.worst else spread if mark.kind == "spread" else 1.0


def _silent_item(drawn: Sequence[Mark], facts: Facts, knowledge: Knowledge, zones: ZoneTables) -> Item:
    """The zones of the pain layer that were left free, at a discount, less so where they touch a mark."""
    parameters = knowledge.manifest.parameters
    marked = {mark.zone for mark in (*drawn, *facts.numb, *facts.denied)}
    touched = {other for mark in drawn for other in knowledge.body.by_id[mark.zone].neighbours}
    relief = parameters.touching_zone.value
    free = tuple(zone for zone in zones.silent if zone not in marked)
    columns = tuple([(1.0 - relief * (zone in touched), zones.left_free[zone]) for zone in free])
    spoken = [zones.left_free[zone].log_p for zone in zones.silent if zone in marked]
    relieved = [zones.left_free[zone].log_p for zone in free if zone in touched]
    full, part = summed(spoken, len(zones.all_silent)), summed(relieved, len(zones.all_silent))
    log_p = tuple([total - a - relief * b for total, a, b in zip(zones.all_silent, full, part, strict=True)])
    return Item(SILENT, "free", None, SILENT, parameters.silent_zones.value, columns, None, (0,), log_p, free)


def summed(vectors: Sequence[Sequence[float]], size: int) -> list[float]:
    """Gives the sum of vectors of one size; zeros for none."""
    return list(map(sum, zip(*vectors, strict=True))) if vectors else [0.0] * size
