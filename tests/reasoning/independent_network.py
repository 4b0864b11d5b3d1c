"""The posterior from a Bayesian-network library: hipmap's knowledge as a network that pyagrum solves.

Nothing here calls the engine. Figures and starting rates come from the brute-force reading of the knowledge;
the library joins the causes of a pair, multiplies the evidence, normalises and sums over explanations.

    explanation --> origin:<id>, condition:<id>   one node each: does the explanation hold it?
    explanation --> said:<name>                   one node for each statement; evidence: it was said
"""

import warnings
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from tests.reasoning.brute_figures import Array, Figures, Statement
from tests.reasoning.brute_force import BruteForce

# Its binding warns on import, and takes Python down where warnings are errors.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import pyagrum

ROOT = "explanation"


@dataclass(frozen=True)
class Posterior:
    """What the library says: the probability of every explanation, origin and condition."""

    explanations: Array
    origins: dict[str, float]
    conditions: dict[str, float]


@dataclass(frozen=True)
class Built:
    """A network, its nodes of origins and conditions by their ids, and its nodes of what was said."""

    network: pyagrum.BayesNet
    origins: dict[str, str]
    conditions: dict[str, str]
    said: list[str]


class IndependentNetwork:
    """Builds the network of a case and lets the library solve it."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._stated = BruteForce(knowledge)
        self._parameters = knowledge.manifest.parameters
        self._tables: dict[tuple[bytes, bytes, str], Array] = {}
        stated = self._stated
        self._empty = pyagrum.BayesNet()
        self._empty.add(pyagrum.RangeVariable(ROOT, "", 0, stated.of_condition.shape[1] - 1))
        self._origins = _add_targets(self._empty, "origin", stated.origins, stated.of_origin)
        self._conditions = _add_targets(self._empty, "condition", stated.conditions, stated.of_condition)

    def posterior(self, case: Case) -> Posterior:
        """Gives the posterior of a case."""
        return solve(self.build(case))

    def build(self, case: Case) -> Built:
        """Gives the network of a case: the one without statements, with its starting rates and statements."""
        network = pyagrum.BayesNet(self._empty)
        network.cpt(ROOT)[:] = self._stated.prior(self._stated.weights(case))
        said = [_add_child(network, f"said:{name}", p) for name, p in self._likelihoods(case)]
        return Built(network, self._origins, self._conditions, said)

    def _likelihoods(self, case: Case) -> list[tuple[str, Array]]:
        """P(said | explanation) of each statement of the case, up to a factor, with its dependence."""
        statements = self._stated.statements(case)
        ranks = self._stated.ranks(statements)
        return [(one.name, self._likelihood(one, rank)) for one, rank in zip(statements, ranks, strict=True)]

    def _likelihood(self, statement: Statement, rank: int) -> Array:
        parameters = self._parameters
        rho = parameters.group_dependence.get(statement.group, parameters.dependence).value
        power = parameters.evidence_scale.value * rho**rank
        factors = [self._table(figures) ** (power * strength) for strength, figures in statement.parts]
        joint = np.prod(factors, axis=0)
        return np.asarray(joint / joint.max())

    def _table(self, figures: Figures) -> Array:
        """P(outcome | explanation): the conditions alone, and the pairs."""
        key = (figures.p.tobytes(), figures.own.tobytes(), figures.outcome)
        if key not in self._tables:
            leak = float(figures.p[-1])
            each = np.where(figures.own, figures.p[:-1], leak)
            pairs = zip(each[self._stated.first].tolist(), each[self._stated.second].tolist(), strict=True)
            both = [_together(one, two, leak, figures.outcome) for one, two in pairs]
            self._tables[key] = np.array([*each, *both])
        return self._tables[key]


def solve(built: Built) -> Posterior:
    """Lets the library work out the posterior, by message passing that is exact."""
    solver = pyagrum.ShaferShenoyInference(built.network)
    solver.setEvidence(dict.fromkeys(built.said, 1))
    solver.makeInference()

    def true(nodes: dict[str, str]) -> dict[str, float]:
        return {name: float(_probabilities(solver, node)[1]) for name, node in nodes.items()}

    return Posterior(_probabilities(solver, ROOT), true(built.origins), true(built.conditions))


def _together(one: float, two: float, leak: float, outcome: str) -> float:
    """P(outcome) under two causes."""
    if outcome == "graded":
        return (one + two) / 2
    if outcome == "no":
        return 1 - _together(1 - one, 1 - two, 1 - leak, "yes")
    # A cause that speaks against the finding does not hide it; the gate knows only causes that raise it.
    return gate(one, two, leak) if min(one, two) >= leak else max(one, two)


@cache
def gate(one: float, two: float, leak: float) -> float:
    """P(yes) under both causes from the library's noisy-or, given P(yes) under each alone and under none."""
    network = pyagrum.BayesNet()
    node = network.addNoisyORCompound(pyagrum.LabelizedVariable("yes", "", 2), leak)
    for name, p in (("one", one), ("two", two)):
        network.addWeightedArc(network.add(name, 2), node, p)
    solver = pyagrum.ShaferShenoyInference(network)
    solver.setEvidence({"one": 1, "two": 1})
    solver.makeInference()
    return float(_probabilities(solver, "yes")[1])


def _add_targets(
    network: pyagrum.BayesNet, kind: str, names: list[str], members: NDArray[np.bool_]
) -> dict[str, str]:
    """Adds a node for each name that is true under the explanations that hold it."""
    return {
        name: _add_child(network, f"{kind}:{name}", holds.astype(float))
        for name, holds in zip(names, members, strict=True)
    }


def _add_child(network: pyagrum.BayesNet, name: str, p: Array) -> str:
    """Adds a yes/no child of the explanation from P(yes | explanation)."""
    network.add(pyagrum.LabelizedVariable(name, "", 2))
    network.addArc(ROOT, name)
    network.cpt(name)[:] = np.stack([1 - p, p], axis=1)
    return name


def _probabilities(solver: pyagrum.ShaferShenoyInference, node: str) -> Array:
    return np.asarray(solver.posterior(node).toarray(), dtype=float)
