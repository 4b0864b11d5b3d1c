"""One run of the exact inference: the evidence of the facts, and the posterior of every hypothesis."""

from dataclasses import dataclass

from hipmap.model.case import Case
from hipmap.reasoning.facts import Facts
from hipmap.reasoning.hypotheses import StartingRates
from hipmap.reasoning.network import Network, Vector
from hipmap.reasoning.posterior import Group, groups_of, log_scores, normalised


@dataclass(frozen=True)
class Inference:
    """Starting rates, evidence by group, log scores and probabilities of the hypotheses."""

    rates: StartingRates
    groups: dict[str, Group]
    scores: Vector
    probabilities: Vector


def infer(network: Network, case: Case, facts: Facts) -> Inference:
    """Gives the posterior of the facts under the starting rates of the person and setting."""
    rates = network.starting_rates(case)
    groups = groups_of(network.items(facts), network)
    scores = log_scores(rates.log_prior, groups)
    return Inference(rates=rates, groups=groups, scores=scores, probabilities=normalised(scores))
