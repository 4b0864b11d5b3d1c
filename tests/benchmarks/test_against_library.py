"""Measures the engine beside a Bayesian-network library in compiled code, on the same 200 posteriors.

Run by `python -m pytest -s tests/benchmarks` or as a script; prints the times and their ratios.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from hipmap.model.case import Case
from hipmap.reasoning.facts import facts_of
from hipmap.reasoning.inference import infer
from hipmap.reasoning.network import network_of
from hipmap.storage.knowledge_files import load_knowledge
from tests.benchmarks.bench_cases import consultations
from tests.reasoning.brute_figures import Array
from tests.reasoning.independent_network import Built, IndependentNetwork, solve

POSTERIORS, CLOSE = 200, 1e-9
Given = TypeVar("Given", Case, Built)

KNOWLEDGE = load_knowledge()
LIBRARY = IndependentNetwork(KNOWLEDGE)


def ours(case: Case) -> Array:
    """The whole way: what counts in the case, its evidence, and every explanation, origin and condition."""
    network = network_of(KNOWLEDGE)
    probabilities = infer(network, case, facts_of(case, KNOWLEDGE)).probabilities
    return np.array([sum(map(probabilities.__getitem__, members)) for members in network.targets])


def theirs(network: Built) -> Array:
    """The same targets, from a network that stands already."""
    found = solve(network)
    return np.array([*found.origins.values(), *found.conditions.values()])


def milliseconds(run: Callable[[Given], Array], given: Sequence[Given]) -> tuple[float, Array]:
    """Gives the median time of one and all that was found, after one warm-up of all."""
    found = np.array([run(one) for one in given])
    times = []
    for one in given:
        start = time.perf_counter()
        run(one)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times), found


def test_engine_against_library() -> None:
    cases = consultations(KNOWLEDGE, POSTERIORS)
    engine, found = milliseconds(ours, cases)
    whole, expected = milliseconds(lambda case: theirs(LIBRARY.build(case)), cases)
    solving, _ = milliseconds(theirs, [LIBRARY.build(case) for case in cases])
    apart = float(np.abs(found - expected).max())
    print(f"{POSTERIORS} posteriors, median of one: engine {engine:.2f} ms")
    print(f"library with building the network: {whole:.2f} ms, engine {engine / whole:.2f} of it")
    print(f"library, solving alone: {solving:.2f} ms, engine {engine / solving:.2f} of it")
    print(f"largest difference {apart:.1e}")
    assert apart < CLOSE


if __name__ == "__main__":
    test_engine_against_library()
