"""The figures behind one case: each cell, background and starting rate that its result rests on.

A figure can be put elsewhere, and then gives the log scores of all hypotheses exactly as they would be:
the column is made anew from its table, and its dependence group is ranked and weighed anew.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hipmap.reasoning.evidence_items import Item
from hipmap.reasoning.inference import Inference
from hipmap.reasoning.network import Network, Vector
from hipmap.reasoning.outcome_tables import BACKGROUND, Figure, Outcome, OutcomeColumn, OutcomeTable
from hipmap.reasoning.posterior import groups_of


@dataclass(frozen=True)
class Spoken:
    """One column of a case: where it stands, its table, and with what strength it counts now."""

    group: str
    rank: int
    part: int
    table: OutcomeTable
    zone: str | None
    outcome: Outcome
    strength: float
    column: OutcomeColumn


def columns_spoken(network: Network, inference: Inference) -> Iterator[Spoken]:
    """Gives every column of the evidence, the zones left free one by one."""
    free = {id(table.column((0,))): zone for zone, table in network.pain.tables.items()}
    for name in sorted(inference.groups):
        group = inference.groups[name]
        for rank, (item, factor) in enumerate(zip(group.items, group.factors, strict=True)):
            for part, (share, column) in enumerate(item.columns):
                zone = None if item.table else free[id(column)]
                table = item.table or network.pain.tables[zone or ""]
                strength = factor * item.weight * share
                yield Spoken(name, rank, part, table, zone, item.outcome, strength, column)


def item_of(spoken: Spoken, inference: Inference) -> Item:
    """Gives the item that a column belongs to."""
    return inference.groups[spoken.group].items[spoken.rank]


def figure_behind(spoken: Spoken, key: int) -> Figure:
    """Gives the figure of a condition, or of the background, in a column."""
    return spoken.table.background if key == BACKGROUND else spoken.table.figures[key]


def scores_with_figure(
    network: Network, inference: Inference, spoken: Spoken, key: int, probability: float
) -> Vector:
    """Gives the log scores as they would be if the outcome had this probability in one figure."""
    figure = _put(figure_behind(spoken, key), spoken.outcome, probability)
    is_background = key == BACKGROUND
    table = OutcomeTable(
        spoken.table.figures if is_background else {**spoken.table.figures, key: figure},
        figure if is_background else spoken.table.background,
        network.hypotheses.each,
        graded=spoken.column.joined == "graded",
    )
    group = inference.groups[spoken.group]
    items = [
        _with_column(item, spoken, table) if rank == spoken.rank else item
        for rank, item in enumerate(group.items)
    ]
    then = groups_of(items, network)[spoken.group].total
    return [
        score - old + new for score, old, new in zip(inference.scores, group.total, then, strict=True)
    ]  # fmt: skip


def _with_column(item: Item, spoken: Spoken, table: OutcomeTable) -> Item:
    column = table.column(spoken.outcome)
    share, old = item.columns[spoken.part]
    columns = (*item.columns[: spoken.part], (share, column), *item.columns[spoken.part + 1 :])
    if item.log_p is None:
        return replace(item, columns=columns)
    log_p = tuple(
        value + share * (new - before)
        for value, new, before in zip(item.log_p, column.log_p, old.log_p, strict=True)
    )
    return replace(item, columns=columns, log_p=log_p)


def _put(figure: Figure, outcome: Outcome, probability: float) -> Figure:
    """The outcome gets this probability; the single ones in it, and all others, keep their proportions."""
    now = sum(figure.p[number] for number in outcome)
    inside, outside = probability / now, (1 - probability) / (1 - now)
    p = tuple(x * (inside if number in outcome else outside) for number, x in enumerate(figure.p))
    return figure._replace(p=p)


def rate_slopes(network: Network, inference: Inference, condition: int) -> Vector:
    """Gives how the log prior of each hypothesis moves with the logarithm of a condition's weight."""
    alone, paired = inference.rates.single_share[condition], inference.rates.pair_share[condition]
    return [
        (condition in hypothesis) - (alone if len(hypothesis) == 1 else paired)
        for hypothesis in network.hypotheses.each
    ]


def scores_with_rate(network: Network, inference: Inference, condition: int, times: float) -> Vector:
    """Gives the log scores as they would be if a condition had this many times its weight.

    The ranks within dependence groups, which the usual rates decide, stay as they are.
    """
    alone = math.log1p((times - 1) * inference.rates.single_share[condition])
    paired = math.log1p((times - 1) * inference.rates.pair_share[condition])
    return [
        score + math.log(times) * (condition in hypothesis) - (alone if len(hypothesis) == 1 else paired)
        for score, hypothesis in zip(inference.scores, network.hypotheses.each, strict=True)
    ]
