"""The losses of all cases under other numbers of the method, quickly: what does not change is kept.

The evidence comes from the engine; only its last step, the weighted sum, is done here, because it is all
that dependence, scale and silent zones change. A test holds it to what `assess` gives.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.reasoning.evidence_items import SILENT
from hipmap.reasoning.facts import Facts, facts_of
from hipmap.reasoning.network import Network, compile_network
from hipmap.reasoning.posterior import groups_of
from tests.vignettes.case_sets import Expected
from tests.vignettes.method_parameters import IN_GROUP, LIMITS, PAIR_SHARE, Values, with_values
from tests.vignettes.scores import brier, log_loss

Array = NDArray[np.float64]
# Evidence kept at a time, each of some megabytes.
_KEPT = 24


@dataclass(frozen=True)
class Loss:
    """The log loss and the Brier score of one case, each the mean over the origins."""

    log: float
    brier: float


@dataclass(frozen=True)
class Evidence:
    """One case: starting rates, its items in rows, and the group and rank of each row."""

    log_prior: Array
    pairs: NDArray[np.bool_]
    pair_share: float
    rows: Array
    groups: tuple[str, ...]
    ranks: Array

    def posterior(self, values: Values) -> Array:
        """Gives the probability of each hypothesis."""
        rho = np.array([values.get(f"{IN_GROUP}{name}", values["dependence"]) for name in self.groups])
        silent = np.array([values["silent_zones"] if name == SILENT else 1.0 for name in self.groups])
        share, before = values[PAIR_SHARE], self.pair_share
        prior = self.log_prior + np.where(
            self.pairs, np.log(share / before), np.log((1 - share) / (1 - before))
        )
        scores: Array = prior + (values["evidence_scale"] * silent * rho**self.ranks) @ self.rows
        raised: Array = np.exp(scores - scores.max())
        total = float(raised.sum())
        return raised / total


class Trials:
    """The cases of all sets, and their losses under any values, each worked out once."""

    def __init__(self, knowledge: Knowledge, cases: Sequence[tuple[Expected, Case]]) -> None:
        self.expected = [one for one, _ in cases]
        self._knowledge = knowledge
        self._cases: list[tuple[Case, Facts]] = [(case, facts_of(case, knowledge)) for _, case in cases]
        self._origins = [origin.id for origin in knowledge.origins]
        self._evidence: OrderedDict[tuple[float, ...], tuple[list[Evidence], Array]] = OrderedDict()
        self._losses: dict[tuple[tuple[str, float], ...], list[Loss]] = {}

    def losses(self, values: Values) -> list[Loss]:
        """Gives the loss of each case, in the order of `expected`."""
        key = tuple(sorted(values.items()))
        if key not in self._losses:
            self._losses[key] = [
                Loss(log_loss(found, one.true_origins), brier(found, one.true_origins))
                for one, found in zip(self.expected, self.probabilities(values), strict=True)
            ]
        return self._losses[key]

    def probabilities(self, values: Values) -> list[dict[str, float]]:
        """Gives the probability of each origin in each case."""
        evidence, members = self._evidence_under(values)
        shares = [(members @ one.posterior(values)).tolist() for one in evidence]
        return [dict(zip(self._origins, (min(1.0, p) for p in found), strict=True)) for found in shares]

    def _evidence_under(self, values: Values) -> tuple[list[Evidence], Array]:
        key = tuple(values[name] for name in LIMITS)
        if key in self._evidence:
            self._evidence.move_to_end(key)
        else:
            limits = {name: values[name] for name in LIMITS}
            # told in full here, so that any discount can be taken later
            network = compile_network(with_values(self._knowledge, limits | {"silent_zones": 1.0}))
            evidence = [_evidence(case, facts, network) for case, facts in self._cases]
            self._evidence[key] = evidence, _members(network, self._origins)
            if len(self._evidence) > _KEPT:
                self._evidence.popitem(last=False)
        return self._evidence[key]


def _evidence(case: Case, facts: Facts, network: Network) -> Evidence:
    groups = groups_of(network.items(facts), network)
    rows = [vector for group in groups.values() for vector in group.vectors]
    prior = np.array(network.starting_rates(case).log_prior)
    return Evidence(
        log_prior=prior,
        pairs=np.array([len(each) == 2 for each in network.hypotheses.each]),
        pair_share=network.knowledge.priors.pair_share,
        rows=np.array(rows) if rows else np.zeros((0, len(prior))),
        groups=tuple(name for name, group in groups.items() for _ in group.vectors),
        ranks=np.array([float(rank) for group in groups.values() for rank in range(len(group.vectors))]),
    )


def _members(network: Network, origins: Sequence[str]) -> Array:
    """A row for each origin: 1 where a hypothesis holds it."""
    found = np.zeros((len(origins), len(network.hypotheses.each)))
    for at, origin in enumerate(origins):
        found[at, list(network.by_origin[origin])] = 1.0
    return found
