"""What a finding tells, found out the long way: by answering it each way and asking the inference again."""

import math

from hipmap.model.case import Case
from hipmap.model.findings import Finding
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import Inference, infer
from hipmap.reasoning.network import Network
from tests.reasoning.case_changes import with_answer

Origins = dict[frozenset[str], float]


def inferred(network: Network, case: Case) -> Inference:
    return infer(network, case, facts_of(case, network.knowledge))


def origins_of(network: Network, inference: Inference) -> Origins:
    """Gives the probability of each set of origins."""
    found: Origins = {}
    for each, p in zip(network.hypotheses.each, inference.probabilities, strict=True):
        key = frozenset(network.hypotheses.origin_of[number] for number in each)
        found[key] = found.get(key, 0.0) + p
    return found


def single_answers(finding: Finding) -> list[str | float]:
    """Gives one answer for each outcome, in their order."""
    if finding.scale is None:
        return list(finding.outcomes)
    return [finding.scale.least, *(band.below for band in finding.scale.bands if band.below is not None)]


def bits_by_answering(network: Network, case: Case, finding: Finding) -> float:
    now = inferred(network, case)
    before = origins_of(network, now)
    bits = 0.0
    for number, answer in enumerate(single_answers(finding)):
        column = network.findings[finding.id].column((number,)).log_p
        chance = sum(p * math.exp(log_p) for p, log_p in zip(now.probabilities, column, strict=True))
        after = origins_of(network, inferred(network, with_answer(case, finding.id, answer)))
        bits += chance * sum(p * math.log2(p / before[key]) for key, p in after.items() if p > 0)
    return bits
