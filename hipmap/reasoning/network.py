"""The compiled knowledge: hypotheses, starting rates and tables, made once for each knowledge."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hipmap.model.case import Case
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.evidence_items import Item, answer_items, mark_items, numb_items
from hipmap.reasoning.facts import Facts
from hipmap.reasoning.hypotheses import Hypotheses, StartingRates, StartingRateTable, enumerate_hypotheses
from hipmap.reasoning.made_once import MadeOnce, kept_while_in_use
from hipmap.reasoning.outcome_tables import OutcomeTable, finding_table
from hipmap.reasoning.zone_tables import ZoneTables, numb_tables, pain_tables

Vector = list[float]


class FindingTables(MadeOnce[OutcomeTable]):
    """The tables of the findings that bear on likelihood, each made when it is first answered."""

    def __init__(self, knowledge: Knowledge, hypotheses: Hypotheses) -> None:
        super().__init__({finding.id: finding for finding in knowledge.findings if finding.background})
        self._parameters = knowledge.manifest.parameters
        self._hypotheses = hypotheses.each
        self._numbers = {condition: at for at, condition in enumerate(hypotheses.conditions)}

    def _make(self, finding: Finding) -> OutcomeTable:
        return finding_table(finding, self._numbers, self._hypotheses, self._parameters)


@dataclass(frozen=True)
class Network:
    """Everything that the inference needs and that does not depend on the case.

    `targets` are the origins and then the conditions, as the hypotheses that hold them; `targets_of`
    is the same the other way round.
    """

    knowledge: Knowledge
    hypotheses: Hypotheses
    rates: StartingRateTable
    findings: FindingTables
    pain: ZoneTables
    by_condition: tuple[tuple[int, ...], ...]
    by_origin: dict[str, tuple[int, ...]]
    conditions_of: dict[str, tuple[int, ...]]
    origin_pairs: dict[tuple[str, str], tuple[int, ...]]
    targets: tuple[tuple[int, ...], ...]
    targets_of: tuple[tuple[int, ...], ...]

    @cached_property
    def numb(self) -> dict[str, OutcomeTable]:
        """The tables of the numbness map, made when numbness is first marked."""
        return numb_tables(self.knowledge, self.hypotheses)

    @cached_property
    def usual_shares(self) -> tuple[float, ...]:
        """How common each condition is in primary care, whoever is asked; they sum to one."""
        return self.rates.usual()

    def starting_rates(self, case: Case) -> StartingRates:
        """Gives the starting rates for the person and the setting of the case."""
        return self.rates.of(case)

    def items(self, facts: Facts) -> list[Item]:
        """Gives the evidence of the facts in a fixed order."""
        return [
            *answer_items(facts, self.knowledge, self.findings),
            *mark_items(facts, self.knowledge, self.pain),
            *(numb_items(facts, self.knowledge.referral.numb_group, self.numb) if facts.numb else ()),
        ]


def compile_network(knowledge: Knowledge) -> Network:
    """Gives the network of a knowledge; takes some hundredths of a second."""
    hypotheses = enumerate_hypotheses(knowledge)
    by_condition = tuple(map(tuple, hypotheses.holding_each_condition()))
    by_origin = {origin: tuple(hypotheses.holding_origin(origin)) for origin in hypotheses.origins}
    targets = (*by_origin.values(), *by_condition)
    return Network(
        knowledge=knowledge,
        hypotheses=hypotheses,
        rates=StartingRateTable(knowledge, hypotheses),
        findings=FindingTables(knowledge, hypotheses),
        pain=pain_tables(knowledge, hypotheses),
        by_condition=by_condition,
        by_origin=by_origin,
        conditions_of={
            origin: tuple(at for at, own in enumerate(hypotheses.origin_of) if own == origin)
            for origin in hypotheses.origins
        },
        origin_pairs=_origin_pairs(hypotheses),
        targets=targets,
        targets_of=_holding(targets, len(hypotheses.each)),
    )


def _holding(targets: Sequence[Sequence[int]], count: int) -> tuple[tuple[int, ...], ...]:
    """The targets that each of so many hypotheses holds, in their order."""
    found: list[list[int]] = [[] for _ in range(count)]
    for target, members in enumerate(targets):
        for at in members:
            found[at].append(target)
    return tuple(map(tuple, found))


def _origin_pairs(hypotheses: Hypotheses) -> dict[tuple[str, str], tuple[int, ...]]:
    """The hypotheses of two causes by their two origins, which stand in the order of the origins."""
    order = {origin: at for at, origin in enumerate(hypotheses.origins)}
    found: dict[tuple[str, str], list[int]] = {}
    for at, hypothesis in enumerate(hypotheses.each):
        if len(hypothesis) == 2:
            one, two = sorted((hypotheses.origin_of[number] for number in hypothesis), key=order.__getitem__)
            found.setdefault((one, two), []).append(at)
    return {pair: tuple(members) for pair, members in found.items()}


@kept_while_in_use
def network_of(knowledge: Knowledge) -> Network:
    """Gives the compiled network of a knowledge, made once as long as the knowledge stays the same."""
    return compile_network(knowledge)
